// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/searchreading.h"

#include "core/protocol/codec.h"
#include "core/text/fold.h"
#include "core/text/searchterms.h"
#include "ui/inbox/listfilter.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"

#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// What an operator asks for: the values of a condition, and how they are said. No value: nothing is meant by it.
struct Meaning {
    QStringList values;
    QString said;
};

struct Where {
    const Directories &directories;
    QDateTime now;
};

/// Whether a word of the name begins so.
bool isBegunBy(const QString &name, const QString &typed)
{
    const QString line = folded(name);
    return line.startsWith(typed) || line.contains(u' ' + typed) || line.contains(u'-' + typed);
}

Meaning chosen(const QList<FilterChoice> &choices, const QString &typed)
{
    Meaning meaning;
    QStringList names;
    for (const FilterChoice &choice : choices) {
        if (folded(choice.value) != typed && !isBegunBy(choice.text, typed)) continue;
        meaning.values += choice.value;
        names += choice.text;
    }
    meaning.said = names.join(u", "_s);
    return meaning;
}

template <FilterField field> Meaning oneOf(const QString &typed, const Where &where)
{
    return chosen(choicesOf(field, where.directories), typed);
}

/// Those of old tickets too, which filters no longer offer.
template <class T> Meaning named(const QList<T> &all, const QString &typed)
{
    QList<FilterChoice> choices;
    for (const T &each : all) {
        if constexpr (requires { nameOf(each); })
            choices.append({each.id.value, nameOf(each)});
        else
            choices.append({each.id.value, each.name});
    }
    return chosen(choices, typed);
}

Meaning agentOf(const QString &typed, const Where &where)
{
    const QString me = translate("Search", "me");
    const QString nobody = translate("Search", "nobody");
    if (typed == folded(me) || typed == u"me") return {{u"me"_s}, me};
    if (typed == folded(nobody) || typed == u"nobody") return {{u"none"_s}, nobody};
    return named(where.directories.agents, typed);
}

Meaning teamOf(const QString &typed, const Where &where) { return named(where.directories.teams, typed); }
Meaning categoryOf(const QString &typed, const Where &where) { return named(where.directories.categories, typed); }
Meaning tagOf(const QString &typed, const Where &where) { return named(where.directories.tags, typed); }

Meaning asTyped(const QString &typed, const Where &)
{
    return searchedWords(typed).isEmpty() ? Meaning() : Meaning{{typed}, typed};
}

/// Of a day without its year the last one that is not to come.
QDate lastOf(QDate day, const QDate &today)
{
    const QDate thisYear(today.year(), day.month(), day.day());
    return thisYear.isValid() && thisYear <= today ? thisYear : QDate(today.year() - 1, day.month(), day.day());
}

QDate dayOf(const QString &typed, const QDate &today)
{
    if (typed == folded(translate("Search", "today")) || typed == u"today") return today;
    if (typed == folded(translate("Search", "yesterday")) || typed == u"yesterday") return today.addDays(-1);
    for (const QString &form : {u"yyyy-M-d"_s, u"d/M/yyyy"_s, u"d.M.yyyy"_s}) {
        if (const QDate day = QDate::fromString(typed, form); day.isValid()) return day;
    }
    // In a leap year, so that 29/2 is a day.
    const QDate day = QDate::fromString(typed + u"/2024"_s, u"d/M/yyyy"_s);
    return day.isValid() ? lastOf(day, today) : QDate();
}

Meaning beginOf(const QString &typed, const Where &where, int daysLater)
{
    const QDate today = where.now.toLocalTime().date();
    const QDate day = dayOf(typed, today);
    if (!day.isValid()) return {};
    return {{utcDate(day.addDays(daysLater).startOfDay().toUTC())}, shortDate(day, today)};
}

Meaning before(const QString &typed, const Where &where) { return beginOf(typed, where, 0); }
Meaning after(const QString &typed, const Where &where) { return beginOf(typed, where, 1); }

struct Operator {
    const char *word; ///< English, to be translated
    const char *field; ///< of the condition
    Meaning (*read)(const QString &typed, const Where &where);
};

constexpr auto operators = std::to_array<Operator>({
    {QT_TRANSLATE_NOOP("SearchOperator", "from"), "from", asTyped},
    {QT_TRANSLATE_NOOP("SearchOperator", "agent"), "assignee", agentOf},
    {QT_TRANSLATE_NOOP("SearchOperator", "team"), "team", teamOf},
    {QT_TRANSLATE_NOOP("SearchOperator", "status"), "status", oneOf<FilterField::Status>},
    {QT_TRANSLATE_NOOP("SearchOperator", "priority"), "priority", oneOf<FilterField::Priority>},
    {QT_TRANSLATE_NOOP("SearchOperator", "channel"), "channel", oneOf<FilterField::Channel>},
    {QT_TRANSLATE_NOOP("SearchOperator", "category"), "category", categoryOf},
    {QT_TRANSLATE_NOOP("SearchOperator", "tag"), "tags", tagOf},
    {QT_TRANSLATE_NOOP("SearchOperator", "language"), "language", oneOf<FilterField::Language>},
    {QT_TRANSLATE_NOOP("SearchOperator", "before"), "before", before},
    {QT_TRANSLATE_NOOP("SearchOperator", "after"), "since", after},
    {"#", "numbered", asTyped},
});

QString wordOf(const Operator &each) { return translate("SearchOperator", each.word); }

QStringList operatorWords()
{
    QStringList words;
    for (const Operator &each : operators)
        words << folded(wordOf(each)) << QString::fromLatin1(each.word);
    return words;
}

const Operator &operatorOf(const QString &field)
{
    return *std::ranges::find_if(operators, [&field](const Operator &each) {
        return field == folded(wordOf(each)) || field == QString::fromLatin1(each.word);
    });
}

QString labelOf(const Operator &each, const SearchTerm &term, const QString &value)
{
    const QString label = QLatin1StringView(each.word) == "#"_L1
        ? translate("Search", "no. %1").arg(value)
        : translate("Search", "%1: %2", "an operator and its value").arg(wordOf(each), value);
    return term.isNegated ? translate("Search", "without %1").arg(label) : label;
}

} // namespace

SearchReading readSearch(const QString &typed, const Directories &directories, const QDateTime &now)
{
    SearchReading reading;
    const QList<SearchTerm> terms = searchTerms(typed, operatorWords());
    QString words = typed;
    // From the last, so that what stands before keeps its place.
    for (auto term = terms.crbegin(); term != terms.crend(); ++term) {
        if (term->field.isEmpty()) continue;
        words.remove(term->from, term->length);
        const Operator &asked = operatorOf(term->field);
        const Meaning meaning =
            term->text.isEmpty() ? Meaning() : asked.read(folded(term->text.trimmed()), {directories, now});
        if (term->text.isEmpty()) continue;
        const QString rest = QString(typed).remove(term->from, term->length).simplified();
        const bool isUnderstood = !meaning.values.isEmpty();
        const QString value =
            isUnderstood ? meaning.said : translate("Search", "%1 (unknown)", "a value of a filter").arg(term->text);
        reading.chips.prepend({labelOf(asked, *term, value), isUnderstood, rest});
        const FieldCondition nothing{u"active"_s, {u"true"_s}, false};
        if (isUnderstood)
            reading.spec.conditions.prepend({QString::fromLatin1(asked.field), meaning.values, term->isNegated});
        else
            reading.spec.conditions += {nothing, {nothing.field, nothing.values, true}};
    }
    // The blank behind the last word says that it is over.
    reading.spec.search = words.trimmed().isEmpty() ? QString() : words;
    return reading;
}

} // namespace akwaba

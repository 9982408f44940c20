// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/listfilter.h"

#include "ui/text/enumwords.h"
#include "ui/text/translate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

struct FilterEntry {
    FilterField field;
    QLatin1StringView condition; ///< the field in a condition of a view
    QLatin1StringView objectName;
    const char *word;
};

constexpr auto filterEntries = std::to_array<FilterEntry>({
    {FilterField::Status, "status"_L1, "filterStatus"_L1, QT_TRANSLATE_NOOP("ListHead", "Status")},
    {FilterField::Channel, "channel"_L1, "filterChannel"_L1, QT_TRANSLATE_NOOP("ListHead", "Channel")},
    {FilterField::Category, "category"_L1, "filterCategory"_L1, QT_TRANSLATE_NOOP("ListHead", "Category")},
    {FilterField::Priority, "priority"_L1, "filterPriority"_L1, QT_TRANSLATE_NOOP("ListHead", "Priority")},
    {FilterField::Assignee, "assignee"_L1, "filterAssignee"_L1, QT_TRANSLATE_NOOP("ListHead", "Agent")},
    {FilterField::Team, "team"_L1, "filterTeam"_L1, QT_TRANSLATE_NOOP("ListHead", "Team")},
    {FilterField::Tag, "tags"_L1, "filterTag"_L1, QT_TRANSLATE_NOOP("ListHead", "Tag")},
    {FilterField::Language, "language"_L1, "filterLanguage"_L1, QT_TRANSLATE_NOOP("ListHead", "Language")},
});

const FilterEntry &entryOf(FilterField field) { return *std::ranges::find(filterEntries, field, &FilterEntry::field); }

template <class E> QList<FilterChoice> wordsOf()
{
    QList<FilterChoice> choices;
    for (std::size_t i = 0; i < EnumNames<E>::all.size(); ++i) {
        const auto value = static_cast<E>(i);
        choices.append({wireName(value), word(value)});
    }
    return choices;
}

template <class T> QList<FilterChoice> namesOf(QList<FilterChoice> first, const QList<T> &all)
{
    for (const T &each : all) {
        if (!each.active) continue;
        if constexpr (requires { nameOf(each); })
            first.append({each.id.value, nameOf(each)});
        else
            first.append({each.id.value, each.name});
    }
    return first;
}

bool isActiveStatus(const QString &value)
{
    return isActive(fromWireName<TicketStatus>(value).value_or(TicketStatus::New));
}

} // namespace

void ListFilter::toggle(FilterField field, const QString &value)
{
    QStringList &held = values[field];
    if (held.removeAll(value) == 0) held.append(value);
    if (held.isEmpty()) values.remove(field);
}

QList<FieldCondition> conditionsOf(const ListFilter &filter)
{
    QList<FieldCondition> conditions;
    for (auto held = filter.values.cbegin(); held != filter.values.cend(); ++held)
        conditions.append({QString(entryOf(held.key()).condition), held.value(), false});
    return conditions;
}

std::optional<FilterField> contradictionOf(const QList<FieldCondition> &view, const ListFilter &filter)
{
    for (auto held = filter.values.cbegin(); held != filter.values.cend(); ++held) {
        for (const FieldCondition &condition : view) {
            const bool isActiveOnly = condition.field == u"active" && condition.values.contains(u"true"_s);
            if (isActiveOnly && held.key() == FilterField::Status && std::ranges::none_of(held.value(), isActiveStatus))
                return held.key();
            // A ticket has several tags: there both can hold.
            if (condition.field != entryOf(held.key()).condition || held.key() == FilterField::Tag) continue;
            const auto isInView = [&](const QString &value) {
                return condition.values.contains(value) != condition.negated;
            };
            // "me" may be anybody of those who are named.
            if (condition.values.contains(u"me"_s) && !held.value().contains(u"none"_s)) continue;
            if (std::ranges::none_of(held.value(), isInView)) return held.key();
        }
    }
    return std::nullopt;
}

QString word(FilterField field) { return translate("ListHead", entryOf(field).word); }

QString objectNameOf(FilterField field) { return QString(entryOf(field).objectName); }

QList<FilterChoice> choicesOf(FilterField field, const Directories &directories)
{
    switch (field) {
    case FilterField::Status: return wordsOf<TicketStatus>();
    case FilterField::Channel: return wordsOf<Channel>();
    case FilterField::Priority: {
        QList<FilterChoice> urgentFirst = wordsOf<Priority>();
        std::ranges::reverse(urgentFirst);
        return urgentFirst;
    }
    case FilterField::Category:
        return namesOf({{u"none"_s, translate("ListHead", "No category")}}, directories.categories);
    case FilterField::Assignee:
        return namesOf({{u"me"_s, translate("TicketHeader", "Me")}, {u"none"_s, translate("TicketHeader", "Nobody")}},
                       directories.agents);
    case FilterField::Team: return namesOf({{u"none"_s, translate("ListHead", "No team")}}, directories.teams);
    case FilterField::Tag: return namesOf({{u"none"_s, translate("TicketHeader", "No tags")}}, directories.tags);
    case FilterField::Language: return {{u"fr"_s, languageWord(u"fr"_s)}, {u"en"_s, languageWord(u"en"_s)}};
    }
    Q_UNREACHABLE();
}

} // namespace akwaba

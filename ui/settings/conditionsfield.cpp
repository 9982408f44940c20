// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/conditionsfield.h"

#include "ui/settings/checkfield.h"
#include "ui/text/clockwords.h"
#include "ui/text/enumwords.h"
#include "ui/text/translate.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int columns = 3;

template <class E> QList<CheckField::Choice> choicesOf()
{
    QList<CheckField::Choice> choices;
    for (std::size_t i = 0; i < EnumNames<E>::all.size(); ++i)
        choices.append({wireName(E(i)), word(E(i))});
    return choices;
}

CheckField::Choice noneChoice() { return {u"none"_s, translate("Policies", "(none)", "no category, no tag")}; }

QList<CheckField::Choice> languageChoices()
{
    return {{u"fr"_s, languageWord(u"fr"_s)}, {u"en"_s, languageWord(u"en"_s)}};
}

QString captionOf(const QString &field)
{
    if (field == u"channel") return translate("Policies", "Channel");
    if (field == u"priority") return translate("Policies", "Priority");
    if (field == u"complexity") return translate("Policies", "Complexity");
    if (field == u"category") return translate("Policies", "Category");
    if (field == u"tags") return translate("Policies", "Tag");
    if (field == u"team") return translate("Policies", "Team");
    if (field == u"language") return translate("Policies", "Language");
    return translate("Policies", "Product family");
}

QStringList tiersIn(const QString &text)
{
    QStringList tiers;
    for (const QString &part : text.split(u',')) {
        if (!part.trimmed().isEmpty()) tiers.append(part.trimmed());
    }
    return tiers;
}

} // namespace

ConditionsField::ConditionsField(QWidget *parent)
    : QWidget(parent), m_tiers(new QLineEdit), m_more(new Label(TextStyle::Small, Token::Text2))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(themeOf(this).px(12));
    grid->setVerticalSpacing(themeOf(this).px(8));
    for (const char *field :
         {"channel", "priority", "complexity", "category", "tags", "team", "language", "productKind"})
        add(grid, QString::fromLatin1(field));
    m_tiers->setObjectName(u"conditionTier"_s);
    m_tiers->setPlaceholderText(translate("Policies", "any", "no condition on a field"));
    m_tiers->setToolTip(translate("Policies", "Several are separated by commas"));
    grid->addWidget(new FormField(translate("Policies", "Customer tier"), m_tiers), int(m_rows.size()) / columns,
                    int(m_rows.size()) % columns);
    m_more->setWordWrap(true);
    grid->addWidget(m_more, grid->rowCount(), 0, 1, columns);
    for (int column = 0; column < columns; ++column)
        grid->setColumnStretch(column, 1);
    connect(m_tiers, &QLineEdit::textChanged, this, &ConditionsField::edited);
    fieldOf(u"channel"_s)->setChoices(choicesOf<Channel>());
    fieldOf(u"priority"_s)->setChoices(choicesOf<Priority>());
    fieldOf(u"complexity"_s)->setChoices(choicesOf<Complexity>());
    fieldOf(u"productKind"_s)->setChoices(choicesOf<ProductKind>());
    fieldOf(u"language"_s)->setChoices(languageChoices());
    setDirectories({});
    showKept();
}

void ConditionsField::add(QGridLayout *grid, const QString &field)
{
    auto *values = new CheckField;
    values->setObjectName(u"condition-"_s + field);
    connect(values, &CheckField::edited, this, &ConditionsField::edited);
    const int place = int(m_rows.size());
    grid->addWidget(new FormField(captionOf(field), values), place / columns, place % columns);
    m_rows.append({field, values});
}

CheckField *ConditionsField::fieldOf(const QString &field) const
{
    const auto row = std::ranges::find(m_rows, field, &Row::field);
    return row == m_rows.end() ? nullptr : row->values;
}

void ConditionsField::setDirectories(const Directories &directories)
{
    QList<CheckField::Choice> categories{noneChoice()};
    QList<CheckField::Choice> teams{noneChoice()};
    QList<CheckField::Choice> tags{noneChoice()};
    for (const Category &each : directories.categories)
        categories.append({each.id.value, nameOf(each)});
    for (const Team &each : directories.teams)
        teams.append({each.id.value, each.name});
    for (const Tag &each : directories.tags)
        tags.append({each.id.value, each.name});
    fieldOf(u"category"_s)->setChoices(categories);
    fieldOf(u"team"_s)->setChoices(teams);
    fieldOf(u"tags"_s)->setChoices(tags);
    m_names = directories.names();
    showKept();
}

void ConditionsField::fill(const QList<FieldCondition> &conditions)
{
    for (const Row &row : std::as_const(m_rows))
        row.values->setValues({});
    m_tiers->clear();
    m_kept.clear();
    for (const FieldCondition &condition : conditions) {
        CheckField *values = condition.negated ? nullptr : fieldOf(condition.field);
        if (values != nullptr && values->values().isEmpty())
            values->setValues(condition.values);
        else if (condition.field == u"tier" && !condition.negated && m_tiers->text().isEmpty())
            m_tiers->setText(condition.values.join(u", "_s));
        else
            m_kept.append(condition);
    }
    showKept();
}

void ConditionsField::showKept()
{
    QStringList phrases;
    for (const FieldCondition &condition : std::as_const(m_kept))
        phrases.append(phrase(condition, m_names));
    m_more->setText(translate("Policies", "And: %1", "more conditions").arg(phrases.join(u"; "_s)));
    m_more->setVisible(!phrases.isEmpty());
}

QList<FieldCondition> ConditionsField::conditions() const
{
    QList<FieldCondition> conditions;
    for (const Row &row : m_rows) {
        if (const QStringList values = row.values->values(); !values.isEmpty())
            conditions.append({row.field, values, false});
    }
    if (const QStringList tiers = tiersIn(m_tiers->text()); !tiers.isEmpty())
        conditions.append({u"tier"_s, tiers, false});
    return conditions + m_kept;
}

} // namespace akwaba

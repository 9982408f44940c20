// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/conditionsfield.h"

#include "ui/settings/checkfield.h"
#include "ui/text/clockwords.h"
#include "ui/text/enumwords.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

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
    if (field == u"tier") return translate("Policies", "Customer tier");
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
        add(grid, QString::fromLatin1(field), new CheckField);
    m_tiers->setObjectName(u"conditionTier"_s);
    m_tiers->setPlaceholderText(translate("Policies", "any", "no condition on a field"));
    m_tiers->setToolTip(translate("Policies", "Several are separated by commas"));
    add(grid, u"tier"_s, nullptr);
    m_more->setWordWrap(true);
    grid->addWidget(m_more, grid->rowCount(), 0, 1, columns);
    for (int column = 0; column < columns; ++column)
        grid->setColumnStretch(column, 1);
    connect(this, &ConditionsField::edited, this, &ConditionsField::showRelations);
    connect(m_tiers, &QLineEdit::textChanged, this, &ConditionsField::edited);
    fieldOf(u"channel"_s)->setChoices(choicesOf<Channel>());
    fieldOf(u"priority"_s)->setChoices(choicesOf<Priority>());
    fieldOf(u"complexity"_s)->setChoices(choicesOf<Complexity>());
    fieldOf(u"productKind"_s)->setChoices(choicesOf<ProductKind>());
    fieldOf(u"language"_s)->setChoices(languageChoices());
    setDirectories({});
    fill({});
}

/// Without a box of values those that are typed.
void ConditionsField::add(QGridLayout *grid, const QString &field, CheckField *values)
{
    QWidget *editor = values;
    if (values != nullptr) {
        values->setObjectName(u"condition-"_s + field);
        connect(values, &CheckField::edited, this, &ConditionsField::edited);
    } else {
        editor = m_tiers;
    }
    auto *relation = new QPushButton;
    relation->setObjectName(u"relation-"_s + field);
    relation->setCheckable(true);
    relation->setAutoDefault(false);
    setLook(relation, ButtonLook::SmallLink);
    QSizePolicy policy = relation->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // what is beneath stays where it is
    relation->setSizePolicy(policy);
    connect(relation, &QPushButton::toggled, this, &ConditionsField::edited);
    auto *form = new FormField(captionOf(field), editor);
    form->setHintWidget(relation);
    const int place = int(m_rows.size());
    grid->addWidget(form, place / columns, place % columns);
    setTabOrder(editor, relation); // values first: of none there is nothing to say
    m_rows.append({field, values, relation});
}

QStringList ConditionsField::valuesOf(const Row &row) const
{
    return row.values != nullptr ? row.values->values() : tiersIn(m_tiers->text());
}

void ConditionsField::setValues(const Row &row, const QStringList &values)
{
    if (row.values != nullptr)
        row.values->setValues(values);
    else
        m_tiers->setText(values.join(u", "_s));
}

void ConditionsField::showRelations()
{
    const QString among = translate("Policies", "is one of", "these values");
    const QString except = translate("Policies", "is none of", "these values");
    for (const Row &row : std::as_const(m_rows)) {
        const bool isNegated = row.relation->isChecked();
        const QString words = isNegated ? except : among;
        row.relation->setText(words);
        row.relation->setToolTip(
            translate("Policies", "Change to “%1”", "is one of, is none of").arg(isNegated ? among : except));
        row.relation->setAccessibleName(captionOf(row.field) + u' ' + words);
        row.relation->setVisible(!valuesOf(row).isEmpty());
    }
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
    for (const Row &row : std::as_const(m_rows)) {
        setValues(row, {});
        row.relation->setChecked(false);
    }
    m_kept.clear();
    for (const FieldCondition &condition : conditions) {
        const auto row = std::ranges::find(m_rows, condition.field, &Row::field);
        if (row == m_rows.end() || !valuesOf(*row).isEmpty()) {
            m_kept.append(condition);
            continue;
        }
        setValues(*row, condition.values);
        row->relation->setChecked(condition.negated);
    }
    showRelations();
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
        if (const QStringList values = valuesOf(row); !values.isEmpty())
            conditions.append({row.field, values, row.relation->isChecked()});
    }
    return conditions + m_kept;
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/stepsfield.h"

#include "core/domain/macroflaw.h"
#include "ui/settings/choicebox.h"
#include "ui/settings/textpairfield.h"
#include "ui/text/enumwords.h"
#include "ui/text/macrowords.h"
#include "ui/text/translate.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int stepColumns = 3;
// In this order they are done.
constexpr std::array chosenActs{MacroAct::Status, MacroAct::Priority, MacroAct::Category,
                                MacroAct::Team,   MacroAct::Agent,    MacroAct::Snooze};
constexpr std::array snoozeMinutes{60, 3 * 60, 24 * 60, 2 * 24 * 60, 7 * 24 * 60, 30 * 24 * 60};

CheckField::Choice unchanged() { return {{}, translate("Macros", "unchanged", "a field of a ticket")}; }

} // namespace

StepsField::StepsField(QWidget *parent)
    : QWidget(parent), m_writes(new ChoiceBox), m_texts(new TextPairField(u"stepText"_s))
{
    const Theme &theme = themeOf(this);
    m_writes->setObjectName(u"stepWrites"_s);
    m_writes->setChoices({{{}, translate("Macros", "Writes nothing")},
                          {wireName(MacroAct::Reply), word(MacroAct::Reply)},
                          {wireName(MacroAct::Note), word(MacroAct::Note)}});
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(12));
    grid->setVerticalSpacing(theme.px(8));
    for (const MacroAct act : chosenActs)
        m_choices.insert(int(act), addChoice(grid, act));
    m_added = addTags(grid, MacroAct::AddTag);
    m_removed = addTags(grid, MacroAct::RemoveTag);
    for (int column = 0; column < stepColumns; ++column)
        grid->setColumnStretch(column, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme.px(8));
    column->addWidget(new FormField(translate("Macros", "Text"), m_writes));
    column->addWidget(m_texts);
    column->addLayout(grid);
    connect(m_writes, &QComboBox::currentIndexChanged, this, [this] {
        m_texts->setVisible(!m_writes->value().isEmpty());
        Q_EMIT edited();
    });
    connect(m_texts, &TextPairField::edited, this, &StepsField::edited);
    offerFixed();
    setDirectories({});
    fill({});
}

void StepsField::place(QGridLayout *grid, MacroAct act, QWidget *field)
{
    field->setObjectName(u"step-"_s + wireName(act));
    grid->addWidget(new FormField(word(act), field), m_fields / stepColumns, m_fields % stepColumns);
    ++m_fields;
}

ChoiceBox *StepsField::addChoice(QGridLayout *grid, MacroAct act)
{
    auto *box = new ChoiceBox;
    place(grid, act, box);
    connect(box, &QComboBox::currentIndexChanged, this, &StepsField::edited);
    return box;
}

CheckField *StepsField::addTags(QGridLayout *grid, MacroAct act)
{
    auto *box = new CheckField;
    box->setNothing(translate("Macros", "none", "tags"));
    place(grid, act, box);
    connect(box, &CheckField::edited, this, &StepsField::edited);
    return box;
}

void StepsField::offerFixed()
{
    QList<CheckField::Choice> statuses{unchanged()};
    for (const TicketStatus status : macroStatuses())
        statuses.append({wireName(status), word(status)});
    QList<CheckField::Choice> priorities{unchanged()};
    for (std::size_t i = 0; i < EnumNames<Priority>::all.size(); ++i)
        priorities.append({wireName(Priority(i)), word(Priority(i))});
    QList<CheckField::Choice> moments{{{}, translate("Macros", "not", "a ticket is snoozed")}};
    for (const int minutes : snoozeMinutes)
        moments.append({QString::number(minutes), stretch(minutes)});
    choiceOf(MacroAct::Status)->setChoices(statuses);
    choiceOf(MacroAct::Priority)->setChoices(priorities);
    choiceOf(MacroAct::Snooze)->setChoices(moments);
}

void StepsField::setDirectories(const Directories &directories)
{
    QList<CheckField::Choice> categories{unchanged()};
    for (const Category &each : directories.categories) {
        if (each.active) categories.append({each.id.value, nameOf(each)});
    }
    QList<CheckField::Choice> teams{unchanged()};
    for (const Team &each : directories.teams) {
        if (each.active) teams.append({each.id.value, each.name});
    }
    QList<CheckField::Choice> agents{unchanged(), {u"me"_s, translate("Macros", "Whoever applies it")}};
    for (const Agent &each : directories.agents) {
        if (each.active) agents.append({each.id.value, each.name});
    }
    QList<CheckField::Choice> tags;
    for (const Tag &each : directories.tags) {
        if (each.active) tags.append({each.id.value, each.name});
    }
    choiceOf(MacroAct::Category)->setChoices(categories);
    choiceOf(MacroAct::Team)->setChoices(teams);
    choiceOf(MacroAct::Agent)->setChoices(agents);
    m_added->setChoices(tags);
    m_removed->setChoices(tags);
}

void StepsField::fill(const QList<MacroStep> &steps)
{
    QStringList added;
    QStringList removed;
    MacroStep text{MacroAct::Reply, {}, {}, {}};
    QString writes;
    for (ChoiceBox *box : std::as_const(m_choices))
        box->setValue({});
    for (const MacroStep &step : steps) {
        if (isText(step.act)) {
            text = step;
            writes = wireName(step.act);
        } else if (step.act == MacroAct::AddTag) {
            added.append(step.value);
        } else if (step.act == MacroAct::RemoveTag) {
            removed.append(step.value);
        } else {
            choiceOf(step.act)->setValue(step.value);
        }
    }
    m_writes->setValue(writes);
    m_texts->fill(text.textFr, text.textEn);
    m_texts->setVisible(!writes.isEmpty());
    m_added->setValues(added);
    m_removed->setValues(removed);
}

QList<MacroStep> StepsField::steps() const
{
    QList<MacroStep> steps;
    if (const auto writes = fromWireName<MacroAct>(m_writes->value()))
        steps.append({*writes, {}, m_texts->french(), m_texts->english()});
    for (const MacroAct act : chosenActs) {
        if (const QString value = choiceOf(act)->value(); !value.isEmpty()) steps.append({act, value, {}, {}});
    }
    for (const QString &tag : m_added->values())
        steps.append({MacroAct::AddTag, tag, {}, {}});
    for (const QString &tag : m_removed->values())
        steps.append({MacroAct::RemoveTag, tag, {}, {}});
    return steps;
}

} // namespace akwaba

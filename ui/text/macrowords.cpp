// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/macrowords.h"

#include "core/sla/ruleedits.h"
#include "ui/text/enumwords.h"
#include "ui/text/errorwords.h"
#include "ui/text/translate.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

template <class E> QString enumWord(const QString &name)
{
    const std::optional<E> known = fromWireName<E>(name);
    return known ? word(*known) : name;
}

/// What is not here, since somebody took it away, is called so.
QString known(const QString &id, const NameOf &nameOf)
{
    const QString name = nameOf(id);
    return name.isEmpty() ? translate("Macros", "(unknown)") : name;
}

QString agentName(const QString &value, const NameOf &nameOf)
{
    return value == u"me" ? translate("Macros", "me", "the agent who applies a macro") : known(value, nameOf);
}

} // namespace

QString word(Variable value)
{
    switch (value) {
    case Variable::CustomerName: return translate("Variable", "name of the customer");
    case Variable::TicketNumber: return translate("Variable", "number of the ticket");
    case Variable::TicketSubject: return translate("Variable", "subject of the ticket");
    case Variable::AgentName: return translate("Variable", "your name");
    case Variable::TeamName: return translate("Variable", "name of the team");
    case Variable::OrderNumber: return translate("Variable", "number of the order");
    case Variable::ProductReference: return translate("Variable", "reference of the product");
    case Variable::PromisedDate: return translate("Variable", "promised date");
    }
    Q_UNREACHABLE();
}

QString word(MacroAct value)
{
    switch (value) {
    case MacroAct::Reply: return translate("Macros", "Write a reply");
    case MacroAct::Note: return translate("Macros", "Write an internal note");
    case MacroAct::Status: return translate("Macros", "Set the status");
    case MacroAct::Priority: return translate("Macros", "Set the priority");
    case MacroAct::Category: return translate("Macros", "Set the category");
    case MacroAct::AddTag: return translate("Macros", "Add a tag");
    case MacroAct::RemoveTag: return translate("Macros", "Remove a tag");
    case MacroAct::Team: return translate("Macros", "Give it to a team");
    case MacroAct::Agent: return translate("Macros", "Give it to an agent");
    case MacroAct::Snooze: return translate("Macros", "Snooze");
    }
    Q_UNREACHABLE();
}

QString word(MacroPlace value)
{
    switch (value) {
    case MacroPlace::Reading: return translate("Macros", "while reading");
    case MacroPlace::Replying: return translate("Macros", "while replying");
    case MacroPlace::Noting: return translate("Macros", "in a note");
    }
    Q_UNREACHABLE();
}

QString stretch(int minutes)
{
    const int hours = minutes / 60;
    const int days = hours / 24;
    if (minutes == days * 24 * 60) return translate("Macros", "%n day(s)", nullptr, days);
    if (minutes == hours * 60) return translate("Macros", "%n hour(s)", nullptr, hours);
    return translate("Macros", "%n minute(s)", nullptr, minutes);
}

QString chipText(const MacroStep &step, const NameOf &nameOf)
{
    switch (step.act) {
    case MacroAct::Reply: return translate("Macros", "Reply");
    case MacroAct::Note: return translate("Macros", "Internal note");
    case MacroAct::Status: return enumWord<TicketStatus>(step.value);
    case MacroAct::Priority: return translate("Macros", "Priority: %1").arg(enumWord<Priority>(step.value).toLower());
    case MacroAct::Category: return translate("Macros", "Category: %1").arg(known(step.value, nameOf));
    case MacroAct::AddTag: return u'+' + known(step.value, nameOf);
    case MacroAct::RemoveTag: return u"−"_s + known(step.value, nameOf);
    case MacroAct::Team: return u"→ "_s + known(step.value, nameOf);
    case MacroAct::Agent: return u"→ "_s + agentName(step.value, nameOf);
    case MacroAct::Snooze: return translate("Macros", "Snoozed for %1").arg(stretch(step.value.toInt()));
    }
    Q_UNREACHABLE();
}

QString phrase(const MacroStep &step, const NameOf &nameOf)
{
    switch (step.act) {
    case MacroAct::Status: return translate("Macros", "Status: %1").arg(chipText(step, nameOf));
    case MacroAct::AddTag: return translate("Macros", "Adds the tag %1").arg(known(step.value, nameOf));
    case MacroAct::RemoveTag: return translate("Macros", "Removes the tag %1").arg(known(step.value, nameOf));
    case MacroAct::Team: return translate("Macros", "Gives it to %1").arg(known(step.value, nameOf));
    case MacroAct::Agent: return translate("Macros", "Gives it to %1").arg(agentName(step.value, nameOf));
    case MacroAct::Reply:
    case MacroAct::Note:
    case MacroAct::Priority:
    case MacroAct::Category:
    case MacroAct::Snooze: return chipText(step, nameOf);
    }
    Q_UNREACHABLE();
}

QString summary(const Macro &macro, const NameOf &nameOf)
{
    QStringList parts;
    for (const MacroStep &step : macro.steps)
        parts.append(chipText(step, nameOf));
    return parts.join(u" · "_s);
}

QString writtenDate(const QDateTime &at, const QString &language)
{
    return at.isValid() ? QLocale(language).toString(at.toLocalTime(), u"dddd d MMMM, HH:mm"_s) : QString();
}

VariableValues sampleValues(const QString &language)
{
    return {
        {Variable::CustomerName, u"Rosine Bamba"_s},
        {Variable::TicketNumber, u"A-4812"_s},
        {Variable::TicketSubject, translate("Macros", "Black marks on each page")},
        {Variable::AgentName, u"Awa Koné"_s},
        {Variable::TeamName, u"Support"_s},
        {Variable::OrderNumber, u"CMD-2026-01874"_s},
        {Variable::ProductReference, u"TN-2410"_s},
        {Variable::PromisedDate, writtenDate(QDateTime(QDate(2026, 11, 18), QTime(10, 0)), language)},
    };
}

QString openSentence(const QStringList &names)
{
    if (names.isEmpty()) return {};
    QStringList words;
    for (const QString &name : names) {
        const std::optional<Variable> variable = fromWireName<Variable>(name);
        words.append(variable ? word(*variable) : u"{{"_s + name + u"}}"_s);
    }
    return translate("Macros", "Not known here: %1. Write it in, or delete it: until then nothing is sent.",
                     "values that a text asks for")
        .arg(words.join(u", "_s));
}

MacroSurroundings macroSurroundings(const Directories &directories)
{
    MacroSurroundings known;
    known.modules = directories.modules;
    known.conditionFields = sla::conditionFields();
    for (const Team &team : directories.teams)
        known.teams.insert(team.id);
    for (const Tag &tag : directories.tags)
        known.tags.insert(tag.id);
    for (const Category &category : directories.categories)
        known.categories.insert(category.id);
    for (const Agent &agent : directories.agents)
        known.agents.insert(agent.id);
    return known;
}

QString sentence(MacroFlaw flaw)
{
    switch (flaw) {
    case MacroFlaw::NoName: return translate("Macros", "A name is missing.");
    case MacroFlaw::LongText:
        return translate("Macros", "A name has %1 letters at most, a text %2.")
            .arg(longestMacroName)
            .arg(longestMacroText);
    case MacroFlaw::NoText: return translate("Macros", "The text is missing: write it in one language at least.");
    case MacroFlaw::NoKeyword: return translate("Macros", "The keyword is missing: it is what one types after ::");
    case MacroFlaw::KeywordWithBlank:
        return translate("Macros", "The keyword is one word: letters, digits, - and _ only.");
    case MacroFlaw::KeywordTaken: return translate("Macros", "Another text module has this keyword.");
    case MacroFlaw::UnknownVariable:
        return translate("Macros", "The text asks for a value that does not exist. Choose one of the list.");
    case MacroFlaw::UnknownTeam: return translate("Macros", "This team does not exist any more.");
    case MacroFlaw::UnknownTag: return translate("Macros", "Choose a tag for the step.");
    case MacroFlaw::UnknownCategory: return translate("Macros", "Choose a category for the step.");
    case MacroFlaw::UnknownAgent: return translate("Macros", "Choose an agent for the step.");
    case MacroFlaw::UnknownField:
        return translate("Rules", "A condition asks for something that this program does not know.");
    case MacroFlaw::NoValue: return translate("Macros", "A step or a condition has no value.");
    case MacroFlaw::NoStep: return translate("Macros", "Add a step: the macro does nothing yet.");
    case MacroFlaw::ManySteps: return translate("Macros", "A macro has %1 steps at most.").arg(mostMacroSteps);
    case MacroFlaw::TwoTexts: return translate("Macros", "A macro writes a reply or a note, not both.");
    case MacroFlaw::StepTwice: return translate("Macros", "Two steps set the same thing.");
    }
    Q_UNREACHABLE();
}

QString whyMacroRefused(const Error &error)
{
    if (error.code == Code::Conflict)
        return translate("Rules",
                         "A colleague has changed this meanwhile. What you typed is still here: compare, then "
                         "apply again.");
    if (error.code != Code::BadInput) return sentence(error.code);
    const auto flaw = fromWireName<MacroFlaw>(error.detail);
    return flaw ? sentence(*flaw) : translate("Rules", "The server can't make sense of this. Check each field.");
}

} // namespace akwaba

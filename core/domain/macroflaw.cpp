// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/macroflaw.h"

#include "core/domain/variables.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

std::optional<MacroFlaw> nameFlaw(const QString &name)
{
    if (name.trimmed().isEmpty()) return MacroFlaw::NoName;
    if (name.size() > longestMacroName) return MacroFlaw::LongText;
    return std::nullopt;
}

std::optional<MacroFlaw> teamFlaw(const TeamId &team, const MacroSurroundings &known)
{
    return team.isEmpty() || known.teams.contains(team) ? std::nullopt : std::optional(MacroFlaw::UnknownTeam);
}

std::optional<MacroFlaw> textsFlaw(const QString &fr, const QString &en)
{
    if (fr.trimmed().isEmpty() && en.trimmed().isEmpty()) return MacroFlaw::NoText;
    if (fr.size() > longestMacroText || en.size() > longestMacroText) return MacroFlaw::LongText;
    for (const QString &name : openNames(fr) + openNames(en)) {
        if (!fromWireName<Variable>(name)) return MacroFlaw::UnknownVariable;
    }
    return std::nullopt;
}

std::optional<MacroFlaw> keywordFlaw(const TextModule &module, const MacroSurroundings &known)
{
    const QString &keyword = module.keyword;
    if (keyword.isEmpty()) return MacroFlaw::NoKeyword;
    if (keyword.size() > longestMacroName) return MacroFlaw::LongText;
    const bool isWord = std::ranges::all_of(
        keyword, [](QChar letter) { return letter.isLetterOrNumber() || letter == u'-' || letter == u'_'; });
    if (!isWord) return MacroFlaw::KeywordWithBlank;
    const auto isOther = [&module](const TextModule &other) {
        return other.active && other.id != module.id && other.keyword.compare(module.keyword, Qt::CaseInsensitive) == 0;
    };
    const bool isTaken = module.active && std::ranges::any_of(known.modules, isOther);
    return isTaken ? std::optional(MacroFlaw::KeywordTaken) : std::nullopt;
}

template <class E> std::optional<MacroFlaw> enumFlaw(const QString &value, const QList<E> &allowed)
{
    const std::optional<E> known = fromWireName<E>(value);
    return known && allowed.contains(*known) ? std::nullopt : std::optional(MacroFlaw::NoValue);
}

template <class I> std::optional<MacroFlaw> idFlaw(const QString &value, const QSet<I> &known, MacroFlaw flaw)
{
    return known.contains(I{value}) ? std::nullopt : std::optional(flaw);
}

std::optional<MacroFlaw> stepFlaw(const MacroStep &step, const MacroSurroundings &known)
{
    switch (step.act) {
    case MacroAct::Reply:
    case MacroAct::Note: return textsFlaw(step.textFr, step.textEn);
    case MacroAct::Status: return enumFlaw(step.value, macroStatuses());
    case MacroAct::Priority:
        return enumFlaw<Priority>(step.value, {Priority::Low, Priority::Normal, Priority::High, Priority::Urgent});
    case MacroAct::Category: return idFlaw(step.value, known.categories, MacroFlaw::UnknownCategory);
    case MacroAct::AddTag:
    case MacroAct::RemoveTag: return idFlaw(step.value, known.tags, MacroFlaw::UnknownTag);
    case MacroAct::Team: return idFlaw(step.value, known.teams, MacroFlaw::UnknownTeam);
    case MacroAct::Agent:
        return step.value == u"me" ? std::nullopt : idFlaw(step.value, known.agents, MacroFlaw::UnknownAgent);
    case MacroAct::Snooze: {
        const int minutes = step.value.toInt();
        return minutes > 0 && minutes <= longestSnoozeMinutes ? std::nullopt : std::optional(MacroFlaw::NoValue);
    }
    }
    Q_UNREACHABLE();
}

bool isForSeveral(MacroAct act) { return act == MacroAct::AddTag || act == MacroAct::RemoveTag; }

std::optional<MacroFlaw> stepsFlaw(const QList<MacroStep> &steps, const MacroSurroundings &known)
{
    if (steps.isEmpty()) return MacroFlaw::NoStep;
    if (steps.size() > mostMacroSteps) return MacroFlaw::ManySteps;
    if (std::ranges::count_if(steps, [](const MacroStep &step) { return isText(step.act); }) > 1)
        return MacroFlaw::TwoTexts;
    for (const MacroStep &step : steps) {
        if (!isForSeveral(step.act) && std::ranges::count(steps, step.act, &MacroStep::act) > 1)
            return MacroFlaw::StepTwice;
        if (const auto flaw = stepFlaw(step, known)) return flaw;
    }
    return std::nullopt;
}

} // namespace

const QList<TicketStatus> &macroStatuses()
{
    static const QList<TicketStatus> statuses{TicketStatus::Open, TicketStatus::WaitingCustomer,
                                              TicketStatus::WaitingThirdParty, TicketStatus::Resolved,
                                              TicketStatus::Spam};
    return statuses;
}

std::optional<MacroFlaw> flawOf(const TextModule &module, const MacroSurroundings &known)
{
    if (const auto flaw = nameFlaw(module.name)) return flaw;
    if (const auto flaw = keywordFlaw(module, known)) return flaw;
    if (const auto flaw = textsFlaw(module.textFr, module.textEn)) return flaw;
    return teamFlaw(module.team, known);
}

std::optional<MacroFlaw> flawOf(const Macro &macro, const MacroSurroundings &known)
{
    for (const QString &name : {macro.nameFr, macro.nameEn}) {
        if (const auto flaw = nameFlaw(name)) return flaw;
    }
    if (const auto flaw = teamFlaw(macro.team, known)) return flaw;
    for (const FieldCondition &condition : macro.conditions) {
        if (!known.conditionFields.contains(condition.field)) return MacroFlaw::UnknownField;
        if (condition.values.isEmpty()) return MacroFlaw::NoValue;
    }
    return stepsFlaw(macro.steps, known);
}

} // namespace akwaba

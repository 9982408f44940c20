// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/alarmsteps.h"

#include <algorithm>
#include <array>

namespace akwaba::servicelevels {

namespace {

constexpr qint64 hourOfAlarms = 3'600'000;
constexpr qint64 untilStillBreached = 4 * hourOfAlarms; // of the time that the clock counts
constexpr qint64 oldAfter = 8 * hourOfAlarms; // a working day
constexpr int breachNumber = 100;
constexpr int stillBreachedNumber = 200;

std::shared_ptr<const sla::OpenTime> timeOf(const store::KeptClock &clock, const sla::Edition &edition,
                                            const sla::Rules &rules)
{
    const bool isWall = clock.unit == ClockUnit::Wall || clock.calendar.isEmpty();
    return isWall ? rules.always() : edition.calendars.value(clock.calendar).time;
}

const SlaPolicyVersion *policyOf(const store::KeptClock &clock, const sla::Edition &edition)
{
    const auto found = std::ranges::find_if(
        edition.policies, [&clock](const sla::PolicyInForce &each) { return each.policy->id == clock.policy; });
    return found == edition.policies.end() ? nullptr : found->version;
}

int minutesOfAWeek(const CalendarVersion &version)
{
    int minutes = 0;
    for (const WeeklyHours &each : version.weekly)
        minutes += each.hours.to - each.hours.from + (each.hours.to > each.hours.from ? 0 : sla::minutesOfADay);
    return minutes;
}

/// When those work who keep the promise: of the calendars that the policy counts by, or all policies where there is
/// none, the one that is open for the shortest time. A mail may count on days of 24 hours; its reader sleeps.
std::shared_ptr<const sla::OpenTime> workingTimeOf(const store::KeptClock &clock, const sla::Edition &edition,
                                                   const sla::Rules &rules)
{
    sla::CalendarInForce shortest;
    const auto take = [&](const SlaPolicyVersion &version) {
        for (const SlaTarget &target : version.targets) {
            const sla::CalendarInForce calendar = edition.calendars.value(target.calendar);
            if (!calendar.time) continue;
            if (!shortest.time || minutesOfAWeek(*calendar.version) < minutesOfAWeek(*shortest.version))
                shortest = calendar;
        }
    };
    if (const SlaPolicyVersion *policy = policyOf(clock, edition)) take(*policy);
    if (shortest.time) return shortest.time;
    for (const sla::PolicyInForce &each : edition.policies)
        take(*each.version);
    return shortest.time ? shortest.time : rules.always();
}

bool worksOnTickets(const Agent &agent)
{
    return agent.active && std::ranges::any_of(agent.roles, [](Role role) {
               return role == Role::Agent || role == Role::Supervisor || role == Role::Administrator;
           });
}

template <class Wanted> QList<AgentId> idsOfAgents(const QList<Agent> &agents, Wanted wanted)
{
    QList<AgentId> ids;
    for (const Agent &agent : agents) {
        if (worksOnTickets(agent) && wanted(agent)) ids.append(agent.id);
    }
    return ids;
}

} // namespace

const AlarmRule &ruleOf(AlarmStep step)
{
    using enum AlarmRole;
    static const std::array rules{
        AlarmRule{AlarmStep::Warned, NoticeKind::SlaAtRisk, {Assignee}},
        AlarmRule{AlarmStep::WarnedAgain, NoticeKind::SlaAtRisk, {Assignee, Team}},
        AlarmRule{AlarmStep::Breached, NoticeKind::SlaBreached, {Supervisor}},
        AlarmRule{AlarmStep::StillBreached, NoticeKind::SlaStillBreached, {Supervisor, Manager}},
    };
    return *std::ranges::find(rules, step, &AlarmRule::step);
}

std::vector<Alarm> alarmsOf(const store::KeptClock &clock, const sla::Rules &rules, qint64 now)
{
    if (!clock.isOpen() || !clock.dueAt || !clock.atRiskAt) return {};
    const sla::Edition &edition = rules.inForceAt(now);
    const auto time = timeOf(clock, edition, rules);
    if (!time) return {};
    const auto working = workingTimeOf(clock, edition, rules);
    std::vector<Alarm> alarms;
    const auto add = [&](AlarmStep step, int number, std::optional<qint64> at) {
        if (at) alarms.push_back({step, number, *at, working->after(*at, 0).value_or(*at)});
    };
    const SlaPolicyVersion *policy = policyOf(clock, edition);
    const QList<int> percents = policy != nullptr ? policy->atRiskPercents : SlaPolicyVersion().atRiskPercents;
    for (qsizetype i = 0; i < percents.size(); ++i) {
        const auto at = sla::due(*time, clock.startedAt, clock.length * percents[i] / 100, clock.pauses);
        // The first is where the clock itself says that it is at risk, which may be earlier.
        if (i == 0)
            add(AlarmStep::Warned, percents[i], clock.atRiskAt);
        else if (at)
            add(AlarmStep::WarnedAgain, percents[i],
                std::clamp(*at, *clock.atRiskAt, std::max(*clock.atRiskAt, *clock.dueAt)));
    }
    const qint64 breach = clock.breachedAt.value_or(*clock.dueAt);
    add(AlarmStep::Breached, breachNumber, breach);
    add(AlarmStep::StillBreached, stillBreachedNumber, sla::due(*time, breach, untilStillBreached, clock.pauses));
    return alarms;
}

bool isPaused(const store::KeptClock &clock, qint64 now)
{
    return std::ranges::any_of(clock.pauses,
                               [now](const sla::Span &pause) { return pause.from <= now && now < pause.to; });
}

bool isOld(const Alarm &alarm, const store::KeptClock &clock, const sla::Rules &rules, qint64 now)
{
    return workingTimeOf(clock, rules.inForceAt(now), rules)->between(alarm.at, now) > oldAfter;
}

QList<AgentId> agentsOf(AlarmRole role, const Ticket &ticket, const QList<Agent> &agents)
{
    const auto has = [](Role wanted) { return [wanted](const Agent &agent) { return agent.roles.contains(wanted); }; };
    const auto isOfTeam = [&ticket](const Agent &agent) { return agent.teams.contains(ticket.team); };
    switch (role) {
    case AlarmRole::Assignee: {
        const QList<AgentId> assignee =
            idsOfAgents(agents, [&ticket](const Agent &agent) { return agent.id == ticket.assignee; });
        return assignee.isEmpty() ? agentsOf(AlarmRole::Team, ticket, agents) : assignee;
    }
    case AlarmRole::Team: {
        const QList<AgentId> team = idsOfAgents(agents, isOfTeam);
        return team.isEmpty() ? agentsOf(AlarmRole::Supervisor, ticket, agents) : team;
    }
    case AlarmRole::Supervisor: {
        const auto isHere = [&](const Agent &agent) { return has(Role::Supervisor)(agent) && isOfTeam(agent); };
        const QList<AgentId> here = idsOfAgents(agents, isHere);
        const QList<AgentId> supervisors = here.isEmpty() ? idsOfAgents(agents, has(Role::Supervisor)) : here;
        return supervisors.isEmpty() ? agentsOf(AlarmRole::Manager, ticket, agents) : supervisors;
    }
    case AlarmRole::Manager: break;
    }
    return idsOfAgents(agents, has(Role::Administrator));
}

QList<AgentId> recipientsOf(const std::vector<Alarm> &alarms, const Ticket &ticket, const QList<Agent> &agents)
{
    QList<AgentId> all;
    for (const Alarm &alarm : alarms) {
        for (const AlarmRole role : ruleOf(alarm.step).roles) {
            for (const AgentId &agent : agentsOf(role, ticket, agents)) {
                if (!all.contains(agent)) all.append(agent);
            }
        }
    }
    return all;
}

} // namespace akwaba::servicelevels

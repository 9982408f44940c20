// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/livefigures.h"

#include "app/server/store/clocktables.h"
#include "app/server/store/figuretables.h"
#include "core/domain/agent.h"

#include <QHash>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace akwaba::servicelevels {

namespace {

constexpr qint64 msecsOfAnHour = 3600 * 1000;
constexpr qint64 msecsOfAWeek = 7 * 24 * msecsOfAnHour;
constexpr int shownHours = 24;
constexpr qint64 furthestHour = 60 * 24 * msecsOfAnHour; // where a company is hardly ever open
// A device says every ten minutes that it is there (storeaccounts.cpp).
constexpr std::chrono::milliseconds seenLately = 15min;

QDateTime instantOf(qint64 msecs) { return QDateTime::fromMSecsSinceEpoch(msecs, Qt::UTC); }

qint64 beginningOf(const QDate &day, const QTimeZone &zone) { return day.startOfDay(zone).toMSecsSinceEpoch(); }

store::FigureTimes timesAt(const QDateTime &now, const QTimeZone &zone)
{
    const QDate today = now.toTimeZone(zone).date();
    return {now.toMSecsSinceEpoch(), beginningOf(today, zone), beginningOf(today.addDays(1), zone),
            beginningOf(QDate(today.year(), today.month(), 1), zone)};
}

/// The next opening hours from now on: each an hour of open time or what is left of it until a closing. The first
/// begins with the full hour in which we are.
std::vector<sla::Span> nextHours(const sla::OpenTime &time, qint64 now)
{
    std::vector<sla::Span> hours;
    for (const sla::Span &open : time.stretches(now - now % msecsOfAnHour, now + furthestHour)) {
        for (qint64 from = open.from; from < open.to && hours.size() < shownHours; from += msecsOfAnHour) {
            const sla::Span hour{from, std::min(from + msecsOfAnHour, open.to)};
            if (hour.to > now) hours.push_back(hour);
        }
    }
    return hours;
}

/// The hour in which it has to be done: the last one that begins before it.
const sla::Span *hourBefore(const std::vector<sla::Span> &hours, qint64 due)
{
    const auto after = std::ranges::lower_bound(hours, due, {}, &sla::Span::from);
    return after == hours.begin() ? &hours.front() : &*std::prev(after);
}

void keepEarliest(QDateTime &earliest, qint64 at)
{
    if (!earliest.isValid() || at < earliest.toMSecsSinceEpoch()) earliest = instantOf(at);
}

/// What is told by the clock of each open ticket that is due next.
class NextClocks {
public:
    NextClocks(const sla::OpenTime &time, const store::FigureTimes &times, LiveFigures &figures)
        : m_hours(nextHours(time, times.now)), m_times(times), m_figures(figures)
    {
        for (const sla::Span &hour : m_hours)
            m_figures.openingHours.append(instantOf(hour.from));
    }

    void count(const store::NextClock &clock)
    {
        if (clock.dueAt <= m_times.now)
            countLate(clock);
        else
            countDue(clock);
        if (!clock.isPromise || clock.dueAt < m_times.dayFrom || clock.dueAt >= m_times.dayTo) return;
        ++m_figures.promises;
        if (clock.dueAt > m_times.now) keepEarliest(m_figures.promiseDueAt, clock.dueAt);
    }
    void finish()
    {
        for (auto count = m_counts.cbegin(); count != m_counts.cend(); ++count)
            m_figures.hours.append({instantOf(count.key().first), TeamId{count.key().second}, count.value()});
    }
    [[nodiscard]] qint64 lateOf(const AgentId &agent) const { return m_late.value(agent); }

private:
    void countLate(const store::NextClock &clock)
    {
        ++m_figures.late;
        ++m_late[clock.assignee];
        keepEarliest(m_figures.lateSince, clock.dueAt);
    }
    void countDue(const store::NextClock &clock)
    {
        if (clock.atRiskAt && *clock.atRiskAt <= m_times.now) {
            ++m_figures.atRisk;
            m_figures.atRiskWithoutDraft += clock.hasDraft ? 0 : 1;
        }
        if (m_hours.empty() || clock.dueAt > m_hours.back().to) return;
        ++m_counts[{hourBefore(m_hours, clock.dueAt)->from, clock.team.value}];
    }

    const std::vector<sla::Span> m_hours;
    const store::FigureTimes m_times;
    LiveFigures &m_figures;
    QHash<AgentId, qint64> m_late;
    QMap<std::pair<qint64, QString>, qint64> m_counts; // by hour and team
};

bool isGivenUpAtOnce(const store::CallFact &call)
{
    return call.outcome == CallOutcome::Abandoned && call.ringSeconds < abandonedAtOnce;
}

Result<void> countCalls(const store::Reader &reader, const sla::OpenTime &time, const store::FigureTimes &times,
                        PhoneFigures &phone)
{
    const auto calls = store::callsSince(reader.database(), times.monthFrom);
    if (!calls) return tl::unexpected(calls.error());
    for (const store::CallFact &call : *calls) {
        if (isGivenUpAtOnce(call) || !sla::isOpen(time.schedule(), instantOf(call.at))) continue;
        const bool isInTime = call.outcome == CallOutcome::Answered && call.ringSeconds <= answeredInTime;
        const bool isToday = call.at >= times.dayFrom;
        phone.calls += 1;
        phone.inTime += isInTime ? 1 : 0;
        phone.callsToday += isToday ? 1 : 0;
        phone.inTimeToday += isInTime && isToday ? 1 : 0;
    }
    return {};
}

bool answersCustomers(const Agent &agent)
{
    return agent.active && (agent.roles.contains(Role::Agent) || agent.roles.contains(Role::Supervisor));
}

Result<void> countAgents(const store::Reader &reader, const QDateTime &now, QSet<AgentId> present,
                         const NextClocks &clocks, LiveFigures &figures)
{
    const auto seen = store::agentsSeenSince(reader.database(),
                                             now.toMSecsSinceEpoch() - std::chrono::milliseconds(seenLately).count());
    if (!seen) return tl::unexpected(seen.error());
    present.unite(QSet<AgentId>(seen->cbegin(), seen->cend()));
    const auto agents = reader.all<Agent>();
    if (!agents) return tl::unexpected(agents.error());
    QSet<AgentId> shown;
    for (const Agent &agent : *agents) {
        if (answersCustomers(agent)) shown.insert(agent.id);
    }
    const auto loads = store::agentLoads(reader.database());
    if (!loads) return tl::unexpected(loads.error());
    for (AgentLoad load : *loads) {
        if (!shown.contains(load.agent)) continue;
        load.late = clocks.lateOf(load.agent);
        if (!present.contains(load.agent))
            load.state = AgentState::Offline;
        else if (load.state == AgentState::Offline)
            load.state = AgentState::Available; // he is there, and has said nothing else
        figures.agents.append(load);
    }
    return {};
}

} // namespace

const sla::CalendarInForce *openingHoursOf(const sla::Edition &edition, qint64 at)
{
    QMap<CalendarId, int> uses; // in the order of ids, so that everybody chooses the same
    for (const sla::PolicyInForce &policy : edition.policies) {
        for (const SlaTarget &target : policy.version->targets)
            if (!target.calendar.isEmpty()) ++uses[target.calendar];
    }
    const sla::CalendarInForce *chosen = nullptr;
    std::pair<int, qint64> best;
    for (auto use = uses.cbegin(); use != uses.cend(); ++use) {
        const auto calendar = edition.calendars.constFind(use.key());
        if (calendar == edition.calendars.cend() || !calendar->time) continue;
        const std::pair<int, qint64> rank{use.value(), -calendar->time->between(at, at + msecsOfAWeek)};
        if (chosen != nullptr && rank <= best) continue;
        chosen = &*calendar;
        best = rank;
    }
    return chosen;
}

Result<LiveFigures> liveFigures(const store::Reader &reader, const QDateTime &now, const QSet<AgentId> &connected)
{
    const auto rules = store::rulesOf(reader);
    if (!rules) return tl::unexpected(rules.error());
    const qint64 at = now.toMSecsSinceEpoch();
    const sla::CalendarInForce *opening = openingHoursOf((*rules)->inForceAt(at), at);
    const sla::OpenTime &time = opening != nullptr ? *opening->time : *(*rules)->always();
    const store::FigureTimes times = timesAt(now, time.schedule().zone);
    auto figures = store::countedFigures(reader.database(), times);
    if (!figures) return figures;
    figures->at = now;
    figures->monthFrom = instantOf(times.monthFrom);
    NextClocks clocks(time, times, *figures);
    return store::forEachNextClock(reader.database(), at,
                                   [&clocks](const store::NextClock &clock) { clocks.count(clock); })
        .and_then([&] { return countCalls(reader, time, times, figures->phone); })
        .and_then([&] { return countAgents(reader, now, connected, clocks, *figures); })
        .map([&] {
            clocks.finish();
            return std::move(*figures);
        });
}

} // namespace akwaba::servicelevels

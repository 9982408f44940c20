// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/clockmoves.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace akwaba::servicelevels {

namespace {

enum class Move { None, Moves, NeedsFacts };

Move move(store::KeptClock &clock, const sla::Edition &edition, qint64 now)
{
    const bool isFixed = clock.isPromise || clock.unit == ClockUnit::Wall;
    if (isFixed && clock.breachedAt) return Move::NeedsFacts; // what was missed may have been of business time
    if (clock.unit == ClockUnit::Wall || clock.policy.isEmpty()) return Move::None;
    const sla::CalendarInForce calendar = edition.calendars.value(clock.calendar);
    const auto policy = std::ranges::find_if(
        edition.policies, [&clock](const sla::PolicyInForce &each) { return each.policy->id == clock.policy; });
    if (calendar.version == nullptr || calendar.version->number != clock.calendarVersion || !calendar.time
        || policy == edition.policies.end())
        return Move::NeedsFacts;
    if (!clock.dueAt) return clock.isPromise ? Move::NeedsFacts : Move::None; // it is paused
    const bool isDays = clock.unit == ClockUnit::BusinessDays;
    const auto due = clock.isPromise ? clock.dueAt
        : isDays                     ? sla::dueInDays(*calendar.time, clock.startedAt, clock.days, clock.pauses)
                                     : sla::due(*calendar.time, clock.startedAt, clock.length, clock.pauses);
    const bool isLate = clock.breachedAt || *clock.dueAt <= now || !due || *due <= now;
    if (isLate && due != clock.dueAt) return Move::NeedsFacts; // it may not have been late after all, or is now
    const store::KeptClock before = clock;
    clock.dueAt = due;
    if (clock.isPromise)
        clock.length = calendar.time->between(clock.startedAt, *due); // and with it when it is at risk
    else if (isDays)
        clock.length = sla::elapsed(*calendar.time, clock.startedAt, *due, clock.pauses);
    clock.atRiskAt = sla::due(*calendar.time, clock.startedAt,
                              sla::atRiskAfter(clock.length, policy->version->atRiskPercents), clock.pauses);
    const bool isAtRisk = clock.atRiskAt && *clock.atRiskAt <= now;
    if (!isLate) {
        clock.state = isAtRisk ? ClockState::AtRisk : ClockState::Running;
        clock.nextAt = isAtRisk ? clock.dueAt : clock.atRiskAt;
    }
    return clock == before ? Move::None : Move::Moves;
}

/// Also where nobody has noticed yet.
bool isLateAt(const store::KeptClock &clock, qint64 now)
{
    return clock.breachedAt || (clock.isOpen() && clock.dueAt && *clock.dueAt <= now);
}

void add(RuleEffect &effect, const store::KeptClock &clock, const store::KeptClock *then, qint64 now)
{
    ++effect.looked;
    if (then == nullptr) return;
    const bool wasLate = isLateAt(clock, now);
    const bool isLate = isLateAt(*then, now);
    if (!then->isOpen())
        ++effect.ended;
    else if (clock.dueAt != then->dueAt)
        ++effect.moved;
    if (isLate && !wasLate) ++effect.becomeLate;
    if (wasLate && !isLate) ++effect.noLongerLate;
}

auto keyOf(const store::KeptClock &clock) { return std::tuple(clock.ticket.value, clock.target, clock.instance); }

} // namespace

Moves movesOf(const QList<store::KeptClock> &clocks, const sla::Edition &edition, qint64 now)
{
    Moves moves;
    for (store::KeptClock clock : clocks) {
        const QString ticket = clock.ticket.value;
        // The rest of the clocks of the last one are judged with it.
        if (moves.needFacts.size() == ticketsInSlice && moves.needFacts.constLast() != ticket) return moves;
        const Move what = move(clock, edition, now);
        if (what == Move::Moves) moves.moved.append(clock);
        if (what == Move::NeedsFacts && (moves.needFacts.isEmpty() || moves.needFacts.constLast() != ticket))
            moves.needFacts.append(ticket);
        moves.last = ticket;
        ++moves.looked;
    }
    return moves;
}

ClocksByTicket byTicket(const QList<store::KeptClock> &clocks)
{
    ClocksByTicket all;
    for (const store::KeptClock &clock : clocks)
        all[clock.ticket.value].append(clock);
    for (QList<store::KeptClock> &each : all)
        std::ranges::sort(each, {},
                          [](const store::KeptClock &clock) { return std::pair(clock.target, clock.instance); });
    return all;
}

ClocksByTicket clocksByFacts(const QHash<QString, sla::Facts> &facts, const sla::Rules &rules, qint64 now)
{
    QList<store::KeptClock> clocks;
    for (auto each = facts.begin(); each != facts.end(); ++each) {
        for (const sla::SlaClock &clock : sla::clocksOf(rules, *each, now))
            clocks.append(store::keptClock(TicketId{each.key()}, clock, now));
    }
    return byTicket(clocks);
}

Result<ClocksByTicket> clocksByFacts(const store::Reader &reader, const sla::Rules &rules, const QStringList &tickets,
                                     qint64 now)
{
    if (tickets.isEmpty()) return {};
    return store::factsOf(reader, tickets).map([&](const QHash<QString, sla::Facts> &facts) {
        return clocksByFacts(facts, rules, now);
    });
}

void addEffect(RuleEffect &effect, const QList<store::KeptClock> &before, const QList<store::KeptClock> &after,
               qint64 now)
{
    using Key = decltype(keyOf(after.constFirst()));
    std::map<Key, const store::KeptClock *> becomes;
    for (const store::KeptClock &clock : after)
        becomes[keyOf(clock)] = &clock;
    for (const store::KeptClock &clock : before) {
        const auto found = becomes.find(keyOf(clock));
        const store::KeptClock *then = found == becomes.end() ? nullptr : found->second;
        if (clock.isOpen()) add(effect, clock, then, now);
        if (then != nullptr && (clock.isOpen() || !then->isOpen())) becomes.erase(found);
    }
    for (const auto &[key, clock] : becomes) {
        if (!clock->isOpen()) continue;
        ++effect.begun;
        if (isLateAt(*clock, now)) ++effect.becomeLate;
    }
}

} // namespace akwaba::servicelevels

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sla/explanation.h"

#include <algorithm>

namespace akwaba::sla {

namespace {

constexpr qint64 aDay = qint64(minutesOfADay) * 60 * 1000;

std::vector<Passage> passagesOf(const SlaClock &clock, qint64 now)
{
    const qint64 stop = std::min(now, clock.endedAt.value_or(now));
    std::vector<Passage> passages;
    qint64 at = clock.startedAt;
    const auto count = [&](qint64 until) {
        if (until > at) passages.push_back({Passage::Kind::Counted, {at, until}, clock.time->between(at, until)});
        at = std::max(at, until);
    };
    for (const Span &pause : clock.pauses) {
        if (pause.from >= stop) break;
        count(pause.from);
        const qint64 until = std::min(pause.to, stop);
        if (until > at) passages.push_back({Passage::Kind::Paused, {at, until}, 0});
        at = std::max(at, until);
    }
    count(stop);
    if (clock.isOpen() && clock.dueAt && *clock.dueAt > at)
        passages.push_back({Passage::Kind::ToCome, {at, *clock.dueAt}, clock.time->between(at, *clock.dueAt)});
    return passages;
}

/// Midnight of the zone before an instant, near enough: a day too early does no harm.
qint64 dayBefore(qint64 at) { return at - at % aDay - aDay; }

} // namespace

Explanation explain(const Rules &rules, const SlaClock &clock, qint64 now)
{
    Explanation explanation;
    const Edition &edition = rules.editions().at(clock.edition);
    const auto policy = std::ranges::find_if(
        edition.policies, [&clock](const PolicyInForce &each) { return each.policy->id == clock.policy; });
    if (policy != edition.policies.end()) explanation.policy = &*policy;
    const bool hasCalendar = clock.unit != ClockUnit::Wall && !clock.calendar.isEmpty();
    if (hasCalendar) explanation.zone = QString::fromLatin1(clock.time->schedule().zone.id());
    explanation.passages = passagesOf(clock, now);
    if (!explanation.passages.empty()) {
        const qint64 last = explanation.passages.back().span.to;
        explanation.open = clock.time->stretches(dayBefore(clock.startedAt), last - last % aDay + 2 * aDay);
    }
    if (explanation.policy == nullptr || !clock.dueAt) return explanation;
    for (const int percent : explanation.policy->version->atRiskPercents) {
        if (const auto at = due(*clock.time, clock.startedAt, clock.length * percent / 100, clock.pauses))
            explanation.alerts.push_back({percent, *at});
    }
    return explanation;
}

} // namespace akwaba::sla

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sla/facts.h"

/// The clocks of a ticket, computed from its facts and from what counted when: the one function of the server and of
/// the console (sla.md rules 1 to 28).
namespace akwaba::sla {

/// Something that happened to a clock.
struct ClockEvent {
    enum class Kind {
        Started,
        Paused,
        Resumed,
        TargetChanged, ///< the ticket became another one: another policy, or none (rule 16)
        RulesChanged, ///< another version of a policy or a calendar, a holiday (rule 17)
        Breached,
        Annulled, ///< the breach, by another version (rule 24)
        Ended,
    };
    Kind kind = Kind::Started;
    qint64 at = 0;
    std::size_t edition = 0; // of Rules, in which it happened: who made it, and why
    bool operator==(const ClockEvent &) const = default;
};

/// One running of one target. What is not there is nothing: a clock without a due date is paused, or nobody can say.
struct SlaClock {
    Target target = Target::FirstResponse;
    int instance = 1; // of this target on this ticket
    ClockState state = ClockState::Running;
    SlaPolicyId policy; // empty where only a promise counts
    int policyVersion = 0;
    CalendarId calendar;
    int calendarVersion = 0;
    ClockUnit unit = ClockUnit::Business;
    qint64 length = 0; // milliseconds of what it counts; of businessDays those that they turned out to be
    int days = 0; // of businessDays
    bool isPromise = false; // the date was given by hand
    qint64 startedAt = 0;
    std::optional<qint64> dueAt; // nothing while it is paused
    std::optional<qint64> atRiskAt;
    std::optional<qint64> breachedAt;
    std::optional<qint64> endedAt;
    qint64 used = 0; // milliseconds of what it counts, until now or its end
    std::vector<Span> pauses; // the last may have no end: maxInstant
    std::vector<ClockEvent> events; // by their time
    std::size_t edition = 0; // that it is judged by
    std::shared_ptr<const OpenTime> time; // what it counts
    bool operator==(const SlaClock &) const = default;

    [[nodiscard]] bool isOpen() const { return !endedAt.has_value(); }
    /// What is left of its target; below zero once it is late. Of a promise and of days in the time that it counts.
    [[nodiscard]] qint64 remaining(qint64 now) const;
};

/// After how much of a target a clock is at risk: at the first of the policy's percentages, or a quarter of an hour
/// before the end where that is earlier, but never in the first half (rule 22).
[[nodiscard]] qint64 atRiskAfter(qint64 length, const QList<int> &percents);

/// All clocks that the ticket ever had, by their start, as of `now`. Tickets that no policy wants have none, but for
/// promises.
[[nodiscard]] std::vector<SlaClock> clocksOf(const Rules &rules, const Facts &facts, qint64 now);

/// The open one that is due next; where none is due, one that is paused; null where none is open.
[[nodiscard]] const SlaClock *nextOf(const std::vector<SlaClock> &clocks);

} // namespace akwaba::sla

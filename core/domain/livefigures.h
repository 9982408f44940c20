// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/values.h"

/// What supervisors see at a glance (ux.md 4), counted by the server over all teams at one moment. Open tickets are
/// those with an active status. Figures only: who is meant by an id is known by whoever may know it.
namespace akwaba {

/// Open tickets of one team whose next clock is due in one opening hour. What is due while the company is closed has to
/// be done in the hour before.
struct DueHour {
    QDateTime from;
    TeamId team; // empty: of no team
    qint64 tickets = 0;
    bool operator==(const DueHour &) const = default;
};

/// Clocks that were decided since the beginning of the month: kept at their end, or broken when they were due, whatever
/// became of them later. Those of spam are none. First responses are told apart by channel, resolutions by complexity.
struct Attainment {
    Target target = Target::FirstResponse;
    Channel channel = Channel::Other; // of first responses
    Complexity complexity = Complexity::Simple; // of resolutions
    qint64 kept = 0;
    qint64 decided = 0;
    ClockUnit unit = ClockUnit::Business;
    qint64 length = 0; // seconds; of businessDays, days; 0 where several lengths were promised
    bool operator==(const Attainment &) const = default;
};

struct AgentLoad {
    AgentId agent;
    AgentState state = AgentState::Offline; // as he said himself, while one of his devices is there
    qint64 open = 0; // tickets that are his
    qint64 late = 0;
    QDateTime waitingSince; // the customer who waits longest; invalid where none waits
    qint64 drafts = 0;
    bool operator==(const AgentLoad &) const = default;
};

/// Incoming calls, without those that were given up in the first five seconds, and those outside opening hours (sla.md
/// rule 5).
struct PhoneFigures {
    qint64 callsToday = 0;
    qint64 inTimeToday = 0; // answered within 30 s
    qint64 calls = 0; // since the beginning of the month
    qint64 inTime = 0;
    bool operator==(const PhoneFigures &) const = default;
};

struct LiveFigures {
    QDateTime at;
    QDateTime monthFrom;
    qint64 late = 0; // open tickets with a clock that is past its due date
    QDateTime lateSince; // the oldest of these dates
    qint64 atRisk = 0; // those whose next clock is at risk, and not late
    qint64 atRiskWithoutDraft = 0;
    qint64 unassigned = 0;
    QDateTime unassignedSince; // the customer who waits longest
    qint64 unanswered = 0; // those whose customer wrote, and had no answer yet
    QDateTime unansweredDueAt; // the next first response that is not late
    qint64 escalations = 0; // that are open
    qint64 escalationsLate = 0; // not accepted, or not answered, in time
    qint64 promises = 0; // those whose next clock is a date given to the customer, and due today
    QDateTime promiseDueAt; // the next one
    QList<DueHour> hours; // in the order of time; only those in which something is due
    QList<QDateTime> openingHours; // the next 24, each by its beginning
    QList<Attainment> attainments;
    QList<AgentLoad> agents; // who answers customers, by id
    PhoneFigures phone;
    bool operator==(const LiveFigures &) const = default;
};

/// Within how many seconds a call is to be answered, and after how many it counts (sla.md rule 5).
inline constexpr int answeredInTime = 30;
inline constexpr int abandonedAtOnce = 5;
/// Of all that is decided, at least so many percent are kept (policy.md).
inline constexpr int promisedPercent = 90;

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/values.h"

/// What was promised to customers, and when the company works. A change makes a new version, and the ones of before
/// stay: whoever asks why something was late a month ago is answered by what counted then (sla.md rule 17).
namespace akwaba {

/// A stretch of a day on the wall clock, in minutes since midnight. Where `to` is not behind `from` it ends on the next
/// day, which is part of that day: closed where that one is.
struct HoursOfADay {
    int from = 0;
    int to = 0; // up to 1440
    bool operator==(const HoursOfADay &) const = default;
};

/// Every week on this day.
struct WeeklyHours {
    int day = 1; // ISO 8601: Monday is 1, Sunday 7
    HoursOfADay hours;
    bool operator==(const WeeklyHours &) const = default;
};

/// What counts on a day instead of its weekly hours: none is closed.
struct CalendarException {
    QDate day;
    QList<HoursOfADay> hours;
    bool operator==(const CalendarException &) const = default;
};

struct CalendarVersion {
    int number = 1;
    QDateTime since; // it counts
    AgentId author; // empty for the system
    QString reason;
    QString zone; // IANA
    QList<WeeklyHours> weekly;
    QList<CalendarException> exceptions;
    bool operator==(const CalendarVersion &) const = default;
};

/// When the company works, for one kind of promise: its opening hours, or whole working days.
struct Calendar {
    CalendarId id;
    QString nameFr;
    QString nameEn;
    QList<CalendarVersion> versions; // in their order; the last counts
    bool active = true;
    qint64 rev = 0;
    bool operator==(const Calendar &) const = default;
};

/// A day, or several, on which calendars are closed, or for a part of the day. It counts from when it was confirmed
/// until it was cancelled (rule 18): the lunar ones are known the evening before.
struct Holiday {
    HolidayId id;
    QList<CalendarId> calendars; // none: all
    QDate from;
    QDate to; // the last day
    HoursOfADay closed{0, 24 * 60};
    bool movesFromSunday = false; // on a Sunday the Monday behind it is the holiday (rule 19)
    QString nameFr;
    QString nameEn;
    QString source; // a law, a communiqué, the file it was imported from
    HolidayState state = HolidayState::Planned;
    QDateTime confirmedAt;
    QDateTime cancelledAt;
    AgentId decidedBy; // who confirmed it; empty for the system
    AgentId cancelledBy;
    qint64 rev = 0;
    bool operator==(const Holiday &) const = default;
};

struct SlaTarget {
    Target target = Target::FirstResponse;
    ClockUnit unit = ClockUnit::Business;
    qint64 length = 0; // seconds; of businessDays, days
    CalendarId calendar; // of wall time none
    bool operator==(const SlaTarget &) const = default;
};

struct SlaPolicyVersion {
    int number = 1;
    QDateTime since; // it counts
    AgentId author; // empty for the system
    QString reason;
    int position = 0; // of the policies whose conditions hold the first one counts (rule 14)
    bool active = true;
    QList<FieldCondition> conditions; // all hold; none: every ticket
    QList<SlaTarget> targets;
    QList<int> atRiskPercents{75, 90}; // of the target, at which somebody is told; the first begins atRisk
    bool pausesForThirdParty = false; // rule 9
    int reopenedPercent = 50; // of the resolution's target, once a ticket is open again (rule 11)
    QDateTime enforceFrom; // tickets received earlier are never judged (rule 28); invalid: all are
    bool operator==(const SlaPolicyVersion &) const = default;
};

struct SlaPolicy {
    SlaPolicyId id;
    QString nameFr;
    QString nameEn;
    QList<SlaPolicyVersion> versions; // in their order; the last counts
    qint64 rev = 0;
    bool operator==(const SlaPolicy &) const = default;
};

} // namespace akwaba

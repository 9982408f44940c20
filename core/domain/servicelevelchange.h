// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/servicelevel.h"

/// What becomes of changed rules, before they are and after.
namespace akwaba {

/// What other rules would make of the clocks that run (sla.md rule 17).
struct RuleEffect {
    qint64 looked = 0; // clocks
    qint64 moved = 0; // their due dates are others
    qint64 becomeLate = 0;
    qint64 noLongerLate = 0;
    qint64 begun = 0; // that nobody had promised
    qint64 ended = 0; // that are promised no longer
    bool operator==(const RuleEffect &) const = default;
};

/// What somebody wants of a calendar, or of a new one. Number and author of the version are the server's; without
/// `since` it counts at once.
struct CalendarEdit {
    CalendarId id; // empty: a new one
    qint64 ifRev = 0; // that he looked at
    QString nameFr;
    QString nameEn;
    bool active = true;
    CalendarVersion version;
    bool operator==(const CalendarEdit &) const = default;
};

/// The same of a policy.
struct PolicyEdit {
    SlaPolicyId id;
    qint64 ifRev = 0;
    QString nameFr;
    QString nameEn;
    SlaPolicyVersion version;
    bool operator==(const PolicyEdit &) const = default;
};

/// What is wrong with an edit.
enum class RuleFlaw {
    NoName, ///< in one of the languages
    LongText,
    NoReason,
    InThePast, ///< what counted can't become other
    UnknownZone,
    NeverOpen,
    Overlapping, ///< two stretches of a day
    ImpossibleHours,
    DayTwice,
    StillUsed, ///< the calendar, by a policy or a path
    NoTarget,
    TargetTwice,
    NoLength,
    LongLength,
    NoCalendar, ///< of a target, or one that is not in use
    ImpossiblePercents,
    UnknownField,
    NoValue, ///< of a condition
    NoDefault, ///< the last policy takes every ticket (sla.md rule 14)
    SamePosition,
};
template <> struct EnumNames<RuleFlaw> {
    static constexpr auto all = std::to_array<std::string_view>(
        {"noName",      "longText",        "noReason",   "inThePast",          "unknownZone",  "neverOpen",
         "overlapping", "impossibleHours", "dayTwice",   "stillUsed",          "noTarget",     "targetTwice",
         "noLength",    "longLength",      "noCalendar", "impossiblePercents", "unknownField", "noValue",
         "noDefault",   "samePosition"});
};

/// What a policy takes of the open tickets.
struct PolicyMatch {
    SlaPolicyId policy; // empty: the new one
    qint64 fitting = 0; // its conditions hold
    qint64 taken = 0; // and those of none before it
    QStringList numbers; // of the first ones that it takes
    bool operator==(const PolicyMatch &) const = default;
};

/// What makes sense, but may not be what was meant.
enum class PolicyDoubt {
    MatchesNothing,
    MatchesEverything, ///< and the ones behind it nothing
    NeverFirst, ///< whatever it could take is taken by those before it
    Overlaps, ///< the conditions of both can hold; the first one counts
};
template <> struct EnumNames<PolicyDoubt> {
    static constexpr auto all =
        std::to_array<std::string_view>({"matchesNothing", "matchesEverything", "neverFirst", "overlaps"});
};

struct PolicyWarning {
    PolicyDoubt why = PolicyDoubt::MatchesNothing;
    SlaPolicyId policy;
    SlaPolicyId other; // behind it, where two overlap
    qint64 tickets = 0; // open ones that it is about
    bool operator==(const PolicyWarning &) const = default;
};

/// What other policies would make of the open tickets.
struct PolicyTrial {
    RuleEffect effect;
    qint64 tickets = 0; // open ones
    QList<PolicyMatch> matches; // in the order of the policies
    QList<PolicyWarning> warnings;
    bool operator==(const PolicyTrial &) const = default;
};

/// Why an event of a calendar file became no holiday.
enum class ImportSkip {
    Known, ///< it is here already
    Timed, ///< it does not take whole days
    Repeats, ///< it stands for several days that the file does not list
    Cancelled,
    Nameless,
    Unusable, ///< no day that we can count with
};
template <> struct EnumNames<ImportSkip> {
    static constexpr auto all =
        std::to_array<std::string_view>({"known", "timed", "repeats", "cancelled", "nameless", "unusable"});
};

struct SkippedHoliday {
    QString name;
    QDate day;
    ImportSkip why = ImportSkip::Unusable;
    bool operator==(const SkippedHoliday &) const = default;
};

/// What a calendar file brought: holidays that are planned, until somebody confirms them (rule 18).
struct HolidayImport {
    QList<Holiday> added;
    QList<SkippedHoliday> skipped;
    bool operator==(const HolidayImport &) const = default;
};

inline constexpr int largestHolidayFile = 256 * 1024; // bytes
inline constexpr int mostImportedHolidays = 500; // events of one file

} // namespace akwaba

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
    bool operator==(const RuleEffect &) const = default;
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

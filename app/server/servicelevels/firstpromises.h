// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/servicelevel.h"

namespace akwaba {
class Clock;
class Random;
} // namespace akwaba

/// What a new company begins with: the promises of an Ivorian shop (policy.md P2, P3, P10 to P12), to be changed.
namespace akwaba::servicelevels {

struct ServiceLevels {
    QList<Calendar> calendars; ///< working days around the clock, opening hours
    QList<Holiday> holidays;
    QList<SlaPolicy> policies;
};

/// They count from `since`; where `enforced`, tickets received before are never judged (sla.md rule 28). Clock and dice
/// make the ids.
[[nodiscard]] ServiceLevels firstPromises(const Clock &clock, Random &random, const QDateTime &since, bool enforced);

/// The public holidays of Côte d'Ivoire in these years. Those of fixed days and of Easter are confirmed at `since`; the
/// four that the moon decides are planned, on the days computed for 2026 to 2028 (rule 19).
[[nodiscard]] QList<Holiday> ivorianHolidays(int firstYear, int lastYear, const Clock &clock, Random &random,
                                             const QDateTime &since);

/// Easter Sunday in the Gregorian calendar, 1583 to 4099.
[[nodiscard]] QDate easterOf(int year);

} // namespace akwaba::servicelevels

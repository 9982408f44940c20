// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QSet>
#include <QTimeZone>

#include <array>
#include <optional>

/// When a company works. Pure: time is an argument, and every instant is UTC.
namespace akwaba::sla {

inline constexpr int minutesOfADay = 24 * 60;

/// A stretch of a day on the wall clock, from and up to these minutes since midnight; the last may be 24:00.
struct Hours {
    int from = 0;
    int to = 0;
    bool operator==(const Hours &) const = default;
};

/// A value; hours may come in any order and overlap.
struct Schedule {
    QTimeZone zone{"UTC"};
    std::array<QList<Hours>, 7> weekly; ///< Monday first
    QSet<QDate> holidays; ///< closed, whatever else is said of the day
    QMap<QDate, QList<Hours>> overrides; ///< what counts on a day instead of its weekly hours
    QMap<QDate, QList<Hours>> breaks; ///< cut out of whatever counts on a day
    bool operator==(const Schedule &) const = default;
};

/// [from, to): open at its beginning, closed at its end.
struct Interval {
    QDateTime from;
    QDateTime to;
    bool operator==(const Interval &) const = default;
};

/// The open stretches of a day, in their order. A time that the clocks skip is as much later as they are put forward;
/// of one that comes twice the first counts.
[[nodiscard]] QList<Interval> openOn(const Schedule &schedule, const QDate &day);

[[nodiscard]] bool isOpen(const Schedule &schedule, const QDateTime &at);
/// The first open instant from `at` on, `at` itself where it is one; nothing where there is none for ten years.
[[nodiscard]] std::optional<QDateTime> nextOpen(const Schedule &schedule, const QDateTime &at);

/// Monday to Friday, 08:00 to 12:00 and 14:00 to 18:00 in Abidjan: what counts until an operator says otherwise.
[[nodiscard]] Schedule usualHours();

} // namespace akwaba::sla

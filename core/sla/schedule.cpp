// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sla/schedule.h"

#include <algorithm>

namespace akwaba::sla {

namespace {

constexpr qint64 msecsOfAMinute = 60 * 1000;
constexpr qint64 msecsOfADay = minutesOfADay * msecsOfAMinute;
constexpr int daysToLook = 3660;

/// Sorted, without the empty ones, and what touches is one.
QList<Hours> joined(QList<Hours> hours)
{
    std::ranges::sort(hours, {}, &Hours::from);
    QList<Hours> all;
    for (const Hours &each : std::as_const(hours)) {
        if (each.from >= each.to) continue;
        if (!all.isEmpty() && each.from <= all.last().to)
            all.last().to = std::max(all.last().to, each.to);
        else
            all.append(each);
    }
    return all;
}

QList<Hours> without(const QList<Hours> &hours, const Hours &gap)
{
    QList<Hours> left;
    for (const Hours &each : hours) {
        const Hours before{each.from, std::min(each.to, gap.from)};
        const Hours after{std::max(each.from, gap.to), each.to};
        if (before.from < before.to) left.append(before);
        if (after.from < after.to) left.append(after);
    }
    return left;
}

QList<Hours> hoursOf(const Schedule &schedule, const QDate &day)
{
    if (schedule.holidays.contains(day)) return {};
    const auto override = schedule.overrides.constFind(day);
    const bool isSpecial = override != schedule.overrides.constEnd();
    QList<Hours> hours = joined(isSpecial ? *override : schedule.weekly.at(std::size_t(day.dayOfWeek()) - 1));
    for (const Hours &gap : joined(schedule.breaks.value(day)))
        hours = without(hours, gap);
    return hours;
}

qint64 offsetAt(const QTimeZone &zone, qint64 instant)
{
    return qint64(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC))) * 1000;
}

/// What the wall clock shows at an instant, as if it were UTC.
qint64 wallAt(const QTimeZone &zone, qint64 instant) { return instant + offsetAt(zone, instant); }

/// QDateTime's own answer for times that don't exist, or exist twice, differs from one version of Qt to another.
QDateTime instantOf(const QTimeZone &zone, const QDate &day, int minute)
{
    const qint64 wall = QDateTime(day, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch() + minute * msecsOfAMinute;
    // The offsets of the day before and after: at most one change lies between them, and the earlier one counts first.
    const qint64 early = wall - offsetAt(zone, wall - msecsOfADay);
    const qint64 late = wall - offsetAt(zone, wall + msecsOfADay);
    // Where the clocks skip it, it is as much later as they are put forward.
    const bool isLate = wallAt(zone, early) != wall && wallAt(zone, late) == wall;
    return QDateTime::fromMSecsSinceEpoch(isLate ? late : early, Qt::UTC);
}

QDate dayAt(const Schedule &schedule, const QDateTime &at)
{
    return QDateTime::fromMSecsSinceEpoch(wallAt(schedule.zone, at.toMSecsSinceEpoch()), Qt::UTC).date();
}

} // namespace

QList<Interval> openOn(const Schedule &schedule, const QDate &day)
{
    QList<Interval> all;
    for (const Hours &hours : hoursOf(schedule, day)) {
        Interval open{instantOf(schedule.zone, day, hours.from), instantOf(schedule.zone, day, hours.to)};
        if (!all.isEmpty()) open.from = std::max(open.from, all.last().to); // what is skipped may reach into the next
        if (open.from < open.to) all.append(open);
    }
    return all;
}

bool isOpen(const Schedule &schedule, const QDateTime &at)
{
    const QList<Interval> today = openOn(schedule, dayAt(schedule, at));
    return std::ranges::any_of(today, [&at](const Interval &open) { return open.from <= at && at < open.to; });
}

std::optional<QDateTime> nextOpen(const Schedule &schedule, const QDateTime &at)
{
    const QDate today = dayAt(schedule, at);
    for (int days = 0; days < daysToLook; ++days) {
        for (const Interval &open : openOn(schedule, today.addDays(days))) {
            if (at < open.to) return std::max(at, open.from);
        }
    }
    return std::nullopt;
}

Schedule usualHours()
{
    Schedule schedule;
    schedule.zone = QTimeZone("Africa/Abidjan");
    for (int day = Qt::Monday; day <= Qt::Friday; ++day)
        schedule.weekly.at(std::size_t(day) - 1) = {{8 * 60, 12 * 60}, {14 * 60, 18 * 60}};
    return schedule;
}

} // namespace akwaba::sla

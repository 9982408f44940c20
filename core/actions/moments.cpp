// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/moments.h"

#include <QTimeZone>

namespace akwaba {

namespace {

constexpr int opening = 8;
constexpr int noon = 12;
constexpr int evening = 17;
constexpr int anHour = 3600;

QDateTime at(const QDate &day, int hour, const QDateTime &now)
{
    return QDateTime(day, QTime(hour, 0),
                     now.timeSpec() == Qt::TimeZone ? now.timeZone() : QTimeZone::systemTimeZone());
}

QDate workingDayAfter(QDate day)
{
    do
        day = day.addDays(1);
    while (day.dayOfWeek() > Qt::Friday);
    return day;
}

} // namespace

QList<QDateTime> promiseMoments(const QDateTime &now)
{
    const QDate next = workingDayAfter(now.date());
    const QDate second = workingDayAfter(next);
    QList<QDateTime> all{at(next, noon, now), at(next, evening, now), at(second, noon, now), at(second, evening, now)};
    const QDateTime today = at(now.date(), evening, now);
    // What is promised for the next minutes is better done.
    if (now.date().dayOfWeek() <= Qt::Friday && now.secsTo(today) >= anHour) all.prepend(today);
    return all;
}

QList<QDateTime> snoozeMoments(const QDateTime &now)
{
    const QDateTime minute = now.addSecs(-now.time().second()).addMSecs(-now.time().msec());
    QList<QDateTime> all{minute.addSecs(anHour), minute.addSecs(3 * anHour)};
    const QDate next = workingDayAfter(now.date());
    const QDate monday = now.date().addDays(Qt::Sunday + 1 - now.date().dayOfWeek());
    all.append(at(next, opening, now));
    if (monday != next) all.append(at(monday, opening, now));
    return all;
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sla/opentime.h"

#include <QRandomGenerator>
#include <QTest>

using namespace akwaba::sla;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;

/// In UTC, which is the time of Abidjan.
qint64 at(const QString &text) { return QDateTime::fromString(text + u'Z', Qt::ISODate).toMSecsSinceEpoch(); }

QString words(const std::optional<qint64> &instant)
{
    return instant ? QDateTime::fromMSecsSinceEpoch(*instant, Qt::UTC).toString(u"ddd d MMM yyyy HH:mm:ss"_s)
                   : u"never"_s;
}

/// Monday to Friday the whole day, without these.
Schedule workingDays(const QSet<QDate> &holidays = {})
{
    Schedule schedule;
    schedule.zone = QTimeZone("Africa/Abidjan");
    for (int day = Qt::Monday; day <= Qt::Friday; ++day)
        schedule.weekly.at(std::size_t(day) - 1) = {{0, minutesOfADay}};
    schedule.holidays = holidays;
    return schedule;
}

Schedule openingHours(const QSet<QDate> &holidays = {})
{
    Schedule schedule = usualHours();
    schedule.holidays = holidays;
    return schedule;
}

} // namespace

/// The vectors of sla.md that need a schedule and pauses only, by their numbers, and what must hold of any of them.
class TestOpenTime : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vector1_aDayOfWorkingDays_isNotTwentyFourOpeningHours()
    {
        const OpenTime time(workingDays({QDate(2026, 11, 15)}));
        QCOMPARE(words(due(time, at(u"2026-11-13T18:00:00"_s), 24 * hour)), u"Mon 16 Nov 2026 18:00:00"_s);
    }

    void vector2_aPause_takesItsOpenTimeOut()
    {
        const OpenTime time(openingHours());
        const QList<Span> paused{{at(u"2026-11-16T11:00:00"_s), at(u"2026-11-17T15:00:00"_s)}};
        const qint64 start = at(u"2026-11-16T09:00:00"_s);
        QCOMPARE(words(due(time, start, 8 * hour, paused)), u"Wed 18 Nov 2026 11:00:00"_s);
        QCOMPARE(elapsed(time, start, at(u"2026-11-17T15:00:00"_s), paused), 2 * hour);
    }

    void whatIsNotDueBeforeAPauseWithoutAnEnd_isNeverDue()
    {
        const OpenTime time(openingHours());
        const qint64 start = at(u"2026-11-16T09:00:00"_s);
        const QList<Span> paused{{at(u"2026-11-16T11:00:00"_s), maxInstant}};
        QCOMPARE(words(due(time, start, 2 * hour, paused)), u"Mon 16 Nov 2026 11:00:00"_s);
        QCOMPARE(due(time, start, 3 * hour, paused), std::nullopt);
        QCOMPARE(dueInDays(time, start, 1, paused), std::nullopt);
        QCOMPARE(elapsed(time, start, at(u"2026-11-18T09:00:00"_s), paused), 2 * hour);
    }

    void vector3_onAClosedDay_timeBeginsAtTheNextOpening()
    {
        const OpenTime time(openingHours());
        QCOMPARE(words(due(time, at(u"2026-11-14T10:00:00"_s), 30 * minute)), u"Mon 16 Nov 2026 08:30:00"_s);
    }

    void vector4_lunchIsNoOpenTime()
    {
        const OpenTime time(openingHours());
        QCOMPARE(words(due(time, at(u"2026-11-16T12:30:00"_s), 60 * minute)), u"Mon 16 Nov 2026 15:00:00"_s);
    }

    void vector5_workingDays_endAtTheClosingOfTheLast()
    {
        const OpenTime time(openingHours());
        QCOMPARE(words(dueInDays(time, at(u"2026-11-16T10:00:00"_s), 7)), u"Wed 25 Nov 2026 18:00:00"_s);
    }

    void vector6_afterClosing_countsAsTheNextWorkingDay()
    {
        const OpenTime time(openingHours());
        QCOMPARE(words(dueInDays(time, at(u"2026-11-20T18:30:00"_s), 7)), u"Wed 2 Dec 2026 18:00:00"_s);
    }

    void vector7And8_aHolidayDeclaredTheEveningBefore_movesTheDueDate()
    {
        const qint64 start = at(u"2026-03-19T15:00:00"_s);
        QCOMPARE(words(due(OpenTime(openingHours()), start, 8 * hour)), u"Fri 20 Mar 2026 15:00:00"_s);
        const OpenTime time(openingHours({QDate(2026, 3, 20)}));
        QCOMPARE(words(due(time, start, 8 * hour)), u"Mon 23 Mar 2026 15:00:00"_s);
    }

    void vector9_aDayOfTwentyFiveHours()
    {
        Schedule paris;
        paris.zone = QTimeZone("Europe/Paris");
        paris.weekly.fill({{0, minutesOfADay}});
        const OpenTime time(paris);
        QCOMPARE(words(due(time, at(u"2026-10-24T10:00:00"_s), 24 * hour)),
                 u"Sun 25 Oct 2026 10:00:00"_s); // 11:00 there
    }

    void vector12_halfAMinuteBeforeClosing()
    {
        const OpenTime time(openingHours());
        QCOMPARE(words(due(time, at(u"2026-11-16T17:59:30"_s), minute)), u"Tue 17 Nov 2026 08:00:30"_s);
    }

    void vector14_halfAHoliday_cutsHalfTheDay()
    {
        Schedule schedule = openingHours({QDate(2026, 12, 25)});
        schedule.breaks = {{QDate(2026, 12, 24), {{12 * 60, minutesOfADay}}}};
        const OpenTime time(schedule);
        QCOMPARE(words(due(time, at(u"2026-12-24T08:00:00"_s), 8 * hour)), u"Mon 28 Dec 2026 12:00:00"_s);
    }

    void vector15_aCalendarWithoutOpenTime_hasNoDueDate_andEnds()
    {
        const OpenTime never{Schedule()};
        QCOMPARE(due(never, at(u"2026-11-16T10:00:00"_s), minute), std::nullopt);
        QCOMPARE(dueInDays(never, at(u"2026-11-16T10:00:00"_s), 1), std::nullopt);
        QCOMPARE(elapsed(never, at(u"2026-11-16T10:00:00"_s), at(u"2027-11-16T10:00:00"_s)), 0);
        Schedule once;
        once.overrides = {{QDate(2027, 1, 4), {{0, 60}}}};
        QCOMPARE(words(due(OpenTime(once), at(u"2026-11-16T10:00:00"_s), 30 * minute)), u"Mon 4 Jan 2027 00:30:00"_s);
        QCOMPARE(due(OpenTime(once), at(u"2026-11-16T10:00:00"_s), 90 * minute), std::nullopt);
    }

    void vector16_aClosingInsideAPause_usesUpNoDay()
    {
        const OpenTime time(openingHours());
        const QList<Span> paused{{at(u"2026-11-18T09:00:00"_s), at(u"2026-11-20T09:00:00"_s)}};
        QCOMPARE(words(dueInDays(time, at(u"2026-11-16T10:00:00"_s), 7, paused)), u"Fri 27 Nov 2026 18:00:00"_s);
    }

    void vector17_aPauseWithoutAClosing_costsNoDay()
    {
        const OpenTime time(openingHours());
        const QList<Span> paused{{at(u"2026-11-18T09:00:00"_s), at(u"2026-11-18T16:00:00"_s)}};
        QCOMPARE(words(dueInDays(time, at(u"2026-11-16T10:00:00"_s), 7, paused)), u"Wed 25 Nov 2026 18:00:00"_s);
    }

    void rule21_aMessageAtClosing_beginsAtTheNextOpening_andADueDateThereStays()
    {
        const OpenTime time(openingHours());
        QCOMPARE(words(due(time, at(u"2026-11-16T12:00:00"_s), minute)), u"Mon 16 Nov 2026 14:01:00"_s);
        QCOMPARE(words(due(time, at(u"2026-11-16T08:00:00"_s), 4 * hour)), u"Mon 16 Nov 2026 12:00:00"_s);
        QCOMPARE(words(dueInDays(time, at(u"2026-11-16T18:00:00"_s), 1)), u"Wed 18 Nov 2026 18:00:00"_s);
    }

    void aClockInWallTime_stopsForPausesOnly()
    {
        const OpenTime time = OpenTime::always();
        const qint64 start = at(u"2026-11-14T10:00:00"_s);
        QCOMPARE(due(time, start, hour), start + hour);
        const QList<Span> paused{{start + 10 * minute, start + 20 * minute}, {start + hour, start + 2 * hour}};
        QCOMPARE(due(time, start, hour, paused), start + 2 * hour + 10 * minute);
        QCOMPARE(elapsed(time, start, start + 3 * hour, paused), 3 * hour - 70 * minute);
    }

    /// Of random instants, times and pauses: what has run until the due date is the time that was given, and the index
    /// says the same whichever years it was asked for before.
    void untilItsDueDate_aClockHasRunForItsTime()
    {
        QRandomGenerator dice(20261127);
        Schedule schedule = openingHours({QDate(2026, 11, 16), QDate(2026, 12, 25), QDate(2027, 1, 1)});
        schedule.breaks = {{QDate(2026, 12, 24), {{12 * 60, minutesOfADay}}}};
        const OpenTime grown(schedule);
        for (int i = 0; i < 300; ++i) {
            const qint64 start = at(u"2024-06-01T00:00:00"_s) + dice.bounded(qint64(4 * 365) * 24 * hour);
            const qint64 msecs = 1 + dice.bounded(90 * hour);
            QList<Span> pauses;
            qint64 from = start - 5 * hour;
            for (int pause = int(dice.bounded(4)); pause > 0; --pause) {
                from += 1 + dice.bounded(40 * hour);
                const qint64 to = from + 1 + dice.bounded(60 * hour);
                pauses.append({from, to});
                from = to;
            }
            const auto end = due(grown, start, msecs, pauses);
            QVERIFY(end);
            QCOMPARE(elapsed(grown, start, *end, pauses), msecs);
            QVERIFY(elapsed(grown, start, *end - 1, pauses) == msecs - 1);
            QCOMPARE(due(OpenTime(schedule), start, msecs, pauses), end);
        }
    }

    void whatTouches_isOneStretch()
    {
        const OpenTime time(workingDays());
        const auto all = time.stretches(at(u"2026-11-13T18:00:00"_s), at(u"2026-11-18T06:00:00"_s));
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all[0], (Span{at(u"2026-11-13T18:00:00"_s), at(u"2026-11-14T00:00:00"_s)}));
        QCOMPARE(all[1], (Span{at(u"2026-11-16T00:00:00"_s), at(u"2026-11-18T06:00:00"_s)}));
    }
};

QTEST_GUILESS_MAIN(TestOpenTime)
#include "tst_opentime.moc"

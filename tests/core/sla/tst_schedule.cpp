// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sla/schedule.h"

#include <QTest>

using namespace akwaba::sla;
using namespace Qt::StringLiterals;

namespace {

QDateTime utc(int year, int month, int day, int hour, int minute = 0)
{
    return {QDate(year, month, day), QTime(hour, minute), Qt::UTC};
}

Hours hours(int from, int to) { return {from * 60, to * 60}; }

Schedule allDay(const char *zone)
{
    Schedule schedule;
    schedule.zone = QTimeZone(zone);
    schedule.weekly.fill({hours(0, 24)});
    return schedule;
}

/// Closed but for one stretch on one day.
Schedule openOnce(const char *zone, const QDate &day, const Hours &stretch)
{
    Schedule schedule;
    schedule.zone = QTimeZone(zone);
    schedule.overrides = {{day, {stretch}}};
    return schedule;
}

} // namespace

class TestSchedule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opening_isOpen_andClosing_isClosed()
    {
        const Schedule schedule = usualHours();
        QVERIFY(!isOpen(schedule, utc(2026, 11, 23, 7, 59)));
        QVERIFY(isOpen(schedule, utc(2026, 11, 23, 8)));
        QVERIFY(isOpen(schedule, utc(2026, 11, 23, 12).addMSecs(-1)));
        QVERIFY(!isOpen(schedule, utc(2026, 11, 23, 12)));
        QVERIFY(isOpen(schedule, utc(2026, 11, 23, 14)));
    }

    void theNextOpening_isNow_afterLunch_tomorrow_orAfterTheWeekEnd()
    {
        const Schedule schedule = usualHours();
        QCOMPARE(nextOpen(schedule, utc(2026, 11, 20, 9, 30)), std::optional(utc(2026, 11, 20, 9, 30)));
        QCOMPARE(nextOpen(schedule, utc(2026, 11, 20, 12)), std::optional(utc(2026, 11, 20, 14)));
        QCOMPARE(nextOpen(schedule, utc(2026, 11, 19, 18)), std::optional(utc(2026, 11, 20, 8)));
        QCOMPARE(nextOpen(schedule, utc(2026, 11, 20, 18)), std::optional(utc(2026, 11, 23, 8)));
        QCOMPARE(nextOpen(schedule, utc(2026, 11, 22, 3)), std::optional(utc(2026, 11, 23, 8)));
    }

    void aHoliday_isClosed_evenWhereItHasHoursOfItsOwn()
    {
        Schedule schedule = usualHours();
        schedule.holidays = {QDate(2026, 11, 23), QDate(2026, 11, 24)};
        schedule.overrides = {{QDate(2026, 11, 24), {hours(8, 12)}}};
        QCOMPARE(nextOpen(schedule, utc(2026, 11, 20, 18)), std::optional(utc(2026, 11, 25, 8)));
    }

    void anOverride_replacesTheDaysHours_andABreak_isCutOut()
    {
        Schedule schedule = usualHours();
        schedule.overrides = {{QDate(2026, 12, 24), {hours(8, 12)}}, {QDate(2026, 12, 26), {hours(9, 10)}}};
        schedule.breaks = {{QDate(2026, 12, 24), {hours(7, 9), hours(10, 11)}}};
        QCOMPARE(openOn(schedule, QDate(2026, 12, 24)),
                 (QList<Interval>{{utc(2026, 12, 24, 9), utc(2026, 12, 24, 10)},
                                  {utc(2026, 12, 24, 11), utc(2026, 12, 24, 12)}}));
        QVERIFY(isOpen(schedule, utc(2026, 12, 26, 9)));
        schedule.overrides.insert(QDate(2026, 12, 28), {});
        QVERIFY(!isOpen(schedule, utc(2026, 12, 28, 9)));
    }

    void hoursInAnyOrder_thatTouch_areOne()
    {
        Schedule schedule;
        schedule.weekly.fill({hours(14, 18), hours(8, 12), hours(12, 13), hours(9, 11)});
        QCOMPARE(openOn(schedule, QDate(2026, 11, 23)),
                 (QList<Interval>{{utc(2026, 11, 23, 8), utc(2026, 11, 23, 13)},
                                  {utc(2026, 11, 23, 14), utc(2026, 11, 23, 18)}}));
    }

    void theDay_isTheOneOfTheZone()
    {
        Schedule schedule;
        schedule.zone = QTimeZone("Pacific/Auckland"); // 13 hours ahead in November
        schedule.weekly.at(0) = {hours(8, 12)};
        QCOMPARE(nextOpen(schedule, utc(2026, 11, 20, 12)), std::optional(utc(2026, 11, 22, 19)));
    }

    void aDayOnWhichTheClocksChange_hasItsOwnLength()
    {
        const auto lengthOf = [](const QDate &day) {
            const Interval open = openOn(allDay("Europe/Paris"), day).value(0);
            return open.from.secsTo(open.to) / 3600;
        };
        QCOMPARE(lengthOf(QDate(2026, 3, 29)), 23);
        QCOMPARE(lengthOf(QDate(2026, 10, 25)), 25);
        QCOMPARE(lengthOf(QDate(2026, 10, 26)), 24);
    }

    void aTimeThatIsSkipped_isAsMuchLaterAsTheClocksArePutForward()
    {
        const QDate day(2026, 3, 29); // 02:00 becomes 03:00 at 01:00 UTC
        const auto openAt = [&day](int from, int to) { return openOn(openOnce("Europe/Paris", day, {from, to}), day); };
        QCOMPARE(openAt(150, 300), (QList<Interval>{{utc(2026, 3, 29, 1, 30), utc(2026, 3, 29, 3)}}));
        QCOMPARE(openAt(60, 150), (QList<Interval>{{utc(2026, 3, 29, 0), utc(2026, 3, 29, 1, 30)}}));
        QCOMPARE(openAt(150, 195), QList<Interval>()); // ends before it begins
        Schedule both = openOnce("Europe/Paris", day, {60, 165});
        both.overrides[day].append({180, 210});
        QCOMPARE(openOn(both, day), (QList<Interval>{{utc(2026, 3, 29, 0), utc(2026, 3, 29, 1, 45)}})); // counts once
    }

    void ofATimeThatComesTwice_theFirstCounts()
    {
        const QDate day(2026, 10, 25); // 03:00 becomes 02:00 at 01:00 UTC
        const Schedule schedule = openOnce("Europe/Paris", day, {150, 240});
        QCOMPARE(openOn(schedule, day), (QList<Interval>{{utc(2026, 10, 25, 0, 30), utc(2026, 10, 25, 3)}}));
    }

    void aMidnightThatIsSkipped_isFoundToo()
    {
        // In Beirut 00:00 becomes 01:00.
        QCOMPARE(nextOpen(openOnce("Asia/Beirut", QDate(2025, 3, 30), hours(0, 8)), utc(2025, 3, 29, 12)),
                 std::optional(utc(2025, 3, 29, 22)));
    }

    void whatNeverOpens_hasNoNextOpening()
    {
        QCOMPARE(nextOpen(Schedule{}, utc(2026, 11, 23, 8)), std::nullopt);
        QCOMPARE(nextOpen(openOnce("UTC", QDate(2026, 11, 22), hours(8, 9)), utc(2026, 11, 23, 8)), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"

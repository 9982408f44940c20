// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "ui/text/timesleft.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
const QDateTime now(QDate(2026, 11, 17), QTime(15, 20), Qt::UTC); // a Tuesday

} // namespace

class TestTimesLeft : public QObject {
    Q_OBJECT

public:
    explicit TestTimesLeft(Theme &) { }

private:
    TimesLeft m_times;

    /// Day and night, of four hours.
    static NextClock dueIn(qint64 msecs)
    {
        NextClock clock;
        clock.dueAt = now.addMSecs(msecs);
        clock.length = 4 * hour;
        return clock;
    }

private Q_SLOTS:
    void initTestCase()
    {
        Calendar opening;
        opening.id.value = u"y1"_s;
        CalendarVersion hours;
        hours.since = now.addYears(-1);
        hours.zone = u"Africa/Abidjan"_s;
        for (int day = 1; day <= 5; ++day)
            hours.weekly << WeeklyHours{day, {8 * 60, 12 * 60}} << WeeklyHours{day, {14 * 60, 18 * 60}};
        opening.versions = {hours};
        m_times.setRules(std::make_shared<sla::Rules>(QList{opening}, QList<Holiday>(), QList<SlaPolicy>()));
    }

    void aHolidayOfLater_leavesTheTimeAloneUntilThen()
    {
        Holiday holiday;
        holiday.from = now.date();
        holiday.to = holiday.from;
        holiday.confirmedAt = now.addSecs(3600);
        TimesLeft times;
        times.setRules(std::make_shared<sla::Rules>(m_times.rules()->calendars(), QList{holiday}, QList<SlaPolicy>()));
        NextClock clock = dueIn(2 * hour);
        clock.calendar.value = u"y1"_s;
        QCOMPARE(times.pillOf(clock, now).text, u"2 h"_s);
    }

    void whatIsLeft_isAsShortAsAPillWantsIt()
    {
        QCOMPARE(timeLeft(45'000), u"45 s"_s);
        QCOMPARE(timeLeft(12 * minute + 59'000), u"12 min"_s);
        QCOMPARE(timeLeft(2 * hour + 10 * minute), u"2 h 10"_s);
        QCOMPARE(timeLeft(2 * hour + 5 * minute), u"2 h 05"_s);
        QCOMPARE(timeLeft(2 * hour), u"2 h"_s);
        QCOMPARE(timeLeft(54 * hour + 20 * minute), u"54 h"_s);
    }

    void aPill_becomesMoreUrgentWithTheShareThatIsLeft()
    {
        QCOMPARE(m_times.pillOf(dueIn(2 * hour), now), (Pill{u"2 h"_s, PillTone::Plain, false}));
        QCOMPARE(m_times.pillOf(dueIn(hour), now).tone, PillTone::Warn);
        QCOMPARE(m_times.pillOf(dueIn(25 * minute), now).tone, PillTone::Warn);
        QCOMPARE(m_times.pillOf(dueIn(20 * minute), now).tone, PillTone::Hot);
        QCOMPARE(m_times.pillOf(dueIn(-65 * minute), now), (Pill{u"late 1 h 05"_s, PillTone::Filled, false}));
    }

    void aPausedClock_saysWhatIsLeft()
    {
        NextClock clock;
        clock.isPaused = true;
        clock.left = 6 * hour + 30 * minute;
        QCOMPARE(m_times.pillOf(clock, now), (Pill{u"6 h 30"_s, PillTone::Faint, false}));
        QCOMPARE(m_times.sentence(clock, now), u"First response, paused, 6 h 30 left"_s);
    }

    void businessTime_isCounted_andTheDateIsSaid()
    {
        NextClock clock = dueIn(0);
        clock.calendar.value = u"y1"_s;
        clock.dueAt = QDateTime(QDate(2026, 11, 18), QTime(9, 0), Qt::UTC);
        QCOMPARE(m_times.pillOf(clock, now).text, u"3 h 40"_s); // 15:20 to 18:00, and an hour tomorrow
        QCOMPARE(m_times.sentence(clock, now), u"First response, 3 h 40 left, Wed 09:00"_s);
    }

    void seconds_areShownAtTheVeryEndOnly()
    {
        QVERIFY(!m_times.showsSeconds(dueIn(3 * minute), now));
        QVERIFY(m_times.showsSeconds(dueIn(90'000), now));
        QVERIFY(!m_times.showsSeconds(dueIn(-10 * minute), now));
    }

    void whatIsComputedWithoutTheServer_saysSo()
    {
        m_times.setOffline(true);
        QVERIFY(m_times.pillOf(dueIn(hour), now).unsure);
        QVERIFY(m_times.sentence(dueIn(hour), now).endsWith(u"computed offline"_s));
        m_times.setOffline(false);
    }

    void whatIsDone_saysHow()
    {
        sla::SlaClock clock;
        clock.time = std::make_shared<sla::OpenTime>(sla::OpenTime::always());
        clock.state = ClockState::Met;
        QCOMPARE(m_times.pillOf(clock, now).text, u"kept"_s);
        clock.state = ClockState::MetLate;
        clock.dueAt = now.addSecs(-3600).toMSecsSinceEpoch();
        clock.endedAt = now.addSecs(-1200).toMSecsSinceEpoch();
        QCOMPARE(m_times.pillOf(clock, now), (Pill{u"kept, +40 min"_s, PillTone::GoodLate, false}));
        clock.state = ClockState::Cancelled;
        QCOMPARE(m_times.pillOf(clock, now).tone, PillTone::Struck);
    }
};

AKWABA_PICTURES_MAIN(TestTimesLeft)
#include "tst_timesleft.moc"

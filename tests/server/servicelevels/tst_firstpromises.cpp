// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/firstpromises.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/sla/clocks.h"

#include <QTest>

using namespace akwaba;
using namespace akwaba::servicelevels;
using namespace Qt::StringLiterals;

namespace {

QDateTime when(const QString &text) { return QDateTime::fromString(text + u'Z', Qt::ISODate); }

struct Company {
    ManualClock clock{when(u"2026-01-01T00:00:00"_s)};
    SeededRandom random{1};
    ServiceLevels levels = firstPromises(clock, random, clock.now(), false);
    sla::Rules rules{levels.calendars, levels.holidays, levels.policies};

    /// When this is due for a ticket that the customer just wrote.
    [[nodiscard]] QString due(const Ticket &ticket, Target target) const
    {
        Message asked;
        asked.at = ticket.receivedAt;
        const QList<Message> timeLine{asked};
        for (const sla::SlaClock &clockOf :
             sla::clocksOf(rules, sla::factsOf(ticket, timeLine), ticket.receivedAt.toMSecsSinceEpoch())) {
            if (clockOf.target == target && clockOf.dueAt)
                return QDateTime::fromMSecsSinceEpoch(*clockOf.dueAt, Qt::UTC).toString(u"ddd d MMM HH:mm"_s);
        }
        return u"never"_s;
    }
};

Ticket received(const QString &at)
{
    Ticket ticket;
    ticket.receivedAt = when(at);
    return ticket;
}

} // namespace

class TestFirstPromises : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void p2AndP10_anAnswerComesWithinADay_weekEndsAndHolidaysExcluded()
    {
        const Company company;
        QCOMPARE(company.due(received(u"2026-11-13T18:00:00"_s), Target::FirstResponse), u"Mon 16 Nov 18:00"_s);
        QCOMPARE(company.due(received(u"2026-12-24T10:00:00"_s), Target::FirstResponse), u"Mon 28 Dec 10:00"_s);
    }

    void p11AndP12_simpleRequestsTakeTwoDays_andComplexOnesSeven_withAWarningAfterFive()
    {
        const Company company;
        Ticket ticket = received(u"2026-11-16T10:00:00"_s);
        QCOMPARE(company.due(ticket, Target::Resolution), u"Wed 18 Nov 18:00"_s);
        ticket.complexity = Complexity::Complex;
        QCOMPARE(company.due(ticket, Target::Resolution), u"Wed 25 Nov 18:00"_s);
    }

    void p3_aChatIsAnsweredWithinAMinute()
    {
        const Company company;
        Ticket ticket = received(u"2026-11-16T10:00:00"_s);
        ticket.channel = Channel::Chat;
        QCOMPARE(company.due(ticket, Target::FirstResponse), u"Mon 16 Nov 10:01"_s);
    }

    void whatWasReceivedBefore_isNotJudged_whereTheCompanyBeginsOnly()
    {
        ManualClock clock(when(u"2026-11-16T08:00:00"_s));
        SeededRandom random(1);
        const ServiceLevels levels = firstPromises(clock, random, clock.now(), true);
        for (const SlaPolicy &policy : levels.policies)
            QCOMPARE(policy.versions.constFirst().enforceFrom, clock.now());
    }

    void everyCalendarIsSound_andEveryPolicyHasItsPlace()
    {
        const Company company;
        QSet<int> positions;
        for (const Calendar &calendar : company.levels.calendars)
            QCOMPARE(sla::flawOf(calendar.versions.constFirst()), std::nullopt);
        for (const SlaPolicy &policy : company.levels.policies)
            positions.insert(policy.versions.constFirst().position);
        QCOMPARE(positions.size(), company.levels.policies.size());
        QVERIFY(company.levels.policies.constLast().versions.constFirst().conditions.isEmpty()); // the last takes all
    }

    void easter_data()
    {
        QTest::addColumn<QDate>("day");
        for (const QDate &day : {QDate(1818, 3, 22), QDate(1954, 4, 18), QDate(1981, 4, 19), QDate(2000, 4, 23),
                                 QDate(2026, 4, 5), QDate(2027, 3, 28), QDate(2028, 4, 16), QDate(2038, 4, 25)})
            QTest::newRow(qPrintable(QString::number(day.year()))) << day;
    }
    void easter()
    {
        QFETCH(QDate, day);
        QCOMPARE(easterOf(day.year()), day);
    }

    void whatTheMoonDecides_isPlanned_andTheRestIsConfirmed()
    {
        const Company company;
        int planned = 0;
        for (const Holiday &holiday : company.levels.holidays) {
            if (holiday.state == HolidayState::Planned) {
                ++planned;
                QVERIFY(!holiday.confirmedAt.isValid());
            } else {
                QCOMPARE(holiday.confirmedAt, company.clock.now());
            }
        }
        QCOMPARE(planned, 3 * 4);
        QCOMPARE(company.levels.holidays.size(), 3 * 14);
        // 20 March 2026 is a working day until the ministry has spoken.
        QCOMPARE(company.due(received(u"2026-03-19T15:00:00"_s), Target::FirstResponse), u"Fri 20 Mar 15:00"_s);
    }
};

QTEST_GUILESS_MAIN(TestFirstPromises)
#include "tst_firstpromises.moc"

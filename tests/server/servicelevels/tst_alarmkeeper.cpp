// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/alarmkeeper.h"

#include "app/server/store/erasecustomer.h"
#include "tests/server/servicelevels/clockshop.h"

#include <algorithm>

using namespace akwaba;
using namespace akwaba::servicelevels;
using namespace akwaba::store;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Awa works for support, her chief is over it, and somebody manages it all. It is nine o'clock.
struct AlarmShop : ClockShop {
    Agent awa = agent(u"Awa"_s, {support.id});
    Agent yao = agent(u"Yao"_s, {support.id});
    Agent chief = agent(u"Chef"_s, {}, {Role::Supervisor});
    Agent manager = agent(u"Direction"_s, {}, {Role::Administrator});
    AlarmKeeper alarms{*store};
    std::chrono::milliseconds rest{0};

    Ticket assigned()
    {
        Ticket made = asked();
        made.assignee = awa.id;
        return put(made);
    }
    /// From now on the promise is to solve in four hours, and waiting for the customer pauses.
    void promiseToSolve()
    {
        SlaPolicyVersion solves = policy.versions.constFirst();
        solves.number = 2;
        solves.since = clock.now();
        solves.targets = {{Target::Resolution, ClockUnit::Business, 4 * 3600, calendar.id}};
        policy.versions.append(solves);
        policy = put(policy);
    }
    void become(Ticket &ticket, TicketStatus status)
    {
        const FieldChange change{u"status"_s, wireName(ticket.status), wireName(status)};
        ticket.status = status;
        ticket = put(ticket);
        write([&](Writer &writer) { return writer.addEvent(ticket.id, {}, {change}).map([](const Message &) { }); });
    }
    void keep()
    {
        keepAll();
        do
            rest = must(alarms.keep());
        while (rest <= 1ms);
    }
    /// To this time of the day of the fixture, or one behind it.
    void goTo(int hour, int minute = 0, int days = 0)
    {
        clock.advance(std::chrono::milliseconds(at(hour, minute, days) - clock.now().toMSecsSinceEpoch()));
        keep();
    }
    QList<Notice> notices() { return must(must(store->read()).all<Notice>()); }
    /// Those of one agent, oldest first, as "kind count".
    QStringList toldTo(const Agent &agent)
    {
        QList<Notice> mine = notices();
        mine.removeIf([&agent](const Notice &notice) { return notice.agent != agent.id; });
        std::ranges::stable_sort(mine, {}, &Notice::at);
        QStringList words;
        for (const Notice &notice : mine)
            words.append(u"%1 %2"_s.arg(wireName(notice.kind)).arg(notice.count));
        return words;
    }
};

} // namespace

class TestAlarmKeeper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachStep_isToldOnce_byRole()
    {
        AlarmShop shop;
        const Ticket ticket = shop.assigned(); // due at one
        shop.goTo(11, 59);
        QVERIFY(shop.notices().isEmpty());
        QCOMPARE(shop.rest, 1min); // it looks again when there is something to tell
        shop.goTo(12);
        QCOMPARE(shop.toldTo(shop.awa), QStringList{u"slaAtRisk 1"_s});
        const Notice first = shop.notices().constFirst();
        QCOMPARE(first.tickets, QList{ticket.id});
        QCOMPARE(first.target, Target::FirstResponse);
        QCOMPARE(first.dueAt.toMSecsSinceEpoch(), at(13));
        QCOMPARE(first.at.toMSecsSinceEpoch(), at(12));
        QVERIFY(!first.readAt.isValid());
        QVERIFY(shop.toldTo(shop.yao).isEmpty());
        shop.goTo(12, 36);
        QCOMPARE(shop.toldTo(shop.awa).size(), 2);
        QCOMPARE(shop.toldTo(shop.yao), QStringList{u"slaAtRisk 1"_s});
        QVERIFY(shop.toldTo(shop.chief).isEmpty());
        shop.goTo(13);
        QCOMPARE(shop.toldTo(shop.chief), QStringList{u"slaBreached 1"_s});
        QVERIFY(shop.toldTo(shop.manager).isEmpty());
        shop.goTo(17);
        QCOMPARE(shop.toldTo(shop.chief), (QStringList{u"slaBreached 1"_s, u"slaStillBreached 1"_s}));
        QCOMPARE(shop.toldTo(shop.manager), QStringList{u"slaStillBreached 1"_s});
        shop.goTo(17, 30, 4);
        QCOMPARE(shop.notices().size(), 6); // and that was all
    }

    void whatNobodyHas_isToldToItsTeam()
    {
        AlarmShop shop;
        (void)shop.asked();
        shop.goTo(12);
        QCOMPARE(shop.toldTo(shop.awa), QStringList{u"slaAtRisk 1"_s});
        QCOMPARE(shop.toldTo(shop.yao), QStringList{u"slaAtRisk 1"_s});
        QVERIFY(shop.toldTo(shop.chief).isEmpty());
    }

    void onlyWhoIsTold_seesIt()
    {
        AlarmShop shop;
        (void)shop.assigned();
        shop.goTo(12);
        const auto keys = must(must(shop.store->read()).row(typeInfo<Notice>(), shop.notices().constFirst().id.value));
        QCOMPARE(keys.keys, QStringList{u"agent:"_s + shop.awa.id.value});
    }

    void whatIsAnswered_isNotTold()
    {
        AlarmShop shop;
        const Ticket ticket = shop.assigned();
        shop.goTo(11, 59);
        shop.answer(ticket);
        shop.goTo(18);
        QVERIFY(shop.notices().isEmpty());
    }

    void whatIsAnswered_isNotTold_evenBeforeItsClockIsKept()
    {
        AlarmShop shop;
        const Ticket ticket = shop.assigned();
        shop.goTo(11, 59);
        shop.clock.advance(1min);
        shop.answer(ticket);
        QCOMPARE(must(shop.alarms.keep()), 1s); // the clocks come first
        QVERIFY(shop.notices().isEmpty());
        shop.keep();
        QVERIFY(shop.notices().isEmpty());
    }

    void whatIsPaused_isToldOnceItRunsAgain()
    {
        AlarmShop shop;
        shop.promiseToSolve();
        Ticket ticket = shop.assigned();
        shop.goTo(11, 30);
        shop.become(ticket, TicketStatus::WaitingCustomer);
        shop.goTo(16);
        QVERIFY(shop.notices().isEmpty());
        shop.become(ticket, TicketStatus::Open);
        shop.goTo(16, 29);
        QVERIFY(shop.notices().isEmpty());
        shop.goTo(16, 30);
        QCOMPARE(shop.toldTo(shop.awa), QStringList{u"slaAtRisk 1"_s});
    }

    void whatIsLate_isNotStillLate_whileItIsPaused()
    {
        AlarmShop shop;
        shop.promiseToSolve();
        Ticket ticket = shop.assigned();
        shop.goTo(13);
        QCOMPARE(shop.toldTo(shop.chief), QStringList{u"slaBreached 1"_s});
        shop.become(ticket, TicketStatus::WaitingCustomer);
        shop.goTo(17, 30);
        QCOMPARE(shop.toldTo(shop.chief).size(), 1);
        shop.become(ticket, TicketStatus::Open);
        shop.goTo(11, 29, 1); // half an hour before the night, and from eight on
        QCOMPARE(shop.toldTo(shop.chief).size(), 1);
        shop.goTo(11, 30, 1);
        QCOMPARE(shop.toldTo(shop.chief), (QStringList{u"slaBreached 1"_s, u"slaStillBreached 1"_s}));
    }

    void whatBecameLateInTheEvening_andWasPausedThen_isNotTold()
    {
        AlarmShop shop;
        shop.promiseToSolve();
        shop.goTo(14);
        Ticket ticket = shop.assigned(); // due at the closing
        shop.goTo(19);
        shop.become(ticket, TicketStatus::WaitingCustomer);
        shop.goTo(9, 0, 1);
        QVERIFY(shop.toldTo(shop.chief).isEmpty());
        shop.become(ticket, TicketStatus::Open);
        shop.keep();
        QCOMPARE(shop.toldTo(shop.chief), QStringList{u"slaBreached 1"_s});
    }

    void whatMovesAway_isToldWhenItIsDueThen()
    {
        AlarmShop shop;
        (void)shop.assigned();
        shop.goTo(11, 59);
        shop.declareHoliday(QDate(2026, 11, 23)); // from nine on, as it turns out
        shop.goTo(17);
        QVERIFY(shop.notices().isEmpty());
        shop.goTo(11, 0, 1); // three of the four hours, from eight on
        QCOMPARE(shop.toldTo(shop.awa), QStringList{u"slaAtRisk 1"_s});
    }

    void whatWasNoBreach_isToldOnceMore_whenItIsOne()
    {
        AlarmShop shop;
        (void)shop.assigned();
        shop.goTo(13);
        QCOMPARE(shop.toldTo(shop.chief), QStringList{u"slaBreached 1"_s});
        shop.declareHoliday(QDate(2026, 11, 23)); // annuls it
        shop.goTo(11, 59, 1);
        QCOMPARE(shop.toldTo(shop.chief).size(), 1);
        shop.goTo(12, 5, 1);
        QCOMPARE(shop.toldTo(shop.chief).size(), 2);
    }

    void whatComesTogether_isOneNotice()
    {
        AlarmShop shop;
        const Ticket first = shop.assigned();
        (void)shop.assigned();
        shop.clock.advance(2min);
        (void)shop.assigned();
        shop.clock.advance(1min);
        (void)shop.assigned();
        shop.goTo(12); // two at once
        QCOMPARE(shop.toldTo(shop.awa), QStringList{u"slaAtRisk 2"_s});
        QVERIFY(shop.notices().constFirst().tickets.contains(first.id));
        shop.goTo(12, 3);
        QCOMPARE(shop.toldTo(shop.awa).size(), 1); // the others wait for the next round
        QCOMPARE(shop.rest, 2min);
        shop.goTo(12, 5);
        QCOMPARE(shop.toldTo(shop.awa), (QStringList{u"slaAtRisk 2"_s, u"slaAtRisk 2"_s}));
    }

    void whatIsLateWhenPeopleComeBack_isSaidToBeLate_toAllWhoHadToKnow()
    {
        AlarmShop shop;
        shop.goTo(15);
        SlaPolicyVersion wall = shop.policy.versions.constFirst();
        wall.number = 2;
        wall.since = shop.clock.now();
        wall.targets = {{Target::FirstResponse, ClockUnit::Wall, 4 * 3600, {}},
                        {Target::Resolution, ClockUnit::BusinessDays, 9, shop.calendar.id}};
        shop.policy.versions.append(wall);
        shop.policy = shop.put(shop.policy);
        (void)shop.assigned(); // due at seven in the evening
        shop.goTo(17, 59);
        QVERIFY(shop.notices().isEmpty());
        shop.goTo(23);
        QVERIFY(shop.notices().isEmpty());
        shop.goTo(8, 0, 1);
        for (const Agent &agent : {shop.awa, shop.yao, shop.chief, shop.manager})
            QCOMPARE(shop.toldTo(agent), QStringList{u"slaStillBreached 1"_s});
    }

    void whatIsOld_isNotTold()
    {
        AlarmShop shop;
        (void)shop.assigned();
        shop.keepAll();
        shop.clock.advance(3 * 24h); // nobody ran
        shop.keep();
        QVERIFY(shop.notices().isEmpty());
        // And is not looked at for ever.
        const Snapshot moment = must(shop.store->read());
        QVERIFY(must(alarmsBy(moment.database(), shop.clock.now().toMSecsSinceEpoch(), 10)).isEmpty());
        QCOMPARE(must(nextAlarm(moment.database(), 0)), std::nullopt);
    }

    void afterARestart_nothingIsToldTwice()
    {
        AlarmShop shop;
        (void)shop.assigned();
        shop.goTo(12);
        AlarmKeeper another(*shop.store);
        shop.restart(); // which looks at all tickets
        shop.clock.advance(10min);
        while (must(another.keep()) <= 1ms) { }
        QCOMPARE(shop.notices().size(), 1);
        shop.goTo(12, 36);
        QCOMPARE(shop.toldTo(shop.awa).size(), 2);
    }

    void ofTwoServers_oneTells()
    {
        AlarmShop shop;
        if (!isOnPostgresql()) QSKIP("one process has the file");
        (void)shop.assigned();
        shop.goTo(11, 59);
        SeededRandom dice(7);
        const auto other = must(Store::open(shop.place, shop.clock, dice));
        AlarmKeeper hers(*other);
        shop.clock.advance(1min);
        shop.keepAll();
        for (int i = 0; i < 3; ++i) {
            must(hers.keep());
            must(shop.alarms.keep());
        }
        QCOMPARE(shop.toldTo(shop.awa), QStringList{u"slaAtRisk 1"_s});
    }

    void aNotice_goesAfterAMonth_andWhatWasToldOfWhatIsDoneWithIt()
    {
        AlarmShop shop;
        const Ticket ticket = shop.assigned();
        shop.goTo(12);
        shop.answer(ticket);
        shop.goTo(12, 0, 30);
        QCOMPARE(shop.notices().size(), 1);
        shop.goTo(12, 1, 30);
        QVERIFY(shop.notices().isEmpty());
        QVERIFY(must(toldSteps(must(shop.store->read()).database(), {ticket.id.value})).isEmpty());
    }

    void whoIsErased_isInNoNotice()
    {
        AlarmShop shop;
        const Customer fatou = shop.customer(u"Fatou"_s);
        Ticket ticket = shop.assigned();
        ticket.customer = fatou.id;
        ticket = shop.put(ticket);
        shop.goTo(12);
        shop.goTo(12, 20);
        (void)shop.assigned();
        shop.goTo(16);
        const qsizetype before = shop.notices().size();
        must(shop.store->eraseCustomer(fatou.id));
        for (const Notice &notice : shop.notices())
            QVERIFY(!notice.tickets.contains(ticket.id));
        QVERIFY(shop.notices().size() < before);
        QVERIFY(!shop.notices().isEmpty());
    }

    void manyAtOnce_areOneNotice_thatListsTheFirstHundred()
    {
        AlarmShop shop;
        for (int i = 0; i < 120; ++i)
            (void)shop.assigned();
        shop.goTo(12);
        QCOMPARE(shop.toldTo(shop.awa), QStringList{u"slaAtRisk 120"_s});
        QCOMPARE(shop.notices().constFirst().tickets.size(), 100);
    }

private:
    template <class T> static T must(Result<T> result) { return StoreFixture::must(std::move(result)); }
};

QTEST_GUILESS_MAIN(TestAlarmKeeper)
#include "tst_alarmkeeper.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/servicelevels/clockshop.h"

using namespace akwaba;
using namespace akwaba::servicelevels;
using namespace akwaba::store;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestClockKeeper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTicket_hasItsClock_onceItIsInTheLog()
    {
        ClockShop shop;
        const Ticket ticket = shop.asked();
        shop.keepAll();
        const KeptClock clock = shop.only(ticket);
        QCOMPARE(clock.state, ClockState::Running);
        QCOMPARE(clock.dueAt, std::optional(at(13)));
        QCOMPARE(clock.nextAt, std::optional(at(12))); // at risk
    }

    void anAnswer_endsIt()
    {
        ClockShop shop;
        const Ticket ticket = shop.asked();
        shop.wait(1h);
        shop.answer(ticket);
        shop.keepAll();
        QCOMPARE(shop.only(ticket).state, ClockState::Met);
        QCOMPARE(shop.only(ticket).endedAt, std::optional(at(10)));
        QCOMPARE(shop.only(ticket).nextAt, std::nullopt);
    }

    void howLongItTook_isKeptOnceItEnded_whateverIsDeclaredLater()
    {
        ClockShop shop;
        const Ticket ticket = shop.asked();
        shop.keepAll();
        QVERIFY(!shop.only(ticket).used);
        shop.wait(26h); // until Tuesday, 11 o'clock, with a night between
        shop.answer(ticket);
        shop.keepAll();
        const KeptClock ended = shop.only(ticket);
        QCOMPARE(*ended.endedAt - ended.startedAt, std::chrono::milliseconds(26h).count());
        QCOMPARE(ended.used, std::chrono::milliseconds(12h).count());
        shop.declareHoliday(QDate(2026, 11, 24));
        shop.keepAll();
        QCOMPARE(shop.only(ticket), ended);
    }

    void whatBecomesLate_isNoticedWithoutAnythingHappening()
    {
        ClockShop shop;
        const Ticket ticket = shop.asked();
        shop.wait(3h);
        QCOMPARE(shop.only(ticket).state, ClockState::AtRisk);
        QCOMPARE(shop.only(ticket).nextAt, std::optional(at(13)));
        shop.wait(1h);
        QCOMPARE(shop.only(ticket).state, ClockState::Breached);
        QCOMPARE(shop.only(ticket).breachedAt, std::optional(at(13)));
        QCOMPARE(shop.only(ticket).nextAt, std::nullopt);
    }

    void aHoliday_movesWhatIsDue_andAnnulsWhatWasNoBreach()
    {
        ClockShop shop;
        shop.wait(7h); // 16:00
        const Ticket evening = shop.asked(); // due tomorrow at 10
        shop.wait(18h + 30min); // tomorrow, 10:30
        QCOMPARE(shop.only(evening).state, ClockState::Breached);
        const Ticket morning = shop.asked();
        shop.answer(morning);
        shop.keepAll();
        shop.declareHoliday(QDate(2026, 11, 24)); // late, as it happens
        shop.keepAll();
        QVERIFY(!shop.keeper->isRecomputing());
        const KeptClock moved = shop.only(evening);
        QCOMPARE(moved.state, ClockState::Running);
        QCOMPARE(moved.breachedAt, std::nullopt);
        QCOMPARE(moved.annulledAt, std::optional(at(10, 30, 1)));
        QCOMPARE(moved.dueAt, std::optional(at(10, 0, 2)));
        QCOMPARE(shop.only(morning).state, ClockState::Met); // what is done stays as it was judged
    }

    void anotherPolicy_isAppliedToAllTickets()
    {
        ClockShop shop;
        const Ticket ticket = shop.asked();
        shop.wait(2h);
        SlaPolicyVersion stricter = shop.policy.versions.constFirst();
        stricter.number = 2;
        stricter.since = shop.clock.now();
        stricter.targets[0].length = 3600;
        shop.policy.versions.append(stricter);
        shop.policy = shop.put(shop.policy);
        shop.keepAll();
        QCOMPARE(shop.only(ticket).state, ClockState::Breached);
        QCOMPARE(shop.only(ticket).policyVersion, 2);
        QCOMPARE(shop.only(ticket).breachedAt, std::optional(at(11)));
    }

    void whatWasDecidedForLater_countsOnceItsTimeComes()
    {
        ClockShop shop;
        const Ticket ticket = shop.asked();
        shop.keepAll();
        CalendarVersion shorter = shop.calendar.versions.constFirst();
        shorter.number = 2;
        shorter.since = shop.clock.now().addSecs(3600);
        for (WeeklyHours &each : shorter.weekly)
            each.hours.to = 12 * 60;
        shop.calendar.versions.append(shorter);
        shop.calendar = shop.put(shop.calendar);
        shop.keepAll();
        QCOMPARE(shop.only(ticket).dueAt, std::optional(at(13)));
        shop.wait(1h);
        QCOMPARE(shop.only(ticket).calendarVersion, 2);
        QCOMPARE(shop.only(ticket).dueAt, std::optional(at(9, 0, 1)));
        QVERIFY(!StoreFixture::must(shop.keeper->keepSome())); // and once is enough
    }

    void whatBeganToCountWhileNobodyRan_isNoticed()
    {
        ClockShop shop;
        const Ticket ticket = shop.asked();
        SlaPolicyVersion stricter = shop.policy.versions.constFirst();
        stricter.number = 2;
        stricter.since = shop.clock.now().addSecs(3600);
        stricter.targets[0].length = 2 * 3600;
        shop.policy.versions.append(stricter);
        shop.policy = shop.put(shop.policy);
        shop.keepAll();
        QCOMPARE(shop.only(ticket).dueAt, std::optional(at(13)));
        shop.clock.advance(90min);
        shop.restart();
        QCOMPARE(shop.only(ticket).policyVersion, 2);
        QCOMPARE(shop.only(ticket).dueAt, std::optional(at(11)));
    }

    void aHolidayForLater_movesNothingYet()
    {
        ClockShop shop;
        const Ticket ticket = shop.asked();
        shop.keepAll();
        shop.declareHoliday(QDate(2026, 11, 23), shop.clock.now().addSecs(1800));
        shop.keepAll();
        QCOMPARE(shop.only(ticket).dueAt, std::optional(at(13)));
        QCOMPARE(shop.keeper->untilNext(), 30min);
        shop.wait(30min);
        QCOMPARE(shop.only(ticket).dueAt, std::optional(at(12, 0, 1)));
    }

    void whoeverTakesOver_goesOnWhereTheOtherEnded()
    {
        ClockShop shop;
        QList<Ticket> tickets;
        for (int i = 0; i < 120; ++i)
            tickets.append(shop.asked());
        QVERIFY(StoreFixture::must(shop.keeper->keepSome())); // some of them, and then it dies
        shop.restart();
        for (const Ticket &ticket : std::as_const(tickets))
            QCOMPARE(shop.only(ticket).dueAt, std::optional(at(13)));
        shop.declareHoliday(QDate(2026, 11, 23));
        QVERIFY(StoreFixture::must(shop.keeper->keepSome())); // it heard of the holiday
        QVERIFY(shop.keeper->isRecomputing());
        shop.restart();
        QVERIFY(!shop.keeper->isRecomputing());
        for (const Ticket &ticket : std::as_const(tickets))
            QCOMPARE(shop.only(ticket).dueAt, std::optional(at(12, 0, 1)));
    }

    void whatIsDestroyed_hasNoClockAnyMore()
    {
        ClockShop shop;
        const Ticket ticket = shop.asked();
        shop.keepAll();
        shop.write([&](Writer &writer) { return writer.destroy<Ticket>(ticket.id); });
        shop.keepAll();
        const auto snapshot = StoreFixture::must(shop.store->read());
        QVERIFY(StoreFixture::must(keptClocks(snapshot.database(), {ticket.id.value})).isEmpty());
    }

    void aRebuild_findsNothing_andWhatWasChangedByHand()
    {
        ClockShop shop;
        for (int i = 0; i < 60; ++i)
            shop.asked();
        const Ticket ticket = shop.asked();
        shop.wait(3h);
        const RebuildReport sound = StoreFixture::must(shop.keeper->rebuild());
        QCOMPARE(sound.tickets, 61);
        QCOMPARE(sound.clocks, 61);
        QCOMPARE(sound.different, 0);
        KeptClock wrong = shop.only(ticket);
        wrong.dueAt = at(17);
        shop.write([&](Writer &writer) { return replaceClocks(writer, {ticket.id.value}, {wrong}); });
        QCOMPARE(StoreFixture::must(shop.keeper->rebuild()).different, 1);
        QCOMPARE(StoreFixture::must(shop.keeper->rebuild()).different, 0);
    }

    void aLongTimeLine_ofManyTickets_isKeptInSlices()
    {
        ClockShop shop;
        for (int i = 0; i < 300; ++i)
            shop.asked();
        int slices = 0;
        while (StoreFixture::must(shop.keeper->keepSome()))
            ++slices;
        QVERIFY(slices >= 3);
    }
};

QTEST_GUILESS_MAIN(TestClockKeeper)
#include "tst_clockkeeper.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/clockkeeper.h"
#include "tests/server/store/storefixture.h"

using namespace akwaba;
using namespace akwaba::servicelevels;
using namespace akwaba::store;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The day of the fixture, a Monday.
qint64 at(int hour, int minute = 0, int days = 0)
{
    return QDateTime(QDate(2026, 11, 23).addDays(days), QTime(hour, minute), Qt::UTC).toMSecsSinceEpoch();
}

/// A shop that opens from 8 to 18 and answers within four hours.
struct Shop : StoreFixture {
    Calendar calendar;
    SlaPolicy policy;
    Team support = team(u"Support"_s);
    std::unique_ptr<ClockKeeper> keeper;

    Shop()
    {
        calendar.id = id<CalendarId>();
        CalendarVersion opening;
        opening.since = clock.now().addYears(-1);
        opening.zone = u"Africa/Abidjan"_s;
        for (int day = 1; day <= 5; ++day)
            opening.weekly += WeeklyHours{day, {8 * 60, 18 * 60}};
        calendar.versions = {opening};
        calendar = put(calendar);
        policy.id = id<SlaPolicyId>();
        SlaPolicyVersion version;
        version.since = clock.now().addYears(-1);
        version.targets = {{Target::FirstResponse, ClockUnit::Business, 4 * 3600, calendar.id}};
        policy.versions = {version};
        policy = put(policy);
        restart();
    }

    void restart()
    {
        keeper = std::make_unique<ClockKeeper>(*store);
        keepAll();
    }
    void keepAll()
    {
        while (must(keeper->keepSome())) { }
    }
    void wait(std::chrono::milliseconds time)
    {
        clock.advance(time);
        keepAll();
    }

    Ticket asked()
    {
        const Ticket made = ticket(support.id);
        message(made.id);
        return made;
    }
    void answer(const Ticket &ticket)
    {
        Message reply;
        reply.id = id<MessageId>();
        reply.ticket = ticket.id;
        reply.direction = Direction::Outgoing;
        reply.author = ActorId{u"a-awa"_s};
        reply.at = clock.now();
        put(reply);
    }
    void declareHoliday(const QDate &day)
    {
        Holiday holiday;
        holiday.id = id<HolidayId>();
        holiday.from = day;
        holiday.to = day;
        holiday.state = HolidayState::Confirmed;
        holiday.confirmedAt = clock.now();
        put(holiday);
    }
    KeptClock only(const Ticket &ticket)
    {
        const auto clocks = must(keptClocks(must(store->read()).database(), {ticket.id.value}));
        if (clocks.size() != 1) qFatal("%d clocks", int(clocks.size()));
        return clocks.constFirst();
    }
};

} // namespace

class TestClockKeeper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTicket_hasItsClock_onceItIsInTheLog()
    {
        Shop shop;
        const Ticket ticket = shop.asked();
        shop.keepAll();
        const KeptClock clock = shop.only(ticket);
        QCOMPARE(clock.state, ClockState::Running);
        QCOMPARE(clock.dueAt, std::optional(at(13)));
        QCOMPARE(clock.nextAt, std::optional(at(12))); // at risk
    }

    void anAnswer_endsIt()
    {
        Shop shop;
        const Ticket ticket = shop.asked();
        shop.wait(1h);
        shop.answer(ticket);
        shop.keepAll();
        QCOMPARE(shop.only(ticket).state, ClockState::Met);
        QCOMPARE(shop.only(ticket).endedAt, std::optional(at(10)));
        QCOMPARE(shop.only(ticket).nextAt, std::nullopt);
    }

    void whatBecomesLate_isNoticedWithoutAnythingHappening()
    {
        Shop shop;
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
        Shop shop;
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
        Shop shop;
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

    void whoeverTakesOver_goesOnWhereTheOtherEnded()
    {
        Shop shop;
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
        Shop shop;
        const Ticket ticket = shop.asked();
        shop.keepAll();
        shop.write([&](Writer &writer) { return writer.destroy<Ticket>(ticket.id); });
        shop.keepAll();
        const auto snapshot = StoreFixture::must(shop.store->read());
        QVERIFY(StoreFixture::must(keptClocks(snapshot.database(), {ticket.id.value})).isEmpty());
    }

    void aRebuild_findsNothing_andWhatWasChangedByHand()
    {
        Shop shop;
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
        Shop shop;
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

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/dryrun.h"
#include "tests/server/servicelevels/clockshop.h"

using namespace akwaba;
using namespace akwaba::servicelevels;
using namespace akwaba::store;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Kept = QHash<QString, KeptClock>; // of tickets that have one

/// Tickets that were asked, answered, paused and forgotten over two weeks.
struct BusyShop : ClockShop {
    BusyShop()
    {
        policy.versions[0].targets = {{Target::Resolution, ClockUnit::Business, 20 * 3600, calendar.id}};
        policy.versions[0].atRiskPercents = {50};
        policy = put(policy);
        for (int i = 0; i < 180; ++i) {
            const Ticket made = asked();
            if (i % 5 == 0) waitFor(made);
            clock.advance(107min);
        }
        keepAll();
    }

    void waitFor(Ticket ticket)
    {
        ticket.status = TicketStatus::WaitingCustomer;
        put(ticket);
        write([&](Writer &writer) {
            return writer.addEvent(ticket.id, {}, {{u"status"_s, u"new"_s, u"waitingCustomer"_s}})
                .map([](const Message &) { });
        });
    }

    RuleEffect tried(const Holiday &holiday)
    {
        RuleLists lists = must(ruleListsOf(must(store->read())));
        lists.holidays.removeIf([&holiday](const Holiday &each) { return each.id == holiday.id; });
        lists.holidays.append(holiday);
        std::optional<Result<RuleEffect>> effect;
        new DryRun(
            *store, std::make_shared<sla::Rules>(lists.calendars, lists.holidays, lists.policies),
            [&effect](const Result<RuleEffect> &found) { effect = found; }, keeper.get());
        if (!QTest::qWaitFor([&effect] { return effect.has_value(); }, 30'000)) qFatal("no answer");
        return must(*effect);
    }

    Kept kept()
    {
        Kept all;
        for (const KeptClock &each : must(openClocksAfter(must(store->read()).database(), {}, 10'000)))
            all.insert(each.ticket.value, each);
        return all;
    }

    /// Declares it, lets the keeper do its work, and counts what has become of what was open.
    RuleEffect done(const Holiday &holiday)
    {
        const Kept before = kept();
        put(holiday);
        keepAll();
        const Kept after = kept();
        RuleEffect effect;
        for (auto each = before.begin(); each != before.end(); ++each) {
            const KeptClock now = after.value(each.key());
            ++effect.looked;
            if (each->dueAt != now.dueAt) ++effect.moved;
            if (!each->breachedAt && now.breachedAt) ++effect.becomeLate;
            if (each->breachedAt && !now.breachedAt) ++effect.noLongerLate;
        }
        return effect;
    }
};

QString words(const RuleEffect &effect)
{
    return u"%1 of %2 move, %3 become late, %4 are late no longer"_s.arg(effect.moved)
        .arg(effect.looked)
        .arg(effect.becomeLate)
        .arg(effect.noLongerLate);
}

} // namespace

/// What is said before is what happens then.
class TestDryRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHoliday_doesWhatWasSaid_andItsCancellationToo()
    {
        BusyShop shop;
        const QDate today = shop.clock.now().date();
        Holiday holiday = shop.holiday(today.addDays(-2), shop.clock.now());
        holiday.to = today.addDays(1);
        const RuleEffect said = shop.tried(holiday);
        qInfo().noquote() << words(said);
        QCOMPARE(said.looked, 180);
        QVERIFY(said.moved > 20 && said.noLongerLate > 0);
        QCOMPARE(said.becomeLate, 0);
        QCOMPARE(words(shop.done(holiday)), words(said));

        holiday = *shop.find<Holiday>(holiday.id);
        shop.wait(5min);
        holiday.state = HolidayState::Cancelled;
        holiday.cancelledAt = shop.clock.now();
        const RuleEffect saidThen = shop.tried(holiday);
        QVERIFY(saidThen.becomeLate > 0);
        QCOMPARE(words(shop.done(holiday)), words(saidThen));
    }

    void anAfternoon_doesWhatWasSaid()
    {
        BusyShop shop;
        Holiday holiday = shop.holiday(shop.clock.now().date().addDays(1), shop.clock.now()); // a Monday
        holiday.closed = {12 * 60, 24 * 60};
        const RuleEffect said = shop.tried(holiday);
        QVERIFY(said.moved > 0);
        QCOMPARE(words(shop.done(holiday)), words(said));
    }

    void whatIsOnlyPlanned_movesNothing()
    {
        BusyShop shop;
        Holiday holiday = shop.holiday(shop.clock.now().date(), {});
        holiday.state = HolidayState::Planned;
        QCOMPARE(shop.tried(holiday), (RuleEffect{180, 0, 0, 0}));
    }

    void nothingIsWritten()
    {
        BusyShop shop;
        const QString state = shop.state();
        const Kept before = shop.kept();
        (void)shop.tried(shop.holiday(shop.clock.now().date(), shop.clock.now()));
        QCOMPARE(shop.state(), state);
        QVERIFY(shop.kept() == before);
    }

    void whatBecameLateThisVeryMoment_isNotTheHolidaysDoing()
    {
        BusyShop shop;
        shop.clock.advance(20h); // Monday afternoon, and the keeper has not looked since
        Holiday minutes = shop.holiday(shop.clock.now().date(), shop.clock.now());
        minutes.closed = {8 * 60, 8 * 60 + 5};
        const RuleEffect said = shop.tried(minutes);
        QVERIFY(said.moved > 0);
        QCOMPARE(said.becomeLate, 0);
    }

    void manyThatAreLate_areEachLookedAtOnce()
    {
        BusyShop shop;
        shop.wait(24h * 9);
        Holiday holiday = shop.holiday(shop.clock.now().date().addDays(-20), shop.clock.now());
        holiday.to = shop.clock.now().date();
        const RuleEffect said = shop.tried(holiday);
        QCOMPARE(said.looked, 180);
        QVERIFY(said.noLongerLate > ticketsInSlice);
        QCOMPARE(words(shop.done(holiday)), words(said));
    }
};

QTEST_GUILESS_MAIN(TestDryRun)
#include "tst_dryrun.moc"

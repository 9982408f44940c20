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

using Key = std::pair<QString, int>; // a ticket has one open clock of each target at most
using Kept = QHash<Key, KeptClock>;

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

    void waitFor(const Ticket &ticket) { become(ticket, TicketStatus::WaitingCustomer); }
    void close(const Ticket &ticket) { become(ticket, TicketStatus::Closed); }
    void become(Ticket ticket, TicketStatus status)
    {
        const QString before = wireName(ticket.status);
        ticket.status = status;
        put(ticket);
        write([&](Writer &writer) {
            return writer.addEvent(ticket.id, {}, {{u"status"_s, before, wireName(status)}}).map([](const Message &) {
            });
        });
    }

    RuleEffect tried(const Holiday &holiday)
    {
        RuleLists lists = must(ruleListsOf(must(store->read())));
        lists.holidays.removeIf([&holiday](const Holiday &each) { return each.id == holiday.id; });
        lists.holidays.append(holiday);
        return tried(lists, Reach::Dates).effect;
    }

    PolicyTrial tried(const RuleLists &lists, Reach reach)
    {
        std::optional<Result<PolicyTrial>> trial;
        new DryRun(
            *store, std::make_shared<sla::Rules>(lists.calendars, lists.holidays, lists.policies), reach,
            [&trial](const Result<PolicyTrial> &found) { trial = found; }, keeper.get());
        if (!QTest::qWaitFor([&trial] { return trial.has_value(); }, 30'000)) qFatal("no answer");
        return must(*trial);
    }

    Kept kept()
    {
        Kept all;
        for (const KeptClock &each : must(openClocksAfter(must(store->read()).database(), {}, 10'000)))
            all.insert({each.ticket.value, int(each.target)}, each);
        return all;
    }

    QHash<Key, KeptClock> closed()
    {
        QHash<Key, KeptClock> all;
        const auto snapshot = must(store->read());
        QStringList tickets;
        for (const Ticket &each : must(snapshot.all<Ticket>()))
            tickets.append(each.id.value);
        for (const KeptClock &each : must(keptClocks(snapshot.database(), tickets))) {
            if (!each.isOpen()) all.insert({each.ticket.value, int(each.target)}, each);
        }
        return all;
    }

    /// Declares it, lets the keeper do its work, and counts what has become of what was open.
    RuleEffect done(const Holiday &holiday)
    {
        return done([&] { put(holiday); });
    }

    RuleEffect done(const std::function<void()> &decide)
    {
        const Kept before = kept();
        decide();
        keepAll();
        const Kept after = kept();
        const Kept over = closed();
        RuleEffect effect;
        for (auto each = before.begin(); each != before.end(); ++each) {
            const bool isOver = !after.contains(each.key());
            const KeptClock now = isOver ? over.value(each.key()) : after.value(each.key());
            ++effect.looked;
            if (isOver)
                ++effect.ended;
            else if (each->dueAt != now.dueAt)
                ++effect.moved;
            if (!each->breachedAt && now.breachedAt) ++effect.becomeLate;
            if (each->breachedAt && !now.breachedAt) ++effect.noLongerLate;
        }
        for (auto each = after.begin(); each != after.end(); ++each) {
            if (before.contains(each.key())) continue;
            ++effect.begun;
            if (each->breachedAt) ++effect.becomeLate;
        }
        return effect;
    }

    /// Another policy in front, for what is urgent: every third ticket.
    SlaPolicy urgent(qint64 hours)
    {
        SlaPolicy made = policy;
        made.id = id<SlaPolicyId>();
        made.rev = 0;
        SlaPolicyVersion &version = made.versions[0];
        version.since = clock.now();
        version.position = -1;
        version.conditions = {{u"priority"_s, {u"urgent"_s}, false}};
        version.targets[0].length = hours * 3600;
        return made;
    }
    void makeSomeUrgent()
    {
        int i = 0;
        for (Ticket ticket : must(must(store->read()).all<Ticket>())) {
            if (i++ % 3 != 0) continue;
            ticket.priority = Priority::Urgent;
            put(ticket);
        }
        keepAll();
    }
    PolicyTrial triedPolicy(const SlaPolicy &other)
    {
        RuleLists lists = must(ruleListsOf(must(store->read())));
        lists.policies.removeIf([&other](const SlaPolicy &each) { return each.id == other.id; });
        lists.policies.append(other);
        return tried(lists, Reach::Tickets);
    }
};

QString words(const RuleEffect &effect)
{
    return u"%1 of %2 move, %3 become late, %4 are late no longer, %5 begin, %6 end"_s.arg(effect.moved)
        .arg(effect.looked)
        .arg(effect.becomeLate)
        .arg(effect.noLongerLate)
        .arg(effect.begun)
        .arg(effect.ended);
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

    void otherHours_doWhatWasSaid()
    {
        BusyShop shop;
        Calendar other = shop.calendar;
        CalendarVersion longer = other.versions.constFirst();
        longer.number = 2;
        longer.since = shop.clock.now();
        for (WeeklyHours &each : longer.weekly)
            each.hours = {7 * 60, 20 * 60};
        other.versions.append(longer);
        RuleLists lists = BusyShop::must(ruleListsOf(BusyShop::must(shop.store->read())));
        lists.calendars = {other};
        const RuleEffect said = shop.tried(lists, Reach::Dates).effect;
        qInfo().noquote() << words(said);
        QVERIFY(said.moved > 20 && said.becomeLate > 0);
        QCOMPARE(words(shop.done([&] { shop.put(other); })), words(said));
    }

    void aStricterPolicyInFront_doesWhatWasSaid_andIsCounted()
    {
        BusyShop shop;
        shop.makeSomeUrgent();
        const SlaPolicy urgent = shop.urgent(4);
        const PolicyTrial said = shop.triedPolicy(urgent);
        qInfo().noquote() << words(said.effect);
        QCOMPARE(said.tickets, 180);
        QCOMPARE(said.matches.size(), 2);
        QCOMPARE(said.matches.at(0).policy, urgent.id);
        QCOMPARE(said.matches.at(0).taken, 60);
        QCOMPARE(said.matches.at(0).numbers.size(), 5);
        QCOMPARE(said.matches.at(1).fitting, 180);
        QCOMPARE(said.matches.at(1).taken, 120);
        QVERIFY(said.warnings.isEmpty());
        QVERIFY(said.effect.moved > 0 && said.effect.becomeLate > 0);
        QCOMPARE(words(shop.done([&] { shop.put(urgent); })), words(said.effect));
    }

    void anotherOrder_doesWhatWasSaid_bothWays()
    {
        BusyShop shop;
        shop.makeSomeUrgent();
        SlaPolicy urgent = shop.urgent(4);
        SlaPolicy second = shop.urgent(60);
        urgent.versions[0].position = -2;
        urgent = shop.put(urgent);
        second = shop.put(second);
        shop.keepAll();
        shop.wait(5min);
        const auto moveTo = [&shop](SlaPolicy policy, int position) {
            SlaPolicyVersion version = policy.versions.constLast();
            ++version.number;
            version.since = shop.clock.now();
            version.position = position;
            policy.versions.append(version);
            return policy;
        };
        const SlaPolicy behind = moveTo(urgent, 0);
        SlaPolicy last = moveTo(shop.policy, 1);
        last = shop.put(last);
        shop.keepAll();
        const PolicyTrial said = shop.triedPolicy(behind);
        qInfo().noquote() << words(said.effect);
        QCOMPARE(said.matches.at(0).policy, second.id);
        QCOMPARE(said.matches.at(1).taken, 0);
        QVERIFY(said.warnings.contains(PolicyWarning{PolicyDoubt::NeverFirst, urgent.id, {}, 60}));
        QVERIFY(said.warnings.contains(PolicyWarning{PolicyDoubt::Overlaps, second.id, urgent.id, 60}));
        QVERIFY(said.effect.moved > 0);
        QCOMPARE(said.effect.noLongerLate, 0); // what was missed stays missed (sla.md rule 16)
        QCOMPARE(words(shop.done([&] { urgent = shop.put(behind); })), words(said.effect));
        shop.wait(5min);
        const SlaPolicy before = moveTo(urgent, -2);
        const PolicyTrial back = shop.triedPolicy(before);
        qInfo().noquote() << words(back.effect);
        QVERIFY(back.effect.moved > 0);
        QCOMPARE(words(shop.done([&] { shop.put(before); })), words(back.effect));
    }

    void targetsThatComeAndGo_areSaid()
    {
        BusyShop shop;
        SlaPolicy other = shop.policy;
        SlaPolicyVersion version = other.versions.constLast();
        version.number = 2;
        version.since = shop.clock.now();
        version.targets = {{Target::FirstResponse, ClockUnit::Wall, 3600, {}}};
        other.versions.append(version);
        const PolicyTrial said = shop.triedPolicy(other);
        qInfo().noquote() << words(said.effect);
        QVERIFY(said.effect.begun > 0 && said.effect.ended > 0);
        QCOMPARE(words(shop.done([&] { shop.put(other); })), words(said.effect));
    }

    void whatMayNotHaveBeenMeant_isSaid()
    {
        BusyShop shop;
        SlaPolicy never = shop.urgent(4); // nothing is urgent
        QVERIFY(
            shop.triedPolicy(never).warnings.contains(PolicyWarning{PolicyDoubt::MatchesNothing, never.id, {}, 180}));
        SlaPolicy always = never;
        always.versions[0].conditions = {{u"channel"_s, {u"email"_s}, false}};
        QVERIFY(shop.triedPolicy(always).warnings.contains(
            PolicyWarning{PolicyDoubt::MatchesEverything, always.id, {}, 180}));
        always.versions[0].conditions.clear();
        QVERIFY(shop.triedPolicy(always).warnings.contains(
            PolicyWarning{PolicyDoubt::MatchesEverything, always.id, {}, 180}));
        SlaPolicy torn = never;
        torn.versions[0].conditions.append({u"priority"_s, {u"high"_s}, false});
        QVERIFY(shop.triedPolicy(torn).warnings.contains(PolicyWarning{PolicyDoubt::MatchesNothing, torn.id, {}, 180}));
    }

    void ticketsThatAreDone_areNotCounted()
    {
        BusyShop shop;
        int i = 0;
        for (const Ticket &ticket : BusyShop::must(BusyShop::must(shop.store->read()).all<Ticket>())) {
            if (i++ % 2 != 0) shop.close(ticket);
        }
        shop.keepAll();
        QCOMPARE(shop.triedPolicy(shop.urgent(4)).tickets, 90);
    }
};

QTEST_GUILESS_MAIN(TestDryRun)
#include "tst_dryrun.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/statement.h"
#include "tests/server/store/storefixture.h"

using namespace akwaba;
using namespace akwaba::store;
using namespace Qt::StringLiterals;

/// Sync/changes, Foo/changes and pages, case by case (sync.md 2.3, 2.4); the model is tst_syncmodel.
class TestSyncChanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTicketThatMovesAwayIsRemovedNotDestroyed();
    void aDestroyedTicketIsDestroyed();
    void aTicketThatComesInBringsItsMessages();
    void whoCouldNeverSeeItIsNotTold();
    void aPageNeverCutsATransaction();
    void aStaleScopeIsServedNothing();
    void aMoreMightyRoleIsANewScope();
    void aForeignLineageCannotBeContinued();
    void aForgedFutureChangesNothing();
    void aGenuineFutureBeginsANewLineage();
    void belowTheFloorIsTooOld();
    void ownWritesAreEchoed();
    void changesOfOneTypeKeepToTheLimit();
    void changesAfterANewPermissionStartOver();
    void messagesOfAMovedTicketStartOver();
    void theStateOfATypeMovesWithThatTypeOnly();
    void pagesGoThroughEverythingOnce();
    void aCustomersOrdersFollowHisTickets();
    void theOutcomeOfAGetIsTheCallersPart();

private:
    static SyncPage pageOf(StoreFixture &f, const AgentId &agent, const QString &since, int max = 500)
    {
        const auto answer = StoreFixture::must(
            StoreFixture::must(f.store->read()).syncChanges(since, f.scopeState(agent), max, f.caller(agent)));
        if (!std::holds_alternative<SyncPage>(answer)) qFatal("no page");
        return std::get<SyncPage>(answer);
    }

    static TypeChanges changesOf(const SyncPage &page, const QString &type)
    {
        for (const TypeChanges &changes : page.changes) {
            if (changes.type->name == type) return changes;
        }
        return {};
    }

    static QString refusal(StoreFixture &f, const AgentId &agent, const QString &since)
    {
        const auto answer = StoreFixture::must(
            StoreFixture::must(f.store->read()).syncChanges(since, f.scopeState(agent), 500, f.caller(agent)));
        const auto *refused = std::get_if<CannotCalculate>(&answer);
        return refused ? refused->reason : QString();
    }
};

void TestSyncChanges::aTicketThatMovesAwayIsRemovedNotDestroyed()
{
    StoreFixture f;
    const Team one = f.team(u"SAV"_s);
    const Team other = f.team(u"Ventes"_s);
    const Agent agent = f.agent(u"Awa"_s, {one.id});
    Ticket ticket = f.ticket(one.id);
    const QString before = f.state();
    ticket.team = other.id;
    f.put(ticket);
    const TypeChanges changes = changesOf(pageOf(f, agent.id, before), u"Ticket"_s);
    QCOMPARE(changes.removed, QStringList{ticket.id.value});
    QVERIFY(changes.destroyed.isEmpty());
}

void TestSyncChanges::aDestroyedTicketIsDestroyed()
{
    StoreFixture f;
    const Team team = f.team(u"SAV"_s);
    const Agent agent = f.agent(u"Awa"_s, {team.id});
    const Ticket ticket = f.ticket(team.id);
    const Message message = f.message(ticket.id);
    const QString before = f.state();
    f.write([&](Writer &writer) { return writer.destroy<Ticket>(ticket.id); });
    const SyncPage page = pageOf(f, agent.id, before);
    QCOMPARE(changesOf(page, u"Ticket"_s).destroyed, QStringList{ticket.id.value});
    QCOMPARE(changesOf(page, u"Message"_s).destroyed, QStringList{message.id.value});
}

void TestSyncChanges::aTicketThatComesInBringsItsMessages()
{
    StoreFixture f;
    const Team one = f.team(u"SAV"_s);
    const Team other = f.team(u"Ventes"_s);
    const Agent agent = f.agent(u"Awa"_s, {other.id});
    Ticket ticket = f.ticket(one.id);
    const Message message = f.message(ticket.id);
    const QString before = f.state();
    ticket.team = other.id;
    f.put(ticket);
    const SyncPage page = pageOf(f, agent.id, before);
    QCOMPARE(changesOf(page, u"Ticket"_s).created, QStringList{ticket.id.value});
    QCOMPARE(changesOf(page, u"Message"_s).created, QStringList{message.id.value});
}

void TestSyncChanges::whoCouldNeverSeeItIsNotTold()
{
    StoreFixture f;
    const Team one = f.team(u"SAV"_s);
    const Agent agent = f.agent(u"Awa"_s, {f.team(u"Ventes"_s).id});
    const QString before = f.state();
    const Ticket ticket = f.ticket(one.id);
    f.write([&](Writer &writer) { return writer.destroy<Ticket>(ticket.id); });
    QVERIFY(changesOf(pageOf(f, agent.id, before), u"Ticket"_s) == TypeChanges{});
}

void TestSyncChanges::aPageNeverCutsATransaction()
{
    StoreFixture f;
    const Team team = f.team(u"SAV"_s);
    const Agent agent = f.agent(u"Awa"_s, {team.id});
    const QString before = f.state();
    f.write([&](Writer &writer) -> Result<void> {
        for (int i = 0; i < 10; ++i) {
            Ticket ticket;
            ticket.id = f.id<TicketId>();
            ticket.team = team.id;
            if (const auto put = writer.put(ticket); !put) return tl::unexpected(put.error());
        }
        return {};
    });
    f.ticket(team.id);
    const SyncPage page = pageOf(f, agent.id, before, 3);
    QCOMPARE(changesOf(page, u"Ticket"_s).created.size(), 10);
    QVERIFY(page.hasMoreChanges);
    const SyncPage rest = pageOf(f, agent.id, page.newState, 3);
    QCOMPARE(changesOf(rest, u"Ticket"_s).created.size(), 1);
    QVERIFY(!rest.hasMoreChanges);
    QCOMPARE(rest.newState, f.state());
}

void TestSyncChanges::aStaleScopeIsServedNothing()
{
    StoreFixture f;
    const Team team = f.team(u"SAV"_s);
    Agent agent = f.agent(u"Awa"_s, {team.id});
    const QString stale = f.scopeState(agent.id);
    const QString before = f.state();
    f.ticket(team.id);
    agent.teams.clear();
    f.put(agent);
    const auto answer =
        StoreFixture::must(StoreFixture::must(f.store->read()).syncChanges(before, stale, 500, f.caller(agent.id)));
    const auto *changed = std::get_if<ScopeChanged>(&answer);
    QVERIFY(changed);
    QVERIFY(changed->scopeState != stale);
    QVERIFY(!changed->scopes.contains(u"team:"_s + team.id.value));
}

void TestSyncChanges::aMoreMightyRoleIsANewScope()
{
    StoreFixture f;
    const Team team = f.team(u"SAV"_s);
    Agent agent = f.agent(u"Awa"_s, {});
    const Ticket ticket = f.ticket(team.id);
    const QString before = f.scopeState(agent.id);
    agent.roles = {Role::Supervisor};
    f.put(agent);
    QVERIFY(f.scopeState(agent.id) != before);
    const auto seen = StoreFixture::must(
        StoreFixture::must(f.store->read()).get(typeInfo<Ticket>(), QStringList{ticket.id.value}, f.caller(agent.id)));
    QCOMPARE(seen.list.size(), 1);
    // A team that is founded later is a supervisor's too.
    const QString supervisor = f.scopeState(agent.id);
    f.team(u"Ventes"_s);
    QVERIFY(f.scopeState(agent.id) != supervisor);
}

void TestSyncChanges::aForeignLineageCannotBeContinued()
{
    StoreFixture f;
    StoreFixture other(2);
    const Agent agent = f.agent(u"Awa"_s, {});
    other.agent(u"Awa"_s, {});
    QCOMPARE(refusal(f, agent.id, other.state()), u"lineage"_s);
    QCOMPARE(refusal(f, agent.id, u"nonsense"_s), u"lineage"_s);
    QCOMPARE(refusal(f, agent.id, {}), u"lineage"_s);
}

void TestSyncChanges::aForgedFutureChangesNothing()
{
    StoreFixture f;
    const Agent agent = f.agent(u"Awa"_s, {});
    const QString state = f.state();
    QStringList parts = state.split(u'.');
    parts[2] = u"999999"_s;
    QCOMPARE(refusal(f, agent.id, parts.join(u'.')), u"future"_s);
    f.store->flush();
    QCOMPARE(f.state(), state);
    parts[2] = u"0"_s; // in range, but not ours
    QCOMPARE(refusal(f, agent.id, parts.join(u'.')), u"lineage"_s);
}

void TestSyncChanges::aGenuineFutureBeginsANewLineage()
{
    StoreFixture f;
    const Agent agent = f.agent(u"Awa"_s, {});
    const QString old = f.state();
    f.ticket({});
    const QString future = f.state();
    // The database comes back from an older copy; the key file does not.
    f.write([](Writer &writer) {
        Statement back(writer.database(), u"UPDATE sync_clock SET seq = seq - 1"_s);
        return back.run();
    });
    QCOMPARE(refusal(f, agent.id, future), u"future"_s);
    f.store->flush();
    QCOMPARE(refusal(f, agent.id, old), u"lineage"_s);
}

void TestSyncChanges::belowTheFloorIsTooOld()
{
    StoreFixture f;
    const Agent agent = f.agent(u"Awa"_s, {});
    const QString old = f.state();
    f.ticket({});
    f.write([](Writer &writer) {
        Statement raise(writer.database(), u"UPDATE sync_clock SET floor = seq"_s);
        return raise.run();
    });
    QCOMPARE(refusal(f, agent.id, old), u"tooOld"_s);
    QCOMPARE(refusal(f, agent.id, f.state()), QString());
}

void TestSyncChanges::ownWritesAreEchoed()
{
    StoreFixture f;
    const Agent agent = f.agent(u"Awa"_s, {});
    const Caller caller = f.caller(agent.id);
    const QString before = f.state();
    Ticket ticket;
    ticket.id = f.id<TicketId>();
    StoreFixture::must(f.store->write([&](Writer &writer) { return writer.put(ticket).map([](const Ticket &) { }); },
                                      {caller.device, u"iid"_s}));
    QCOMPARE(changesOf(pageOf(f, agent.id, before), u"Ticket"_s).created, QStringList{ticket.id.value});
}

void TestSyncChanges::changesOfOneTypeKeepToTheLimit()
{
    StoreFixture f;
    const Agent agent = f.agent(u"Awa"_s, {});
    const Caller caller = f.caller(agent.id);
    const TypeInfo &type = typeInfo<Ticket>();
    QString since = StoreFixture::must(StoreFixture::must(f.store->read()).typeState(type, caller));
    QStringList expected;
    f.write([&](Writer &writer) -> Result<void> {
        for (int i = 0; i < 5; ++i) {
            Ticket ticket;
            ticket.id = f.id<TicketId>();
            expected += ticket.id.value;
            if (const auto put = writer.put(ticket); !put) return tl::unexpected(put.error());
        }
        return {};
    });
    QStringList seen;
    for (int i = 0; i < 3; ++i) {
        const auto answer = StoreFixture::must(StoreFixture::must(f.store->read()).changes(type, since, 2, caller));
        const ChangesPage page = std::get<ChangesPage>(answer);
        QVERIFY(page.created.size() <= 2);
        QCOMPARE(page.hasMoreChanges, i < 2);
        seen += page.created;
        since = page.newState;
    }
    QCOMPARE(seen, expected);
}

void TestSyncChanges::changesAfterANewPermissionStartOver()
{
    StoreFixture f;
    Agent agent = f.agent(u"Awa"_s, {});
    const QString since = f.state();
    agent.teams = {f.team(u"SAV"_s).id};
    f.put(agent);
    const auto answer = StoreFixture::must(
        StoreFixture::must(f.store->read()).changes(typeInfo<Ticket>(), since, 10, f.caller(agent.id)));
    QVERIFY(std::holds_alternative<CannotCalculate>(answer));
}

void TestSyncChanges::messagesOfAMovedTicketStartOver()
{
    StoreFixture f;
    const Team one = f.team(u"SAV"_s);
    const Team other = f.team(u"Ventes"_s);
    const Agent agent = f.agent(u"Awa"_s, {one.id});
    Ticket ticket = f.ticket(other.id);
    f.message(ticket.id);
    const QString since = f.state();
    const auto changes = [&] {
        return StoreFixture::must(
            StoreFixture::must(f.store->read()).changes(typeInfo<Message>(), since, 10, f.caller(agent.id)));
    };
    QVERIFY(std::holds_alternative<ChangesPage>(changes()));
    ticket.team = one.id;
    f.put(ticket);
    QVERIFY(std::holds_alternative<CannotCalculate>(changes()));
}

void TestSyncChanges::theStateOfATypeMovesWithThatTypeOnly()
{
    StoreFixture f;
    const Agent agent = f.agent(u"Awa"_s, {});
    const Caller caller = f.caller(agent.id);
    f.ticket({});
    const auto stateOf = [&](const TypeInfo &type) {
        return StoreFixture::must(StoreFixture::must(f.store->read()).typeState(type, caller));
    };
    const QString tickets = stateOf(typeInfo<Ticket>());
    const QString teams = stateOf(typeInfo<Team>());
    f.team(u"SAV"_s);
    QCOMPARE(stateOf(typeInfo<Ticket>()), tickets);
    QVERIFY(stateOf(typeInfo<Team>()) != teams);
}

void TestSyncChanges::pagesGoThroughEverythingOnce()
{
    StoreFixture f;
    const Agent agent = f.agent(u"Awa"_s, {});
    const Customer fatou = f.customer(u"Fatou"_s);
    QStringList expected;
    for (int i = 0; i < 7; ++i) {
        const Ticket ticket = f.ticket({}, fatou.id);
        f.message(ticket.id);
        expected.prepend(ticket.id.value);
        f.clock.advance(std::chrono::milliseconds(1));
    }
    QStringList seen;
    QString after;
    do {
        const RecordPage page = StoreFixture::must(
            StoreFixture::must(f.store->read()).page(typeInfo<Ticket>(), after, 3, f.caller(agent.id)));
        QCOMPARE(page.total, 7);
        QCOMPARE(page.children.value(u"Message"_s).size(), page.list.size());
        QCOMPARE(page.children.value(u"Customer"_s).size(), page.list.isEmpty() ? 0 : 1);
        for (const QJsonObject &record : page.list)
            seen += record.value(u"id"_s).toString();
        after = page.after;
    } while (!after.isEmpty());
    QCOMPARE(seen, expected);
}

void TestSyncChanges::aCustomersOrdersFollowHisTickets()
{
    StoreFixture f;
    const Team team = f.team(u"SAV"_s);
    const Agent agent = f.agent(u"Awa"_s, {team.id});
    const Customer fatou = f.customer(u"Fatou"_s);
    Order order;
    order.id = f.id<OrderId>();
    order.number = u"C-1"_s;
    order.customer = fatou.id;
    f.put(order);
    const QString before = f.state();
    QVERIFY(changesOf(pageOf(f, agent.id, before), u"Order"_s) == TypeChanges{});
    Ticket ticket = f.ticket(team.id, fatou.id);
    const SyncPage page = pageOf(f, agent.id, before);
    QCOMPARE(changesOf(page, u"Customer"_s).created, QStringList{fatou.id.value});
    QCOMPARE(changesOf(page, u"Order"_s).created, QStringList{order.id.value});
    ticket.customer = {};
    f.put(ticket);
    QCOMPARE(changesOf(pageOf(f, agent.id, page.newState), u"Order"_s).removed, QStringList{order.id.value});
}

void TestSyncChanges::theOutcomeOfAGetIsTheCallersPart()
{
    StoreFixture f;
    const Team one = f.team(u"SAV"_s);
    const Agent agent = f.agent(u"Awa"_s, {one.id});
    const Ticket mine = f.ticket(one.id);
    const Ticket other = f.ticket(f.team(u"Ventes"_s).id);
    const auto records = StoreFixture::must(
        StoreFixture::must(f.store->read())
            .get(typeInfo<Ticket>(), QStringList{other.id.value, mine.id.value, mine.id.value}, f.caller(agent.id)));
    QCOMPARE(records.list.size(), 1);
    QCOMPARE(records.list.first().value(u"id"_s).toString(), mine.id.value);
    QCOMPARE(records.notFound, QStringList{other.id.value});
}

QTEST_GUILESS_MAIN(TestSyncChanges)
#include "tst_syncchanges.moc"

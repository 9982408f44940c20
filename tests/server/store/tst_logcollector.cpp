// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/logcollector.h"
#include "core/database/statement.h"
#include "tests/server/store/storefixture.h"

using namespace akwaba;
using namespace akwaba::store;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the log may forget (sync.md 2.2), and what it says to whoever was away. That readers converge all the same is
/// tst_syncmodel's.
class TestLogCollector : public QObject {
    Q_OBJECT

    static qint64 logged(StoreFixture &f, const QString &id)
    {
        const auto snapshot = StoreFixture::must(f.store->read());
        Statement count(snapshot.database(), u"SELECT COUNT(*) FROM change_log WHERE id = ?"_s);
        return *StoreFixture::must(count.bind(0, id).first([](const Statement &row) { return row.integer(0); }));
    }
    static qint64 scopesWithoutChange(StoreFixture &f)
    {
        const auto snapshot = StoreFixture::must(f.store->read());
        Statement count(snapshot.database(),
                        u"SELECT COUNT(*) FROM change_scope WHERE seq NOT IN (SELECT seq FROM change_log)"_s);
        return *StoreFixture::must(count.first([](const Statement &row) { return row.integer(0); }));
    }
    static Ticket edit(StoreFixture &f, Ticket ticket, int times)
    {
        for (int i = 0; i < times; ++i) {
            ticket.subject = u"Toner %1"_s.arg(i);
            ticket = f.put(ticket);
        }
        return ticket;
    }
    static void collectAll(LogCollector &collector)
    {
        while (StoreFixture::must(collector.collectSome())) { }
    }
    static SyncAnswer since(StoreFixture &f, const QString &state, const AgentId &agent)
    {
        const QString scopes = f.scopeState(agent);
        return StoreFixture::must(StoreFixture::must(f.store->read()).syncChanges(state, scopes, 100, f.caller(agent)));
    }
    static TypeChanges ofTickets(const SyncAnswer &answer)
    {
        const SyncPage *page = std::get_if<SyncPage>(&answer);
        if (page == nullptr) qFatal("no page");
        for (const TypeChanges &changes : page->changes) {
            if (changes.type == &typeInfo<Ticket>()) return changes;
        }
        return {};
    }

private Q_SLOTS:
    void ofOldUpdates_theNewestStays()
    {
        StoreFixture f;
        LogCollector collector(*f.store);
        const Ticket ticket = edit(f, f.ticket(f.team(u"Ventes"_s).id), 5);
        f.clock.advance(8 * 24h);
        collectAll(collector);
        QCOMPARE(logged(f, ticket.id.value), 2); // it was made, and it is what it is
        QCOMPARE(scopesWithoutChange(f), 0);
    }

    void whatIsYoung_stays()
    {
        StoreFixture f;
        LogCollector collector(*f.store);
        const Ticket ticket = edit(f, f.ticket(f.team(u"Ventes"_s).id), 5);
        f.clock.advance(6 * 24h);
        collectAll(collector);
        QCOMPARE(logged(f, ticket.id.value), 6);
    }

    void whoLostSightOfATicket_isStillToldSo()
    {
        StoreFixture f;
        LogCollector collector(*f.store);
        const Team sales = f.team(u"Ventes"_s);
        const Team technicians = f.team(u"Technique"_s);
        const Agent agent = f.agent(u"Awa"_s, {sales.id});
        Ticket ticket = edit(f, f.ticket(sales.id), 3);
        const QString before = f.state();
        ticket.team = technicians.id;
        ticket = edit(f, f.put(ticket), 4);
        f.clock.advance(8 * 24h);
        collectAll(collector);
        QCOMPARE(logged(f, ticket.id.value), 3);
        QCOMPARE(ofTickets(since(f, before, agent.id)).removed, QStringList{ticket.id.value});
    }

    void whatWasDestroyed_isStillToldSo()
    {
        StoreFixture f;
        LogCollector collector(*f.store);
        const Team sales = f.team(u"Ventes"_s);
        const Agent agent = f.agent(u"Awa"_s, {sales.id});
        const Ticket ticket = f.ticket(sales.id);
        const QString before = f.state();
        (void)edit(f, ticket, 4);
        f.write([&](Writer &writer) { return writer.destroy<Ticket>(ticket.id); });
        f.clock.advance(8 * 24h);
        collectAll(collector);
        QCOMPARE(ofTickets(since(f, before, agent.id)).destroyed, QStringList{ticket.id.value});
    }

    void afterNinetyDays_oneStartsOver()
    {
        StoreFixture f;
        LogCollector collector(*f.store);
        const Team sales = f.team(u"Ventes"_s);
        const Agent agent = f.agent(u"Awa"_s, {sales.id});
        const QString old = f.state();
        (void)f.ticket(sales.id);
        f.clock.advance(91 * 24h);
        const QString recent = f.state();
        const Ticket ticket = f.ticket(sales.id);
        collectAll(collector);
        const SyncAnswer refused = since(f, old, agent.id);
        QVERIFY(std::holds_alternative<CannotCalculate>(refused));
        QCOMPARE(std::get<CannotCalculate>(refused).reason, u"tooOld"_s);
        QCOMPARE(ofTickets(since(f, recent, agent.id)).created, QStringList{ticket.id.value});
    }

    void aLongLog_isCollectedInSlices()
    {
        StoreFixture f;
        LogCollector collector(*f.store);
        const Ticket ticket = edit(f, f.ticket(f.team(u"Ventes"_s).id), 1200);
        f.clock.advance(8 * 24h);
        int slices = 0;
        while (StoreFixture::must(collector.collectSome()))
            ++slices;
        QVERIFY2(slices >= 3, qPrintable(QString::number(slices)));
        QCOMPARE(logged(f, ticket.id.value), 2);
    }
};

QTEST_GUILESS_MAIN(TestLogCollector)
#include "tst_logcollector.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/logcollector.h"
#include "tests/server/store/storefixture.h"

#include <QMap>
#include <QSet>

using namespace akwaba;
using namespace akwaba::store;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Rows = QMap<QString, QMap<QString, QJsonObject>>; // by type, by id

/// What an agent may see, worked out from the rows by the words of the design and not by scope keys.
class Oracle {
public:
    Oracle(StoreFixture &fixture, const AgentId &agent)
        : m_snapshot(StoreFixture::must(fixture.store->read())),
          m_agent(*StoreFixture::must(m_snapshot.find<Agent>(agent)))
    {
        for (const Ticket &ticket : StoreFixture::must(m_snapshot.all<Ticket>())) {
            if (!maySee(ticket)) continue;
            m_tickets.insert(ticket.id.value);
            m_customers.insert(ticket.customer.value);
            m_orders.insert(ticket.order.value);
        }
    }

    Rows visible() const
    {
        Rows rows;
        collect<Ticket>(rows, [this](const Ticket &ticket) { return m_tickets.contains(ticket.id.value); });
        collect<Message>(rows, [this](const Message &message) { return m_tickets.contains(message.ticket.value); });
        collect<Customer>(rows, [this](const Customer &one) { return m_customers.contains(one.id.value); });
        collect<Order>(rows, [this](const Order &order) {
            return m_customers.contains(order.customer.value) || m_orders.contains(order.id.value);
        });
        collect<Draft>(rows, [this](const Draft &draft) {
            return draft.agent == m_agent.id
                || (draft.visibility == Visibility::Team && m_tickets.contains(draft.ticket.value));
        });
        collect<Team>(rows, [](const Team &) { return true; });
        collect<Agent>(rows, [](const Agent &) { return true; });
        return rows;
    }

private:
    bool maySee(const Ticket &ticket) const
    {
        return m_agent.roles.contains(Role::Supervisor) || ticket.team.isEmpty() || m_agent.teams.contains(ticket.team)
            || ticket.assignee == m_agent.id || ticket.followers.contains(m_agent.id);
    }

    template <class T, class F> void collect(Rows &rows, F maySeeRow) const
    {
        for (const T &row : StoreFixture::must(m_snapshot.all<T>())) {
            if (maySeeRow(row)) rows[typeInfo<T>().name].insert(row.id.value, toJson(row));
        }
    }

    Snapshot m_snapshot;
    Agent m_agent;
    QSet<QString> m_tickets;
    QSet<QString> m_customers;
    QSet<QString> m_orders;
};

/// A console as the protocol wants it: cursor first, fuzzy snapshot, log; purges what is gone with its children.
/// Between any two of its requests `meanwhile` may change the server.
class ReaderModel {
public:
    ReaderModel(StoreFixture &fixture, const AgentId &agent, std::function<void()> meanwhile)
        : m_fixture(fixture), m_meanwhile(std::move(meanwhile))
    {
        m_caller.agent = agent;
    }

    /// One request of Sync/changes; false when nothing was left.
    bool pull(int pageSize)
    {
        const SyncAnswer answer = StoreFixture::must(
            StoreFixture::must(m_fixture.store->read()).syncChanges(m_cursor, m_scopeState, pageSize, m_caller));
        m_meanwhile();
        if (const auto *changed = std::get_if<ScopeChanged>(&answer)) {
            m_scopeState = changed->scopeState;
            bootstrap(pageSize);
            return true;
        }
        if (std::holds_alternative<CannotCalculate>(answer)) qFatal("can't continue from a state of our own");
        const SyncPage &page = std::get<SyncPage>(answer);
        for (const TypeChanges &changes : page.changes) {
            for (const QString &id : changes.destroyed + changes.removed + changes.erased)
                purge(*changes.type, id);
            fetch(*changes.type, changes.created + changes.updated);
        }
        if (page.newState == m_cursor && page.hasMoreChanges) qFatal("no progress");
        m_cursor = page.newState;
        return page.hasMoreChanges;
    }

    void stopChanges()
    {
        m_meanwhile = [] { };
    }

    const Rows &rows() const { return m_rows; }

private:
    void bootstrap(int pageSize)
    {
        m_cursor = m_fixture.state();
        const Rows stale = m_rows;
        QSet<QString> seen;
        for (const TypeInfo *type : syncedTypes()) {
            QString after;
            do {
                const RecordPage page = StoreFixture::must(
                    StoreFixture::must(m_fixture.store->read()).page(*type, after, pageSize, m_caller));
                take(*type, page.list, seen);
                for (auto [name, records] : page.children.asKeyValueRange())
                    take(*typeByName(name), records, seen);
                after = page.after;
                m_meanwhile();
            } while (!after.isEmpty());
        }
        for (auto [name, records] : stale.asKeyValueRange()) {
            for (const QString &id : records.keys()) {
                if (!seen.contains(id)) purge(*typeByName(name), id);
            }
        }
    }

    void take(const TypeInfo &type, const QList<QJsonObject> &records, QSet<QString> &seen)
    {
        for (const QJsonObject &record : records) {
            seen.insert(record.value(u"id"_s).toString());
            upsert(type, record);
        }
    }

    void fetch(const TypeInfo &type, const QStringList &ids)
    {
        const Records records =
            StoreFixture::must(StoreFixture::must(m_fixture.store->read()).get(type, ids, m_caller));
        for (const QJsonObject &record : records.list)
            upsert(type, record);
        for (const QString &id : records.notFound)
            purge(type, id);
    }

    void upsert(const TypeInfo &type, const QJsonObject &record)
    {
        m_rows[type.name].insert(record.value(u"id"_s).toString(), record);
    }

    void purge(const TypeInfo &type, const QString &id)
    {
        m_rows[type.name].remove(id);
        if (type.name != u"Ticket"_s) return;
        m_rows[u"Message"_s].removeIf(
            [&id](const auto &entry) { return entry.value().value(u"ticket"_s).toString() == id; });
    }

    StoreFixture &m_fixture;
    std::function<void()> m_meanwhile;
    Caller m_caller;
    QString m_cursor;
    QString m_scopeState;
    Rows m_rows;
};

/// Random work of a whole company, one or several changes in a transaction.
class World {
public:
    explicit World(quint64 seed) : fixture(seed), m_dice(seed * 7919 + 1)
    {
        for (int i = 0; i < 3; ++i)
            m_teams += fixture.team(u"team%1"_s.arg(i)).id;
        for (int i = 0; i < 3; ++i)
            agents += fixture.agent(u"agent%1"_s.arg(i), {pick(m_teams)}).id;
        for (int i = 0; i < 4; ++i)
            m_customers += fixture.customer(u"customer%1"_s.arg(i)).id;
        for (int i = 0; i < 6; ++i)
            change();
    }

    void change()
    {
        const int together = 1 + static_cast<int>(m_dice.below(3));
        for (int i = 0; i < together; ++i) {
            fixture.store->submit([this](Writer &writer) { return step(writer); },
                                  [](const Result<void> &done) { StoreFixture::must(done); });
        }
        fixture.store->flush();
        fixture.clock.advance(1s);
        if (m_dice.below(4) == 0) (void)StoreFixture::must(m_collector.collectSome());
    }

    void perhapsChange()
    {
        if (m_dice.below(3) == 0) change();
    }

    int pageSize() { return 1 + static_cast<int>(m_dice.below(7)); }

    StoreFixture fixture;
    QList<AgentId> agents;

private:
    template <class T> const T &pick(const QList<T> &values)
    {
        return values.at(static_cast<qsizetype>(m_dice.below(static_cast<quint64>(values.size()))));
    }

    Result<void> step(Writer &writer)
    {
        switch (m_dice.below(14)) {
        case 0:
        case 1: return addTicket(writer);
        case 2:
        case 3: return addMessage(writer);
        case 4:
        case 5: return editTicket(writer, [this](Ticket &ticket) { ticket.team = pick(m_teams); });
        case 6: return editTicket(writer, [this](Ticket &ticket) { ticket.assignee = pick(agents); });
        case 7: return editTicket(writer, [this](Ticket &ticket) { ticket.assignee = {}; });
        case 8: return editTicket(writer, [this](Ticket &ticket) { ticket.followers = {pick(agents)}; });
        case 9: return editTicket(writer, [this](Ticket &ticket) { ticket.customer = pick(m_customers); });
        case 10: return editAgent(writer);
        case 11: return addDraft(writer);
        case 12: return addOrder(writer);
        default: return destroySomething(writer);
        }
    }

    Result<void> addTicket(Writer &writer)
    {
        Ticket ticket;
        ticket.id = fixture.id<TicketId>();
        if (m_dice.below(8) != 0) ticket.team = pick(m_teams);
        ticket.customer = pick(m_customers);
        m_tickets += ticket.id;
        return writer.put(ticket).map([](const Ticket &) { });
    }

    Result<void> addMessage(Writer &writer)
    {
        if (m_tickets.isEmpty()) return {};
        Message message;
        message.id = fixture.id<MessageId>();
        message.ticket = pick(m_tickets);
        return writer.put(message).map([](const Message &) { });
    }

    template <class F> Result<void> editTicket(Writer &writer, F edit)
    {
        if (m_tickets.isEmpty()) return {};
        auto ticket = writer.find<Ticket>(pick(m_tickets));
        if (!ticket) return tl::unexpected(ticket.error());
        edit(**ticket);
        return writer.put(**ticket).map([](const Ticket &) { });
    }

    Result<void> editAgent(Writer &writer)
    {
        auto agent = writer.find<Agent>(pick(agents));
        if (!agent) return tl::unexpected(agent.error());
        (*agent)->teams = m_dice.below(4) == 0 ? QList<TeamId>() : QList<TeamId>{pick(m_teams)};
        (*agent)->roles = m_dice.below(4) == 0 ? QList{Role::Supervisor} : QList{Role::Agent};
        return writer.put(**agent).map([](const Agent &) { });
    }

    Result<void> addDraft(Writer &writer)
    {
        if (m_tickets.isEmpty()) return {};
        Draft draft;
        draft.id = fixture.id<DraftId>();
        draft.agent = pick(agents);
        draft.ticket = pick(m_tickets);
        draft.visibility = m_dice.below(2) == 0 ? Visibility::Team : Visibility::Private;
        m_drafts += draft.id;
        return writer.put(draft).map([](const Draft &) { });
    }

    Result<void> addOrder(Writer &writer)
    {
        Order order;
        order.id = fixture.id<OrderId>();
        order.number = order.id.value;
        order.customer = pick(m_customers);
        return writer.put(order).map([](const Order &) {}).and_then([&] {
            return editTicket(writer, [&](Ticket &ticket) { ticket.order = order.id; });
        });
    }

    Result<void> destroySomething(Writer &writer)
    {
        if (!m_drafts.isEmpty() && m_dice.below(2) == 0) {
            const DraftId draft = m_drafts.takeLast();
            const auto found = writer.find<Draft>(draft);
            return found && *found ? writer.destroy<Draft>(draft) : Result<void>();
        }
        if (m_tickets.size() < 3) return {};
        return writer.destroy<Ticket>(m_tickets.takeFirst());
    }

    SeededRandom m_dice;
    LogCollector m_collector{*fixture.store, {.compactAfter = 2s, .keep = 3600s}};
    QList<TeamId> m_teams;
    QList<CustomerId> m_customers;
    QList<TicketId> m_tickets;
    QList<DraftId> m_drafts;
};

/// Names the first difference, so that a failing seed can be read.
QString difference(const Rows &reader, const Rows &server)
{
    for (const TypeInfo *type : syncedTypes()) {
        const auto mine = reader.value(type->name);
        const auto theirs = server.value(type->name);
        for (const QString &id : mine.keys()) {
            if (!theirs.contains(id)) return u"%1 %2 is out of scope or gone"_s.arg(type->name, id);
            if (mine.value(id) != theirs.value(id)) return u"%1 %2 is old"_s.arg(type->name, id);
        }
        for (const QString &id : theirs.keys()) {
            if (!mine.contains(id)) return u"%1 %2 is missing"_s.arg(type->name, id);
        }
    }
    return {};
}

} // namespace

/// The model of sync.md 2.4 to 2.6: whatever is moved, permitted and destroyed, a reader converges to what he may see.
class TestSyncModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyReaderConvergesToHisScope_data();
    void everyReaderConvergesToHisScope();
};

void TestSyncModel::everyReaderConvergesToHisScope_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %llu", seed) << seed;
}

void TestSyncModel::everyReaderConvergesToHisScope()
{
    QFETCH(quint64, seed);
    World world(seed);
    std::vector<std::unique_ptr<ReaderModel>> readers;
    for (const AgentId &agent : world.agents)
        readers.push_back(std::make_unique<ReaderModel>(world.fixture, agent, [&world] { world.perhapsChange(); }));
    for (int round = 0; round < 9; ++round) {
        for (int i = 0; i < 4; ++i)
            world.change();
        // One page only: readers are at different places of the log, some far behind.
        readers[static_cast<std::size_t>(round) % readers.size()]->pull(world.pageSize());
    }
    for (std::size_t i = 0; i < readers.size(); ++i) {
        ReaderModel quiet = *readers[i];
        quiet.stopChanges();
        int pulls = 0;
        while (quiet.pull(world.pageSize()))
            QVERIFY2(++pulls < 1000, "does not come to an end");
        const Oracle oracle(world.fixture, world.agents.at(static_cast<qsizetype>(i)));
        QCOMPARE(difference(quiet.rows(), oracle.visible()), QString());
    }
}

QTEST_GUILESS_MAIN(TestSyncModel)
#include "tst_syncmodel.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cache/world.h"

#include "core/database/statement.h"
#include "core/database/table.h"

#include <QMap>

using namespace akwaba;
using namespace akwaba::test;

class OverlayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<World>(); }
    void cleanup() { m_world.reset(); }
    void pendingIntent_isSeenAtOnce_andTheServersWordIsKept();
    void delta_ofADirtyRow_goesUnderThePendingIntents();
    void rejectedIntent_leavesNothingBehind();
    void rejectedCreation_isInNoTable();
    void acceptedIntent_doesNotFlickerBeforeItsEcho();
    void intentsOnARowThatIsNotThere_waitForIt();
    void whatAFillingDidNotMeet_goes_evenWhereAnIntentHidesIt();
    void crashBetweenOutboxAndCache_isHealedAtStart();
    void crashBetweenCacheAndOutbox_isHealedAtStart();
    void visibleRows_areTheFoldOfBaseAndPending_whateverTheInterleaving_data();
    void visibleRows_areTheFoldOfBaseAndPending_whateverTheInterleaving();

private:
    [[nodiscard]] int shadows() const { return m_world->value(u"SELECT count(*) FROM shadow"_s).toInt(); }
    void settle(const Intent &intent, OutcomeKind kind) const;

    std::unique_ptr<World> m_world;
};

/// As the engine does it: the cache first, then the outbox (2.9).
void OverlayTest::settle(const Intent &intent, OutcomeKind kind) const
{
    if (kind == OutcomeKind::Rejected) {
        QList<Intent> others = m_world->pending();
        others.removeIf([&intent](const Intent &other) { return other.iid == intent.iid; });
        must(m_world->cache->settle(intent.iid, others, m_world->me));
    }
    must(m_world->outbox->record({.iid = intent.iid, .kind = kind, .seq = 1}));
}

void OverlayTest::pendingIntent_isSeenAtOnce_andTheServersWordIsKept()
{
    m_world->take({tickets({ticketRecord(u"t1"_s)})});
    QCOMPARE(shadows(), 0);
    m_world->perform(SetStatus{.ticket = {u"t1"_s}, .to = TicketStatus::Resolved});
    QCOMPARE(m_world->status(u"t1"_s), u"resolved"_s);
    QCOMPARE(shadows(), 1);
    QVERIFY(m_world->value(u"SELECT base FROM shadow"_s).toString().contains(u"\"status\":\"open\""_s));
}

void OverlayTest::delta_ofADirtyRow_goesUnderThePendingIntents()
{
    m_world->take({tickets({ticketRecord(u"t1"_s)})});
    m_world->perform(SetField{.ticket = {u"t1"_s}, .name = u"priority"_s, .to = u"high"_s});
    m_world->take({tickets({with(ticketRecord(u"t1"_s, 0, 2), u"status"_s, u"closed"_s)})});
    QCOMPARE(m_world->status(u"t1"_s), u"closed"_s);
    QCOMPARE(m_world->value(u"SELECT priority FROM tickets"_s).toString(), u"high"_s);
}

void OverlayTest::rejectedIntent_leavesNothingBehind()
{
    m_world->take({tickets({ticketRecord(u"t1"_s)})});
    const Intent first = m_world->perform(SetStatus{.ticket = {u"t1"_s}, .to = TicketStatus::Resolved});
    const Intent second = m_world->perform(SetField{.ticket = {u"t1"_s}, .name = u"priority"_s, .to = u"high"_s});
    settle(first, OutcomeKind::Rejected);
    QCOMPARE(m_world->status(u"t1"_s), u"open"_s);
    QCOMPARE(m_world->value(u"SELECT priority FROM tickets"_s).toString(), u"high"_s);
    settle(second, OutcomeKind::Rejected);
    QCOMPARE(m_world->value(u"SELECT priority FROM tickets"_s).toString(), u"normal"_s);
    QCOMPARE(shadows(), 0);
    QCOMPARE(m_world->value(u"SELECT count(*) FROM dirty"_s).toInt(), 0);
}

void OverlayTest::rejectedCreation_isInNoTable()
{
    Ticket ticket;
    ticket.id.value = u"t50"_s;
    const Intent create = m_world->perform(CreateTicket{ticket});
    QCOMPARE(m_world->value(u"SELECT count(*) FROM tickets"_s).toInt(), 1);
    settle(create, OutcomeKind::Rejected);
    QCOMPARE(m_world->value(u"SELECT count(*) FROM tickets"_s).toInt(), 0);
    QCOMPARE(shadows(), 0);
    QCOMPARE(must(m_world->outbox->find(create.iid)).args, create.args);
}

void OverlayTest::acceptedIntent_doesNotFlickerBeforeItsEcho()
{
    m_world->take({tickets({ticketRecord(u"t1"_s)})});
    const Intent intent = m_world->perform(SetStatus{.ticket = {u"t1"_s}, .to = TicketStatus::Resolved});
    settle(intent, OutcomeKind::Accepted);
    // A delta from before it was accepted.
    m_world->take({tickets({with(ticketRecord(u"t1"_s, 0, 2), u"subject"_s, u"Autre"_s)})});
    QCOMPARE(m_world->status(u"t1"_s), u"resolved"_s);
    // The echo; the server made more of it.
    CachePage echo{.upserts = {tickets({with(ticketRecord(u"t1"_s, 0, 3), u"status"_s, u"closed"_s)})}};
    echo.settled = must(m_world->outbox->awaitingEcho());
    must(m_world->cache->applyPage(echo, {}, m_world->me));
    must(m_world->outbox->markEchoed(echo.settled));
    QCOMPARE(m_world->status(u"t1"_s), u"closed"_s);
    QCOMPARE(shadows(), 0);
}

void OverlayTest::intentsOnARowThatIsNotThere_waitForIt()
{
    m_world->perform(SetStatus{.ticket = {u"t1"_s}, .to = TicketStatus::Resolved});
    QCOMPARE(m_world->value(u"SELECT count(*) FROM tickets"_s).toInt(), 0);
    m_world->take({tickets({ticketRecord(u"t1"_s)})});
    QCOMPARE(m_world->status(u"t1"_s), u"resolved"_s);
}

void OverlayTest::whatAFillingDidNotMeet_goes_evenWhereAnIntentHidesIt()
{
    Draft draft;
    draft.id.value = u"w1"_s;
    draft.rev = 1;
    m_world->take({{&typeInfo<Draft>(), {toJson(draft)}}});
    const Intent discard = m_world->perform(DiscardDraft{draft.id});
    // The server lost it meanwhile, and a resync does not bring it.
    must(m_world->cache->beginFill(u"page"_s));
    must(m_world->cache->applyPage({.resumeToken = QString(), .sweepsStale = true}, m_world->pending(), m_world->me));
    settle(discard, OutcomeKind::Rejected);
    QCOMPARE(m_world->value(u"SELECT count(*) FROM drafts"_s).toInt(), 0);
    QCOMPARE(shadows(), 0);
}

void OverlayTest::crashBetweenOutboxAndCache_isHealedAtStart()
{
    m_world->take({tickets({ticketRecord(u"t1"_s)})});
    must(m_world->outbox->append(m_world->intent(SetStatus{.ticket = {u"t1"_s}, .to = TicketStatus::Resolved})));
    m_world->reopen(); // before it was shown
    QCOMPARE(m_world->status(u"t1"_s), u"open"_s);
    must(m_world->cache->refoldAll(m_world->pending(), m_world->me));
    QCOMPARE(m_world->status(u"t1"_s), u"resolved"_s);
    must(m_world->cache->refoldAll(m_world->pending(), m_world->me));
    QCOMPARE(m_world->status(u"t1"_s), u"resolved"_s);
}

void OverlayTest::crashBetweenCacheAndOutbox_isHealedAtStart()
{
    m_world->take({tickets({ticketRecord(u"t1"_s)})});
    const Intent intent = m_world->perform(SetStatus{.ticket = {u"t1"_s}, .to = TicketStatus::Resolved});
    must(m_world->cache->settle(intent.iid, {}, m_world->me)); // refused, and the outbox does not know it yet
    m_world->reopen();
    must(m_world->cache->refoldAll(m_world->pending(), m_world->me));
    QCOMPARE(m_world->status(u"t1"_s), u"resolved"_s); // asked again, the server answers the same
    settle(intent, OutcomeKind::Rejected);
    QCOMPARE(m_world->status(u"t1"_s), u"open"_s);
    QCOMPARE(shadows(), 0);
}

void OverlayTest::visibleRows_areTheFoldOfBaseAndPending_whateverTheInterleaving_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 4; ++seed)
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
}

/// The law: at every moment each row is its last base with the pending intents applied in order, and nothing else.
void OverlayTest::visibleRows_areTheFoldOfBaseAndPending_whateverTheInterleaving()
{
    QFETCH(quint64, seed);
    SeededRandom random(seed);
    QMap<QString, QJsonObject> base;
    qint64 rev = 0;
    const auto id = [&random] { return u"t%1"_s.arg(random.below(4)); };
    const auto status = [&random] { return static_cast<TicketStatus>(random.below(6)); };
    for (int step = 0; step < 100; ++step) {
        const QString ticket = id();
        const QList<Intent> pending = m_world->pending();
        switch (random.below(9)) {
        case 0:
        case 1: { // the server says something
            base[ticket] = with(ticketRecord(ticket, step, ++rev), u"status"_s, wireName(status()));
            m_world->take({tickets({base[ticket]})});
            break;
        }
        case 2: // it goes
            base.remove(ticket);
            must(m_world->cache->applyPage({.gone = {{&typeInfo<Ticket>(), {ticket}, GoneKind::Removed}}}, pending,
                                           m_world->me));
            break;
        case 3: m_world->perform(SetStatus{.ticket = {ticket}, .to = status()}); break;
        case 4: m_world->perform(SetTags{.ticket = {ticket}, .add = {{u"g%1"_s.arg(random.below(3))}}}); break;
        case 5: {
            Ticket created;
            created.id.value = ticket;
            m_world->perform(CreateTicket{created});
            break;
        }
        case 6: // one of ours is decided, not always the first
        case 7: {
            if (pending.isEmpty()) break;
            const Intent &decided = pending.at(qsizetype(random.below(quint64(pending.size()))));
            if (random.below(2) == 0) {
                settle(decided, OutcomeKind::Rejected);
                break;
            }
            settle(decided, OutcomeKind::Accepted);
            for (const RowRef &row : rowsTouched(decided)) {
                if (const QJsonObject after = applied(row, base.value(row.id), decided, m_world->me); !after.isEmpty())
                    base[row.id] = with(after, u"rev"_s, ++rev);
            }
            QList<Intent> others = m_world->pending();
            others.removeIf([&decided](const Intent &other) { return other.iid == decided.iid; });
            CachePage echo;
            for (const QJsonObject &record : std::as_const(base))
                echo.upserts.append(tickets({record}));
            echo.settled = {decided.iid};
            must(m_world->cache->applyPage(echo, others, m_world->me));
            must(m_world->outbox->markEchoed({decided.iid}));
            break;
        }
        default: // a crash, and what follows it
            m_world->reopen();
            must(m_world->cache->refoldAll(m_world->pending(), m_world->me));
            break;
        }

        Database look = m_world->look();
        for (int i = 0; i < 4; ++i) {
            const RowRef row{&typeInfo<Ticket>(), u"t%1"_s.arg(i)};
            QJsonObject expected = base.value(row.id);
            bool dirty = false;
            for (const Intent &intent : m_world->pending()) {
                dirty = dirty || rowsTouched(intent).contains(row);
                expected = applied(row, expected, intent, m_world->me);
            }
            Statement visible(look, select(*row.type) + u" WHERE id = ?"_s);
            const auto read =
                must(visible.bind(0, row.id).first([&](const Statement &r) { return readRecord(r, *row.type); }));
            QCOMPARE(read.value_or(QJsonObject()), expected);
            Statement shadow(look, u"SELECT 1 FROM shadow WHERE id = ?"_s);
            const auto shadowed = must(shadow.bind(0, row.id).first([](const Statement &r) { return r.flag(0); }));
            QCOMPARE(shadowed.has_value(), dirty); // shadows for dirty rows, and for those only
        }
    }
}

QTEST_GUILESS_MAIN(OverlayTest)

#include "tst_overlay.moc"

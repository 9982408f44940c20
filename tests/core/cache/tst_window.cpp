// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include "core/cache/window.h"

using namespace akwaba;
using namespace akwaba::test;

Q_DECLARE_METATYPE(akwaba::Ticket)

/// Which tickets lie on this disk: what pages leave out, and what goes when it has become old.
class WindowTest : public QObject {
    Q_OBJECT

    static constexpr int day = 24 * 60;
    static constexpr int allRows = 1000;
    static inline const AgentId me{u"a1"_s};
    static inline const WindowPolicy thirtyDays{.days = 30};
    static inline const QDateTime now = instant(100 * day);
    static inline const QDateTime from = windowStart(thirtyDays, now);
    std::unique_ptr<World> m_world;
    const QByteArray m_content = anyBytes(1000);

    [[nodiscard]] Cache &cache() const { return *m_world->cache; }
    [[nodiscard]] int count(const QString &table) const
    {
        return m_world->value(u"SELECT count(*) FROM "_s + table).toInt();
    }
    /// The ids of what is in a table.
    [[nodiscard]] QString ids(const QString &table) const
    {
        return m_world
            ->value(u"SELECT coalesce(group_concat(id), '') FROM (SELECT id FROM %1 ORDER BY id)"_s.arg(table))
            .toString();
    }
    static QJsonObject closed(const QString &id, int minutes) // so long after the first instant
    {
        return with(ticketRecord(id, minutes), u"status"_s, u"closed"_s);
    }
    static QJsonObject draftOf(const QString &id, const AgentId &agent, const QString &ticket)
    {
        Draft draft;
        draft.id.value = id;
        draft.agent = agent;
        draft.ticket.value = ticket;
        draft.rev = 1;
        return toJson(draft);
    }
    Changed take(const QList<TypedRecords> &records, const QSet<QString> &kept = {}) const
    {
        return must(cache().applyPage({.upserts = records, .window = {from, kept}}, m_world->pending(), m_world->me));
    }
    /// All that is old, in slices.
    Changed evict(const QSet<QString> &kept = {}, int rows = allRows) const
    {
        Changed all;
        for (Cache::Place place; !place.isAtEnd;)
            all.unite(must(cache().evictSome({from, kept}, place, rows, m_world->pending(), m_world->me)));
        return all;
    }
    /// An old closed ticket with a message, its attachment and the content of that, indexed.
    void takeOldTicket() const
    {
        m_world->take({tickets({closed(u"t1"_s, 0)}), messages({messageRecord(u"m1"_s, u"t1"_s, u"Zanzibar"_s)}),
                       attachments({attachmentOf(u"f1"_s, u"m1"_s, u"t1"_s, m_content)})});
        keep(cache().blobs(), m_content);
        while (must(cache().indexSome(50))) { }
    }

private Q_SLOTS:
    void init() { m_world = std::make_unique<World>(); }
    void cleanup() { m_world.reset(); }

    void whatMakesATicketStay_data()
    {
        QTest::addColumn<Ticket>("ticket");
        QTest::addColumn<bool>("stays");
        Ticket old;
        old.status = TicketStatus::Closed;
        old.receivedAt = from.addDays(-300);
        old.lastCustomerMessageAt = from.addDays(-299);
        old.closedAt = from.addMSecs(-1);
        QTest::newRow("closed just before the window") << old << false;
        const auto add = [&old](const char *name, auto Ticket::*member, const auto &value) {
            Ticket other = old;
            other.*member = value;
            QTest::newRow(name) << other << true;
        };
        add("closed at its beginning", &Ticket::closedAt, from);
        add("resolved in it", &Ticket::resolvedAt, from.addDays(1));
        add("received in it", &Ticket::receivedAt, from.addDays(1));
        add("written to by the customer", &Ticket::lastCustomerMessageAt, from.addDays(1));
        add("answered in it", &Ticket::lastAgentMessageAt, from.addDays(1));
        add("open", &Ticket::status, TicketStatus::Open);
        add("waits for a third party", &Ticket::status, TicketStatus::WaitingThirdParty);
        add("mine", &Ticket::assignee, me);
        add("of my customer", &Ticket::customerOwner, me);
        add("followed by me", &Ticket::followers, QList<AgentId>{{u"a2"_s}, me});
        old.assignee.value = u"a2"_s;
        QTest::newRow("somebody else's") << old << false;
        old.status = TicketStatus::Resolved;
        QTest::newRow("resolved long ago") << old << false;
    }
    void whatMakesATicketStay()
    {
        QFETCH(Ticket, ticket);
        QFETCH(bool, stays);
        QCOMPARE(isInside(ticket, from, me), stays);
    }

    void withoutDaysOrATime_everythingIsInside()
    {
        Ticket old;
        old.status = TicketStatus::Closed;
        QVERIFY(!isInside(old, from, {})); // nobody's is not mine
        QVERIFY(isInside(old, windowStart({.days = 0}, now), me));
        QVERIFY(isInside(old, windowStart(thirtyDays, {}), me));
    }

    void aPage_leavesOutWhatIsOldAndNotHere()
    {
        QVERIFY(!cache().wholeSince().isValid());
        take({tickets({closed(u"t1"_s, 0), ticketRecord(u"t2"_s), closed(u"t3"_s, 90 * day)}),
              messages({messageRecord(u"m1"_s, u"t1"_s, u"Un"_s), messageRecord(u"m2"_s, u"t2"_s, u"Deux"_s)}),
              attachments({attachmentOf(u"f1"_s, u"m1"_s, u"t1"_s, m_content)}),
              customers({customerRecord(u"c1"_s, u"Fatou"_s)})});
        QCOMPARE(ids(u"tickets"_s), u"t2,t3"_s);
        QCOMPARE(ids(u"messages"_s), u"m2"_s);
        QCOMPARE(count(u"attachments"_s), 0);
        QCOMPARE(count(u"customers"_s), 1); // whoever calls is known
        QCOMPARE(cache().wholeSince(), from);
        m_world->reopen();
        QCOMPARE(cache().wholeSince(), from);
        must(cache().beginFill(u"token"_s));
        QVERIFY(!cache().wholeSince().isValid());
    }

    void whatIsHere_isKeptUpToDate_howeverOld()
    {
        takeOldTicket();
        take({tickets({with(with(closed(u"t1"_s, 0), u"subject"_s, u"Autre"_s), u"rev"_s, 2)})});
        QCOMPARE(m_world->value(u"SELECT subject FROM tickets"_s).toString(), u"Autre"_s);
    }

    void aMessageWhoseTicketIsNotHere_isDropped()
    {
        take({tickets({closed(u"t1"_s, 0)})});
        take({messages({messageRecord(u"m1"_s, u"t1"_s, u"Remise"_s)})});
        QCOMPARE(count(u"messages"_s), 0);
        // In whatever order a page names them.
        take({messages({messageRecord(u"m2"_s, u"t2"_s, u"Bonjour"_s)}), tickets({ticketRecord(u"t2"_s)})});
        QCOMPARE(count(u"messages"_s), 1);
    }

    void whatIsPendingOnATicketThatIsNotHere_goesWhenItIsSettled()
    {
        take({tickets({closed(u"t1"_s, 0)})});
        const Intent note = m_world->perform(AddNote{{u"m1"_s}, {u"t1"_s}, u"À vérifier"_s});
        take({messages({messageRecord(u"m1"_s, u"t1"_s, u"À vérifier"_s)})});
        QCOMPARE(count(u"messages"_s), 1); // his own word, until it is known what became of it
        (void)must(cache().settle(note.iid, {}, m_world->me));
        QCOMPARE(count(u"messages"_s), 0);
    }

    void anOldTicket_goesWithAllThatHangsOnIt()
    {
        takeOldTicket();
        m_world->take({tickets({ticketRecord(u"t2"_s), closed(u"t3"_s, 80 * day)})});
        const QString words = u"words WHERE words MATCH 'zanzibar'"_s;
        QCOMPARE(count(words), 1);
        QCOMPARE(m_world->blobFiles().size(), 1);
        const Changed changed = evict();
        QVERIFY(changed.tickets.contains(TicketId{u"t1"_s}));
        QVERIFY(changed.lists);
        QCOMPARE(ids(u"tickets"_s), u"t2,t3"_s);
        for (const QString &table : {u"messages"_s, u"attachments"_s, u"blobs"_s, words})
            QCOMPARE(count(table), 0);
        QVERIFY(m_world->blobFiles().isEmpty());
        QCOMPARE(cache().wholeSince(), from);
        QVERIFY(evict().isEmpty());
    }

    void whatElseKeepsATicket()
    {
        takeOldTicket();
        QVERIFY(evict({u"t1"_s}).isEmpty()); // on the screen, or in the outbox
        m_world->take({{&typeInfo<Draft>(), {draftOf(u"b1"_s, {u"a2"_s}, u"t1"_s)}}});
        m_world->take({{&typeInfo<Draft>(), {draftOf(u"b2"_s, me, u"t1"_s)}}});
        QVERIFY(evict().isEmpty());
        (void)must(cache().applyPage({.gone = {{&typeInfo<Draft>(), {u"b2"_s}, {}}}}, {}, m_world->me));
        QVERIFY(!evict().isEmpty()); // another's draft does not
        QCOMPARE(count(u"drafts"_s), 1);
    }

    void anOwnDraft_letsItsTicketIn()
    {
        m_world->take({{&typeInfo<Draft>(), {draftOf(u"b1"_s, me, u"t1"_s), draftOf(u"b2"_s, {u"a2"_s}, u"t2"_s)}}});
        QCOMPARE(must(cache().missingOfDrafts(me)), QStringList{u"t1"_s});
        take({tickets({closed(u"t1"_s, 0), closed(u"t2"_s, 0), closed(u"t3"_s, 0)})}, {u"t3"_s});
        QCOMPARE(ids(u"tickets"_s), u"t1,t3"_s);
        QCOMPARE(must(cache().missingOfDrafts(me)), QStringList());
    }

    void aTicketWithAPendingIntent_stays()
    {
        takeOldTicket();
        const Intent note = m_world->perform(AddNote{{u"m2"_s}, {u"t1"_s}, u"À vérifier"_s});
        QVERIFY(evict().isEmpty()); // though nobody said so in Window::kept
        QCOMPARE(must(m_world->outbox->ticketsAtWork()), QSet<QString>{u"t1"_s});
        must(m_world->outbox->cancel(note.iid));
        (void)must(cache().settle(note.iid, {}, m_world->me));
        QVERIFY(must(m_world->outbox->ticketsAtWork()).isEmpty());
        QVERIFY(!evict().isEmpty());
    }

    void whatIsRefusedOrBegun_isAtWork()
    {
        const Intent note = m_world->perform(AddNote{{u"m2"_s}, {u"t1"_s}, u"À vérifier"_s});
        (void)must(m_world->outbox->compose(10, 10000));
        Outcome refused;
        refused.iid = note.iid;
        refused.kind = OutcomeKind::Rejected;
        must(m_world->outbox->record(refused));
        Draft draft;
        draft.id.value = u"b1"_s;
        draft.ticket.value = u"t2"_s;
        must(m_world->outbox->journalDraft(draft));
        QCOMPARE(must(m_world->outbox->ticketsAtWork()), (QSet<QString>{u"t1"_s, u"t2"_s}));
    }

    void manyOldTickets_goInSlices_andThoseThatStayAreLookedAtOnce()
    {
        QList<QJsonObject> records;
        QList<QJsonObject> texts;
        for (int i = 0; i < 200; ++i) {
            const QString id = u"t%1"_s.arg(i, 3, 10, QLatin1Char('0'));
            records += i % 2 == 0 ? closed(id, 7) : with(closed(id, 7), u"assignee"_s, me.value);
            texts += messageRecord(u"m%1"_s.arg(i), id, u"Texte"_s);
        }
        m_world->take({tickets(records), messages(texts)});
        Cache::Place place;
        int slices = 0;
        for (int before = 200; !place.isAtEnd; ++slices) {
            (void)must(cache().evictSome({from, {}}, place, 20, {}, m_world->me));
            const int left = count(u"tickets"_s);
            QVERIFY(before - left <= 10);
            before = left;
        }
        QCOMPARE(count(u"tickets"_s), 100);
        QCOMPARE(count(u"messages"_s), 100);
        QVERIFY(slices >= 10);
        QVERIFY(slices <= 15);
    }
};

QTEST_GUILESS_MAIN(WindowTest)
#include "tst_window.moc"

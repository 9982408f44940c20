// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cache/world.h"

#include "core/cache/cachereader.h"
#include "core/cache/viewquery.h"
#include "core/cache/views.h"
#include "core/database/statement.h"
#include "core/domain/agent.h"

#include <QJsonArray>

using namespace akwaba;
using namespace akwaba::test;

namespace {

QJsonObject escalation(const QString &id, const QString &ticket, EscalationState state, const QString &acceptedBy = {})
{
    Escalation made;
    made.id.value = id;
    made.ticket.value = ticket;
    made.state = state;
    made.acceptedBy.value = acceptedBy;
    made.openedAt = instant(0);
    if (!isOpen(state)) made.closedAt = instant(1);
    made.rev = 1;
    return toJson(made);
}

TypedRecords escalations(const QList<QJsonObject> &records) { return {&typeInfo<Escalation>(), records}; }

QJsonObject notice(const QString &id, int minutes, const QStringList &tickets)
{
    Notice made;
    made.id.value = id;
    made.agent.value = u"a1"_s;
    made.at = instant(minutes);
    for (const QString &ticket : tickets)
        made.tickets.append({ticket});
    made.count = int(tickets.size());
    made.rev = 1;
    return toJson(made);
}

TypedRecords notices(const QList<QJsonObject> &records) { return {&typeInfo<Notice>(), records}; }

QStringList ids(const QList<TicketRow> &rows)
{
    QStringList all;
    for (const TicketRow &row : rows)
        all += row.id.value;
    return all;
}

} // namespace

class CacheReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void newestActivityIsFirst();
    void keysAreTheOrderOfTheFirstPage_data();
    void keysAreTheOrderOfTheFirstPage();
    void rows_keepTheOrderOfTheirKeys_andSayWhichAreGone();
    void row_holdsWhatTheListDraws();
    void foldersHoldWhatTheirCountersSay();
    void stoppedLoops_areCountedAndListed_whateverTheirStatus();
    void escalations_areListed_byWhoseTurnItIs();
    void escalations_areFoundByTheirIndex();
    void figures_areKept_theLastOnes();
    void paths_areTheActiveOnesInTheirOrder();
    void modulesAndMacros_areThere_alsoThoseThatAreNoLongerInUse();
    void ages_areGroupsInTheOrderOfTheList();
    void conditions_selectAsSaid_data();
    void conditions_selectAsSaid();
    void conditionOnAnUnknownField_isUnsupported();
    void listQueries_areAnsweredByAnIndex_data();
    void listQueries_areAnsweredByAnIndex();
    void ticketIsUnread_fromTheCustomersMessageToItsOpening();
    void seenSurvivesTheCache();
    void marks_followTheOutbox();
    void conversation_hasItsPartsInOrder();
    void escalationThatWaitsInTheOutbox_isInItsConversation_andSoIsItsNotice();
    void conversationOfAnUnknownTicket_isNotFound();
    void card_showsTheCustomersTicketsAndOrders();
    void search_findsFoldedWordsAndBeginnings_data();
    void search_findsFoldedWordsAndBeginnings();
    void search_saysWhereItWasFound();
    void search_isNeverBrokenByWhatIsTyped();
    void outboxItems_sayWhatTheyAreAbout();
    void outboxItemThatGetsAnotherNumber_wasSent();
    void outboxItem_namesWhoWasFaster();
    void drafts_ofTheJournalComeBeforeTheServers();
    void notices_areListedNewestFirst_andCountedUntilTheyAreRead();
    void noticeOfATicketThatIsNotHere_namesNone();
    void noticeOfANewerServer_isNeitherListedNorCounted();
    void whatIsKnownOfManyTickets_isReadAtOnce();
    void whatBecameOfIntents_isSaid_butNotOfThoseThatAreGone();
    void savedView_becomesASpec();

private:
    void fill();
    [[nodiscard]] CacheReader &reader();
    [[nodiscard]] QStringList idsOf(const ViewSpec &spec) { return ids(must(reader().firstPage(spec, 100))); }

    std::unique_ptr<World> m_world;
    std::unique_ptr<CacheReader> m_reader;
};

void CacheReaderTest::init()
{
    m_world = std::make_unique<World>();
    fill();
}

void CacheReaderTest::cleanup()
{
    m_reader.reset();
    m_world.reset();
}

CacheReader &CacheReaderTest::reader()
{
    if (!m_reader)
        m_reader =
            must(CacheReader::open({m_world->cachePath(), cacheKey, m_world->outboxPath(), outboxKey, m_world->me.me}));
    return *m_reader;
}

/// t1 mine, t2 nobody's, t3 followed, t4 waits for the customer, t5 closed, t6 of another team and urgent.
void CacheReaderTest::fill()
{
    Agent awa;
    awa.id.value = u"a1"_s;
    awa.name = u"Awa Koné"_s;
    Tag tag;
    tag.id.value = u"g1"_s;
    tag.name = u"garantie"_s;
    const QJsonObject mine =
        with(with(ticketRecord(u"t1"_s, 1), u"assignee"_s, u"a1"_s), u"tags"_s, QJsonArray{u"g1"_s});
    const QJsonObject followed =
        with(with(ticketRecord(u"t3"_s, 3), u"followers"_s, QJsonArray{u"a1"_s, u"a2"_s}), u"assignee"_s, u"a2"_s);
    const QJsonObject waiting =
        with(with(ticketRecord(u"t4"_s, 4), u"status"_s, u"waitingCustomer"_s), u"assignee"_s, u"a1"_s);
    const QJsonObject closed = with(ticketRecord(u"t5"_s, 5), u"status"_s, u"closed"_s);
    QJsonObject urgent = with(with(ticketRecord(u"t6"_s, -2000), u"team"_s, u"e2"_s), u"priority"_s, u"urgent"_s);
    urgent = with(with(urgent, u"channel"_s, u"whatsapp"_s), u"waitingSince"_s, utcDate(instant(-2000)));
    m_world->take({{&typeInfo<Agent>(), {toJson(awa)}},
                   {&typeInfo<Tag>(), {toJson(tag)}},
                   customers({customerRecord(u"c1"_s, u"Zoé Kouassi"_s)}),
                   tickets({mine, ticketRecord(u"t2"_s, 2), followed, waiting, closed, urgent}),
                   messages({messageRecord(u"m1"_s, u"t1"_s, u"Bonjour,\nla cartouche fuit."_s, 1)})});
    while (must(m_world->cache->indexSome(100))) { }
}

void CacheReaderTest::newestActivityIsFirst()
{
    QCOMPARE(idsOf({}), (QStringList{u"t5"_s, u"t4"_s, u"t3"_s, u"t2"_s, u"t1"_s, u"t6"_s}));
    m_world->take({tickets({with(ticketRecord(u"t6"_s, -2000, 2), u"lastAgentMessageAt"_s, utcDate(instant(9)))})});
    QCOMPARE(idsOf({}).first(), u"t6"_s);
    QCOMPARE(must(reader().firstPage({}, 2)).size(), 2);
}

void CacheReaderTest::keysAreTheOrderOfTheFirstPage_data()
{
    QTest::addColumn<int>("sort");
    QTest::addColumn<int>("grouping");
    for (int sort = 0; sort < 4; ++sort) {
        for (int grouping = 0; grouping < 6; ++grouping)
            QTest::addRow("sort %d, grouping %d", sort, grouping) << sort << grouping;
    }
}

void CacheReaderTest::keysAreTheOrderOfTheFirstPage()
{
    QFETCH(int, sort);
    QFETCH(int, grouping);
    for (const bool reversed : {false, true}) {
        ViewSpec spec{.sort = static_cast<TicketSort>(sort)};
        spec.reversed = reversed;
        spec.grouping = static_cast<TicketGrouping>(grouping);
        const TicketKeys keys = must(reader().ticketKeys(spec, instant(0)));
        QCOMPARE(ids(must(reader().rows(keys.keys))), idsOf(spec));
        QCOMPARE(keys.keys.size(), 6U);
        qint64 grouped = 0;
        QStringList names;
        for (const TicketGroup &group : keys.groups) {
            grouped += group.count;
            QVERIFY(!names.contains(group.key)); // each group is one run
            names += group.key;
        }
        QCOMPARE(grouped, spec.grouping == TicketGrouping::None ? 0 : 6);
    }
}

void CacheReaderTest::rows_keepTheOrderOfTheirKeys_andSayWhichAreGone()
{
    const auto keys = must(reader().ticketKeys({}, instant(0))).keys;
    const std::vector<qint64> asked{keys.at(3), 999, keys.at(0)};
    const auto rows = must(reader().rows(asked));
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(0).id.value, u"t2"_s);
    QVERIFY(!rows.at(0).gone);
    QVERIFY(rows.at(1).gone);
    QCOMPARE(rows.at(1).key, 999);
    QCOMPARE(rows.at(2).id.value, u"t5"_s);
}

void CacheReaderTest::row_holdsWhatTheListDraws()
{
    const TicketRow row = must(reader().row({u"t1"_s}));
    QCOMPARE(row.number, u"A-1"_s);
    QCOMPARE(row.customerName, u"Zoé Kouassi"_s);
    QCOMPARE(row.subject, u"Toner t1"_s);
    QCOMPARE(row.extract, u"Bonjour, la cartouche fuit."_s);
    QCOMPARE(row.assigneeName, u"Awa Koné"_s);
    QCOMPARE(row.tags, QStringList{u"garantie"_s});
    QCOMPARE(row.at, instant(1));
    QCOMPARE(row.status, TicketStatus::Open);
}

void CacheReaderTest::foldersHoldWhatTheirCountersSay()
{
    QCOMPARE(idsOf(folderView(Folder::Mine)), (QStringList{u"t4"_s, u"t1"_s}));
    QCOMPARE(idsOf(folderView(Folder::Unassigned)), (QStringList{u"t2"_s, u"t6"_s}));
    QCOMPARE(idsOf(folderView(Folder::WaitingCustomer)), QStringList{u"t4"_s});
    QCOMPARE(idsOf(folderView(Folder::Followed)), QStringList{u"t3"_s});
    QCOMPARE(idsOf(folderView(Folder::AllActive)).size(), 5);
    QCOMPARE(idsOf(teamView({u"e2"_s})), QStringList{u"t6"_s});
    QCOMPARE(idsOf(channelView(Channel::Whatsapp)), QStringList{u"t6"_s});
    const Counters counters = must(reader().counters(instant(0)));
    QCOMPARE(counters.mine, 2);
    QCOMPARE(counters.unassigned, 2);
    QCOMPARE(counters.waitingCustomer, 1);
    QCOMPARE(counters.followed, 1);
    QCOMPARE(counters.active, 5);
    QCOMPARE(counters.drafts, 0);
    QCOMPARE(counters.teams, (QHash<TeamId, qint64>{{{u"e1"_s}, 4}, {{u"e2"_s}, 1}}));
    QCOMPARE(counters.channels, (QHash<Channel, qint64>{{Channel::Email, 4}, {Channel::Whatsapp, 1}}));
}

void CacheReaderTest::stoppedLoops_areCountedAndListed_whateverTheirStatus()
{
    QCOMPARE(must(reader().counters(instant(0))).stoppedLoops, 0);
    const auto stopped = [](const QString &id, int at, const QString &status) {
        const QJsonObject record = with(ticketRecord(id, at, 2), u"loopStoppedAt"_s, utcDate(instant(at)));
        return with(record, u"status"_s, status);
    };
    m_world->take({tickets(
        {stopped(u"t5"_s, 5, u"closed"_s), stopped(u"t2"_s, 2, u"open"_s), stopped(u"t3"_s, 3, u"merged"_s)})});
    QCOMPARE(idsOf(folderView(Folder::StoppedLoops)), (QStringList{u"t5"_s, u"t2"_s}));
    QCOMPARE(must(reader().counters(instant(0))).stoppedLoops, 2);
    (void)m_world->perform(ResumeMail{{u"t2"_s}});
    QCOMPARE(idsOf(folderView(Folder::StoppedLoops)), QStringList{u"t5"_s});
    QCOMPARE(must(reader().counters(instant(0))).stoppedLoops, 1);
}

void CacheReaderTest::escalations_areListed_byWhoseTurnItIs()
{
    QCOMPARE(must(reader().counters(instant(0))).escalated, 0);
    m_world->take({escalations({escalation(u"x1"_s, u"t1"_s, EscalationState::Requested),
                                escalation(u"x2"_s, u"t2"_s, EscalationState::Accepted, u"a1"_s),
                                escalation(u"x3"_s, u"t3"_s, EscalationState::WaitingThirdParty, u"a2"_s),
                                escalation(u"x4"_s, u"t4"_s, EscalationState::Withdrawn),
                                escalation(u"x5"_s, u"t5"_s, EscalationState::HandedBack, u"a1"_s),
                                escalation(u"x6"_s, u"t5"_s, EscalationState::Requested)})});
    const auto listed = [this](const QStringList &values) {
        QStringList found = idsOf({.conditions = {{u"escalation"_s, values}}});
        found.sort();
        return found;
    };
    QCOMPARE(listed({u"open"_s}), (QStringList{u"t1"_s, u"t2"_s, u"t3"_s, u"t5"_s}));
    QCOMPARE(listed({u"toAccept"_s}), (QStringList{u"t1"_s, u"t5"_s}));
    QCOMPARE(listed({u"mine"_s}), QStringList{u"t2"_s});
    QCOMPARE(listed({u"waiting"_s}), QStringList{u"t3"_s});
    QCOMPARE(listed({u"mine"_s, u"waiting"_s}), (QStringList{u"t2"_s, u"t3"_s}));
    QCOMPARE(listed({u"of a newer program"_s}), QStringList());
    QCOMPARE(idsOf(folderView(Folder::Escalations)).size(), 4); // with the closed ticket
    const Counters counters = must(reader().counters(instant(0)));
    QCOMPARE(counters.escalated, 4); // and each ticket once
    const auto open = must(reader().openEscalations());
    QCOMPARE(open.size(), 5); // two of one ticket
    const auto first =
        std::ranges::find(open, EscalationId{u"x1"_s}, [](const OpenEscalation &each) { return each.escalation.id; });
    QCOMPARE(first->ticket.id, TicketId{u"t1"_s});
    QCOMPARE(counters.escalatedToAccept, 2);
    QCOMPARE(counters.escalatedMine, 1);
    QCOMPARE(counters.escalatedWaiting, 1);
    QCOMPARE(idsOf(folderView(Folder::EscalationsToAccept)).size(), 2);
    (void)m_world->perform(MoveEscalation{{u"x1"_s}, {u"t1"_s}, EscalationState::Requested, EscalationState::Accepted});
    QCOMPARE(listed({u"mine"_s}), (QStringList{u"t1"_s, u"t2"_s}));
    (void)m_world->perform(
        MoveEscalation{{u"x2"_s}, {u"t2"_s}, EscalationState::Accepted, EscalationState::Withdrawn, u"Réglé"_s});
    QCOMPARE(must(reader().counters(instant(0))).escalated, 3);
}

void CacheReaderTest::figures_areKept_theLastOnes()
{
    QVERIFY(!must(reader().keptFigures()));
    LiveFigures figures;
    figures.at = instant(5);
    figures.late = 3;
    must(m_world->cache->keepFigures(figures));
    figures.late = 4;
    must(m_world->cache->keepFigures(figures));
    QCOMPARE(must(reader().keptFigures()), std::optional(figures));
}

void CacheReaderTest::escalations_areFoundByTheirIndex()
{
    for (const QString &kind : {u"open"_s, u"toAccept"_s, u"mine"_s, u"waiting"_s}) {
        const ViewQuery query = must(
            queryOf({.conditions = {{u"escalation"_s, {kind}}}, .sort = TicketSort::Due}, {m_world->me.me, {}, {}}));
        Database look = m_world->look();
        Statement explain(look, u"EXPLAIN QUERY PLAN "_s + query.select(u"\"row\""_s, 50));
        query.bindTo(explain);
        const QString plan = must(explain.rows([](const Statement &row) { return row.text(3); })).join(u'\n');
        QVERIFY2(plan.contains(u"INDEX escalations_state"_s), qPrintable(plan));
        QVERIFY2(!plan.contains(u"SCAN"_s), qPrintable(plan));
    }
}

void CacheReaderTest::paths_areTheActiveOnesInTheirOrder()
{
    const auto path = [](const QString &id, int position, bool active) {
        EscalationPath made;
        made.id.value = id;
        made.position = position;
        made.active = active;
        return toJson(made);
    };
    m_world->take(
        {{&typeInfo<EscalationPath>(), {path(u"p1"_s, 2, true), path(u"p2"_s, 3, false), path(u"p3"_s, 1, true)}}});
    QStringList found;
    for (const EscalationPath &each : must(reader().escalationPaths()))
        found += each.id.value;
    QCOMPARE(found, (QStringList{u"p3"_s, u"p1"_s}));
}

void CacheReaderTest::modulesAndMacros_areThere_alsoThoseThatAreNoLongerInUse()
{
    const auto module = [](const QString &id, const QString &keyword, bool active) {
        TextModule made;
        made.id.value = id;
        made.keyword = keyword;
        made.active = active;
        return toJson(made);
    };
    Macro macro;
    macro.id.value = u"r1"_s;
    macro.position = 2;
    macro.steps = {{MacroAct::Reply, {}, u"Bonjour"_s, u"Hello"_s}, {MacroAct::Status, u"resolved"_s, {}, {}}};
    Macro first = macro;
    first.id.value = u"r2"_s;
    first.position = 1;
    m_world->take({{&typeInfo<TextModule>(), {module(u"l1"_s, u"suivi"_s, true), module(u"l2"_s, u"delai"_s, false)}},
                   {&typeInfo<Macro>(), {toJson(macro), toJson(first)}}});
    QStringList found;
    for (const TextModule &each : must(reader().textModules()))
        found += each.keyword;
    QCOMPARE(found, (QStringList{u"delai"_s, u"suivi"_s}));
    QCOMPARE(must(reader().macros()), (QList<Macro>{first, macro}));
}

void CacheReaderTest::ages_areGroupsInTheOrderOfTheList()
{
    m_world->take({tickets({ticketRecord(u"t7"_s, -60), ticketRecord(u"t8"_s, -60 * 24 * 3)})});
    m_world->take({tickets({ticketRecord(u"t9"_s, -60 * 24 * 30)})});
    const auto keys = must(reader().ticketKeys({.grouping = TicketGrouping::Age}, instant(0)));
    const QList<TicketGroup> expected{{u"today"_s, 5}, {u"yesterday"_s, 1}, {u"thisWeek"_s, 2}, {u"older"_s, 1}};
    QCOMPARE(keys.groups, expected);
}

void CacheReaderTest::conditions_selectAsSaid_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<bool>("negated");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("one value") << u"status"_s << QStringList{u"closed"_s} << false << QStringList{u"t5"_s};
    QTest::newRow("several") << u"status"_s << QStringList{u"closed"_s, u"waitingCustomer"_s} << false
                             << QStringList{u"t5"_s, u"t4"_s};
    QTest::newRow("negated") << u"team"_s << QStringList{u"e1"_s} << true << QStringList{u"t6"_s};
    QTest::newRow("me") << u"assignee"_s << QStringList{u"me"_s} << false << QStringList{u"t4"_s, u"t1"_s};
    QTest::newRow("a tag") << u"tags"_s << QStringList{u"g1"_s} << false << QStringList{u"t1"_s};
    QTest::newRow("another's") << u"followers"_s << QStringList{u"a2"_s} << false << QStringList{u"t3"_s};
    QTest::newRow("inactive") << u"active"_s << QStringList{u"false"_s} << false << QStringList{u"t5"_s};
    QTest::newRow("no instant") << u"closedAt"_s << QStringList{u"any"_s} << false << QStringList{};
    QTest::newRow("an instant") << u"waitingSince"_s << QStringList{u"none"_s} << true << QStringList{u"t6"_s};
    QTest::newRow("no tag") << u"tags"_s << QStringList{u"none"_s} << true << QStringList{u"t1"_s};
    QTest::newRow("a number") << u"numbered"_s << QStringList{u"A-4"_s} << false << QStringList{u"t4"_s};
    QTest::newRow("no word of a number") << u"numbered"_s << QStringList{u"toner"_s} << false << QStringList{};
    QTest::newRow("no number at all") << u"numbered"_s << QStringList{u"-"_s} << false << QStringList{};
    QTest::newRow("of whom") << u"from"_s << QStringList{u"KOUA"_s} << true << QStringList{};
    QTest::newRow("of nobody") << u"from"_s << QStringList{u"yao"_s} << false << QStringList{};
    QTest::newRow("before") << u"before"_s << QStringList{utcDate(instant(1))} << false << QStringList{u"t6"_s};
    QTest::newRow("since") << u"since"_s << QStringList{utcDate(instant(4))} << false << QStringList{u"t5"_s, u"t4"_s};
    QTest::newRow("since no day") << u"since"_s << QStringList{u"31/31"_s} << false << QStringList{};
}

void CacheReaderTest::conditions_selectAsSaid()
{
    QFETCH(QString, field);
    QFETCH(QStringList, values);
    QFETCH(bool, negated);
    QFETCH(QStringList, expected);
    QCOMPARE(idsOf({.conditions = {{field, values, negated}}}), expected);
}

void CacheReaderTest::conditionOnAnUnknownField_isUnsupported()
{
    const auto page = reader().firstPage({.conditions = {{u"colour"_s, {u"red"_s}}}}, 10);
    QVERIFY(!page.has_value());
    QCOMPARE(page.error().code, Code::Unsupported);
}

void CacheReaderTest::listQueries_areAnsweredByAnIndex_data()
{
    QTest::addColumn<ViewSpec>("spec");
    QTest::addColumn<QString>("index");
    QTest::newRow("mine") << folderView(Folder::Mine) << u"tickets_assignee"_s;
    QTest::newRow("unassigned") << folderView(Folder::Unassigned) << u"tickets_assignee"_s;
    QTest::newRow("waiting") << ViewSpec{.conditions = {{u"status"_s, {u"waitingCustomer"_s}}}} << u"tickets_status"_s;
    QTest::newRow("all") << folderView(Folder::AllActive) << u"tickets_due"_s;
    QTest::newRow("late") << folderView(Folder::Late) << u"tickets_due"_s;
    QTest::newRow("team") << teamView({u"e1"_s}) << u"tickets_team"_s;
    QTest::newRow("channel") << channelView(Channel::Email) << u"tickets_channel"_s;
    QTest::newRow("everything") << ViewSpec{} << u"tickets_last"_s;
    QTest::newRow("received") << ViewSpec{.sort = TicketSort::Received} << u"tickets_received"_s;
    QTest::newRow("customer") << ViewSpec{.conditions = {{u"customer"_s, {u"c1"_s}}}} << u"tickets_customer"_s;
    QTest::newRow("stopped loops") << folderView(Folder::StoppedLoops) << u"tickets_stopped"_s;
    ViewSpec waits = folderView(Folder::AllActive);
    waits.grouping = TicketGrouping::None;
    waits.sort = TicketSort::WaitingSince;
    QTest::newRow("longest wait") << waits << u"tickets_waits"_s;
    waits.sort = TicketSort::Priority;
    QTest::newRow("urgent first") << waits << u"tickets_urgency"_s;
}

void CacheReaderTest::listQueries_areAnsweredByAnIndex()
{
    QFETCH(ViewSpec, spec);
    QFETCH(QString, index);
    const ViewQuery query = must(queryOf(spec, {m_world->me.me, {}, {}}));
    Database look = m_world->look();
    Statement explain(look, u"EXPLAIN QUERY PLAN "_s + query.select(u"\"row\""_s, 50));
    query.bindTo(explain);
    const QStringList plan = must(explain.rows([](const Statement &row) { return row.text(3); }));
    QCOMPARE(plan.size(), 1); // no sorting beside it
    QVERIFY2(plan.first().contains(u"INDEX "_s + index), qPrintable(plan.first()));
}

void CacheReaderTest::ticketIsUnread_fromTheCustomersMessageToItsOpening()
{
    QVERIFY(must(reader().row({u"t1"_s})).unread);
    QVERIFY(!must(reader().row({u"t5"_s})).unread); // closed before this device ever saw it
    QVERIFY(m_world->outbox->markSeen({u"t1"_s}, instant(1)));
    QVERIFY(!must(reader().row({u"t1"_s})).unread);
    m_world->take({tickets({with(ticketRecord(u"t1"_s, 1, 2), u"lastCustomerMessageAt"_s, utcDate(instant(5)))})});
    QVERIFY(must(reader().row({u"t1"_s})).unread);
    QVERIFY(m_world->outbox->markSeen({u"t1"_s}, instant(5)));
    QVERIFY(m_world->outbox->markSeen({u"t1"_s}, instant(2))); // an older window of it
    QVERIFY(!must(reader().row({u"t1"_s})).unread);
}

void CacheReaderTest::seenSurvivesTheCache()
{
    QVERIFY(m_world->outbox->markSeen({u"t1"_s}, instant(1)));
    m_world->cache.reset();
    Cache::destroy(m_world->cachePath());
    m_world->reopen();
    fill();
    QVERIFY(!must(reader().row({u"t1"_s})).unread);
    QVERIFY(must(reader().row({u"t2"_s})).unread);
}

void CacheReaderTest::marks_followTheOutbox()
{
    const Intent intent = m_world->perform(SetField{.ticket = {u"t1"_s}, .name = u"priority"_s, .to = u"high"_s});
    QVERIFY(must(reader().row({u"t1"_s})).pending);
    QCOMPARE(must(reader().row({u"t1"_s})).priority, Priority::High);
    QCOMPARE(idsOf({.conditions = {{u"pending"_s, {u"true"_s}}}}), QStringList{u"t1"_s});
    QCOMPARE(must(m_world->outbox->compose(1, 1000)).size(), 1);
    QVERIFY(
        m_world->outbox->record({.iid = intent.iid, .kind = OutcomeKind::Rejected, .reason = Reason::FieldChanged}));
    QVERIFY(m_world->cache->settle(intent.iid, m_world->pending(), m_world->me));
    const TicketRow row = must(reader().row({u"t1"_s}));
    QVERIFY(!row.pending);
    QVERIFY(row.refused);
    QCOMPARE(row.refusal, Reason::FieldChanged);
    QCOMPARE(row.priority, Priority::Normal);

    Draft draft;
    draft.id.value = u"w1"_s;
    draft.ticket.value = u"t2"_s;
    QVERIFY(m_world->outbox->journalDraft(draft));
    QVERIFY(must(reader().row({u"t2"_s})).draft);
    QCOMPARE(idsOf(folderView(Folder::Drafts)), QStringList{u"t2"_s});
    QCOMPARE(must(reader().counters(instant(0))).drafts, 1);
}

void CacheReaderTest::conversation_hasItsPartsInOrder()
{
    Attachment file;
    file.id.value = u"f1"_s;
    file.message.value = u"m1"_s;
    file.ticket.value = u"t1"_s;
    file.name = u"photo.jpg"_s;
    m_world->take({messages({messageRecord(u"m3"_s, u"t1"_s, u"c"_s, 8), messageRecord(u"m2"_s, u"t1"_s, u"b"_s, 4)}),
                   {&typeInfo<Attachment>(), {toJson(file)}}});
    m_world->perform(Reply{.id = {u"m9"_s}, .ticket = {u"t1"_s}, .text = u"À nous."_s});
    QVERIFY(m_world->outbox->markSeen({u"t1"_s}, instant(4)));

    const Conversation all = must(reader().conversation({u"t1"_s}));
    QStringList order;
    for (const Message &message : all.messages)
        order += message.id.value;
    QCOMPARE(order, (QStringList{u"m1"_s, u"m2"_s, u"m3"_s, u"m9"_s}));
    QCOMPARE(all.ticket.id.value, u"t1"_s);
    QCOMPARE(all.customer.name, u"Zoé Kouassi"_s);
    QCOMPARE(all.attachments.value({u"m1"_s}).value(0).name, u"photo.jpg"_s);
    QCOMPARE(all.unsent, (QHash<MessageId, IntentState>{{{u"m9"_s}, IntentState::Ready}}));
    QCOMPARE(all.seenAt, instant(4));
    QCOMPARE(all.row.extract, u"À nous."_s);
}

void CacheReaderTest::escalationThatWaitsInTheOutbox_isInItsConversation_andSoIsItsNotice()
{
    m_world->take({escalations({escalation(u"x1"_s, u"t1"_s, EscalationState::Closed)})});
    Escalate command;
    command.escalation.id.value = u"x2"_s;
    command.escalation.ticket.value = u"t1"_s;
    command.escalation.asked = u"Le lot est-il défectueux ?"_s;
    command.escalation.notice.value = u"m9"_s;
    command.text = u"Nous demandons conseil."_s;
    m_world->perform(command);
    const Conversation all = must(reader().conversation({u"t1"_s}));
    QCOMPARE(all.escalations.size(), 2);
    QCOMPARE(all.escalations.last().asked, command.escalation.asked);
    QCOMPARE(all.unsentEscalations, QSet<EscalationId>{{u"x2"_s}});
    QCOMPARE(all.unsent, (QHash<MessageId, IntentState>{{{u"m9"_s}, IntentState::Ready}}));
    QCOMPARE(all.messages.last().text, command.text);
    QCOMPARE(must(reader().escalationsOf({u"t1"_s})), all.escalations);
    QCOMPARE(must(reader().escalationsOf({u"t2"_s})).size(), 0);
}

void CacheReaderTest::conversationOfAnUnknownTicket_isNotFound()
{
    QCOMPARE(reader().conversation({u"t99"_s}).error().code, Code::NotFound);
    QCOMPARE(reader().customerCard({u"c99"_s}).error().code, Code::NotFound);
}

void CacheReaderTest::card_showsTheCustomersTicketsAndOrders()
{
    Order order;
    order.id.value = u"o1"_s;
    order.number = u"CMD-7"_s;
    order.customer.value = u"c1"_s;
    m_world->take({{&typeInfo<Order>(), {toJson(order)}}});
    const CustomerCard card = must(reader().customerCard({u"c1"_s}));
    QCOMPARE(card.customer.name, u"Zoé Kouassi"_s);
    QCOMPARE(card.ticketCount, 6);
    QCOMPARE(card.tickets.size(), 6);
    QCOMPARE(card.orders, QList<Order>{order});
}

void CacheReaderTest::search_findsFoldedWordsAndBeginnings_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("a word of a message") << u"cartouche"_s << QStringList{u"t1"_s};
    QTest::newRow("its beginning") << u"cartou"_s << QStringList{u"t1"_s};
    QTest::newRow("two words") << u"fuit bonjour"_s << QStringList{u"t1"_s};
    QTest::newRow("capitals and accents") << u"CÀRTÖUCHE"_s << QStringList{u"t1"_s};
    QTest::newRow("both must occur") << u"cartouche imprimante"_s << QStringList{};
    QTest::newRow("the number") << u"A-4"_s << QStringList{u"t4"_s};
    QTest::newRow("the customer's name") << u"zoe kouassi"_s
                                         << QStringList{u"t5"_s, u"t4"_s, u"t3"_s, u"t2"_s, u"t1"_s, u"t6"_s};
    QTest::newRow("a whole word") << u"cartou "_s << QStringList{};
    QTest::newRow("his name and a word") << u"kouassi cartouche"_s << QStringList{u"t1"_s};
    QTest::newRow("a word and his name") << u"cartouche zoé koua"_s << QStringList{u"t1"_s};
    QTest::newRow("words that follow each other") << u"\"la cartouche\""_s << QStringList{u"t1"_s};
    QTest::newRow("that do not") << u"\"cartouche la\""_s << QStringList{};
    QTest::newRow("without a word") << u"toner -cartouche -t2"_s << QStringList{u"t5"_s, u"t4"_s, u"t3"_s, u"t6"_s};
    QTest::newRow("without his name") << u"toner -kouassi"_s << QStringList{};
    QTest::newRow("a minus alone") << u"- cartouche"_s << QStringList{u"t1"_s};
    QTest::newRow("nothing") << u"  "_s << QStringList{};
}

void CacheReaderTest::search_findsFoldedWordsAndBeginnings()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, found);
    QCOMPARE(ids(must(reader().search(typed, 50)).tickets), found);
}

void CacheReaderTest::search_saysWhereItWasFound()
{
    const QList<TicketId> all{{u"t1"_s}, {u"t2"_s}};
    const auto found = must(reader().excerpts(u"cartou"_s, all));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.value({u"t1"_s}), (Excerpt{u"Bonjour, la cartouche fuit."_s, {{12, 9}}}));
    QCOMPARE(must(reader().excerpts(u"toner"_s, all)).value({u"t2"_s}), (Excerpt{u"Toner t2"_s, {{0, 5}}}));
    QVERIFY(must(reader().excerpts(u"kouassi"_s, all)).isEmpty());
    QVERIFY(must(reader().excerpts(u" "_s, all)).isEmpty());
}

void CacheReaderTest::search_isNeverBrokenByWhatIsTyped()
{
    const QStringList odd{u"\""_s,  u"a OR"_s, u"NEAR("_s, u"col:x"_s, u"*"_s,
                          u"^a"_s,  u"a'b"_s,  u"-x"_s,    u"(()"_s,   u"AND"_s,
                          u"\"a"_s, u"- -"_s,  u"-\"\""_s, u"#"_s,     u"a b c d e f g h i j k"_s};
    for (const QString &typed : odd) {
        const auto found = reader().search(typed, 10);
        QVERIFY2(found.has_value(), qPrintable(typed));
    }
    QCOMPARE(must(reader().search(u"kouas"_s, 10)).customers.size(), 1);
}

void CacheReaderTest::outboxItems_sayWhatTheyAreAbout()
{
    m_world->perform(AddNote{.id = {u"m9"_s}, .ticket = {u"t1"_s}, .text = u"note"_s});
    Ticket ticket;
    ticket.id.value = u"t50"_s;
    ticket.subject = u"Appel manqué"_s;
    const Intent create = m_world->perform(CreateTicket{ticket});
    QCOMPARE(must(m_world->outbox->compose(50, 100'000)).size(), 2);
    QVERIFY(m_world->outbox->record({.iid = create.iid, .kind = OutcomeKind::Rejected, .reason = Reason::Denied}));
    QVERIFY(m_world->cache->settle(create.iid, m_world->pending(), m_world->me));

    const auto waiting = must(reader().notYetSent());
    QCOMPARE(waiting.size(), 1);
    QCOMPARE(waiting.first().number, u"A-1"_s);
    QCOMPARE(waiting.first().subject, u"Toner t1"_s);
    QCOMPARE(waiting.first().customerName, u"Zoé Kouassi"_s);
    QVERIFY(waiting.first().sent);
    const auto refusedItems = must(reader().notSent());
    QCOMPARE(refusedItems.size(), 1);
    QCOMPARE(refusedItems.first().reason, Reason::Denied);
    QCOMPARE(refusedItems.first().subject, u"Appel manqué"_s);
    QCOMPARE(refusedItems.first().intent, create);
    QVERIFY(refusedItems.first().colleague.isEmpty());
    QVERIFY(!idsOf({}).contains(u"t50"_s));
}

void CacheReaderTest::outboxItemThatGetsAnotherNumber_wasSent()
{
    const Intent note = m_world->perform(AddNote{.id = {u"m9"_s}, .ticket = {u"t1"_s}, .text = u"note"_s});
    QCOMPARE(must(m_world->outbox->compose(50, 100'000)).size(), 1);
    Outcome taken{.iid = note.iid, .reason = Reason::NumberTaken};
    taken.patch = {{u"lastDseq"_s, 7}};
    QVERIFY(m_world->outbox->record(taken));
    QVERIFY(must(reader().notYetSent()).first().sent); // too late to take it back
}

void CacheReaderTest::outboxItem_namesWhoWasFaster()
{
    const Intent take = m_world->perform(Assign{.ticket = {u"t2"_s}, .assignee = {u"a9"_s}, .take = true});
    QCOMPARE(must(m_world->outbox->compose(50, 100'000)).size(), 1);
    QVERIFY(m_world->outbox->record({.iid = take.iid,
                                     .kind = OutcomeKind::Rejected,
                                     .reason = Reason::Taken,
                                     .patch = {{u"assignee"_s, u"a1"_s}}}));
    QCOMPARE(must(reader().notSent()).first().colleague, u"Awa Koné"_s);
}

void CacheReaderTest::drafts_ofTheJournalComeBeforeTheServers()
{
    Draft draft;
    draft.id.value = u"w1"_s;
    draft.agent = m_world->me.me;
    draft.ticket.value = u"t1"_s;
    draft.text = u"vieux"_s;
    draft.writtenAt = instant(1);
    Draft shared = draft;
    shared.id.value = u"w2"_s;
    shared.agent.value = u"a2"_s;
    m_world->take({{&typeInfo<Draft>(), {toJson(draft), toJson(shared)}}});
    draft.text = u"neuf"_s;
    draft.writtenAt = instant(2);
    QVERIFY(m_world->outbox->journalDraft(draft));

    const auto mine = must(reader().drafts());
    QCOMPARE(mine.size(), 1);
    QCOMPARE(mine.first().draft.text, u"neuf"_s);
    QVERIFY(mine.first().local);
    QCOMPARE(mine.first().subject, u"Toner t1"_s);
    const auto onTicket = must(reader().draftsFor({u"t1"_s}));
    QCOMPARE(onTicket.size(), 2);
    QCOMPARE(onTicket.last().draft.agent.value, u"a2"_s);
    QVERIFY(must(reader().draftsFor({u"t2"_s})).isEmpty());

    // While it is being saved: it lies in an intent, and the cache does not show it yet.
    QVERIFY(m_world->outbox->append(m_world->intent(SaveDraft{draft})));
    QCOMPARE(must(reader().drafts()).constFirst().draft.text, u"neuf"_s);
}

void CacheReaderTest::notices_areListedNewestFirst_andCountedUntilTheyAreRead()
{
    m_world->take({notices(
        {notice(u"n1"_s, 1, {u"t1"_s}), notice(u"n2"_s, 3, {u"t2"_s, u"t1"_s}), notice(u"n3"_s, 2, {u"t1"_s})})});
    const auto listed = [this](int count) {
        QStringList found;
        for (const NoticeItem &item : must(reader().notices(count)))
            found += item.notice.id.value + u' ' + item.number;
        return found;
    };
    QCOMPARE(listed(10), (QStringList{u"n2 A-2"_s, u"n3 A-1"_s, u"n1 A-1"_s}));
    QCOMPARE(listed(1), QStringList{u"n2 A-2"_s});
    QCOMPARE(must(reader().notices(1)).constFirst().customerName, u"Zoé Kouassi"_s);
    QCOMPARE(must(reader().counters(instant(0))).unreadNotices, 3);
    (void)m_world->perform(ReadNotice{{u"n3"_s}}); // before the server has heard of it
    QCOMPARE(must(reader().counters(instant(0))).unreadNotices, 2);
    QVERIFY(must(reader().notices(2)).constLast().notice.readAt.isValid());
}

void CacheReaderTest::noticeOfATicketThatIsNotHere_namesNone()
{
    m_world->take({notices({notice(u"n1"_s, 1, {u"t99"_s}), notice(u"n2"_s, 2, {})})});
    for (const NoticeItem &item : must(reader().notices(10)))
        QCOMPARE(item.number, QString());
}

void CacheReaderTest::noticeOfANewerServer_isNeitherListedNorCounted()
{
    m_world->take({notices(
        {notice(u"n1"_s, 1, {u"t1"_s}), with(notice(u"n2"_s, 2, {u"t1"_s}), u"kind"_s, u"escalationTaken"_s)})});
    QCOMPARE(must(reader().notices(10)).size(), 1);
    QCOMPARE(must(reader().counters(instant(0))).unreadNotices, 1);
}

void CacheReaderTest::whatIsKnownOfManyTickets_isReadAtOnce()
{
    const QJsonObject event = with(messageRecord(u"m3"_s, u"t1"_s, {}, 30), u"kind"_s, wireName(MessageKind::Event));
    m_world->take({messages({messageRecord(u"m1"_s, u"t1"_s, u"Bonjour"_s, 10),
                             messageRecord(u"m2"_s, u"t1"_s, u"Encore moi"_s, 20), event})});
    const Message ours{.id = {u"m4"_s}};
    (void)m_world->perform(AddNote{ours.id, {u"t1"_s}, u"noté"_s}); // the server has not got it
    const QList<TicketNow> known = must(reader().ticketsNow({{u"t1"_s}, {u"t2"_s}, {u"t99"_s}}));
    QCOMPARE(known.size(), 2);
    const auto first = std::ranges::find(known, TicketId{u"t1"_s}, [](const TicketNow &now) { return now.ticket.id; });
    QVERIFY(first != known.end());
    QCOMPARE(first->newest.value, u"m2"_s);
    const qint64 keys[]{must(reader().row({u"t1"_s})).key, 4711};
    const QList<TicketNow> byKey = must(reader().ticketsNow(keys));
    QCOMPARE(byKey.size(), 1);
    QCOMPARE(byKey.constFirst().ticket, first->ticket);
}

void CacheReaderTest::whatBecameOfIntents_isSaid_butNotOfThoseThatAreGone()
{
    const Intent accepted = m_world->perform(Follow{{u"t1"_s}, true});
    const Intent refused = m_world->perform(Follow{{u"t2"_s}, true});
    (void)must(m_world->outbox->compose(10, 100'000));
    must(m_world->outbox->record({{.iid = accepted.iid, .kind = OutcomeKind::Accepted, .seq = 7},
                                  {.iid = refused.iid, .kind = OutcomeKind::Rejected, .reason = Reason::Denied}}));
    const auto outcomes = must(reader().outcomesOf({accepted.iid, refused.iid, u"unheard of"_s}));
    QCOMPARE(outcomes.size(), 2);
    QCOMPARE(outcomes.value(accepted.iid).state, IntentState::Accepted);
    QCOMPARE(outcomes.value(refused.iid).state, IntentState::Rejected);
    QCOMPARE(outcomes.value(refused.iid).reason, Reason::Denied);
}

void CacheReaderTest::savedView_becomesASpec()
{
    View view;
    view.conditions = {{u"status"_s, {u"open"_s}}};
    view.sort = u"-waitingSince"_s;
    view.group = u"team"_s;
    const ViewSpec spec = viewOf(view);
    QCOMPARE(spec.conditions, view.conditions);
    QCOMPARE(spec.sort, TicketSort::WaitingSince);
    QVERIFY(spec.reversed);
    QCOMPARE(spec.grouping, TicketGrouping::Team);
    view.sort = u"-receivedAt"_s;
    QCOMPARE(viewOf(view).sort, TicketSort::Received);
    QVERIFY(!viewOf(view).reversed);
}

QTEST_GUILESS_MAIN(CacheReaderTest)

#include "tst_cachereader.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cache/world.h"

#include "core/cache/cacheschema.h"
#include "core/database/statement.h"
#include "core/domain/agent.h"

#include <QFile>
#include <QJsonArray>

using namespace akwaba;
using namespace akwaba::test;

class CacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<World>(); }
    void cleanup() { m_world.reset(); }
    void newCache_isEmptyAndEncrypted();
    void cursorAndRows_surviveARestart();
    void cursorAndRows_areOneTransaction();
    void fileWhoseTablesContradictEachOther_isDamaged();
    void uselessFile_isReplaced_andTheOutboxStays_data();
    void uselessFile_isReplaced_andTheOutboxStays();
    void damagedPage_isCorrupt_andLeavesTheRestAlone();
    void lowerRev_isOldNews();
    void filling_takesLowerRevs_andSweepsWhatItDidNotMeet();
    void filling_resumesAfterARestart();
    void sweeping_sparesWhatTheServerHasNotGotYet();
    void goneTicket_takesItsChildrenAndItsWordsAlong();
    void ticketOutOfSight_leavesTheAgentsOwnDraft();
    void erasedWords_areInNoFile();
    void changedText_isFoundByItsNewWordsOnly();
    void newestTexts_areIndexedFirst();
    void rescoping_purgesWhatMayNoLongerBeSeen();
    void whatIsForATeam_goesWithTheTeam_andWhatIsForAllStays();
    void missing_areThoseThatTheServerHasNotGiven();
    void extract_followsTheNewestMessage();
    void counters_equalARecount_after2000RandomOperations();

private:
    [[nodiscard]] Cache &cache() const { return *m_world->cache; }
    [[nodiscard]] QVariant value(const QString &sql) const { return m_world->value(sql); }
    [[nodiscard]] int found(const QString &word) const
    {
        return value(u"SELECT count(*) FROM words WHERE words MATCH '\"%1\"'"_s.arg(word)).toInt();
    }
    void indexAll() const
    {
        while (must(cache().indexSome(50))) { }
    }
    Changed gone(const TypeInfo &type, const QStringList &ids, GoneKind kind = GoneKind::Destroyed) const
    {
        return must(cache().applyPage({.gone = {{&type, ids, kind}}}, m_world->pending(), m_world->me));
    }

    std::unique_ptr<World> m_world;
};

void CacheTest::newCache_isEmptyAndEncrypted()
{
    QCOMPARE(cache().opened(), Cache::Opened::New);
    QCOMPARE(cache().cursor(), QString());
    m_world->take({messages({messageRecord(u"m1"_s, u"t1"_s, u"confidentiel"_s)})});
    QVERIFY(cache().truncateWal());
    QFile file(m_world->cachePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.size() > 8192);
    QVERIFY(!bytes.contains("SQLite format"));
    QVERIFY(!bytes.contains("confidentiel"));
}

void CacheTest::cursorAndRows_surviveARestart()
{
    CachePage page{.upserts = {tickets({ticketRecord(u"t1"_s)})}, .cursor = u"L.1.7.x"_s, .scopeState = u"g1"_s};
    page.asOf = instant(30);
    const Changed changed = must(cache().applyPage(page, {}, m_world->me));
    QCOMPARE(changed.tickets, QSet<TicketId>{{u"t1"_s}});
    QVERIFY(changed.lists);
    m_world->reopen();
    QCOMPARE(cache().opened(), Cache::Opened::Existing);
    QCOMPARE(cache().cursor(), u"L.1.7.x"_s);
    QCOMPARE(cache().scopeState(), u"g1"_s);
    QCOMPARE(cache().asOf(), instant(30));
    QCOMPARE(m_world->status(u"t1"_s), u"open"_s);
}

void CacheTest::cursorAndRows_areOneTransaction()
{
    m_world->take({tickets({ticketRecord(u"t1"_s)})}, u"one"_s);
    // The second record breaks the page, after the first was written.
    const auto broken = cache().applyPage(
        {.upserts = {tickets({ticketRecord(u"t2"_s), QJsonObject()})}, .cursor = u"two"_s}, {}, m_world->me);
    QCOMPARE(broken.error().code, Code::Protocol);
    QCOMPARE(cache().cursor(), u"one"_s);
    QCOMPARE(value(u"SELECT group_concat(id) FROM tickets"_s).toString(), u"t1"_s);
    QCOMPARE(value(u"SELECT value FROM meta WHERE name = 'cursor'"_s).toString(), u"one"_s);
    QCOMPARE(value(u"SELECT n FROM counters WHERE kind = 'active'"_s).toInt(), 1);
}

void CacheTest::fileWhoseTablesContradictEachOther_isDamaged()
{
    m_world->take({tickets({ticketRecord(u"t1"_s)})});
    {
        Database file = must(Database::open(m_world->cachePath(), {.key = cacheKey}));
        must(file.execute(u"INSERT INTO ticket_sets SELECT 'tags', 'g1', \"row\" FROM tickets"_s)); // it has no tag
    }
    CachePage page;
    page.upserts = {tickets({with(ticketRecord(u"t1"_s, 0, 2), u"tags"_s, QJsonArray{u"g1"_s})})};
    const auto taken = m_world->cache->applyPage(page, {}, m_world->me);
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, Code::Corrupt);
}

void CacheTest::uselessFile_isReplaced_andTheOutboxStays_data()
{
    QTest::addColumn<QString>("why");
    for (const char *why : {"wrong key", "garbage"})
        QTest::newRow(why) << QString::fromLatin1(why);
}

void CacheTest::uselessFile_isReplaced_andTheOutboxStays()
{
    QFETCH(QString, why);
    m_world->take({tickets({ticketRecord(u"t1"_s)})}, u"cursor"_s);
    const Intent mine = m_world->perform(SetStatus{.ticket = {u"t1"_s}, .to = TicketStatus::Resolved});
    m_world->cache.reset();
    if (why == u"garbage") {
        QFile file(m_world->cachePath());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QByteArray(100'000, 'x'));
    }
    const QByteArray key = why == u"wrong key" ? QByteArray(32, 'z') : cacheKey;
    m_world->cache = must(Cache::open(m_world->cachePath(), key));
    QCOMPARE(cache().opened(), Cache::Opened::Replaced);
    QCOMPARE(cache().cursor(), QString());
    QCOMPARE(cache().resumeToken(), QString());
    QCOMPARE(m_world->pending(), QList<Intent>{mine});

    // The rows come back, with what is pending on top.
    m_world->take({tickets({ticketRecord(u"t1"_s)})});
    const auto database = Database::open(m_world->cachePath(), {.key = key, .readOnly = true});
    Statement status(*database, u"SELECT status FROM tickets"_s);
    QCOMPARE(must(status.first([](const Statement &row) { return row.text(0); })), std::optional(u"resolved"_s));
}

void CacheTest::damagedPage_isCorrupt_andLeavesTheRestAlone()
{
    QList<QJsonObject> many;
    for (int i = 0; i < 500; ++i)
        many += messageRecord(u"m%1"_s.arg(i), u"t1"_s, QString(400, u'x'), i);
    m_world->take({messages(many)}, u"cursor"_s);
    QVERIFY(cache().truncateWal());
    const qint64 root = value(u"SELECT rootpage FROM sqlite_schema WHERE name = 'messages'"_s).toLongLong();
    m_world->cache.reset();
    QFile file(m_world->cachePath());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek((root - 1) * 8192 + 100));
    QCOMPARE(file.write("damage"), 6);
    file.close();
    m_world->cache = must(Cache::open(m_world->cachePath(), cacheKey));
    const auto applied = cache().applyPage({.upserts = {messages(many)}}, {}, m_world->me);
    QVERIFY(!applied.has_value());
    QCOMPARE(applied.error().code, Code::Corrupt);
    QCOMPARE(cache().cursor(), u"cursor"_s);
}

void CacheTest::lowerRev_isOldNews()
{
    m_world->take({tickets({with(ticketRecord(u"t1"_s, 0, 3), u"status"_s, u"closed"_s)})});
    m_world->take({tickets({ticketRecord(u"t1"_s, 0, 2)})});
    QCOMPARE(m_world->status(u"t1"_s), u"closed"_s);
    m_world->take({tickets({ticketRecord(u"t1"_s, 0, 3)})});
    QCOMPARE(m_world->status(u"t1"_s), u"open"_s);
}

void CacheTest::filling_takesLowerRevs_andSweepsWhatItDidNotMeet()
{
    m_world->take({tickets({ticketRecord(u"t1"_s, 0, 9), ticketRecord(u"t2"_s)}),
                   messages({messageRecord(u"m2"_s, u"t2"_s, u"b"_s)})},
                  u"old"_s);
    QVERIFY(cache().beginFill(u"token"_s));
    QCOMPARE(value(u"SELECT count(*) FROM tickets"_s).toInt(), 2); // to be read until the new ones are here
    // A restored server: its rev is lower than ours.
    CachePage page{.upserts = {tickets({with(ticketRecord(u"t1"_s, 0, 4), u"status"_s, u"closed"_s)})}};
    page.resumeToken = u""_s;
    page.cursor = u"new"_s;
    page.sweepsStale = true;
    const Changed changed = must(cache().applyPage(page, {}, m_world->me));
    QCOMPARE(m_world->status(u"t1"_s), u"closed"_s);
    QCOMPARE(value(u"SELECT group_concat(id) FROM tickets"_s).toString(), u"t1"_s);
    QCOMPARE(value(u"SELECT count(*) FROM messages"_s).toInt(), 0);
    QVERIFY(changed.tickets.contains({u"t2"_s}));
    QCOMPARE(cache().cursor(), u"new"_s);
    QCOMPARE(cache().resumeToken(), QString());
}

void CacheTest::filling_resumesAfterARestart()
{
    QVERIFY(cache().beginFill(u"start"_s));
    CachePage page{.upserts = {tickets({ticketRecord(u"t1"_s)})}};
    page.resumeToken = u"after t1"_s;
    must(cache().applyPage(page, {}, m_world->me));
    m_world->reopen();
    QCOMPARE(cache().resumeToken(), u"after t1"_s);
    QCOMPARE(cache().cursor(), QString());
    CachePage last{.upserts = {tickets({ticketRecord(u"t2"_s)})}};
    last.sweepsStale = true;
    must(cache().applyPage(last, {}, m_world->me));
    QCOMPARE(value(u"SELECT count(*) FROM tickets"_s).toInt(), 2);
}

void CacheTest::sweeping_sparesWhatTheServerHasNotGotYet()
{
    m_world->take({tickets({ticketRecord(u"t1"_s)})});
    m_world->perform(SetStatus{.ticket = {u"t1"_s}, .to = TicketStatus::Resolved});
    Ticket call;
    call.id.value = u"t50"_s;
    m_world->perform(CreateTicket{call});
    QVERIFY(cache().beginFill(u"token"_s));
    must(cache().applyPage({.sweepsStale = true}, m_world->pending(), m_world->me));
    QCOMPARE(value(u"SELECT group_concat(id) FROM tickets"_s).toString(), u"t50"_s);
}

void CacheTest::goneTicket_takesItsChildrenAndItsWordsAlong()
{
    Attachment file;
    file.id.value = u"f1"_s;
    file.ticket.value = u"t1"_s;
    file.message.value = u"m1"_s;
    file.name = u"facture.pdf"_s;
    Draft draft;
    draft.id.value = u"w1"_s;
    draft.ticket.value = u"t1"_s;
    m_world->take(
        {tickets({ticketRecord(u"t1"_s), ticketRecord(u"t2"_s)}),
         messages({messageRecord(u"m1"_s, u"t1"_s, u"imprimante"_s), messageRecord(u"m2"_s, u"t2"_s, u"encre"_s)}),
         {&typeInfo<Attachment>(), {toJson(file)}},
         {&typeInfo<Draft>(), {toJson(draft)}}});
    indexAll();
    QCOMPARE(found(u"imprimante"_s), 1);
    QCOMPARE(found(u"facture"_s), 1);
    const Changed changed = gone(typeInfo<Ticket>(), {u"t1"_s}, GoneKind::Erased);
    QVERIFY(changed.tickets.contains({u"t1"_s}) && changed.lists);
    for (const QString &table : {u"attachments"_s, u"drafts"_s})
        QCOMPARE(value(u"SELECT count(*) FROM "_s + table).toInt(), 0);
    QCOMPARE(value(u"SELECT group_concat(id) FROM messages"_s).toString(), u"m2"_s);
    QCOMPARE(found(u"imprimante"_s), 0);
    QCOMPARE(found(u"facture"_s), 0);
    QCOMPARE(found(u"encre"_s), 1);
    QCOMPARE(value(u"SELECT count(*) FROM docs"_s).toInt(), 2);
    gone(typeInfo<Ticket>(), {u"t1"_s}); // once more is nothing
}

void CacheTest::ticketOutOfSight_leavesTheAgentsOwnDraft()
{
    Draft draft;
    draft.id.value = u"w1"_s;
    draft.ticket.value = u"t1"_s;
    m_world->take({tickets({ticketRecord(u"t1"_s)}),
                   messages({messageRecord(u"m1"_s, u"t1"_s, u"encre"_s)}),
                   {&typeInfo<Draft>(), {toJson(draft)}}});
    gone(typeInfo<Ticket>(), {u"t1"_s}, GoneKind::Removed);
    QCOMPARE(value(u"SELECT count(*) FROM messages"_s).toInt(), 0);
    QCOMPARE(value(u"SELECT count(*) FROM drafts"_s).toInt(), 1);
    gone(typeInfo<Draft>(), {u"w1"_s}, GoneKind::Removed); // the server's word is what takes it
    QCOMPARE(value(u"SELECT count(*) FROM drafts"_s).toInt(), 0);
}

void CacheTest::erasedWords_areInNoFile()
{
    QList<QJsonObject> texts;
    for (int i = 0; i < 300; ++i)
        texts += messageRecord(u"m%1"_s.arg(i), u"t1"_s, u"courant zanzibar%1 mot%2"_s.arg(i).arg(i % 7), i);
    m_world->take({tickets({ticketRecord(u"t1"_s), ticketRecord(u"t2"_s)}), messages(texts),
                   messages({messageRecord(u"m900"_s, u"t2"_s, u"courant reste"_s)})});
    indexAll();
    Database writer = must(Database::open(m_world->cachePath(), {.key = cacheKey}));
    must(writer.execute(u"CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'words', 'row')"_s));
    const auto terms = [&] {
        return must(writer.value(u"SELECT count(*) FROM terms WHERE term LIKE 'zanzi%'"_s)).toInt();
    };
    QCOMPARE(terms(), 300);
    gone(typeInfo<Ticket>(), {u"t1"_s}, GoneKind::Erased);
    QCOMPARE(terms(), 0);
    QVERIFY(writer.execute(u"INSERT INTO words(words) VALUES('integrity-check')"_s));
    QCOMPARE(must(writer.value(u"SELECT count(*) FROM terms WHERE term = 'courant'"_s)).toInt(), 1);
    QVERIFY(cache().truncateWal());
    // Not in the decrypted blocks of the index either, where terms share their beginnings.
    const QVariant pages =
        must(writer.value(u"SELECT count(*) FROM words_data WHERE instr(block, CAST('anzibar' AS BLOB)) > 0"_s));
    QCOMPARE(pages.toInt(), 0);
}

void CacheTest::changedText_isFoundByItsNewWordsOnly()
{
    m_world->take({customers({customerRecord(u"c1"_s, u"Aya Traoré"_s)})});
    indexAll();
    QCOMPARE(found(u"traore"_s), 1);
    m_world->take({customers({with(customerRecord(u"c1"_s, u"Aya Diabaté"_s), u"rev"_s, 2)})});
    QCOMPARE(found(u"traore"_s), 0);
    indexAll();
    QCOMPARE(found(u"diabate"_s), 1);
    QCOMPARE(value(u"SELECT count(*) FROM docs"_s).toInt(), 1);
}

void CacheTest::newestTexts_areIndexedFirst()
{
    QList<QJsonObject> texts;
    for (int i = 0; i < 10; ++i)
        texts += messageRecord(u"m%1"_s.arg(i), u"t1"_s, u"mot%1"_s.arg(i), i);
    m_world->take({messages(texts)});
    QVERIFY(must(cache().indexSome(3)));
    QCOMPARE(found(u"mot9"_s) + found(u"mot8"_s) + found(u"mot7"_s), 3);
    QCOMPARE(found(u"mot6"_s), 0);
    QVERIFY(!must(cache().indexSome(100)));
    QCOMPARE(found(u"mot0"_s), 1);
}

void CacheTest::rescoping_purgesWhatMayNoLongerBeSeen()
{
    const QJsonObject other = with(with(ticketRecord(u"t2"_s), u"team"_s, u"e2"_s), u"customer"_s, u"c2"_s);
    const QJsonObject followed =
        with(with(ticketRecord(u"t3"_s), u"team"_s, u"e2"_s), u"followers"_s, QJsonArray{u"a1"_s});
    const QJsonObject teamless = with(ticketRecord(u"t4"_s), u"team"_s, u""_s);
    m_world->take({customers({customerRecord(u"c1"_s, u"Un Deux"_s), customerRecord(u"c2"_s, u"Trois Quatre"_s)}),
                   tickets({ticketRecord(u"t1"_s), other, followed, teamless}),
                   messages({messageRecord(u"m2"_s, u"t2"_s, u"secret"_s)})},
                  u"cursor"_s);
    // Taking a ticket over does not keep it in sight: what counts is the server's word.
    m_world->perform(Assign{.ticket = {u"t2"_s}, .assignee = m_world->me.me});
    must(cache().rescope({u"org"_s, u"team:e1"_s, u"agent:a1"_s}, u"g2"_s, u"fill"_s, m_world->pending(), m_world->me));
    QCOMPARE(value(u"SELECT group_concat(id) FROM (SELECT id FROM tickets ORDER BY id)"_s).toString(), u"t1,t3,t4"_s);
    QCOMPARE(value(u"SELECT count(*) FROM messages"_s).toInt(), 0);
    QCOMPARE(value(u"SELECT group_concat(id) FROM customers"_s).toString(), u"c1"_s);
    QCOMPARE(cache().cursor(), u"cursor"_s);
    QCOMPARE(cache().scopeState(), u"g2"_s);
    QCOMPARE(cache().resumeToken(), u"fill"_s);
}

void CacheTest::whatIsForATeam_goesWithTheTeam_andWhatIsForAllStays()
{
    const auto record = [](const QString &id, const QString &team) {
        return QJsonObject{{u"id"_s, id}, {u"team"_s, team}, {u"rev"_s, 1}};
    };
    for (const TypeInfo *type : {&typeInfo<View>(), &typeInfo<TextModule>(), &typeInfo<Macro>()}) {
        const QString letter = QChar::fromLatin1(type->letter);
        m_world->take(
            {{type,
              {record(letter + u'1', u"e1"_s), record(letter + u'2', u"e2"_s), record(letter + u'3', QString())}}});
    }
    must(cache().rescope({u"org"_s, u"team:e1"_s, u"agent:a1"_s}, u"g2"_s, {}, {}, m_world->me));
    for (const QString &table : {u"views"_s, u"text_modules"_s, u"macros"_s}) {
        const QString ids =
            value(u"SELECT group_concat(substr(id, 2)) FROM (SELECT id FROM %1 ORDER BY id)"_s.arg(table)).toString();
        QCOMPARE(ids, u"1,3"_s);
    }
}

void CacheTest::missing_areThoseThatTheServerHasNotGiven()
{
    m_world->take({tickets({ticketRecord(u"t1"_s)})});
    Ticket mine;
    mine.id.value = u"t50"_s;
    m_world->perform(CreateTicket{mine});
    m_world->perform(SetStatus{.ticket = {u"t1"_s}, .to = TicketStatus::Closed});
    QCOMPARE(must(cache().missing(typeInfo<Ticket>(), {u"t1"_s, u"t50"_s, u"t60"_s})),
             (QStringList{u"t50"_s, u"t60"_s}));
}

void CacheTest::extract_followsTheNewestMessage()
{
    const auto extract = [this] { return value(u"SELECT extract FROM tickets"_s).toString(); };
    m_world->take({messages({messageRecord(u"m1"_s, u"t1"_s, u"premier"_s, 1)}), tickets({ticketRecord(u"t1"_s)})});
    QCOMPARE(extract(), u"premier"_s);
    m_world->take({messages({messageRecord(u"m2"_s, u"t1"_s, u"second"_s, 2)})});
    m_world->take({messages({with(messageRecord(u"m3"_s, u"t1"_s, u"entre nous"_s, 3), u"kind"_s, u"note"_s)})});
    QCOMPARE(extract(), u"second"_s);
    m_world->take({tickets({ticketRecord(u"t1"_s, 0, 2)})});
    QCOMPARE(extract(), u"second"_s);
    QJsonObject automatic = with(messageRecord(u"m4"_s, u"t1"_s, u"Bien reçu"_s, 4), u"direction"_s, u"outgoing"_s);
    m_world->take({messages({with(automatic, u"author"_s, u""_s)})});
    QCOMPARE(extract(), u"second"_s); // what the server answers by itself says nothing of the ticket
    gone(typeInfo<Message>(), {u"m2"_s});
    QCOMPARE(extract(), u"premier"_s);
}

void CacheTest::counters_equalARecount_after2000RandomOperations()
{
    SeededRandom random(42);
    const auto pick = [&random](const QStringList &from) {
        return from.at(qsizetype(random.below(quint64(from.size()))));
    };
    for (int i = 0; i < 200; ++i) {
        CachePage page;
        for (int k = 0; k < 10; ++k) {
            const QString id = u"t%1"_s.arg(random.below(60));
            if (random.below(5) == 0) {
                page.gone.append({&typeInfo<Ticket>(), {id}, GoneKind::Removed});
                continue;
            }
            QJsonObject record = ticketRecord(id, i, i);
            record.insert(u"status"_s, pick({u"new"_s, u"open"_s, u"waitingCustomer"_s, u"closed"_s, u"spam"_s}));
            record.insert(u"assignee"_s, pick({u""_s, u"a1"_s, u"a2"_s}));
            record.insert(u"team"_s, pick({u"e1"_s, u"e2"_s}));
            record.insert(u"channel"_s, pick({u"email"_s, u"phone"_s}));
            record.insert(u"followers"_s, QJsonArray{pick({u"a1"_s, u"a2"_s}), pick({u"a2"_s, u"a3"_s})});
            page.upserts.append(tickets({record}));
        }
        must(cache().applyPage(page, {}, m_world->me));
    }
    QVERIFY(value(u"SELECT count(*) FROM tickets"_s).toInt() > 10);
    const QString recount =
        u"SELECT 'active' AS kind, '' AS key, count(*) AS n FROM tickets WHERE active = 1 "
        "UNION ALL SELECT 'assignee', assignee, count(*) FROM tickets WHERE active = 1 GROUP BY assignee "
        "UNION ALL SELECT 'team', team, count(*) FROM tickets WHERE active = 1 GROUP BY team "
        "UNION ALL SELECT 'channel', channel, count(*) FROM tickets WHERE active = 1 GROUP BY channel "
        "UNION ALL SELECT 'status', status, count(*) FROM tickets GROUP BY status "
        "UNION ALL SELECT 'follower', f.value, count(DISTINCT t.id) FROM tickets t, json_each(t.followers) f "
        "WHERE t.active = 1 GROUP BY f.value"_s;
    const QString counted = u"SELECT kind, key, n FROM counters WHERE n <> 0"_s;
    QCOMPARE(value(u"SELECT count(*) FROM (%1 EXCEPT %2)"_s.arg(recount, counted)).toInt(), 0);
    QCOMPARE(value(u"SELECT count(*) FROM (%2 EXCEPT SELECT * FROM (%1))"_s.arg(recount, counted)).toInt(), 0);
    QCOMPARE(value(u"SELECT count(*) FROM (SELECT 'followers', f.value, t.\"row\" FROM tickets t, "
                   "json_each(t.followers) f EXCEPT SELECT field, value, ticket FROM ticket_sets)"_s)
                 .toInt(),
             0);
    QCOMPARE(value(u"SELECT count(*) FROM ticket_sets WHERE ticket NOT IN (SELECT \"row\" FROM tickets)"_s).toInt(), 0);
}

QTEST_GUILESS_MAIN(CacheTest)

#include "tst_cache.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cacheschema.h"
#include "tests/core/cache/world.h"

#include <QDir>
#include <QFile>

using namespace akwaba;
using namespace akwaba::test;

/// A cache that a program with other field tables has left behind.
class CacheUpgradeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_world.reset(); }
    void rows_areReadAsBefore_andFilledAgainLater();
    void whatWaitsToBeSent_isStillShown();
    void counters_areThoseOfTheRows();
    void words_areFoundAgain();
    void filesThatLieHere_areOpenedByTheirKeys();
    void textThatWasNotSearchedBefore_isFound();
    void newSchema_equalsThatOfANewFile();
    void upgradeThatFails_leavesTheOldFile();
    void upgradeThatACrashCutOff_isFinished();

private:
    void ageCache();
    [[nodiscard]] QVariant value(const QString &sql) const { return m_world->value(sql); }
    [[nodiscard]] int found(const QString &word) const
    {
        while (must(m_world->cache->indexSome(50))) { }
        return value(u"SELECT count(*) FROM words WHERE words MATCH '\"%1\"'"_s.arg(word)).toInt();
    }

    std::unique_ptr<World> m_world;
};

void CacheUpgradeTest::init()
{
    m_world = std::make_unique<World>();
    m_world->take({tickets({ticketRecord(u"t1"_s), ticketRecord(u"t2"_s, 5)}),
                   messages({messageRecord(u"m1"_s, u"t1"_s, u"La cartouche fuit"_s)}),
                   customers({customerRecord(u"c1"_s, u"Rosine Bamba"_s)})},
                  u"cursor"_s);
}

/// As if by another program: one column less, one more, a table that nobody knows.
void CacheUpgradeTest::ageCache()
{
    m_world->cache.reset();
    auto old = must(Database::open(m_world->cachePath(), {.key = cacheKey}));
    must(old.execute(u"ALTER TABLE tickets DROP COLUMN solution"_s));
    must(old.execute(u"ALTER TABLE messages ADD COLUMN colour TEXT DEFAULT 'blue'"_s));
    must(old.execute(u"CREATE TABLE fossils(id TEXT)"_s));
    must(old.execute(u"PRAGMA user_version = 5"_s));
}

void CacheUpgradeTest::rows_areReadAsBefore_andFilledAgainLater()
{
    ageCache();
    m_world->reopen();
    QCOMPARE(m_world->cache->opened(), Cache::Opened::Upgraded);
    QCOMPARE(m_world->cache->cursor(), u"cursor"_s);
    QVERIFY(!m_world->cache->resumeToken().isEmpty());
    QCOMPARE(value(u"SELECT group_concat(subject) FROM tickets"_s).toString(), u"Toner t1,Toner t2"_s);
    QCOMPARE(value(u"SELECT text FROM messages"_s).toString(), u"La cartouche fuit"_s);
    QCOMPARE(value(u"SELECT extract FROM tickets WHERE id = 't1'"_s).toString(), u"La cartouche fuit"_s);
    m_world->reopen();
    QCOMPARE(m_world->cache->opened(), Cache::Opened::Existing);
}

void CacheUpgradeTest::whatWaitsToBeSent_isStillShown()
{
    const Intent mine = m_world->perform(SetStatus{.ticket = {u"t1"_s}, .to = TicketStatus::Resolved});
    ageCache();
    m_world->reopen();
    QCOMPARE(m_world->status(u"t1"_s), u"resolved"_s);
    (void)must(m_world->cache->settle(mine.iid, {}, m_world->me)); // refused: the server's word comes back
    QCOMPARE(m_world->status(u"t1"_s), u"open"_s);
}

void CacheUpgradeTest::counters_areThoseOfTheRows()
{
    ageCache();
    m_world->reopen();
    QCOMPARE(value(u"SELECT n FROM counters WHERE kind = 'active'"_s).toInt(), 2);
    QCOMPARE(value(u"SELECT n FROM counters WHERE kind = 'team' AND key = 'e1'"_s).toInt(), 2);
}

void CacheUpgradeTest::filesThatLieHere_areOpenedByTheirKeys()
{
    m_world->take({attachments({attachmentOf(u"f1"_s, u"m1"_s, u"t1"_s, "une facture")})});
    keep(m_world->cache->blobs(), "une facture");
    ageCache();
    m_world->reopen();
    QCOMPARE(m_world->cache->opened(), Cache::Opened::Upgraded);
    QCOMPARE(must(m_world->cache->blobs().read(blobIdOf("une facture"))), QByteArray("une facture"));
}

void CacheUpgradeTest::words_areFoundAgain()
{
    ageCache();
    m_world->reopen();
    QCOMPARE(found(u"cartouche"_s), 1);
    QCOMPARE(found(u"toner"_s), 2);
    // And are forgotten like all others.
    m_world->take({messages({with(messageRecord(u"m1"_s, u"t1"_s, u"Merci"_s), u"rev"_s, 2)})});
    QCOMPARE(found(u"cartouche"_s), 0);
}

void CacheUpgradeTest::textThatWasNotSearchedBefore_isFound()
{
    m_world->cache.reset();
    must(must(Database::open(m_world->cachePath(), {.key = cacheKey}))
             .execute(u"DELETE FROM docs WHERE type = %1"_s.arg(typeInfo<Message>().number)));
    ageCache();
    m_world->reopen();
    QCOMPARE(found(u"cartouche"_s), 1);
}

void CacheUpgradeTest::newSchema_equalsThatOfANewFile()
{
    const QString schema = u"SELECT group_concat(name || coalesce(sql, '')) FROM "
                           "(SELECT name, sql FROM sqlite_schema ORDER BY name)"_s;
    const QString before = value(schema).toString();
    ageCache();
    QVERIFY(value(schema).toString() != before);
    m_world->reopen();
    QCOMPARE(value(schema).toString(), before);
    QCOMPARE(value(u"PRAGMA user_version"_s).toInt(), cacheSchemaVersion());
}

void CacheUpgradeTest::upgradeThatFails_leavesTheOldFile()
{
    ageCache();
    const QString inTheWay = m_world->cachePath() + u".new"_s;
    QVERIFY(QDir().mkpath(inTheWay)); // no file can be made there
    const auto opened = Cache::open(m_world->cachePath(), cacheKey);
    QVERIFY(!opened);
    QVERIFY(QDir().rmdir(inTheWay));
    m_world->reopen();
    QCOMPARE(m_world->cache->opened(), Cache::Opened::Upgraded);
    QCOMPARE(value(u"SELECT count(*) FROM tickets"_s).toInt(), 2);
}

void CacheUpgradeTest::upgradeThatACrashCutOff_isFinished()
{
    m_world->cache.reset();
    QVERIFY(QFile::rename(m_world->cachePath(), m_world->cachePath() + u".new"_s));
    m_world->reopen();
    QCOMPARE(m_world->cache->opened(), Cache::Opened::Existing);
    QCOMPARE(m_world->cache->cursor(), u"cursor"_s);
}

QTEST_GUILESS_MAIN(CacheUpgradeTest)

#include "tst_cacheupgrade.moc"

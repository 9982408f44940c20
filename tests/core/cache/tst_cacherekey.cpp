// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cacherekey.h"
#include "core/cache/cacheupgrade.h"
#include "core/database/statement.h"
#include "tests/core/cache/world.h"

#include <QDir>
#include <QFile>

using namespace akwaba;
using namespace akwaba::test;

namespace {
const QByteArray newKey(32, 'n');
}

/// A cache that is written anew under another key (sync.md 3.4, L3).
class CacheRekeyTest : public QObject {
    Q_OBJECT

    [[nodiscard]] QString path() const { return m_world->cachePath(); }
    [[nodiscard]] static Result<Database> opened(const QString &path, const QByteArray &key)
    {
        return Database::open(path, {.key = key, .readOnly = true});
    }
    void expectAllUnder(const QByteArray &key)
    {
        QCOMPARE(QDir(m_world->dir.path()).entryList({u"cache.db.new*"_s}), QStringList());
        m_world->cache = must(Cache::open(path(), key));
        QCOMPARE(m_world->cache->opened(), Cache::Opened::Existing);
        QCOMPARE(m_world->cache->cursor(), u"cursor"_s);
        Database database = must(opened(path(), key));
        QCOMPARE(must(database.value(u"SELECT text FROM messages"_s)).toString(), u"La cartouche fuit"_s);
        QCOMPARE(must(database.value(u"SELECT count(*) FROM words WHERE words MATCH '\"cartouche\"'"_s)).toInt(), 1);
        QCOMPARE(must(m_world->cache->blobs().read(blobIdOf("une facture"))), QByteArray("une facture"));
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<World>();
        m_world->take({tickets({ticketRecord(u"t1"_s)}),
                       messages({messageRecord(u"m1"_s, u"t1"_s, u"La cartouche fuit"_s)}),
                       attachments({attachmentOf(u"f1"_s, u"m1"_s, u"t1"_s, "une facture")})},
                      u"cursor"_s);
        keep(m_world->cache->blobs(), "une facture");
        while (must(m_world->cache->indexSome(50))) { }
    }
    void cleanup() { m_world.reset(); }

    void everything_isReadUnderTheNewKey_andNothingUnderTheOld()
    {
        m_world->cache.reset();
        must(rekeyCache(path(), cacheKey, newKey));
        QCOMPARE(opened(path(), cacheKey).error().code, Code::Corrupt);
        expectAllUnder(newKey);
    }

    void aSecondCall_changesNothing()
    {
        m_world->cache.reset();
        must(rekeyCache(path(), cacheKey, newKey));
        must(rekeyCache(path(), cacheKey, newKey));
        expectAllUnder(newKey);
    }

    void whereThereIsNoCache_noneIsMade()
    {
        const QString nothing = m_world->dir.filePath(u"none.db"_s);
        must(rekeyCache(nothing, cacheKey, newKey));
        QVERIFY(!QFile::exists(nothing));
    }

    void whatACrashCutOffBeforeTheEnd_isFinished()
    {
        m_world->cache.reset();
        must(rekeyCache(path(), cacheKey, newKey));
        QVERIFY(QFile::rename(path(), unfinishedCache(path()))); // the old one is gone, the new one not in its place
        must(rekeyCache(path(), cacheKey, newKey));
        expectAllUnder(newKey);
    }

    void whatACrashCutOffInTheMiddle_isBegunAnew()
    {
        m_world->cache.reset();
        QFile half(unfinishedCache(path()));
        QVERIFY(half.open(QIODevice::WriteOnly) && half.write(QByteArray(5000, 'x')) > 0);
        half.close();
        must(rekeyCache(path(), cacheKey, newKey));
        expectAllUnder(newKey);
    }

    void aCacheThatSomebodyReads_staysAsItWas()
    {
        Database reader = must(opened(path(), cacheKey));
        Statement reading(reader, u"SELECT id FROM tickets"_s);
        QVERIFY(must(reading.next()));
        m_world->take({tickets({ticketRecord(u"t2"_s)})}, u"cursor"_s); // behind what it reads
        m_world->cache.reset();
        QCOMPARE(rekeyCache(path(), cacheKey, newKey).error().code, Code::Locked);
        reading.finish();
        expectAllUnder(cacheKey);
    }

    void aFileUnderNeitherKey_isLeftAlone()
    {
        m_world->cache.reset();
        QCOMPARE(rekeyCache(path(), QByteArray(32, 'x'), newKey).error().code, Code::Corrupt);
        expectAllUnder(cacheKey);
    }

private:
    std::unique_ptr<World> m_world;
};

QTEST_GUILESS_MAIN(CacheRekeyTest)
#include "tst_cacherekey.moc"

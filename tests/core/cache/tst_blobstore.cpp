// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include <QFile>

using namespace akwaba;
using namespace akwaba::test;
using Wish = BlobStore::Wish;

/// What of attachments lies on the disk: when it comes, when it goes, and what becomes of it without its key.
class BlobStoreTest : public QObject {
    Q_OBJECT

    static constexpr qint64 chunk = BlobFile::chunkBytes;
    std::unique_ptr<World> m_world;
    const QByteArray m_content = anyBytes(2 * chunk + 100);

    [[nodiscard]] BlobStore &store() { return m_world->cache->blobs(); }
    [[nodiscard]] int rows() { return m_world->value(u"SELECT count(*) FROM blobs"_s).toInt(); }
    void gone(const TypeInfo &type, const QStringList &ids, GoneKind kind = GoneKind::Destroyed)
    {
        (void)must(m_world->cache->applyPage({.gone = {{&type, ids, kind}}}, {}, m_world->me));
    }
    [[nodiscard]] bool isKept(const QByteArray &content) { return store().read(blobIdOf(content)).has_value(); }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<World>();
        m_world->take(
            {tickets({ticketRecord(u"t1"_s), ticketRecord(u"t2"_s)}),
             messages({messageRecord(u"m1"_s, u"t1"_s, u"Bonjour"_s), messageRecord(u"m2"_s, u"t2"_s, u"Re"_s)}),
             attachments({attachmentOf(u"f1"_s, u"m1"_s, u"t1"_s, m_content)})});
    }

    void whatArrived_isReadBack_alsoByTheNextProcess()
    {
        QCOMPARE(store().read(blobIdOf(m_content)).error().code, Code::NotFound);
        keep(store(), m_content);
        QVERIFY(must(store().read(blobIdOf(m_content))) == m_content);
        m_world->reopen();
        QVERIFY(must(store().read(blobIdOf(m_content))) == m_content);
    }

    void whatIsNotAllHere_isNotShown_andGoesOnAfterACrash()
    {
        const BlobId blob = blobIdOf(m_content);
        QCOMPARE(must(store().begin(blob, m_content.size(), Wish::Opened)), 0);
        must(store().append(blob, m_content.first(chunk)));
        m_world->reopen();
        QCOMPARE(store().read(blob).error().code, Code::NotFound);
        QVERIFY(must(store().arrived(blob)) == m_content.first(chunk));
        QCOMPARE(must(store().begin(blob, m_content.size(), Wish::Opened)), chunk);
        keep(store(), m_content);
        QVERIFY(isKept(m_content));
    }

    void theSameContent_isOneFile_asLongAsOneNamesIt()
    {
        m_world->take({attachments({attachmentOf(u"f2"_s, u"m2"_s, u"t2"_s, m_content)})});
        keep(store(), m_content);
        QCOMPARE(m_world->blobFiles().size(), 1);
        gone(typeInfo<Ticket>(), {u"t1"_s});
        QVERIFY(isKept(m_content));
        gone(typeInfo<Ticket>(), {u"t2"_s});
        QVERIFY(!isKept(m_content));
        QCOMPARE(rows(), 0);
        QVERIFY(m_world->blobFiles().isEmpty());
    }

    void itLeaves_withWhatNamedIt_data()
    {
        using Leave = std::function<void(World &)>;
        const auto goes = [](const TypeInfo &type, const QString &id, GoneKind kind) -> Leave {
            return [&type, id, kind](World &world) {
                (void)must(world.cache->applyPage({.gone = {{&type, {id}, kind}}}, {}, world.me));
            };
        };
        QTest::addColumn<Leave>("leave");
        QTest::newRow("attachment destroyed") << goes(typeInfo<Attachment>(), u"f1"_s, GoneKind::Destroyed);
        QTest::newRow("message destroyed") << goes(typeInfo<Message>(), u"m1"_s, GoneKind::Destroyed);
        QTest::newRow("ticket removed") << goes(typeInfo<Ticket>(), u"t1"_s, GoneKind::Removed);
        QTest::newRow("ticket erased") << goes(typeInfo<Ticket>(), u"t1"_s, GoneKind::Erased);
        QTest::newRow("team lost") << Leave(
            [](World &world) { (void)must(world.cache->rescope({u"team:e9"_s}, u"g2"_s, u"-"_s, {}, world.me)); });
        QTest::newRow("not met by a filling") << Leave([](World &world) {
            must(world.cache->beginFill(u"-"_s));
            (void)must(world.cache->applyPage({.sweepsStale = true}, {}, world.me));
        });
        QTest::newRow("replaced by another") << Leave([](World &world) {
            Attachment other = attachmentOf(u"f1"_s, u"m1"_s, u"t1"_s, "another");
            other.rev = 2;
            world.take({attachments({other})});
        });
    }
    void itLeaves_withWhatNamedIt()
    {
        QFETCH(std::function<void(World &)>, leave);
        keep(store(), m_content);
        leave(*m_world);
        QVERIFY(!isKept(m_content));
        QCOMPARE(rows(), 0);
        QVERIFY(m_world->blobFiles().isEmpty());
    }

    void whatLeaves_whileItArrives_isTakenInNoMore()
    {
        const BlobId blob = blobIdOf(m_content);
        (void)must(store().begin(blob, m_content.size(), Wish::Opened));
        must(store().append(blob, m_content.first(chunk)));
        gone(typeInfo<Message>(), {u"m1"_s});
        QCOMPARE(store().append(blob, m_content.mid(chunk, chunk)).error().code, Code::NotFound);
        QCOMPARE(store().finish(blob).error().code, Code::NotFound);
        QCOMPARE(store().arrived(blob).error().code, Code::NotFound);
        QVERIFY(m_world->blobFiles().isEmpty());
    }

    void whatNothingNames_isNotKept()
    {
        QCOMPARE(store().begin(blobIdOf("foreign"), 7, Wish::Opened).error().code, Code::NotFound);
        QCOMPARE(rows(), 0);
        QVERIFY(m_world->blobFiles().isEmpty());
    }

    void otherContent_isRefusedAndGone()
    {
        const BlobId blob = blobIdOf(m_content);
        (void)must(store().begin(blob, m_content.size(), Wish::Opened));
        must(store().append(blob, QByteArray(chunk, 'x')));
        QCOMPARE(store().finish(blob).error().code, Code::Corrupt);
        QCOMPARE(rows(), 0);
        QVERIFY(m_world->blobFiles().isEmpty());
    }

    void aFileThatWasDamaged_isGone_andCanComeAgain()
    {
        keep(store(), m_content);
        QFile file(m_world->blobFolder() + u'/' + m_world->blobFiles().constFirst());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(chunk + 500));
        file.write("x");
        file.close();
        QCOMPARE(store().read(blobIdOf(m_content)).error().code, Code::Corrupt);
        QCOMPARE(store().read(blobIdOf(m_content)).error().code, Code::NotFound);
        QVERIFY(m_world->blobFiles().isEmpty());
        keep(store(), m_content);
        QVERIFY(isKept(m_content));
    }

    void aFileThatSomebodyDeleted_canComeAgain()
    {
        keep(store(), m_content);
        QVERIFY(QDir(m_world->blobFolder()).removeRecursively());
        keep(store(), m_content);
        QVERIFY(isKept(m_content));
    }

    void withoutItsKey_itCantBeRead_andGoesAtTheNextStart()
    {
        keep(store(), m_content);
        const QString before = m_world->blobFiles().constFirst();
        Database file = must(Database::open(m_world->cachePath(), {.key = cacheKey}));
        must(file.execute(u"DELETE FROM blobs"_s));
        QVERIFY(!isKept(m_content));
        QCOMPARE(m_world->blobFiles(), QStringList{before});
        QCOMPARE(must(store().begin(blobIdOf(m_content), m_content.size(), Wish::Opened)), 0);
        m_world->reopen();
        QVERIFY(!m_world->blobFiles().contains(before));
        QCOMPARE(m_world->blobFiles().size(), 1); // the one that was begun
    }

    void aCacheThatIsThrownAway_takesAllWithIt()
    {
        keep(store(), m_content);
        m_world->cache.reset();
        Cache::destroy(m_world->cachePath());
        m_world->reopen();
        QVERIFY(m_world->blobFiles().isEmpty());
    }

    void aFullDisk_isSaid_andWhatWasThereStays()
    {
        m_world->take({attachments({attachmentOf(u"f2"_s, u"m2"_s, u"t2"_s, anyBytes(2 * chunk, 2))})});
        keep(store(), m_content);
        const QString first = m_world->blobFiles().constFirst();
        const BlobId blob = blobIdOf(anyBytes(2 * chunk, 2));
        (void)must(store().begin(blob, 2 * chunk, Wish::Opened));
        if (!QFile::exists(u"/dev/full"_s)) QSKIP("no disk that is always full");
        for (const QString &name : m_world->blobFiles()) {
            const QString path = m_world->blobFolder() + u'/' + name;
            if (name != first) QVERIFY(QFile::remove(path) && QFile::link(u"/dev/full"_s, path));
        }
        QCOMPARE(store().append(blob, anyBytes(chunk)).error().code, Code::DiskFull);
        QVERIFY(isKept(m_content));
        store().remove(blob);
        QCOMPARE(m_world->blobFiles(), QStringList{first});
    }
};

QTEST_GUILESS_MAIN(BlobStoreTest)

#include "tst_blobstore.moc"

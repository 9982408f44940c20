// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/statement.h"
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

    /// A store with little room over the same files, and contents of these sizes on a ticket each, the newest first.
    struct Room {
        Database database;
        BlobStore store;
        QList<QByteArray> contents;

        Room(World &world, const BlobPolicy &policy, const QList<qint64> &sizes, const QSet<int> &closed = {})
            : database(must(Database::open(world.cachePath(), {.key = cacheKey}))),
              store(database, world.blobFolder(), policy)
        {
            for (int i = 0; i < sizes.size(); ++i) {
                const QString ticket = u"t1%1"_s.arg(i);
                contents.append(anyBytes(sizes.at(i), quint64(100 + i)));
                world.take({tickets({with(ticketRecord(ticket, 10 - i), u"status"_s,
                                          closed.contains(i) ? u"closed"_s : u"open"_s)}),
                            attachments({attachmentOf(u"f1%1"_s.arg(i), u"m1"_s, ticket, contents.last())})});
            }
        }
        [[nodiscard]] QList<int> kept()
        {
            QList<int> all;
            for (int i = 0; i < contents.size(); ++i) {
                Statement row(database, u"SELECT 1 FROM blobs WHERE blob = ?"_s);
                if (must(row.bind(0, blobIdOf(contents.at(i)).value).first([](const Statement &) { return true; })))
                    all.append(i);
            }
            return all;
        }
    };

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

    void whatWasOpenedLongestAgo_makesRoom()
    {
        Room room(*m_world, {.storeBytes = 300, .aheadBytes = 10}, {100, 100, 100, 100});
        for (int i = 0; i < 3; ++i)
            keep(room.store, room.contents.at(i));
        QVERIFY(room.store.read(blobIdOf(room.contents.at(0))));
        keep(room.store, room.contents.at(3));
        QCOMPARE(room.kept(), (QList<int>{0, 2, 3}));
        QCOMPARE(m_world->blobFiles().size(), 3);
    }

    void whatIsAheadOfOpenTickets_makesRoomLast()
    {
        // 0 is small and its ticket open; 1 is large; 2 is small and its ticket closed.
        Room room(*m_world, {.storeBytes = 300, .aheadBytes = 100}, {100, 101, 90, 150, 260}, {2});
        for (int i = 0; i < 3; ++i)
            keep(room.store, room.contents.at(i));
        keep(room.store, room.contents.at(3));
        QCOMPARE(room.kept(), (QList<int>{0, 3})); // the closed one's was opened last, and went all the same
        keep(room.store, room.contents.at(4));
        QCOMPARE(room.kept(), QList<int>{4});
    }

    void whatIsFetchedAhead_pushesOutNothingOfItsKind()
    {
        Room room(*m_world, {.storeBytes = 200, .aheadBytes = 100}, {100, 100, 60});
        keep(room.store, room.contents.at(0), Wish::Ahead);
        keep(room.store, room.contents.at(1), Wish::Ahead);
        const auto begun = room.store.begin(blobIdOf(room.contents.at(2)), 60, Wish::Ahead);
        QCOMPARE(begun.error().code, Code::DiskFull);
        QCOMPARE(room.kept(), (QList<int>{0, 1}));
    }

    void whatIsOnItsWay_makesNoRoom_andWhatHasNone_takesNothing()
    {
        Room room(*m_world, {.storeBytes = 200, .aheadBytes = 10}, {100, 100, 150, 201});
        keep(room.store, room.contents.at(0));
        (void)must(room.store.begin(blobIdOf(room.contents.at(1)), 100, Wish::Opened));
        const QSet<BlobId> busy{blobIdOf(room.contents.at(1))};
        const auto begin = [&](int which) {
            const QByteArray &content = room.contents.at(which);
            return room.store.begin(blobIdOf(content), content.size(), Wish::Opened, busy);
        };
        QCOMPARE(begin(2).error().code, Code::DiskFull);
        QCOMPARE(begin(3).error().code, Code::DiskFull);
        QCOMPARE(room.kept(), (QList<int>{0, 1}));
    }

    void whatIsMissing_isSmall_andOfAnActiveTicket()
    {
        Room room(*m_world, {.storeBytes = 1000, .aheadBytes = 100}, {50, 101, 60}, {2});
        m_world->take({attachments({attachmentOf(u"f20"_s, u"m1"_s, u"t10"_s, anyBytes(70, 20))})});
        const auto missing = [&](const QString &ticket, const QSet<BlobId> &except = {}) {
            const auto keys = must(room.store.activeTickets({{ticket}}));
            if (keys.isEmpty()) return u"-"_s;
            const auto found = must(room.store.missingOf(keys.constFirst(), except));
            return found ? found->id.value : QString();
        };
        QCOMPARE(missing(u"t10"_s), u"f20"_s);
        QCOMPARE(missing(u"t10"_s, {blobIdOf(anyBytes(70, 20))}), u"f10"_s);
        (void)must(room.store.begin(blobIdOf(anyBytes(70, 20)), 70, Wish::Ahead));
        QCOMPARE(missing(u"t10"_s), u"f20"_s); // begun is not here
        keep(room.store, anyBytes(70, 20), Wish::Ahead);
        keep(room.store, room.contents.at(0), Wish::Ahead);
        QCOMPARE(missing(u"t10"_s), QString());
        QCOMPARE(missing(u"t11"_s), QString());
        QCOMPARE(missing(u"t12"_s), u"-"_s);
        m_world->take({tickets({with(ticketRecord(u"t12"_s, 0, 2), u"status"_s, u"open"_s)})});
        QCOMPARE(missing(u"t12"_s), u"f12"_s); // reopened
    }

    void activeTickets_areListedNewestFirst()
    {
        const Room room(*m_world, {}, {1, 2, 3, 4}, {1});
        const auto keyOf = [this](const QString &ticket) {
            return m_world->value(u"SELECT \"row\" FROM tickets WHERE id = '%1'"_s.arg(ticket)).toLongLong();
        };
        const QList<qint64> three{keyOf(u"t10"_s), keyOf(u"t12"_s), keyOf(u"t13"_s)};
        QCOMPARE(must(store().activeTickets()).first(3), three);
        QCOMPARE(must(store().activeTickets({{u"t13"_s}, {u"t11"_s}, {u"t10"_s}, {u"t12"_s}})), three);
        // A closed ticket's key gives nothing either: it may have been closed since it was listed.
        QVERIFY(!must(store().missingOf(keyOf(u"t11"_s), {})));
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

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "blobshelf.h"
#include "core/sync/prefetch.h"

using namespace akwaba;
using namespace akwaba::test;

/// What is fetched before anybody asks: which, when, and when not.
class TestPrefetch : public QObject {
    Q_OBJECT

    static constexpr qint64 chunk = BlobFile::chunkBytes;

    std::unique_ptr<World> m_world;
    std::unique_ptr<BlobShelf> m_shelf;
    std::unique_ptr<StubServer> m_server;
    std::unique_ptr<Downloads> m_downloads;
    std::unique_ptr<Prefetch> m_prefetch;
    QList<QByteArray> m_contents; // of an open ticket each, the newest last

    [[nodiscard]] BlobStore &store() { return m_world->cache->blobs(); }
    [[nodiscard]] bool isKept(int which) { return store().read(blobIdOf(m_contents.at(which))).has_value(); }
    /// Which were asked for, in this order.
    [[nodiscard]] QList<int> asked() const
    {
        QList<int> all;
        for (const QByteArray &request : m_server->requests()) {
            for (int i = 0; i < m_contents.size(); ++i) {
                if (request.contains(blobIdOf(m_contents.at(i)).value.toLatin1())) all.append(i);
            }
        }
        return all;
    }
    [[nodiscard]] QFuture<Result<QByteArray>> open(int which)
    {
        const auto receiver = std::make_shared<Answer<QByteArray>>();
        const auto future = receiver->future();
        m_downloads->start(attachmentOf(u"f9"_s, u"m9"_s, u"t9"_s, m_contents.at(which)), receiver);
        return future;
    }
    /// A mail with a file, on a ticket that is newer than those before.
    void arrive(int which)
    {
        const QString ticket = u"t1%1"_s.arg(which);
        m_contents.append(anyBytes(2 * chunk, quint64(which)));
        m_shelf->put(m_contents.last());
        m_world->take({tickets({ticketRecord(ticket, which)}),
                       attachments({attachmentOf(u"f1%1"_s.arg(which), u"m1"_s, ticket, m_contents.last())})});
    }
    /// Long enough for what would begin now to reach the server: something else does, and comes back.
    void settle()
    {
        const auto receiver = std::make_shared<Answer<QByteArray>>();
        const auto future = receiver->future();
        m_downloads->startOriginal({u"m1"_s}, receiver);
        QTRY_VERIFY(future.isFinished());
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<World>();
        m_shelf = std::make_unique<BlobShelf>();
        m_contents.clear();
        for (int i = 0; i < 3; ++i)
            arrive(i);
        m_server = std::make_unique<StubServer>(
            [shelf = m_shelf.get()](const QByteArray &request) { return shelf->answer(request); });
        m_downloads = std::make_unique<Downloads>(ServerAddress{m_server->url(), {}}, u"A1"_s, "secret");
        m_downloads->useStore(&store());
        m_prefetch = std::make_unique<Prefetch>(*m_downloads, std::chrono::milliseconds(0));
        m_prefetch->useStore(&store());
    }
    void cleanup()
    {
        m_prefetch.reset();
        m_downloads.reset();
        m_server.reset();
        m_world.reset();
    }

    void whileThereIsNothingToDo_allIsFetched_newestFirst()
    {
        m_prefetch->setIdle(true);
        QTRY_VERIFY(isKept(0));
        QCOMPARE(asked(), (QList<int>{2, 1, 0}));
        QVERIFY(isKept(1) && isKept(2));
        m_prefetch->setIdle(true); // nothing is left
        settle();
        QCOMPARE(asked().size(), 3);
    }

    void whatComesLater_isFetchedBeforeWhatWaits()
    {
        m_shelf->cutAfter = 10;
        m_prefetch->setIdle(true);
        QTRY_COMPARE(asked(), QList<int>{2});
        arrive(3);
        m_prefetch->look({{u"t13"_s}});
        m_shelf->cutAfter = -1;
        Q_EMIT m_server->more(m_contents.at(2).sliced(10));
        QTRY_VERIFY(isKept(0));
        QCOMPARE(asked(), (QList<int>{2, 3, 1, 0}));
        arrive(4); // when nothing is left
        m_prefetch->look({{u"t14"_s}});
        QTRY_VERIFY(isKept(4));
        QCOMPARE(asked(), (QList<int>{2, 3, 1, 0, 4}));
    }

    void oneComesAfterTheOther()
    {
        m_shelf->cutAfter = 10;
        m_prefetch->setIdle(true);
        QTRY_COMPARE(asked(), QList<int>{2});
        m_prefetch->setIdle(true);
        settle();
        QCOMPARE(asked(), QList<int>{2});
    }

    void whileThereIsSomethingToDo_nothingIsFetched()
    {
        m_prefetch->setIdle(true);
        m_prefetch->setIdle(false);
        settle();
        m_prefetch->giveWay();
        settle();
        QVERIFY(asked().isEmpty());
    }

    void whatTheAgentDoes_stopsIt_andItGoesOnWhereItWas()
    {
        m_shelf->cutAfter = chunk + 10;
        m_prefetch->setIdle(true);
        QTRY_COMPARE(store().arrived(blobIdOf(m_contents.at(2))).value_or(QByteArray()).size(), chunk);
        m_shelf->cutAfter = -1;
        m_prefetch->giveWay();
        Q_EMIT m_server->more(m_contents.at(2).sliced(chunk + 10)); // to nobody
        (void)m_shelf->takeGiven();
        QTRY_VERIFY(isKept(0));
        QCOMPARE(asked(), (QList<int>{2, 2, 1, 0}));
        QCOMPARE(m_shelf->given(), 5 * chunk); // of six
    }

    void whatThereIsToDo_stopsIt()
    {
        m_shelf->cutAfter = chunk + 10;
        m_prefetch->setIdle(true);
        QTRY_COMPARE(store().arrived(blobIdOf(m_contents.at(2))).value_or(QByteArray()).size(), chunk);
        m_prefetch->setIdle(false);
        Q_EMIT m_server->more(m_contents.at(2).sliced(chunk + 10));
        settle();
        QVERIFY(!isKept(2));
        QCOMPARE(asked(), QList<int>{2});
    }

    void whatTheAgentOpens_isNotStopped()
    {
        m_shelf->cutAfter = chunk + 10;
        m_prefetch->setIdle(true);
        QTRY_COMPARE(asked(), QList<int>{2});
        const auto opened = open(2);
        m_prefetch->giveWay();
        m_shelf->cutAfter = -1;
        Q_EMIT m_server->more(m_contents.at(2).sliced(chunk + 10));
        QTRY_VERIFY(opened.isFinished());
        QCOMPARE(opened.result(), Result<QByteArray>(m_contents.at(2)));
        QTRY_VERIFY(isKept(0)); // and the others follow
        QCOMPARE(asked(), (QList<int>{2, 1, 0}));
    }

    void whatTheServerDoesNotGive_isPassedOver()
    {
        BlobShelf other;
        other.put(m_contents.at(0));
        *m_shelf = other;
        m_prefetch->setIdle(true);
        QTRY_VERIFY(isKept(0));
        QCOMPARE(asked(), (QList<int>{2, 1, 0}));
        m_prefetch->setIdle(false);
        m_prefetch->setIdle(true);
        settle();
        QCOMPARE(asked().size(), 3);
    }

    void aNetworkThatFails_isNotTriedAgain_untilThereWasSomethingToDo()
    {
        m_shelf->cutAfter = 10;
        m_server->hangsUp = true;
        m_prefetch->setIdle(true);
        QTRY_COMPARE(asked(), QList<int>{2});
        settle();
        m_prefetch->setIdle(true);
        settle();
        QCOMPARE(asked(), QList<int>{2});
        m_shelf->cutAfter = -1;
        m_server->hangsUp = false;
        m_prefetch->setIdle(false);
        m_prefetch->setIdle(true);
        QTRY_VERIFY(isKept(0));
        QVERIFY(!isKept(2)); // that one may have been the reason
    }

    void aStoreWithoutRoom_endsIt()
    {
        Database database = must(Database::open(m_world->cachePath(), {.key = cacheKey}));
        BlobStore small(database, m_world->blobFolder(), {.storeBytes = 3 * chunk});
        m_downloads->useStore(&small);
        m_prefetch->useStore(&small);
        m_prefetch->setIdle(true);
        QTRY_VERIFY(isKept(2));
        settle();
        QCOMPARE(asked(), QList<int>{2});
        m_prefetch->useStore(nullptr);
        m_downloads->useStore(nullptr);
    }
};

QTEST_GUILESS_MAIN(TestPrefetch)
#include "tst_prefetch.moc"

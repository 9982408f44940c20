// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "blobshelf.h"
#include "core/sync/downloads.h"

#include <QFile>

using namespace akwaba;
using namespace akwaba::test;
using namespace std::chrono_literals;

/// Attachments on their way onto the disk: cut, gone on with, cut again, shared, refused, and without room.
class TestKeptDownloads : public QObject {
    Q_OBJECT

    static constexpr qint64 chunk = BlobFile::chunkBytes;
    const QByteArray m_content = anyBytes(3 * chunk + 1000);
    const Attachment m_attachment = attachmentOf(u"f1"_s, u"m1"_s, u"t1"_s, m_content);

    std::unique_ptr<World> m_world;
    std::unique_ptr<BlobShelf> m_shelf;
    std::unique_ptr<StubServer> m_server;
    std::unique_ptr<Downloads> m_downloads;

    [[nodiscard]] BlobStore &store() { return m_world->cache->blobs(); }

    /// A process begins over what the last one left.
    void restart()
    {
        m_downloads.reset();
        m_world->reopen();
        m_downloads = std::make_unique<Downloads>(ServerAddress{m_server->url(), {}}, u"A1"_s, "secret");
        m_downloads->useStore(&store());
    }

    [[nodiscard]] QFuture<Result<QByteArray>> start(const Attachment &attachment)
    {
        const auto receiver = std::make_shared<Answer<QByteArray>>();
        const auto future = receiver->future();
        m_downloads->start(attachment, receiver);
        return future;
    }
    [[nodiscard]] static Result<QByteArray> wait(const QFuture<Result<QByteArray>> &future)
    {
        const bool came = QTest::qWaitFor([&future] { return future.isFinished(); }, 5000);
        return came ? future.result() : Result<QByteArray>(fail(Code::Internal, u"no answer"_s));
    }
    [[nodiscard]] Result<QByteArray> fetch() { return wait(start(m_attachment)); }
    [[nodiscard]] bool isKept() { return store().read(m_attachment.blob).has_value(); }
    /// Breaks off after so many bytes.
    void cut(qint64 after)
    {
        m_shelf->cutAfter = after;
        m_server->hangsUp = true;
        QCOMPARE(fetch().error().code, Code::Unreachable);
        m_shelf->cutAfter = -1;
        m_server->hangsUp = false;
        (void)m_shelf->takeGiven();
    }
    /// A disk on which nothing more can be written, as far as the blobs are concerned.
    void fillDisk()
    {
        for (const QString &name : m_world->blobFiles()) {
            const QString path = m_world->blobFolder() + u'/' + name;
            QVERIFY(QFile::rename(path, path + u".was"_s) && QFile::link(u"/dev/full"_s, path));
        }
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<World>();
        m_shelf = std::make_unique<BlobShelf>();
        m_shelf->put(m_content);
        m_server = std::make_unique<StubServer>(
            [shelf = m_shelf.get()](const QByteArray &request) { return shelf->answer(request); });
        m_world->take({tickets({ticketRecord(u"t1"_s)}), messages({messageRecord(u"m1"_s, u"t1"_s, u"Bonjour"_s)}),
                       attachments({m_attachment})});
        restart();
    }
    void cleanup()
    {
        m_downloads.reset();
        m_server.reset();
        m_world.reset();
    }

    void whatWasFetched_isKept()
    {
        QCOMPARE(fetch(), Result<QByteArray>(m_content));
        QVERIFY(isKept());
        QCOMPARE(m_shelf->given(), m_content.size());
        QVERIFY(!m_server->requests().constFirst().contains("Range:"));
    }

    void cutAnywhere_itFetchesTheRestOnly_data()
    {
        QTest::addColumn<qint64>("after");
        for (const qint64 after :
             {qint64(0), qint64(1), chunk - 1, chunk, chunk + 1, 2 * chunk + 500, 3 * chunk, 3 * chunk + 999})
            QTest::addRow("after %lld bytes", after) << after;
    }
    void cutAnywhere_itFetchesTheRestOnly()
    {
        QFETCH(qint64, after);
        cut(after);
        QVERIFY(!isKept());
        restart();
        QCOMPARE(fetch(), Result<QByteArray>(m_content));
        QVERIFY(isKept());
        QCOMPARE(m_shelf->given(), m_content.size() - after / chunk * chunk);
    }

    void cutAgainAndAgain_itArrives()
    {
        for (int i = 0; i < 3; ++i)
            cut(chunk + 10);
        QCOMPARE(fetch(), Result<QByteArray>(m_content));
        QCOMPARE(m_shelf->given(), m_content.size() - 3 * chunk);
    }

    void allThatIsMissing_isAWordThatItIsAll()
    {
        const QByteArray content = anyBytes(2 * chunk, 5);
        const Attachment attachment = attachmentOf(u"f2"_s, u"m1"_s, u"t1"_s, content);
        m_world->take({attachments({attachment})});
        (void)must(store().begin(attachment.blob, attachment.size, BlobStore::Wish::Opened));
        must(store().append(attachment.blob, content.first(chunk)));
        must(store().append(attachment.blob, content.sliced(chunk)));
        restart();
        QCOMPARE(wait(start(attachment)), Result<QByteArray>(content));
        QVERIFY(m_server->requests().isEmpty());
    }

    void aServerThatGivesAllAgain_isBegunWithAgain()
    {
        cut(2 * chunk + 10);
        m_shelf->knowsNoParts = true;
        QCOMPARE(fetch(), Result<QByteArray>(m_content));
        QCOMPARE(m_shelf->given(), m_content.size());
        QVERIFY(isKept());
    }

    void anotherPartThanWasAskedFor_isRefused()
    {
        cut(2 * chunk);
        m_server = std::make_unique<StubServer>([this](const QByteArray &) {
            return StubServer::http("206 Partial Content", m_content.first(chunk), "Content-Range: bytes 0-9/10\r\n");
        });
        m_downloads->useServer({m_server->url(), {}});
        QCOMPARE(fetch().error().code, Code::Protocol);
        QVERIFY(m_world->blobFiles().isEmpty());
    }

    void aBeginningThatWasWrong_isFetchedAgainByItself()
    {
        (void)must(store().begin(m_attachment.blob, m_attachment.size, BlobStore::Wish::Opened));
        must(store().append(m_attachment.blob, QByteArray(chunk, 'x')));
        QCOMPARE(fetch(), Result<QByteArray>(m_content));
        QCOMPARE(m_shelf->given(), 2 * m_content.size() - chunk);
        QVERIFY(isKept());
    }

    void otherContent_isRefused_andNotKept()
    {
        m_server = std::make_unique<StubServer>(
            [this](const QByteArray &) { return StubServer::http("200 OK", QByteArray(m_content.size(), 'x')); });
        m_downloads->useServer({m_server->url(), {}});
        QCOMPARE(fetch().error().code, Code::Corrupt);
        QVERIFY(m_world->blobFiles().isEmpty());
        QCOMPARE(m_server->requests().size(), 1);
    }

    void askedForTwice_itIsFetchedOnce()
    {
        const auto first = start(m_attachment);
        const auto second = start(attachmentOf(u"f9"_s, u"m9"_s, u"t1"_s, m_content));
        QCOMPARE(wait(first), Result<QByteArray>(m_content));
        QCOMPARE(wait(second), Result<QByteArray>(m_content));
        QCOMPARE(m_server->requests().size(), 1);
    }

    void whatNoRowNames_isShown_andNotKept()
    {
        const QByteArray foreign = anyBytes(chunk + 5, 9);
        m_shelf->put(foreign);
        QCOMPARE(wait(start(attachmentOf(u"f9"_s, u"m9"_s, u"t9"_s, foreign))), Result<QByteArray>(foreign));
        QVERIFY(m_world->blobFiles().isEmpty());
    }

    void whatIsErasedMeanwhile_isNotShown()
    {
        m_shelf->cutAfter = chunk + 10;
        const auto coming = start(m_attachment);
        QTRY_VERIFY(m_shelf->given() > 0);
        QTRY_COMPARE(must(store().arrived(m_attachment.blob)).size(), chunk);
        (void)must(
            m_world->cache->applyPage({.gone = {{&typeInfo<Ticket>(), {u"t1"_s}, GoneKind::Erased}}}, {}, m_world->me));
        QVERIFY(m_world->blobFiles().isEmpty());
        Q_EMIT m_server->more(m_content.sliced(chunk + 10));
        QCOMPARE(wait(coming).error().code, Code::NotFound);
        QVERIFY(m_world->blobFiles().isEmpty());
    }

    void aDiskThatFills_keepsNothing_andShowsIt()
    {
        if (!QFile::exists(u"/dev/full"_s)) QSKIP("no disk that is always full");
        m_shelf->cutAfter = 10;
        const auto coming = start(m_attachment);
        QTRY_VERIFY(m_shelf->given() > 0);
        fillDisk();
        Q_EMIT m_server->more(m_content.sliced(10));
        QCOMPARE(wait(coming), Result<QByteArray>(m_content));
        QCOMPARE(m_world->value(u"SELECT count(*) FROM blobs"_s).toInt(), 0);
        QCOMPARE(m_server->requests().size(), 1);
    }

    void aFileThatTakesNoMore_isShownFromMemory_withWhatWasInIt()
    {
        m_shelf->cutAfter = chunk + 10;
        const auto coming = start(m_attachment);
        QTRY_VERIFY(m_shelf->given() > 0);
        QTRY_COMPARE(must(store().arrived(m_attachment.blob)).size(), chunk);
        QFile file(m_world->blobFolder() + u'/' + m_world->blobFiles().constFirst());
        QVERIFY(file.open(QIODevice::Append));
        file.write("x");
        file.close();
        Q_EMIT m_server->more(m_content.sliced(chunk + 10));
        QCOMPARE(wait(coming), Result<QByteArray>(m_content));
        QVERIFY(m_world->blobFiles().isEmpty());
        QCOMPARE(m_server->requests().size(), 1);
    }

    void whatIsFetchedAhead_isGivenUpOnAFullDisk()
    {
        if (!QFile::exists(u"/dev/full"_s)) QSKIP("no disk that is always full");
        m_shelf->cutAfter = 10;
        std::optional<Result<QByteArray>> told;
        m_downloads->fetchAhead(m_attachment, [&told](const Result<QByteArray> &content) { told = content; });
        QTRY_VERIFY(m_shelf->given() > 0);
        fillDisk();
        Q_EMIT m_server->more(m_content.sliced(10));
        QTRY_VERIFY(told);
        QCOMPARE(told->error().code, Code::DiskFull);
        QCOMPARE(m_world->value(u"SELECT count(*) FROM blobs"_s).toInt(), 0);
    }

    void whatIsFetchedAhead_stops_unlessSomebodyWantsIt_data()
    {
        QTest::addColumn<bool>("isWanted");
        QTest::newRow("nobody") << false;
        QTest::newRow("somebody") << true;
    }
    void whatIsFetchedAhead_stops_unlessSomebodyWantsIt()
    {
        QFETCH(bool, isWanted);
        m_shelf->cutAfter = chunk + 10;
        bool told = false;
        m_downloads->fetchAhead(m_attachment, [&told](const Result<QByteArray> &) { told = true; });
        QTRY_VERIFY(m_shelf->given() > 0);
        QTRY_COMPARE(must(store().arrived(m_attachment.blob)).size(), chunk);
        const auto wanted = isWanted ? start(m_attachment) : QFuture<Result<QByteArray>>();
        m_downloads->stopAhead();
        Q_EMIT m_server->more(m_content.sliced(chunk + 10));
        m_shelf->cutAfter = -1;
        QCOMPARE(isWanted ? wait(wanted) : fetch(), Result<QByteArray>(m_content));
        QCOMPARE(m_server->requests().size(), isWanted ? 1 : 2);
        QCOMPARE(told, isWanted);
    }

    void aStoreThatIsMadeAnew_isFilledFromTheBeginning()
    {
        m_shelf->cutAfter = chunk + 10;
        const auto coming = start(m_attachment);
        QTRY_VERIFY(m_shelf->given() > 0);
        m_shelf->cutAfter = -1;
        m_downloads->useStore(nullptr);
        m_world->cache.reset();
        Cache::destroy(m_world->cachePath());
        m_world->reopen();
        m_world->take({attachments({m_attachment})});
        m_downloads->useStore(&store());
        QCOMPARE(wait(coming), Result<QByteArray>(m_content));
        QVERIFY(isKept());
    }
};

QTEST_GUILESS_MAIN(TestKeptDownloads)
#include "tst_keptdownloads.moc"

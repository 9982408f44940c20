// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cache.h"
#include "core/protocol/codec.h"
#include "core/sync/client.h"
#include "core/sync/downloads.h"
#include "stubserver.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray content = "%PDF-1.7 une facture";

Attachment attachmentOf(const QByteArray &what)
{
    Attachment attachment;
    attachment.name = u"Facture n° 12.pdf"_s;
    attachment.size = what.size();
    attachment.blob.value =
        u'b' + QString::fromLatin1(QCryptographicHash::hash(what, QCryptographicHash::Sha256).toHex());
    return attachment;
}

template <class T> Result<T> wait(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 5000)) return fail(Code::Internal, u"no answer"_s);
    return future.result();
}

/// The engine's own request stays without an answer.
QByteArray contentOnly(const QByteArray &request)
{
    return request.startsWith("GET /jmap/download/") ? StubServer::http("200 OK", content) : QByteArray();
}

ClientConfig configOf(const QTemporaryDir &folder, const StubServer &server)
{
    ClientConfig config;
    config.cacheFile = folder.filePath(u"cache.db"_s);
    config.outboxFile = folder.filePath(u"outbox.db"_s);
    config.secrets = {QByteArray(32, 'c'), QByteArray(32, 'o'), "token"};
    config.server.url = server.url();
    config.account = u"A1"_s;
    config.me = {AgentId{u"a1"_s}, DeviceId{u"d1"_s}};
    return config;
}

struct Way {
    StubServer server;
    Downloads downloads;

    explicit Way(const StubServer::Respond &respond, HttpLimits limits = Downloads::slow())
        : server(respond), downloads({server.url(), {}}, u"A1"_s, "secret", limits)
    {
    }
    [[nodiscard]] QFuture<Result<QByteArray>> start(const Attachment &attachment)
    {
        const auto receiver = std::make_shared<Answer<QByteArray>>();
        const auto future = receiver->future();
        downloads.start(attachment, receiver);
        return future;
    }
    [[nodiscard]] Result<QByteArray> fetch(const Attachment &attachment) { return wait(start(attachment)); }
};

} // namespace

class TestDownloads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theContent_comesAsItWasNamed()
    {
        Way way([](const QByteArray &) { return StubServer::http("200 OK", content); });
        const Attachment attachment = attachmentOf(content);
        QCOMPARE(way.fetch(attachment), Result<QByteArray>(content));
        const QByteArray request = way.server.requests().constFirst();
        const QByteArray line = "GET /jmap/download/A1/" + attachment.blob.value.toLatin1() + "/file HTTP/1.1\r\n";
        QVERIFY(request.startsWith(line));
        QVERIFY(request.contains("Authorization: Bearer secret\r\n"));
        QVERIFY(!request.contains("Facture")); // the name of a customer's file is in no log on the way
        way.downloads.useToken("fresh");
        (void)way.fetch(attachment);
        QVERIFY(way.server.requests().constLast().contains("Bearer fresh"));
    }

    void originalsAndPictures_areAskedForByTheirMessage()
    {
        Way way([](const QByteArray &) { return StubServer::http("200 OK", content); });
        const auto ask = [&way](const auto &start) {
            const auto receiver = std::make_shared<Answer<QByteArray>>();
            const auto future = receiver->future();
            start(way.downloads, receiver);
            return wait(future);
        };
        const MessageId message{u"m-1"_s};
        const auto original = [&message](Downloads &downloads, const Downloads::Receiver &receiver) {
            downloads.startOriginal(message, receiver);
        };
        const auto picture = [&message](const QString &key) {
            return [&message, key](Downloads &downloads, const Downloads::Receiver &receiver) {
                downloads.startPicture(message, key, receiver);
            };
        };
        QCOMPARE(ask(original), Result<QByteArray>(content));
        QVERIFY(way.server.requests().constLast().startsWith("GET /original/m-1 HTTP/1.1\r\n"));
        QCOMPARE(ask(picture(u"00ff"_s)), Result<QByteArray>(content));
        QVERIFY(way.server.requests().constLast().startsWith("GET /picture/m-1/00ff HTTP/1.1\r\n"));
        const qsizetype asked = way.server.requests().size();
        QCOMPARE(ask(picture(u"../original/m-2"_s)).error().code, Code::NotFound);
        QCOMPARE(ask(picture({})).error().code, Code::NotFound);
        QCOMPARE(way.server.requests().size(), asked);
    }

    void aPictureThatMayNotBeFetched_isToldApart_data()
    {
        QTest::addColumn<Code>("code");
        QTest::newRow("403 Forbidden") << Code::Denied;
        QTest::newRow("404 Not Found") << Code::NotFound;
        QTest::newRow("415 Unsupported Media Type") << Code::Unsupported;
        QTest::newRow("429 Too Many Requests") << Code::Throttled;
        QTest::newRow("502 Bad Gateway") << Code::Unreachable;
    }
    void aPictureThatMayNotBeFetched_isToldApart()
    {
        QFETCH(Code, code);
        Way way([](const QByteArray &) { return StubServer::http(QTest::currentDataTag(), "{}"); });
        const auto receiver = std::make_shared<Answer<QByteArray>>();
        const auto future = receiver->future();
        way.downloads.startPicture({u"m-1"_s}, u"00ff"_s, receiver);
        QCOMPARE(wait(future).error().code, code);
    }

    void otherContent_isRefused_evenOfTheSameLength()
    {
        Way way([](const QByteArray &) { return StubServer::http("200 OK", QByteArray(content.size(), 'x')); });
        QCOMPARE(way.fetch(attachmentOf(content)).error().code, Code::Corrupt);
    }

    void lessThanWasAnnounced_isRefused()
    {
        Way way([](const QByteArray &) { return StubServer::http("200 OK", content.chopped(1)); });
        QCOMPARE(way.fetch(attachmentOf(content)).error().code, Code::Corrupt);
    }

    void moreThanWasAnnounced_isRefused_beforeItEnds()
    {
        // The rest never comes: who waits for it does not answer.
        Way way([](const QByteArray &) { return StubServer::http("200 OK", content + "more").chopped(1); });
        QCOMPARE(way.fetch(attachmentOf(content)).error().code, Code::Protocol);
    }

    void aRefusal_isTold_howeverLongItsWords_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<int>("code");
        QTest::newRow("gone") << QByteArray("404 Not Found") << int(Code::NotFound);
        QTest::newRow("logged out") << QByteArray("401 No") << int(Code::Unauthenticated);
        QTest::newRow("busy") << QByteArray("503 Later") << int(Code::Unreachable);
        QTest::newRow("foreign") << QByteArray("418 Teapot") << int(Code::Protocol);
    }
    void aRefusal_isTold_howeverLongItsWords()
    {
        QFETCH(QByteArray, status);
        Way way([status](const QByteArray &) { return StubServer::http(status, QByteArray(4000, '-')); });
        QTEST(int(way.fetch(attachmentOf(content)).error().code), "code");
    }

    void withoutServer_orOneThatFallsSilent_itIsUnreachable()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const quint16 port = closed.serverPort();
        closed.close();
        Downloads nowhere({QUrl(u"http://localhost:%1"_s.arg(port)), {}}, u"A1"_s, "secret");
        const auto receiver = std::make_shared<Answer<QByteArray>>();
        const auto future = receiver->future();
        nowhere.start(attachmentOf(content), receiver);
        QCOMPARE(wait(future).error().code, Code::Unreachable);

        Way silent([](const QByteArray &) { return StubServer::http("200 OK", content).chopped(1); },
                   {.connect = 2s, .idle = 100ms, .whole = 2s});
        QCOMPARE(silent.fetch(attachmentOf(content)).error().code, Code::Unreachable);
    }

    void whatCannotBeABlob_orIsTooLarge_isNotAskedFor()
    {
        Way way([](const QByteArray &) { return StubServer::http("200 OK", content); });
        Attachment attachment = attachmentOf(content);
        attachment.blob.value = u"b/../../auth/logout"_s;
        QCOMPARE(way.fetch(attachment).error().code, Code::NotFound);
        attachment = attachmentOf(content);
        attachment.size = Downloads::largest + 1;
        QCOMPARE(way.fetch(attachment).error().code, Code::Unsupported);
        QVERIFY(way.server.requests().isEmpty());
    }

    void whatIsGivenUp_isAnsweredOnce()
    {
        Way way([](const QByteArray &) { return QByteArray(); });
        const auto first = way.start(attachmentOf(content));
        const auto second = way.start(attachmentOf("another"));
        QTRY_COMPARE(way.server.requests().size(), 2);
        way.downloads.giveUp(Code::Offline);
        QCOMPARE(first.resultCount(), 1);
        QCOMPARE(first.result().error().code, Code::Offline);
        QCOMPARE(second.result().error().code, Code::Offline);
    }

    void whatEndsWithItsDownloads_isAnsweredAllTheSame()
    {
        QFuture<Result<QByteArray>> future;
        {
            Way way([](const QByteArray &) { return QByteArray(); });
            future = way.start(attachmentOf(content));
            QTRY_COMPARE(way.server.requests().size(), 1);
        }
        QCOMPARE(future.result().error().code, Code::Internal);
    }

    void theClient_opensOfflineWhatLiesHere()
    {
        StubServer server(contentOnly);
        const SystemClock clock;
        SystemRandom random;
        const QTemporaryDir folder;
        ClientConfig config = configOf(folder, server);
        Attachment kept = attachmentOf(content);
        kept.id.value = u"f1"_s;
        Attachment absent = attachmentOf("another");
        absent.id.value = u"f2"_s;
        {
            const auto cache = Cache::open(config.cacheFile, config.secrets.cacheKey());
            const TypedRecords rows{&typeInfo<Attachment>(), {toJson(kept), toJson(absent)}};
            QVERIFY(cache && (*cache)->applyPage({.upserts = {rows}}, {}, config.me));
        }
        {
            Client client(config, clock, random);
            QVERIFY(wait(client.open()));
            QTRY_COMPARE(server.requests().size(), 1);
            QCOMPARE(wait(client.download(kept)), Result<QByteArray>(content));
            QCOMPARE(wait(client.download(kept)), Result<QByteArray>(content));
            QCOMPARE(server.requests().size(), 2); // the second time from the disk
        }
        config.offline = true;
        Client client(config, clock, random);
        QVERIFY(wait(client.open()));
        QTRY_COMPARE(client.status().reason, Code::Offline);
        QCOMPARE(wait(client.download(kept)), Result<QByteArray>(content));
        QCOMPARE(wait(client.download(absent)).error().code, Code::Offline);
        QCOMPARE(server.requests().size(), 2);
    }

    void theClient_downloadsBesideItsSync_andNotWhileOffline()
    {
        StubServer server(contentOnly);
        const SystemClock clock;
        SystemRandom random;
        const QTemporaryDir folder;
        const ClientConfig config = configOf(folder, server);
        Client client(config, clock, random);
        QCOMPARE(wait(client.download(attachmentOf(content))).error().code, Code::Internal); // not open
        QVERIFY(wait(client.open()));
        QTRY_COMPARE(server.requests().size(), 1);
        QCOMPARE(wait(client.download(attachmentOf(content))), Result<QByteArray>(content));
        QCOMPARE(client.status().phase, SyncPhase::Connecting);
        client.goOffline(true);
        QCOMPARE(wait(client.download(attachmentOf(content))).error().code, Code::Offline);
        QCOMPARE(server.requests().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestDownloads)
#include "tst_downloads.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/certificaterule.h"
#include "core/sync/httpclient.h"
#include "core/sync/login.h"
#include "stubserver.h"

#include <QFile>
#include <QSslKey>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestHttpClient : public QObject {
    Q_OBJECT

    static QByteArray data(const char *name)
    {
        QFile file(qEnvironmentVariable("AKWABA_SOURCE_DIR") + "/tests/core/sync/data/"_L1 + QString::fromLatin1(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QSslCertificate certificate() { return QSslCertificate(data("loopback-certificate.pem")); }
    static QSslConfiguration tls()
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(certificate());
        configuration.setPrivateKey(QSslKey(data("loopback-key.pem"), QSsl::Ec));
        return configuration;
    }

    /// The one answer to one request.
    static HttpReply ask(HttpClient &client, const QByteArray &body = "{}")
    {
        std::optional<HttpReply> answer;
        client.send(1, "POST", u"/jmap/api"_s, body, [&answer](const HttpReply &reply) { answer = reply; });
        const bool came = QTest::qWaitFor([&answer] { return answer.has_value(); }, 5000);
        return came ? *answer : HttpReply{.status = -1, .body = {}, .retryAfter = {}, .error = {}};
    }

private Q_SLOTS:
    void anAnswer_comesWithStatusBodyAndPatience()
    {
        StubServer server(
            [](const QByteArray &) { return StubServer::http("429 Slow Down", "later", "Retry-After: 7\r\n"); });
        HttpClient client({server.url(), {}});
        client.setToken("secret");
        const HttpReply reply = ask(client, "hello");
        QCOMPARE(reply.status, 429);
        QCOMPARE(reply.body, QByteArray("later"));
        QCOMPARE(*reply.retryAfter, std::chrono::milliseconds(7s));
        QVERIFY(!reply.error);
        const QByteArray request = server.requests().constFirst();
        QVERIFY(request.startsWith("POST /jmap/api HTTP/1.1\r\n"));
        QVERIFY(request.contains("Authorization: Bearer secret\r\n"));
        QVERIFY(request.contains("gzip"));
        QVERIFY(request.endsWith("hello"));
    }

    void plainHttpToAnotherMachine_sendsNothing()
    {
        HttpClient client({QUrl(u"http://support.example.ci"_s), {}});
        client.setToken("secret");
        QCOMPARE(ask(client).error->code, Code::InsecureAddress);
    }

    void anUnknownCertificate_isRefusedWithItsFingerprint_untilItIsPinned()
    {
        StubServer server([](const QByteArray &) { return StubServer::http("200 OK", "hi"); }, tls());
        HttpClient unpinned({server.url(), {}});
        const HttpReply refused = ask(unpinned);
        QVERIFY(refused.error);
        QCOMPARE(refused.error->code, Code::UnknownCertificate);
        QCOMPARE(refused.error->detail, fingerprintOf(certificate()));
        QVERIFY(server.requests().isEmpty()); // not even the token went out

        HttpClient pinned({server.url(), refused.error->detail});
        QCOMPARE(ask(pinned).body, QByteArray("hi"));

        HttpClient other({server.url(), u"AA:BB"_s});
        QCOMPARE(ask(other).error->code, Code::UnknownCertificate);
    }

    void anAddressWithoutServer_isUnreachable()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const quint16 port = closed.serverPort();
        closed.close();
        HttpClient client({QUrl(u"http://localhost:%1"_s.arg(port)), {}});
        QCOMPARE(ask(client).error->code, Code::Unreachable);
    }

    void aServerThatFallsSilent_isGivenUp_data()
    {
        QTest::addColumn<QByteArray>("beginning");
        QTest::newRow("no word") << QByteArray();
        QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
        QTest::newRow("half a body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    }
    void aServerThatFallsSilent_isGivenUp()
    {
        QFETCH(QByteArray, beginning);
        StubServer server([beginning](const QByteArray &) { return beginning; });
        HttpClient client({server.url(), {}}, {.connect = 2s, .idle = 100ms, .whole = 2s});
        const HttpReply reply = ask(client);
        QVERIFY(reply.error); // a cut body is no answer, whatever its status
        QCOMPARE(reply.error->code, Code::Unreachable);
    }

    void aRedirectToElsewhere_isNotFollowed()
    {
        StubServer elsewhere([](const QByteArray &) { return StubServer::http("200 OK", "stolen"); });
        const QByteArray location = "Location: " + elsewhere.url().toString().toUtf8() + "/jmap/api\r\n";
        StubServer server([location](const QByteArray &) { return StubServer::http("307 Elsewhere", {}, location); });
        HttpClient client({server.url(), {}});
        client.setToken("secret");
        const HttpReply reply = ask(client);
        QVERIFY(reply.error || reply.status != 200);
        QVERIFY(elsewhere.requests().isEmpty());
    }

    void anAbortedRequest_isNeverAnswered()
    {
        StubServer server([](const QByteArray &) { return StubServer::http("200 OK", "hi"); });
        HttpClient client({server.url(), {}});
        bool answered = false;
        client.send(1, "POST", u"/"_s, "a", [&answered](const HttpReply &) { answered = true; });
        client.abort(1);
        QCOMPARE(ask(client).body, QByteArray("hi"));
        QVERIFY(!answered);
    }

    void logIn_givesTheTokenOrTheReason()
    {
        QByteArray response = StubServer::http("200 OK", R"({"token":"T","agent":"a1","device":"d1","accountId":"A"})");
        StubServer server([&response](const QByteArray &) { return response; });
        Credentials awa{u"awa@example.ci"_s, u"pass"_s, u"desk"_s, u"0.1"_s, DeviceId{u"d0"_s}, {}};
        const auto attempt = [&] {
            QFuture<Result<LogInAnswer>> future = logIn({server.url(), {}}, awa, this);
            return QTest::qWaitFor([&] { return future.isFinished(); }, 5000)
                ? future.result()
                : Result<LogInAnswer>(fail(Code::Internal));
        };
        const Result<LogInAnswer> worked = attempt();
        QVERIFY(worked);
        QCOMPARE(worked->token, QByteArray("T"));
        QCOMPARE(worked->device.value, u"d1"_s);
        QVERIFY(server.requests().constFirst().contains(R"("device":"d0")"));
        QVERIFY(!server.requests().constFirst().contains(R"("code")"));
        awa.code = u"123 456"_s;
        QVERIFY(attempt());
        QVERIFY(server.requests().constLast().contains(R"("code":"123 456")"));
        response = StubServer::http("401 No", R"({"type":"unauthenticated"})");
        QCOMPARE(attempt().error().code, Code::Unauthenticated);
        response = StubServer::http("401 No", R"({"type":"secondFactorRequired"})");
        QCOMPARE(attempt().error().code, Code::SecondFactorRequired);
        response = StubServer::http("401 No", R"({"type":"secondFactorWrong"})");
        QCOMPARE(attempt().error().code, Code::SecondFactorWrong);
        response = StubServer::http("401 No", R"({"type":"diskFull"})");
        QCOMPARE(attempt().error().code, Code::Unauthenticated);
        response = StubServer::http("429 Slow Down", {});
        QCOMPARE(attempt().error(), (Error{Code::Throttled, {}}));
        response = "HTTP/1.1 429 Slow Down\r\nRetry-After: 90\r\nContent-Length: 0\r\n\r\n";
        QCOMPARE(attempt().error(), (Error{Code::Throttled, u"90"_s}));
        response = StubServer::http("200 OK", "<html>");
        QCOMPARE(attempt().error().code, Code::Protocol);
        response = StubServer::http("502 Bad", {});
        QCOMPARE(attempt().error().code, Code::Unreachable);
    }

    void aLogInWhoseWindowIsClosed_endsAllTheSame()
    {
        StubServer server([](const QByteArray &) { return QByteArray(); });
        auto window = std::make_unique<QObject>();
        const QFuture<Result<LogInAnswer>> future = logIn({server.url(), {}}, {}, window.get());
        window.reset();
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result().error().code, Code::Internal);
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/certificate.h"
#include "httpfixture.h"

#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>

using namespace akwaba;
using namespace akwaba::http;
using namespace Qt::StringLiterals;

class TestTls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClient_seesTheCertificateWithTheToldFingerprint();
    void plainHttp_getsNothing();
    void aNewCertificate_servesNewConnections();
    void aMuteHandshake_countsAsAStranger();
    void aMuteHandshake_hasTheDeadlineOfAHead();
    void aWebSocket_worksOverTls();
    void brokenFiles_areRefused();
    void brokenFiles_leaveTheOldCertificateInUse();
};

namespace {

struct TlsFixture : Fixture {
    [[nodiscard]] QString make(const QString &name) const
    {
        const bool made = makeCertificate({u"localhost"_s, u"127.0.0.1"_s}, QDateTime::currentDateTimeUtc().addDays(-1),
                                          dir.filePath(name), dir.filePath(name + u".key"_s))
                              .has_value();
        return made ? dir.filePath(name) : QString();
    }
    [[nodiscard]] bool startWith(const QString &certificate)
    {
        server = std::make_unique<Server>(router, clock, limits);
        if (!server->useCertificate(certificate, certificate + u".key"_s)) return false;
        port = server->listen(QHostAddress::LocalHost, 0).value_or(0);
        return port != 0;
    }
    [[nodiscard]] QSslConfiguration trusting(const QString &certificate) const
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromPath(certificate));
        return tls;
    }

    QTemporaryDir dir;
};

QString fingerprintOf(const QSslSocket &socket)
{
    const QByteArray digest = socket.peerCertificate().digest(QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toHex(':').toUpper());
}

} // namespace

void TestTls::aClient_seesTheCertificateWithTheToldFingerprint()
{
    TlsFixture fixture;
    const QString certificate = fixture.make(u"one"_s);
    QVERIFY(fixture.startWith(certificate));
    QVERIFY(fixture.server->isSecure());
    QSslSocket socket;
    socket.setSslConfiguration(fixture.trusting(certificate));
    socket.connectToHostEncrypted(u"127.0.0.1"_s, fixture.port);
    QTRY_VERIFY(socket.isEncrypted());
    QCOMPARE(fingerprintOf(socket), certificateFingerprint(certificate).value_or(u"none"_s));
    socket.write("GET /hello/tls HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(answersIn(socket.readAll()).value(0).body, QByteArray("hello tls"));
}

void TestTls::plainHttp_getsNothing()
{
    TlsFixture fixture;
    QVERIFY(fixture.startWith(fixture.make(u"one"_s)));
    Client client(fixture.port);
    client.send("GET /hello/1 HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_VERIFY(client.isClosed());
    QVERIFY(!client.received.contains("hello"));
}

void TestTls::aNewCertificate_servesNewConnections()
{
    TlsFixture fixture;
    QVERIFY(fixture.startWith(fixture.make(u"one"_s)));
    const QString renewed = fixture.make(u"two"_s);
    QVERIFY(fixture.server->useCertificate(renewed, renewed + u".key"_s));
    QSslSocket socket;
    socket.setSslConfiguration(fixture.trusting(renewed));
    socket.connectToHostEncrypted(u"127.0.0.1"_s, fixture.port);
    QTRY_VERIFY(socket.isEncrypted());
    QCOMPARE(fingerprintOf(socket), certificateFingerprint(renewed).value_or(u"none"_s));
}

void TestTls::aMuteHandshake_countsAsAStranger()
{
    TlsFixture fixture;
    fixture.limits.strangers = 2;
    const QString certificate = fixture.make(u"one"_s);
    QVERIFY(fixture.startWith(certificate));
    std::vector<std::unique_ptr<Client>> mute;
    for (int i = 0; i < 4; ++i) {
        mute.push_back(std::make_unique<Client>(fixture.port));
        QTRY_COMPARE(fixture.server->counters().accepted, quint64(i) + 1);
    }
    QTRY_VERIFY(mute.at(0)->isClosed() && mute.at(1)->isClosed());
    QCOMPARE(fixture.server->strangerCount(), 2U);
    QSslSocket socket;
    socket.setSslConfiguration(fixture.trusting(certificate));
    socket.connectToHostEncrypted(u"127.0.0.1"_s, fixture.port);
    QTRY_VERIFY(socket.isEncrypted());
}

void TestTls::aMuteHandshake_hasTheDeadlineOfAHead()
{
    TlsFixture fixture;
    QVERIFY(fixture.startWith(fixture.make(u"one"_s)));
    Client client(fixture.port);
    QTRY_COMPARE(fixture.server->connectionCount(), 1U);
    fixture.clock.advance(std::chrono::seconds(10));
    fixture.server->checkDeadlines();
    fixture.clock.advance(std::chrono::seconds(1)); // the time to say goodbye
    QTRY_VERIFY(client.isClosed());
    QTRY_COMPARE(fixture.server->connectionCount(), 0U);
}

void TestTls::aWebSocket_worksOverTls()
{
    TlsFixture fixture;
    std::unique_ptr<QWebSocket> open;
    fixture.router.addUpgrade(u"/push"_s,
                              {.decide = [](const Request &) { return textResponse(101); },
                               .accepted =
                                   [&open](const Request &request, std::unique_ptr<QWebSocket> socket) {
                                       open = std::move(socket);
                                       open->sendTextMessage(request.secure ? u"secure"_s : u"plain"_s);
                                   },
                               .subprotocols = {}});
    const QString certificate = fixture.make(u"one"_s);
    QVERIFY(fixture.startWith(certificate));
    QWebSocket socket;
    QSignalSpy said(&socket, &QWebSocket::textMessageReceived);
    socket.setSslConfiguration(fixture.trusting(certificate));
    socket.open(QUrl(u"wss://127.0.0.1:%1/push"_s.arg(fixture.port)));
    QTRY_COMPARE(said.count(), 1);
    QCOMPARE(said.first().first().toString(), u"secure"_s);
}

void TestTls::brokenFiles_areRefused()
{
    TlsFixture fixture;
    const QString certificate = fixture.make(u"one"_s);
    Server server(fixture.router, fixture.clock);
    QCOMPARE(server.useCertificate(u"/nowhere"_s, certificate + u".key"_s).error().code, Code::Io);
    QCOMPARE(server.useCertificate(certificate, u"/nowhere"_s).error().code, Code::Io);
    QCOMPARE(server.useCertificate(certificate, certificate).error().code, Code::BadInput);
    const QString other = fixture.make(u"two"_s);
    QCOMPARE(server.useCertificate(certificate, other + u".key"_s).error().code, Code::BadInput);
    QVERIFY(!server.isSecure());
}

void TestTls::brokenFiles_leaveTheOldCertificateInUse()
{
    TlsFixture fixture;
    const QString certificate = fixture.make(u"one"_s);
    QVERIFY(fixture.startWith(certificate));
    const auto end = fixture.server->certificateEnd();
    QCOMPARE(fixture.server->useCertificate(certificate, certificate).error().code, Code::BadInput);
    QSslSocket socket;
    socket.setSslConfiguration(fixture.trusting(certificate));
    socket.connectToHostEncrypted(u"127.0.0.1"_s, fixture.port);
    QTRY_VERIFY(socket.isEncrypted());
    QCOMPARE(fixture.server->certificateEnd(), end);
    QCOMPARE(end, socket.peerCertificate().expiryDate());
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"

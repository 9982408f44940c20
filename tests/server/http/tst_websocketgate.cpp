// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpfixture.h"

#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

using namespace akwaba;
using namespace akwaba::http;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestWebSocketGate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAdmittedSocket_talks();
    void aHeadSentInPieces_isUpgradedAllTheSame();
    void aRefusedOne_getsTheAnswerOfTheRefusal();
    void anUnknownPath_isNoWebSocket();
    void aFrameOverTheLimit_closesTheSocket();
    void aMessageOverTheLimit_closesTheSocket();
    void aPeerThatNoLongerAnswers_isDropped();
    void aPeerThatAnswersPings_stays();
    void close_saysGoingAway();
};

namespace {

/// /push echoes, for those who know the word.
struct PushFixture : Fixture {
    PushFixture()
    {
        router.addUpgrade(u"/push"_s,
                          {.decide =
                               [](const Request &request) {
                                   const bool knows = request.headers.value("Authorization") == "Bearer sesame";
                                   return textResponse(knows ? 101 : 401);
                               },
                           .accepted =
                               [this](const Request &request, std::unique_ptr<QWebSocket> socket) {
                                   greeted = request.headers.value("Authorization");
                                   QWebSocket *raw = socket.get();
                                   QObject::connect(raw, &QWebSocket::textMessageReceived, raw,
                                                    [raw](const QString &text) { raw->sendTextMessage(text); });
                                   open.push_back(std::move(socket));
                               },
                           .subprotocols = {u"jmap"_s}});
    }
    [[nodiscard]] QNetworkRequest request(const QByteArray &word = "Bearer sesame") const
    {
        QNetworkRequest request(QUrl(u"ws://127.0.0.1:%1/push"_s.arg(port)));
        request.setRawHeader("Authorization", word);
        return request;
    }

    QByteArray greeted;
    std::vector<std::unique_ptr<QWebSocket>> open;
};

constexpr char handshake[] =
    "GET /push HTTP/1.1\r\nHost: h\r\nConnection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

} // namespace

void TestWebSocketGate::anAdmittedSocket_talks()
{
    PushFixture fixture;
    QVERIFY(fixture.start());
    QWebSocket socket;
    QSignalSpy answers(&socket, &QWebSocket::textMessageReceived);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({u"jmap"_s});
    socket.open(fixture.request(), options);
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(socket.subprotocol(), u"jmap"_s);
    QTRY_COMPARE(fixture.open.size(), 1U);
    QCOMPARE(fixture.greeted, QByteArray("Bearer sesame"));
    QCOMPARE(fixture.server->connectionCount(), 0U);
    const QString large(200'000, u'é'); // more than the buffers on the way
    socket.sendTextMessage(large);
    QTRY_COMPARE(answers.count(), 1);
    QCOMPARE(answers.first().first().toString(), large);
}

void TestWebSocketGate::aHeadSentInPieces_isUpgradedAllTheSame()
{
    PushFixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    const QByteArray bytes = QByteArray(handshake) + "Authorization: Bearer sesame\r\n\r\n";
    for (const char byte : bytes) {
        client.send(QByteArray(1, byte));
        QTest::qWait(0);
    }
    QTRY_VERIFY(client.received.contains("\r\n\r\n"));
    QVERIFY(client.received.startsWith("HTTP/1.1 101"));
    QVERIFY(client.received.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")); // RFC 6455 1.3
    QTRY_COMPARE(fixture.open.size(), 1U);
}

void TestWebSocketGate::aRefusedOne_getsTheAnswerOfTheRefusal()
{
    PushFixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send(QByteArray(handshake) + "Authorization: Bearer guess\r\n\r\n");
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.answers().value(0).status, 401);
    QVERIFY(fixture.open.empty());
}

void TestWebSocketGate::anUnknownPath_isNoWebSocket()
{
    PushFixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send(QByteArray(handshake).replace("/push", "/elsewhere") + "\r\n");
    QTRY_COMPARE(client.answers().value(0).status, 404);
}

void TestWebSocketGate::aFrameOverTheLimit_closesTheSocket()
{
    PushFixture fixture;
    fixture.limits.webSocketFrame = 1000;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send(QByteArray(handshake) + "Authorization: Bearer sesame\r\n\r\n");
    QTRY_COMPARE(fixture.open.size(), 1U);
    client.send(QByteArray::fromHex("81ff0000000040000000") + "mask"); // announces a gigabyte
    QTRY_COMPARE(fixture.open.front()->closeCode(), QWebSocketProtocol::CloseCodeTooMuchData);
    QTRY_VERIFY(client.isClosed());
}

void TestWebSocketGate::aMessageOverTheLimit_closesTheSocket()
{
    PushFixture fixture;
    fixture.limits.webSocketFrame = 1000;
    fixture.limits.webSocketMessage = 3000;
    QVERIFY(fixture.start());
    QWebSocket socket;
    socket.setOutgoingFrameSize(900);
    socket.open(fixture.request());
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    socket.sendTextMessage(QString(4000, u'a'));
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(socket.closeCode(), QWebSocketProtocol::CloseCodeTooMuchData);
}

void TestWebSocketGate::aPeerThatNoLongerAnswers_isDropped()
{
    PushFixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port); // speaks no WebSocket: never answers a ping
    client.send(QByteArray(handshake) + "Authorization: Bearer sesame\r\n\r\n");
    QTRY_COMPARE(fixture.open.size(), 1U);
    QTRY_VERIFY(client.received.endsWith("\r\n\r\n")); // the whole answer to the handshake
    client.received.clear();
    fixture.clock.advance(25s);
    QTRY_COMPARE(client.received, QByteArray::fromHex("8900"));
    fixture.clock.advance(35s);
    QTRY_VERIFY(client.isClosed());
}

void TestWebSocketGate::aPeerThatAnswersPings_stays()
{
    PushFixture fixture;
    QVERIFY(fixture.start());
    QWebSocket socket;
    socket.open(fixture.request());
    QTRY_COMPARE(fixture.open.size(), 1U);
    QSignalSpy pongs(fixture.open.front().get(), &QWebSocket::pong);
    for (int ping = 1; ping <= 5; ++ping) {
        fixture.clock.advance(25s);
        QTRY_COMPARE(pongs.count(), ping);
    }
    QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
}

void TestWebSocketGate::close_saysGoingAway()
{
    PushFixture fixture;
    QVERIFY(fixture.start());
    QSignalSpy drained(fixture.server.get(), &Server::drained);
    QWebSocket socket;
    socket.open(fixture.request());
    QTRY_COMPARE(fixture.open.size(), 1U);
    fixture.server->close();
    QTRY_COMPARE(drained.count(), 1);
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(socket.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
}

QTEST_GUILESS_MAIN(TestWebSocketGate)
#include "tst_websocketgate.moc"

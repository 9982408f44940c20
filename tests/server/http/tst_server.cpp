// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/gzip.h"
#include "httpfixture.h"

#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

using namespace akwaba;
using namespace akwaba::http;

class TestServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequest_isAnsweredWhereverItIsCut();
    void pipelinedRequests_areAnsweredInOrder();
    void aPipelinedRequest_waitsForTheOneBeforeIt();
    void manyPipelinedRequests_areAllAnswered();
    void aLargeBody_arrivesWhole();
    void aChunkedBody_arrivesWhole();
    void aPackedBody_isUnpacked();
    void aPackedBody_doesNotOvertakeTheRequestBeforeIt();
    void aBomb_isRefusedAndTheConnectionLives();
    void aLargeAnswer_isPackedAside();
    void aTooLargeBody_isRefusedWithoutBeingRead();
    void aRouteMayTakeLess_data();
    void aRouteMayTakeLess();
    void anUpgradeWithABody_isNone();
    void head_hasTheLengthButNotTheBody();
    void expectContinue_isAnsweredBeforeTheBody();
    void malformedInput_getsOne400AndTheDoor();
    void aRefusal_reachesAClientThatStillSends();
    void http10_closesUnlessAskedToStay();
    void anAnswerAfterTheClientLeft_doesNothing();
    void aDroppedResponder_answers500AndTheConnectionLives();
    void close_finishesWhatIsInFlight();
    void close_withoutAnybodyDrainsAtOnce();
};

namespace {

QByteArray get(const QByteArray &path) { return "GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n"; }

QByteArray post(const QByteArray &body, const QByteArray &fields = {})
{
    return "POST /echo HTTP/1.1\r\nHost: h\r\n" + fields + "Content-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

QByteArrayList bodiesOf(const Client &client)
{
    QByteArrayList bodies;
    for (const Answer &answer : client.answers())
        bodies.append(answer.body);
    return bodies;
}

} // namespace

void TestServer::aRequest_isAnsweredWhereverItIsCut()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    QTRY_COMPARE(client.socket.state(), QAbstractSocket::ConnectedState);
    const QByteArray bytes = post("some body");
    for (qsizetype cut = 1; cut < bytes.size(); ++cut) {
        client.received.clear();
        client.send(bytes.first(cut));
        QTest::qWait(0); // lets the server see the first piece alone
        client.send(bytes.mid(cut));
        QVERIFY(QTest::qWaitFor([&client] { return bodiesOf(client) == QByteArrayList{"some body"}; }));
    }
    QCOMPARE(fixture.server->connectionCount(), 1U);
}

void TestServer::pipelinedRequests_areAnsweredInOrder()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send(get("/hello/1") + post("2") + get("/nothing") + post("4") + "\r\n" + get("/hello/5"));
    QTRY_COMPARE(bodiesOf(client), (QByteArrayList{"hello 1", "2", "Not Found\n", "4", "hello 5"}));
}

void TestServer::aPipelinedRequest_waitsForTheOneBeforeIt()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send(get("/later") + get("/hello/2"));
    QTRY_COMPARE(fixture.waiting.size(), 1U);
    QVERIFY(client.received.isEmpty());
    fixture.waiting.front().answer(textResponse(200, "first"));
    QTRY_COMPARE(bodiesOf(client), (QByteArrayList{"first", "hello 2"}));
}

void TestServer::manyPipelinedRequests_areAllAnswered()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send(get("/hello/x").repeated(5'000)); // would overflow the stack if each answer called the next
    QTRY_COMPARE(client.answers().size(), 5'000);
}

void TestServer::aLargeBody_arrivesWhole()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    const QByteArray body = QByteArray("0123456789").repeated(900'000);
    client.send(post(body));
    QTRY_COMPARE(client.answers().size(), 1);
    QVERIFY(client.answers().first().body == body);
}

void TestServer::aChunkedBody_arrivesWhole()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n"
                + get("/hello/2"));
    QTRY_COMPARE(bodiesOf(client), (QByteArrayList{"hello world", "hello 2"}));
}

void TestServer::aPackedBody_isUnpacked()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    const QByteArray body(4000, 'a');
    client.send(post(gzip(body), "Content-Encoding: gzip\r\nAccept-Encoding: gzip\r\n"));
    QTRY_COMPARE(client.answers().size(), 1);
    const Answer answer = client.answers().first();
    QCOMPARE(answer.headers.value("Content-Encoding"), QByteArray("gzip"));
    QCOMPARE(answer.headers.value("Vary"), QByteArray("Accept-Encoding"));
    QCOMPARE(gunzip(answer.body, 5000).value_or(QByteArray()), body);
}

void TestServer::aPackedBody_doesNotOvertakeTheRequestBeforeIt()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send(post(gzip("1"), "Content-Encoding: gzip\r\n") + post("2")
                + post(gzip("3"), "Content-Encoding: gzip\r\n") + get("/hello/4"));
    QTRY_COMPARE(bodiesOf(client), (QByteArrayList{"1", "2", "3", "hello 4"}));
}

void TestServer::aBomb_isRefusedAndTheConnectionLives()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    const QByteArray bomb = gzip(QByteArray(20'000'000, '0'));
    QVERIFY(bomb.size() < 50'000);
    client.send(post(bomb, "Content-Encoding: gzip\r\n") + post("x", "Content-Encoding: br\r\n") + get("/hello/1"));
    QTRY_COMPARE(client.answers().size(), 3);
    QCOMPARE(client.answers().at(0).status, 413);
    QCOMPARE(client.answers().at(1).status, 415);
    QCOMPARE(client.answers().at(2).body, QByteArray("hello 1"));
}

void TestServer::aLargeAnswer_isPackedAside()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    const QByteArray body = QByteArray("Bonjour, ").repeated(100'000);
    client.send(post(body, "Accept-Encoding: gzip\r\n") + get("/hello/2"));
    QTRY_COMPARE(client.answers().size(), 2);
    QCOMPARE(gunzip(client.answers().first().body, body.size()).value_or(QByteArray()), body);
    QCOMPARE(client.answers().last().body, QByteArray("hello 2"));
}

void TestServer::aRouteMayTakeLess_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray chunked = "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("enough") << post(QByteArray(1000, 'a')) << 200;
    QTest::newRow("too much") << post(QByteArray(1001, 'a')) << 413;
    QTest::newRow("too much once unpacked") << post(gzip(QByteArray(1001, 'a')), "Content-Encoding: gzip\r\n") << 413;
    QTest::newRow("enough in pieces") << QByteArray(chunked + "3e8\r\n" + QByteArray(1000, 'a') + "\r\n0\r\n\r\n")
                                      << 200;
    QTest::newRow("too much in pieces") << QByteArray(chunked + "3e8\r\n" + QByteArray(1000, 'a')
                                                      + "\r\n1\r\nb\r\n0\r\n\r\n")
                                        << 413;
}

void TestServer::aRouteMayTakeLess()
{
    QFETCH(const QByteArray, request);
    Fixture fixture;
    fixture.router.limitBody(QStringLiteral("/echo"), 1000);
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send(request);
    QTRY_COMPARE(client.answers().size(), 1);
    QTEST(client.answers().first().status, "status");
}

void TestServer::anUpgradeWithABody_isNone()
{
    Fixture fixture;
    fixture.router.addUpgrade(QStringLiteral("/push"),
                              {.decide = [](const Request &) { return textResponse(101); },
                               .accepted = [](const Request &, const std::unique_ptr<QWebSocket> &) {}});
    QVERIFY(fixture.start());
    Client client(fixture.port);
    // Its body would be read as the first frames.
    client.send("GET /push HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nContent-Length: 4\r\n"
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\nbody");
    QTRY_COMPARE(client.answers().size(), 1);
    QCOMPARE(client.answers().first().status, 426);
}

void TestServer::aTooLargeBody_isRefusedWithoutBeingRead()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 2000000000\r\n\r\nfirst bytes");
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.answers().size(), 1);
    QCOMPARE(client.answers().first().status, 413);
    QCOMPARE(client.answers().first().headers.value("Connection"), QByteArray("close"));
}

void TestServer::head_hasTheLengthButNotTheBody()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send("HEAD /hello/1 HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(client.answers(true).size(), 1);
    QCOMPARE(client.answers(true).first().headers.value("Content-Length"), QByteArray("7"));
    QVERIFY(client.received.endsWith("\r\n\r\n"));
    client.received.clear();
    client.send(get("/hello/2"));
    QTRY_COMPARE(bodiesOf(client), QByteArrayList{"hello 2"});
}

void TestServer::expectContinue_isAnsweredBeforeTheBody()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send("POST /echo HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
    QTRY_COMPARE(client.received, QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    client.received.clear();
    client.send("body");
    QTRY_COMPARE(bodiesOf(client), QByteArrayList{"body"});
}

void TestServer::malformedInput_getsOne400AndTheDoor()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send("GET / HTTP/1.1\nHost: h\n\n" + get("/hello/smuggled"));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.answers().size(), 1);
    QCOMPARE(client.answers().first().status, 400);
}

void TestServer::aRefusal_reachesAClientThatStillSends()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 20000000\r\n\r\n" + QByteArray(1'000'000, 'a'));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.answers().size(), 1);
    QCOMPARE(client.answers().first().status, 413);
}

void TestServer::http10_closesUnlessAskedToStay()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client leaves(fixture.port);
    leaves.send("GET /hello/1 HTTP/1.0\r\n\r\n");
    QTRY_VERIFY(leaves.isClosed());
    QCOMPARE(bodiesOf(leaves), QByteArrayList{"hello 1"});
    Client stays(fixture.port);
    stays.send("GET /hello/1 HTTP/1.1\r\nHost: h\r\nConnection: keep-alive\r\n\r\n");
    QTRY_COMPARE(bodiesOf(stays), QByteArrayList{"hello 1"});
    QVERIFY(!stays.isClosed());
}

void TestServer::anAnswerAfterTheClientLeft_doesNothing()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    {
        Client client(fixture.port);
        client.send(get("/later"));
        QTRY_COMPARE(fixture.waiting.size(), 1U);
    }
    QTRY_COMPARE(fixture.server->connectionCount(), 0U);
    fixture.waiting.front().answer(textResponse(200));
    Client next(fixture.port);
    next.send(get("/hello/2"));
    QTRY_COMPARE(bodiesOf(next), QByteArrayList{"hello 2"});
}

void TestServer::aDroppedResponder_answers500AndTheConnectionLives()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send(get("/later") + get("/hello/2"));
    QTRY_COMPARE(fixture.waiting.size(), 1U);
    fixture.waiting.clear();
    QTRY_COMPARE(bodiesOf(client), (QByteArrayList{"Internal Server Error\n", "hello 2"}));
}

void TestServer::close_finishesWhatIsInFlight()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    QSignalSpy drained(fixture.server.get(), &Server::drained);
    Client idle(fixture.port);
    Client waits(fixture.port);
    Client sends(fixture.port);
    idle.send(get("/hello/1"));
    waits.send(get("/later") + get("/hello/never"));
    sends.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbo");
    QTRY_COMPARE(bodiesOf(idle), QByteArrayList{"hello 1"});
    QTRY_COMPARE(fixture.waiting.size(), 1U);
    QTRY_COMPARE(fixture.server->connectionCount(), 3U);
    QTest::qWait(0);

    fixture.server->close();
    QTRY_VERIFY(idle.isClosed());
    Client late(fixture.port);
    QTRY_COMPARE(late.socket.error(), QAbstractSocket::ConnectionRefusedError);
    QCOMPARE(drained.count(), 0);
    sends.send("dy");
    fixture.waiting.front().answer(textResponse(200, "done"));
    QTRY_COMPARE(drained.count(), 1);
    QTRY_VERIFY(waits.isClosed() && sends.isClosed());
    QCOMPARE(bodiesOf(sends), QByteArrayList{"body"});
    QCOMPARE(bodiesOf(waits), QByteArrayList{"done"});
    QCOMPARE(waits.answers().first().headers.value("Connection"), QByteArray("close"));
}

void TestServer::close_withoutAnybodyDrainsAtOnce()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    QSignalSpy drained(fixture.server.get(), &Server::drained);
    fixture.server->close();
    QTRY_COMPARE(drained.count(), 1);
}

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"

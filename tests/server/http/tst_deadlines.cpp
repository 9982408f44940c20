// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpfixture.h"

#include <QSignalSpy>
#include <QTest>

#include <unistd.h>

using namespace akwaba;
using namespace akwaba::http;
using namespace std::chrono_literals;

/// Time is the fixture's clock; the sweep that looks at it runs every 5 ms.
class TestDeadlines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDrippingHead_isCutOffAtItsTotalDeadline();
    void aMuteConnection_isClosed();
    void anIdleConnection_livesLongerThanAHead();
    void aSlowBody_isCutOff();
    void aSteadyBody_mayTakeItsTime();
    void aStalledBody_isCutOffHoweverFastItBegan();
    void aClientThatDoesNotRead_isDropped();
    void theOldestStranger_isDroppedForANewOne();
    void whoHasLoggedIn_isNoStranger();
    void aShutdown_doesNotWaitForEver();
    void hundredsOfHangingClients_doNotKeepOthersOut();
    void strangersBodies_areHeldUpToALimit();
    void withoutFreeDescriptors_theDoorOpensAgain();

private:
    static constexpr char postHead[] = "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 1000000\r\n\r\n";
};

namespace {

int statusOf(const Client &client) { return client.answers().value(0).status; }

/// Lets a step of the clock be seen: whatever is due now was done when the next request has been answered.
void letTheServerSee(const Fixture &fixture)
{
    QTest::qWait(0);
    fixture.server->checkDeadlines();
    QTest::qWait(0);
}

} // namespace

void TestDeadlines::aDrippingHead_isCutOffAtItsTotalDeadline()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send("GET /hello/1 HTTP/1.1\r\nX: ");
    QTRY_COMPARE(fixture.server->connectionCount(), 1U);
    for (int second = 1; second < 10; ++second) {
        fixture.clock.advance(1s);
        client.send("a"); // an idle timer would start again
        letTheServerSee(fixture);
        QCOMPARE(fixture.server->connectionCount(), 1U);
        QVERIFY(client.received.isEmpty());
    }
    fixture.clock.advance(1s);
    QTRY_COMPARE(statusOf(client), 408);
    QTRY_VERIFY(client.isClosed());
}

void TestDeadlines::aMuteConnection_isClosed()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    QTRY_COMPARE(fixture.server->connectionCount(), 1U);
    fixture.clock.advance(10s);
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received.isEmpty());
    QTRY_COMPARE(fixture.server->connectionCount(), 0U);
}

void TestDeadlines::anIdleConnection_livesLongerThanAHead()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send("GET /hello/1 HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(statusOf(client), 200);
    fixture.clock.advance(74s);
    letTheServerSee(fixture);
    client.send("GET /hello/2 HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(client.answers().size(), 2);
    fixture.clock.advance(75s);
    QTRY_VERIFY(client.isClosed());
}

void TestDeadlines::aSlowBody_isCutOff()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send(postHead);
    client.send(QByteArray(9'000, 'a'));
    QTRY_COMPARE(fixture.server->connectionCount(), 1U);
    letTheServerSee(fixture);
    fixture.clock.advance(10s);
    QTRY_COMPARE(statusOf(client), 408);
    QTRY_VERIFY(client.isClosed());
}

void TestDeadlines::aSteadyBody_mayTakeItsTime()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send(postHead);
    client.send(QByteArray(20'000, 'a')); // ahead by one piece, should the machine be slow
    for (int piece = 1; piece < 50; ++piece) {
        client.send(QByteArray(20'000, 'a'));
        QTRY_COMPARE(client.socket.bytesToWrite(), 0);
        letTheServerSee(fixture);
        fixture.clock.advance(10s);
        letTheServerSee(fixture);
    }
    QTRY_COMPARE(statusOf(client), 200);
    QCOMPARE(client.answers().first().body.size(), 1'000'000);
}

void TestDeadlines::aStalledBody_isCutOffHoweverFastItBegan()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send(postHead);
    client.send(QByteArray(900'000, 'a')); // on average fast enough for a quarter of an hour
    QTRY_COMPARE(client.socket.bytesToWrite(), 0);
    letTheServerSee(fixture);
    for (int window = 0; window < 6 && client.received.isEmpty(); ++window) {
        fixture.clock.advance(10s);
        letTheServerSee(fixture);
    }
    QTRY_COMPARE(statusOf(client), 408);
}

void TestDeadlines::aClientThatDoesNotRead_isDropped()
{
    Fixture fixture;
    fixture.router.add("GET", QStringLiteral("/large"), [](const Request &, Responder responder) {
        responder.answer(textResponse(200, QByteArray(50'000'000, 'a')));
    });
    QVERIFY(fixture.start());
    QTcpSocket socket;
    socket.setReadBufferSize(1024);
    socket.connectToHost(QHostAddress::LocalHost, fixture.port);
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    socket.write("GET /large HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_VERIFY(socket.bytesAvailable() > 0);
    letTheServerSee(fixture);
    fixture.clock.advance(10s); // the window in which the kernel's buffers were filled
    letTheServerSee(fixture);
    fixture.clock.advance(10s);
    QTRY_COMPARE(fixture.server->connectionCount(), 0U);
}

void TestDeadlines::theOldestStranger_isDroppedForANewOne()
{
    Fixture fixture;
    fixture.limits.strangers = 2;
    QVERIFY(fixture.start());
    Client first(fixture.port);
    QTRY_COMPARE(fixture.server->connectionCount(), 1U);
    Client second(fixture.port);
    QTRY_COMPARE(fixture.server->connectionCount(), 2U);
    Client third(fixture.port);
    third.send("GET /hello/3 HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(statusOf(third), 200);
    QTRY_VERIFY(first.isClosed());
    QVERIFY(!second.isClosed());
}

void TestDeadlines::whoHasLoggedIn_isNoStranger()
{
    Fixture fixture;
    fixture.limits.strangers = 1;
    QVERIFY(fixture.start());
    Client member(fixture.port);
    member.send("GET /member HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(statusOf(member), 200);
    Client stranger(fixture.port);
    QTRY_COMPARE(fixture.server->connectionCount(), 2U);
    Client another(fixture.port);
    QTRY_VERIFY(stranger.isClosed());
    member.send("GET /hello/again HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(member.answers().size(), 2);
}

void TestDeadlines::aShutdown_doesNotWaitForEver()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    QSignalSpy drained(fixture.server.get(), &Server::drained);
    Client client(fixture.port);
    client.send("GET /later HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(fixture.waiting.size(), 1U);
    fixture.server->close();
    fixture.clock.advance(9s);
    letTheServerSee(fixture);
    QCOMPARE(drained.count(), 0);
    fixture.clock.advance(1s);
    QTRY_COMPARE(drained.count(), 1);
    QTRY_VERIFY(client.isClosed());
}

void TestDeadlines::hundredsOfHangingClients_doNotKeepOthersOut()
{
    Fixture fixture;
    fixture.limits.strangers = 50;
    QVERIFY(fixture.start());
    std::vector<std::unique_ptr<Client>> hanging;
    for (int i = 0; i < 400; ++i) {
        hanging.push_back(std::make_unique<Client>(fixture.port));
        hanging.back()->send("G");
        QTest::qWait(0); // one thread plays both sides: let it accept
    }
    QTRY_COMPARE(fixture.server->connectionCount(), 50U);
    Client honest(fixture.port);
    honest.send("GET /hello/1 HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(statusOf(honest), 200);
    QVERIFY(fixture.server->connectionCount() <= 50U);
}

void TestDeadlines::strangersBodies_areHeldUpToALimit()
{
    Fixture fixture;
    fixture.limits.strangersBodies = 1'000'000;
    QVERIFY(fixture.start());
    std::vector<std::unique_ptr<Client>> hoarders;
    for (int i = 0; i < 4; ++i) {
        hoarders.push_back(std::make_unique<Client>(fixture.port));
        hoarders.back()->send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 900000\r\n\r\n"
                              + QByteArray(800'000, 'a'));
        QTRY_COMPARE(hoarders.back()->socket.bytesToWrite(), 0);
    }
    // Two of 800 kB are too many: the oldest goes, until the newest is left.
    for (int i = 0; i < 3; ++i)
        QTRY_VERIFY(hoarders.at(std::size_t(i))->isClosed());
    QCOMPARE(fixture.server->counters().dropped.at(std::size_t(Drop::Stranger)), 3U);
    Client honest(fixture.port);
    honest.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbody");
    QTRY_COMPARE(statusOf(honest), 200);
    hoarders.back()->send(QByteArray(100'000, 'a'));
    QTRY_COMPARE(statusOf(*hoarders.back()), 200);
}

void TestDeadlines::withoutFreeDescriptors_theDoorOpensAgain()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port); // the kernel has completed it; the server could not take it yet
    client.send("GET /hello/1 HTTP/1.1\r\nHost: h\r\n\r\n");
    std::vector<int> taken;
    for (int file = dup(0); file >= 0; file = dup(0))
        taken.push_back(file);
    QVERIFY(QTest::qWaitFor([&fixture] { return fixture.server->counters().refusedByKernel > 0; }));
    for (const int file : taken)
        close(file);
    QTRY_COMPARE(statusOf(client), 200);
}

QTEST_GUILESS_MAIN(TestDeadlines)
#include "tst_deadlines.moc"

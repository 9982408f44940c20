// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/stream.h"
#include "httpfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace akwaba;
using namespace akwaba::http;
using namespace std::chrono_literals;

/// Answers that go on.
class TestStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStream_goesOnUntilItsEnd();
    void aStream_isDecoratedAndCounted();
    void aClientThatDoesNotRead_isDropped();
    void aClientThatReads_mayTakeItsTime();
    void aClientThatLeft_isToldToWhoSends();
    void close_endsStreams();
};

namespace {

/// /events keeps the stream of its last caller.
struct StreamFixture : Fixture {
    StreamFixture()
    {
        router.add("GET", QStringLiteral("/events"), [this](const Request &, Responder responder) {
            Response response;
            response.headers.set("Content-Type", "text/event-stream");
            response.authenticated = true;
            stream = std::make_shared<Stream>();
            response.stream = stream;
            responder.answer(response);
        });
    }
    std::shared_ptr<Stream> stream;
};

const QByteArray request = "GET /events HTTP/1.1\r\nHost: h\r\n\r\n";

} // namespace

void TestStream::aStream_goesOnUntilItsEnd()
{
    StreamFixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send(request + request); // nothing is answered behind a stream
    QTRY_VERIFY(fixture.stream);
    fixture.stream->send("data: 1\n\n");
    QTRY_VERIFY(client.received.endsWith("\r\n\r\ndata: 1\n\n"));
    QVERIFY(!client.received.contains("Content-Length"));
    fixture.stream->send("data: 2\n\n");
    QTRY_VERIFY(client.received.endsWith("data: 1\n\ndata: 2\n\n"));
    fixture.stream->end();
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.received.count("HTTP/1.1 "), 1);
}

void TestStream::aStream_isDecoratedAndCounted()
{
    StreamFixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send(request);
    QTRY_COMPARE(client.answers().size(), 1);
    QCOMPARE(client.answers().first().headers.value("X-Content-Type-Options"), QByteArray("nosniff"));
    QCOMPARE(fixture.server->counters().answers.at({QStringLiteral("/events"), "GET", 200}), 1U);
    QCOMPARE(fixture.server->strangerCount(), 0U);
}

void TestStream::aClientThatDoesNotRead_isDropped()
{
    StreamFixture fixture;
    QVERIFY(fixture.start());
    QTcpSocket socket;
    socket.setReadBufferSize(1024);
    socket.connectToHost(QHostAddress::LocalHost, fixture.port);
    socket.write(request);
    QTRY_VERIFY(fixture.stream);
    QSignalSpy closed(fixture.stream.get(), &Stream::closed);
    const QByteArray event(64 * 1024, 'a');
    for (int i = 0; i < 1000 && closed.isEmpty(); ++i) { // more than the kernel keeps for him
        fixture.stream->send(event);
        QTest::qWait(0);
    }
    QCOMPARE(closed.count(), 1);
    QTRY_COMPARE(fixture.server->connectionCount(), 0U);
    QCOMPARE(fixture.server->counters().dropped.at(std::size_t(Drop::SlowReader)), 1U);
}

void TestStream::aClientThatReads_mayTakeItsTime()
{
    StreamFixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send(request);
    QTRY_VERIFY(fixture.stream);
    for (int hour = 0; hour < 24; ++hour) {
        fixture.clock.advance(1h);
        fixture.server->checkDeadlines();
    }
    fixture.stream->send("data: still here\n\n");
    QTRY_VERIFY(client.received.endsWith("still here\n\n"));
}

void TestStream::aClientThatLeft_isToldToWhoSends()
{
    StreamFixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    client.send(request);
    QTRY_VERIFY(fixture.stream);
    QSignalSpy closed(fixture.stream.get(), &Stream::closed);
    client.socket.abort();
    QTRY_COMPARE(closed.count(), 1);
    fixture.stream->send("to nobody");
}

void TestStream::close_endsStreams()
{
    StreamFixture fixture;
    QVERIFY(fixture.start());
    QSignalSpy drained(fixture.server.get(), &Server::drained);
    Client client(fixture.port);
    client.send(request);
    QTRY_VERIFY(fixture.stream);
    fixture.server->close();
    QTRY_COMPARE(drained.count(), 1);
    QTRY_VERIFY(client.isClosed());
}

QTEST_GUILESS_MAIN(TestStream)
#include "tst_stream.moc"

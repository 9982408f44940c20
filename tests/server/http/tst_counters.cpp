// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/accesslog.h"
#include "app/server/http/figures.h"
#include "httpfixture.h"

#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>

using namespace akwaba;
using namespace akwaba::http;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What a server tells of its work: figures and a log, and what they must not tell.
class TestCounters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAnswer_isKnownByItsPattern();
    void whatIsNoneOfOurs_isADash();
    void anAuthenticatedAnswer_namesItsDevice();
    void aWebSocket_isAnAnswerToo();
    void timesFallIntoTheirBuckets();
    void drops_areCountedByReason();
    void figures_areInTheFormatOfPrometheus();
    void aLabel_cannotEndItsLine();
    void theLog_holdsNothingOfPathsAndAddresses();
    void theLog_beginsANewFileAfterOneWasMovedAway();
    void aLogThatCannotBeOpened_leavesTheOldOne();
};

namespace {

struct LoggedFixture : Fixture {
    [[nodiscard]] bool startLogged()
    {
        if (!start()) return false;
        server->onAnswered([this](const Exchange &exchange) { exchanges.append(exchange); });
        return true;
    }
    QList<Exchange> exchanges;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestCounters::anAnswer_isKnownByItsPattern()
{
    LoggedFixture fixture;
    QVERIFY(fixture.startLogged());
    Client client(fixture.port);
    client.send("GET /later HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(fixture.waiting.size(), 1U);
    fixture.clock.advance(30ms);
    fixture.waiting.front().answer(textResponse(200, "done"));
    client.send("GET /hello/awa@shop.ci?token=s3cret HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(client.answers().size(), 2);
    QCOMPARE(fixture.exchanges.size(), 2);
    QCOMPARE(fixture.exchanges.at(0).route, u"/later"_s);
    QCOMPARE(fixture.exchanges.at(0).took, 30ms);
    const Exchange second = fixture.exchanges.at(1);
    QCOMPARE(second.route, u"/hello/{name}"_s);
    QCOMPARE(second.method, QByteArray("GET"));
    QCOMPARE(second.status, 200);
    QCOMPARE(second.took, 0ms);
    QCOMPARE(fixture.exchanges.at(0).bytes + second.bytes, client.received.size());
    const Counters &counters = fixture.server->counters();
    QCOMPARE(counters.answers.at({u"/hello/{name}"_s, "GET", 200}), 1U);
    QCOMPARE(counters.bytesSent, quint64(client.received.size()));
    QCOMPARE(counters.accepted, 1U);
}

void TestCounters::whatIsNoneOfOurs_isADash()
{
    LoggedFixture fixture;
    QVERIFY(fixture.startLogged());
    Client client(fixture.port);
    client.send("GET /someone@shop.ci HTTP/1.1\r\nHost: h\r\n\r\nAWA /later HTTP/1.1\r\nHost: "
                "h\r\n\r\nnonsense\r\n\r\n");
    QTRY_COMPARE(client.answers().size(), 3);
    QCOMPARE(fixture.exchanges.at(0).route, u"-"_s);
    QCOMPARE(fixture.exchanges.at(0).method, QByteArray("GET"));
    QCOMPARE(fixture.exchanges.at(1).method, QByteArray("-"));
    QCOMPARE(fixture.exchanges.at(2).method, QByteArray("-"));
    QCOMPARE(fixture.exchanges.at(2).status, 400);
}

void TestCounters::anAuthenticatedAnswer_namesItsDevice()
{
    LoggedFixture fixture;
    fixture.router.add("GET", u"/device"_s, [](const Request &, Responder responder) {
        Response response = textResponse(200);
        response.authenticated = true;
        response.principal = "d01j";
        responder.answer(response);
    });
    QVERIFY(fixture.startLogged());
    Client client(fixture.port);
    client.send("GET /device HTTP/1.1\r\nHost: h\r\n\r\nGET /hello/1 HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(fixture.exchanges.size(), 2);
    QCOMPARE(fixture.exchanges.at(0).principal, QByteArray("d01j"));
    QCOMPARE(fixture.exchanges.at(1).principal, QByteArray());
}

void TestCounters::aWebSocket_isAnAnswerToo()
{
    LoggedFixture fixture;
    std::vector<std::unique_ptr<QWebSocket>> open;
    fixture.router.addUpgrade(
        u"/push/{name}"_s,
        {.decide =
             [](const Request &) {
                 Response welcome = textResponse(101);
                 welcome.principal = "d01j";
                 return welcome;
             },
         .accepted = [&open](const Request &,
                             std::unique_ptr<QWebSocket> socket) { open.push_back(std::move(socket)); }});
    QVERIFY(fixture.startLogged());
    Client client(fixture.port);
    client.send("GET /push/awa HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    QTRY_COMPARE(fixture.server->webSocketCount(), 1U);
    QCOMPARE(fixture.exchanges.size(), 1);
    QCOMPARE(fixture.exchanges.first().route, u"/push/{name}"_s);
    QCOMPARE(fixture.exchanges.first().status, 101);
    QCOMPARE(fixture.exchanges.first().principal, QByteArray("d01j"));
    QCOMPARE(fixture.server->connectionCount(), 0U);
}

void TestCounters::timesFallIntoTheirBuckets()
{
    Counters counters;
    for (const auto took : {0ms, 1ms, 2ms, 100ms, 20'000ms})
        counters.add({.route = u"/r"_s, .status = 200, .took = took});
    const Latency &times = counters.latency.at(u"/r"_s);
    QCOMPARE(times.count.at(0), 2U); // up to 1 ms
    QCOMPARE(times.count.at(1), 1U); // up to 5 ms
    QCOMPARE(times.count.at(3), 1U); // up to 100 ms
    QCOMPARE(times.count.back(), 1U);
    QCOMPARE(times.sum, 20'103ms);
}

void TestCounters::drops_areCountedByReason()
{
    LoggedFixture fixture;
    fixture.limits.strangers = 1;
    QVERIFY(fixture.startLogged());
    const auto dropped = [&fixture](Drop why) { return fixture.server->counters().dropped.at(std::size_t(why)); };
    Client first(fixture.port);
    QTRY_COMPARE(fixture.server->strangerCount(), 1U);
    Client second(fixture.port);
    QTRY_VERIFY(first.isClosed());
    QCOMPARE(dropped(Drop::Stranger), 1U);
    second.send("G");
    QTRY_COMPARE(fixture.server->connectionCount(), 1U);
    QTest::qWait(0);
    fixture.clock.advance(10s);
    QTRY_VERIFY(second.isClosed());
    QCOMPARE(dropped(Drop::SlowHead), 1U);
    Client third(fixture.port);
    third.send("bad\r\n\r\n");
    QTRY_VERIFY(third.isClosed());
    QCOMPARE(dropped(Drop::Malformed), 1U);
    Client fourth(fixture.port);
    fourth.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\na");
    QTRY_COMPARE(fixture.server->connectionCount(), 1U);
    QTest::qWait(0);
    fixture.clock.advance(10s);
    QTRY_VERIFY(fourth.isClosed());
    QCOMPARE(dropped(Drop::SlowBody), 1U);
}

void TestCounters::figures_areInTheFormatOfPrometheus()
{
    LoggedFixture fixture;
    QVERIFY(fixture.startLogged());
    Client client(fixture.port);
    client.send("GET /hello/1 HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(client.answers().size(), 1);
    Figures figures;
    addFigures(figures, *fixture.server);
    const QByteArray text = figures.text();
    QVERIFY(text.contains("# TYPE akwaba_http_answers_total counter\n"
                          "akwaba_http_answers_total{route=\"/hello/{name}\",method=\"GET\",status=\"200\"} 1\n"));
    QVERIFY(text.contains("akwaba_http_answer_seconds_bucket{route=\"/hello/{name}\",le=\"0.001\"} 1\n"));
    QVERIFY(text.contains("akwaba_http_answer_seconds_bucket{route=\"/hello/{name}\",le=\"+Inf\"} 1\n"));
    QVERIFY(text.contains("akwaba_http_answer_seconds_count{route=\"/hello/{name}\"} 1\n"));
    QVERIFY(text.contains("akwaba_http_dropped_total{reason=\"shutdown\"} 0\n"));
    QVERIFY(text.contains("akwaba_http_connections 1\n"));
    QVERIFY(text.contains("akwaba_http_strangers 1\n"));
}

void TestCounters::aLabel_cannotEndItsLine()
{
    Figures figures;
    figures.value("x", {{"label", "a\"b\\c\nd"}}, 0.5);
    QCOMPARE(figures.text(), QByteArray("x{label=\"a\\\"b\\\\c\\nd\"} 0.5\n"));
}

void TestCounters::theLog_holdsNothingOfPathsAndAddresses()
{
    QTemporaryDir dir;
    LoggedFixture fixture;
    AccessLog log(fixture.clock);
    QVERIFY(log.open(dir.filePath(u"access.log"_s)));
    QVERIFY(fixture.start());
    fixture.server->onAnswered([&log](const Exchange &exchange) { log.write(exchange); });
    Client client(fixture.port);
    client.send("GET /hello/awa@shop.ci?q=secret HTTP/1.1\r\nHost: h\r\nReferer: http://e.ci/\r\n\r\n");
    QTRY_COMPARE(client.answers().size(), 1);
    const QByteArray size = QByteArray::number(client.received.size());
    QCOMPARE(contentOf(dir.filePath(u"access.log"_s)),
             QByteArray("2026-11-22T07:00:00.000Z GET /hello/{name} 200 " + size + " 0 -\n"));
}

void TestCounters::theLog_beginsANewFileAfterOneWasMovedAway()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"access.log"_s);
    const ManualClock clock(QDateTime({2026, 11, 22}, {7, 0}, Qt::UTC));
    AccessLog log(clock);
    QVERIFY(log.open(path));
    log.write({.status = 200});
    QVERIFY(QFile::rename(path, path + u".1"_s));
    QVERIFY(log.open(path));
    log.write({.status = 404});
    QVERIFY(contentOf(path + u".1"_s).contains(" 200 "));
    QVERIFY(!contentOf(path).contains(" 200 "));
    QVERIFY(contentOf(path).contains(" 404 "));
}

void TestCounters::aLogThatCannotBeOpened_leavesTheOldOne()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"access.log"_s);
    const ManualClock clock(QDateTime({2026, 11, 22}, {7, 0}, Qt::UTC));
    AccessLog log(clock);
    QVERIFY(log.open(path));
    QCOMPARE(log.open(dir.filePath(u"no/access.log"_s)).error().code, Code::Io);
    log.write({.status = 200});
    QVERIFY(contentOf(path).contains(" 200 "));
}

QTEST_GUILESS_MAIN(TestCounters)
#include "tst_counters.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a request costs the real server, with the corpus "hundred", on the embedded SQLite and on a PostgreSQL of its
// own; then intents from several devices, and a change that 500 devices are told of. bench_server [sqlite|postgresql]
// [devices] [seconds] [intents: nothing else]
#include "tests/bench/intentload.h"
#include "tests/bench/report.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>

using namespace akwaba;
using namespace akwaba::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;
constexpr int pushDevices = 500;
constexpr int opensTogether = 50;
constexpr int pauseMs = 200; // hints are gathered for a while: measured is one that comes after such a pause

/// One connection that stays, one request after the other, as a client that waits for each answer.
class Line {
public:
    Line(const QUrl &url, const QByteArray &token) : m_token(token)
    {
        m_socket.connectToHost(url.host(), quint16(url.port()));
        if (!m_socket.waitForConnected(patienceMs)) giveUp({Code::Unreachable, m_socket.errorString()});
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }

    QJsonArray call(const QString &method, QJsonObject arguments)
    {
        arguments.insert(u"accountId"_s, u"company"_s);
        const QJsonObject request{{u"using"_s, QJsonArray{u"urn:ietf:params:jmap:core"_s}},
                                  {u"methodCalls"_s, QJsonArray{QJsonArray{method, arguments, u"0"_s}}}};
        const QByteArray body = QJsonDocument(request).toJson(QJsonDocument::Compact);
        m_socket.write(
            "POST /jmap/api HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nAuthorization: Bearer "
            + m_token + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        const QJsonObject answer = QJsonDocument::fromJson(read()).object();
        const QJsonArray response = answer.value(u"methodResponses"_s).toArray().at(0).toArray();
        if (response.at(0).toString() != method) giveUp({Code::Protocol, method});
        return response;
    }

private:
    QByteArray read()
    {
        qsizetype end = -1;
        while ((end = m_read.indexOf("\r\n\r\n")) < 0)
            more();
        const qsizetype from = m_read.toLower().indexOf("content-length:") + 15;
        const qsizetype size = m_read.mid(from, m_read.indexOf('\r', from) - from).trimmed().toLongLong();
        while (m_read.size() < end + 4 + size)
            more();
        const QByteArray body = m_read.mid(end + 4, size);
        m_read.clear();
        return body;
    }

    void more()
    {
        if (!m_socket.waitForReadyRead(patienceMs)) giveUp({Code::Unreachable, u"no answer"_s});
        m_read += m_socket.readAll();
    }

    QTcpSocket m_socket;
    const QByteArray m_token;
    QByteArray m_read;
};

Figure figure(const QString &name, Backend backend, const QString &goal, const QJsonObject &more = {})
{
    return {u"server.%1, %2"_s.arg(name, nameOf(backend)), u"ms"_s, goal, more};
}

void measureReading(const HundredServer &server, Backend backend)
{
    Line line(server.address().url, server.tokens().constFirst());
    const QJsonObject newest{
        {u"filter"_s, QJsonObject{{u"status"_s, u"open"_s}}},
        {u"sort"_s, QJsonArray{QJsonObject{{u"property"_s, u"receivedAt"_s}, {u"isAscending"_s, false}}}},
        {u"limit"_s, 100}};
    const QJsonArray ids = line.call(u"Ticket/query"_s, newest).at(1).toObject().value(u"ids"_s).toArray();
    const QJsonArray tags = line.call(u"Ticket/get"_s, {{u"ids"_s, ids}}).at(1).toObject().value(u"list"_s).toArray();
    const QString state =
        line.call(u"Ticket/get"_s, {{u"ids"_s, QJsonArray()}}).at(1).toObject().value(u"state"_s).toString();
    measure(figure(u"/changes with nothing new"_s, backend, u"p50 <= 0.5 ms; Cyrus 1.5 ms"_s), 2000,
            [&](int) { (void)line.call(u"Ticket/changes"_s, {{u"sinceState"_s, state}}); });
    measure(figure(u"/get of 100 tickets"_s, backend, u"p50 <= 3 ms for small objects; Cyrus 12 to 17 ms"_s,
                   {{u"objects"_s, tags.size()}}),
            500, [&](int) { (void)line.call(u"Ticket/get"_s, {{u"ids"_s, ids}}); });
    const QJsonArray few{u"id"_s, u"number"_s, u"subject"_s, u"status"_s, u"receivedAt"_s};
    measure(figure(u"/get of 100 tickets, 5 properties"_s, backend, u"p50 <= 3 ms for small objects"_s), 500,
            [&](int) { (void)line.call(u"Ticket/get"_s, {{u"ids"_s, ids}, {u"properties"_s, few}}); });
    QJsonObject fifty = newest;
    fifty.insert(u"limit"_s, 50);
    measure(figure(u"/query of 50, by status, newest first"_s, backend, {}), 200,
            [&](int) { (void)line.call(u"Ticket/query"_s, fifty); });
}

void measureIntents(const HundredServer &server, Backend backend, int devices, int seconds)
{
    const IntentLoad load = loadWithIntents(server, devices, seconds);
    const QJsonObject more{{u"devices"_s, devices}, {u"notAccepted"_s, load.others}};
    print({u"server.accepted intents, %1"_s.arg(nameOf(backend)), u"intents/s"_s,
           u">= 3000 intents/s on PostgreSQL with fsync, 500 devices"_s, more},
          load.rates);
    print(figure(u"batch of 50 intents, answered"_s, backend, {}, more), load.roundTrips);
}

/// One device that is told of changes.
struct Told {
    QWebSocket socket;
    bool open = false;
    double afterMs = -1;
};

double residentMegabytes(qint64 process)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly)) return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) return line.mid(6).trimmed().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

void open(Told &told, QUrl url, const QByteArray &token)
{
    url.setScheme(u"ws"_s);
    url.setPath(u"/jmap/ws"_s);
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + token);
    request.setRawHeader("Sec-WebSocket-Protocol", "jmap");
    QObject::connect(&told.socket, &QWebSocket::connected, &told.socket, [&told] {
        told.socket.sendTextMessage(u"{\"@type\":\"WebSocketPushEnable\",\"dataTypes\":null}"_s);
        // Nothing answers that; what comes behind it is answered once it counts.
        told.socket.sendTextMessage(u"{\"@type\":\"Request\",\"using\":[\"urn:ietf:params:jmap:core\"],"
                                    "\"methodCalls\":[[\"Core/echo\",{},\"0\"]]}"_s);
    });
    QObject::connect(&told.socket, &QWebSocket::textMessageReceived, &told.socket,
                     [&told](const QString &text) { told.open = told.open || text.contains(u"Core/echo"_s); });
    told.socket.open(request);
}

/// From the request that changes a ticket to the word of it, at each of the devices.
void measurePush(const HundredServer &server, Backend backend)
{
    const double before = residentMegabytes(server.processId());
    std::vector<std::unique_ptr<Told>> all;
    const auto everyone = [&all](auto is) {
        return std::ranges::all_of(all, [&is](const auto &one) { return is(*one); });
    };
    // Not all at a time: the server lets in some hundred who have not said yet who they are.
    while (all.size() < std::size_t(pushDevices)) {
        for (int i = 0; i < opensTogether; ++i) {
            all.push_back(std::make_unique<Told>());
            open(*all.back(), server.address().url, server.tokens().at(qsizetype(all.size()) - 1));
        }
        if (!QTest::qWaitFor([&] { return everyone([](const Told &one) { return one.open; }); }, patienceMs))
            giveUp({Code::Unreachable, u"not all devices got through"_s});
    }
    QElapsedTimer timer;
    for (const auto &one : all) {
        QObject::connect(&one->socket, &QWebSocket::textMessageReceived, &one->socket,
                         [&timer, told = one.get()](const QString &text) {
                             if (text.contains(u"StateChange"_s) && told->afterMs < 0)
                                 told->afterMs = milliseconds(timer);
                         });
    }
    Line line(server.address().url, server.tokens().constLast());
    const QJsonArray ids = line.call(u"Ticket/query"_s, {{u"limit"_s, 10}}).at(1).toObject().value(u"ids"_s).toArray();
    QList<double> times;
    for (int round = 0; round < 10; ++round) {
        for (const auto &one : all)
            one->afterMs = -1;
        timer.start();
        const QJsonObject subject{{u"subject"_s, u"Toner %1"_s.arg(round)}};
        (void)line.call(u"Ticket/set"_s, {{u"update"_s, QJsonObject{{ids.at(round).toString(), subject}}}});
        if (!QTest::qWaitFor([&] { return everyone([](const Told &one) { return one.afterMs >= 0; }); }, patienceMs))
            giveUp({Code::Unreachable, u"not all devices were told"_s});
        for (const auto &one : all)
            times += one->afterMs;
        QTest::qWait(pauseMs);
    }
    print(figure(u"change until a device is told, 500 devices"_s, backend, u"p50 <= 20 ms, p99 <= 100 ms for one"_s,
                 {{u"devices"_s, pushDevices},
                  {u"serverMegabytesBefore"_s, before},
                  {u"serverMegabytesWith"_s, residentMegabytes(server.processId())}}),
          times);
}

void measureAll(Backend backend, int devices, int seconds, bool intentsOnly)
{
    HundredServer server;
    must(server.start(backend, pushDevices));
    if (!intentsOnly) {
        measureReading(server, backend);
        measurePush(server, backend);
    }
    measureIntents(server, backend, devices, seconds);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QByteArray backend = argc > 1 ? argv[1] : "";
    const int devices = argc > 2 ? QByteArray(argv[2]).toInt() : 16;
    const int seconds = argc > 3 ? QByteArray(argv[3]).toInt() : 8;
    const bool intentsOnly = argc > 4 && QByteArray(argv[4]) == "intents";
    if (backend != "postgresql") measureAll(Backend::Sqlite, devices, seconds, intentsOnly);
    if (backend != "sqlite") measureAll(Backend::Postgresql, devices, seconds, intentsOnly);
    return 0;
}

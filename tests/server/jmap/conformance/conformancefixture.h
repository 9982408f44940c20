// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/server.h"
#include "app/server/intents/intentservice.h"
#include "app/server/jmap/api.h"
#include "app/server/store/credentials.h"
#include "tests/server/http/httpfixture.h"
#include "tests/server/store/storefixture.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace akwaba::jmap {

// What stands in answers.

inline QJsonObject objectIn(const http::Answer &answer) { return QJsonDocument::fromJson(answer.body).object(); }
inline QJsonObject argumentsOf(const QJsonArray &answers, int at) { return answers[at].toArray()[1].toObject(); }
inline QString nameIn(const QJsonArray &answers, int at) { return answers[at].toArray()[0].toString(); }
/// The name of an error; empty where it is none.
inline QString errorIn(const QJsonArray &answers, int at)
{
    const bool isError = nameIn(answers, at) == QStringLiteral("error");
    return isError ? argumentsOf(answers, at)[QStringLiteral("type")].toString() : QString();
}
inline QStringList strings(const QJsonValue &array)
{
    QStringList all;
    for (const QJsonValue &entry : array.toArray())
        all += entry.toString();
    return all;
}

/// The whole server side of JMAP over real HTTP on loopback: router, API, intents, and a store of whatever database
/// StoreFixture takes. A small company: Awa in Printing, who has a customer with a ticket, and Legal, which is not
/// hers.
class ConformanceFixture : public store::StoreFixture {
public:
    ConformanceFixture()
        : intents(must(intents::IntentService::open(*store))), api(router, *store, intentPort(), settings()),
          server(router, systemClock), port(must(server.listen(QHostAddress::LocalHost, 0)))
    {
        printing = team(QStringLiteral("Printing"));
        legal = team(QStringLiteral("Legal"));
        awa = agent(QStringLiteral("Awa"), {printing.id});
        token = tokenFor(awa.id);
        fatou = customer(QStringLiteral("Fatou"));
        ticket = StoreFixture::ticket(printing.id, fatou.id);
    }

    static QString vendor() { return QStringLiteral("https://help.toner.ci/jmap/akwaba"); }
    static Settings settings()
    {
        Settings wanted;
        wanted.vendorCapability = vendor();
        wanted.maxObjectsInGet = 10;
        wanted.maxObjectsInSet = 5;
        wanted.maxCallsInRequest = 8;
        wanted.maxSizeObject = 10'000;
        wanted.maxSizeRequest = 200'000;
        wanted.maxSizeUpload = 100'000;
        return wanted;
    }

    /// Of a device of his: spares the hashing of a password.
    QByteArray tokenFor(const AgentId &agent)
    {
        Device device;
        device.id = id<DeviceId>();
        device.agent = agent;
        device.lastSeenAt = clock.now(); // else his first request is a commit
        put(device);
        const QString secret = device.id.value;
        write([&](store::Writer &writer) {
            return store::addToken(writer.database(), secret, {agent, device.id}, clock.now());
        });
        return "Bearer " + secret.toLatin1();
    }

    http::Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                     const QList<http::Headers::Field> &headers = {})
    {
        http::Client client(port);
        QByteArray head = method + ' ' + path + " HTTP/1.1\r\nHost: desk.local\r\nAuthorization: " + token + "\r\n";
        for (const auto &[name, value] : headers)
            head += name + ": " + value + "\r\n";
        client.send(head + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        const bool headOnly = method == "HEAD";
        const bool answered = QTest::qWaitFor([&] { return !client.answers(headOnly).isEmpty() || client.isClosed(); });
        return answered && !client.answers(headOnly).isEmpty() ? client.answers(headOnly).first() : http::Answer();
    }

    http::Answer post(const QByteArray &body)
    {
        return ask("POST", "/jmap/api", body, {{"Content-Type", "application/json"}});
    }

    /// A request written as the calls of it; "{@" begins arguments with the account. `more` are further members.
    QJsonObject request(QByteArray calls, const QByteArray &more = {})
    {
        calls.replace("{@", "{\"accountId\":\"company\"");
        return objectIn(post(R"({"using":["urn:ietf:params:jmap:core"],"methodCalls":)" + calls + more + "}"));
    }
    QJsonArray call(const QByteArray &calls) { return request(calls)[QStringLiteral("methodResponses")].toArray(); }

    /// The arguments of the answer to one call.
    QJsonObject one(const QByteArray &name, const QByteArray &arguments)
    {
        return argumentsOf(call("[[\"" + name + "\",{@" + (arguments.isEmpty() ? "" : ",") + arguments + "},\"0\"]]"),
                           0);
    }
    /// The name of the error that one call gives; empty for an answer.
    QString errorOf(const QByteArray &name, const QByteArray &arguments)
    {
        return errorIn(call("[[\"" + name + "\",{@" + (arguments.isEmpty() ? "" : ",") + arguments + "},\"0\"]]"), 0);
    }
    QString stateOf(const QByteArray &type)
    {
        return one(type + "/get", R"("ids":[])")[QStringLiteral("state")].toString();
    }

    Ticket now() { return *find<Ticket>(ticket.id); }

    std::unique_ptr<intents::IntentService> intents;
    SystemClock systemClock; // of the listener: its deadlines are not what is tested
    http::Router router;
    Api api;
    http::Server server;
    quint16 port;
    Team printing, legal;
    Agent awa;
    QByteArray token;
    Customer fatou;
    Ticket ticket;

private:
    ApplyIntents intentPort()
    {
        return [this](const IntentBatch &batch, const std::function<void(const Result<Applied> &)> &done) {
            intents->apply(batch, done);
        };
    }
};

} // namespace akwaba::jmap

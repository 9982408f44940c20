// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/api.h"
#include "app/server/store/credentials.h"
#include "tests/server/store/storefixture.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace akwaba::jmap {

/// The API over a real store, asked through its router as the HTTP server would, but without a socket. Intents are put
/// into `batches` and answered by the test.
struct JmapFixture : store::StoreFixture {
    using ApplyDone = std::function<void(const Result<Applied> &)>;

    JmapFixture()
        : api(
              router, *store,
              [this](const IntentBatch &batch, const ApplyDone &done) {
                  batches.append(batch);
                  if (answerAtOnce)
                      done(*answerAtOnce);
                  else
                      waiting.push_back(done);
              },
              settings())
    {
        printing = team(QStringLiteral("Printing"));
        legal = team(QStringLiteral("Legal"));
        awa = agent(QStringLiteral("Awa"), {printing.id});
        must(store->setPasswordHash(awa.id, passwordHash()));
    }

    /// Made once: it takes long on purpose.
    static const QString &passwordHash()
    {
        static const QString hash = must(store::hashPassword(password()));
        return hash;
    }

    static QString password() { return QStringLiteral("correct horse battery"); }
    static QString vendor() { return QStringLiteral("https://help.toner.ci/jmap/akwaba"); }

    static Settings settings()
    {
        Settings wanted;
        wanted.vendorCapability = vendor();
        wanted.maxObjectsInGet = 10;
        wanted.maxCallsInRequest = 8;
        return wanted;
    }

    /// Asks without waiting: the status is 0 until the answer comes.
    std::shared_ptr<const http::Response> begin(const QByteArray &method, const QByteArray &path,
                                                const QByteArray &body = {}, const QByteArray &authorization = {})
    {
        const auto answer = std::make_shared<http::Response>();
        answer->status = 0;
        http::Request request;
        request.method = method;
        const qsizetype mark = path.indexOf('?');
        request.path = mark < 0 ? path : path.first(mark);
        if (mark >= 0) request.query = QUrlQuery(QString::fromLatin1(path.mid(mark + 1)));
        request.body = body;
        request.headers.add("Host", "desk.local:8080");
        request.headers.add("Content-Type", "application/json");
        if (!authorization.isEmpty()) request.headers.add("Authorization", authorization);
        router.dispatch(request, http::Responder([answer](const http::Response &given) { *answer = given; }));
        return answer;
    }

    http::Response ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                       const QByteArray &authorization = {})
    {
        const auto answer = begin(method, path, body, authorization);
        // A password is looked at in another thread, a file is written in one, and figures are counted in one.
        const bool comesLater =
            path.startsWith("/auth/") || path.startsWith("/jmap/upload/") || path.startsWith("/supervision/");
        if (comesLater && !QTest::qWaitFor([&answer] { return answer->status != 0; }, 30'000))
            qFatal("no answer from %s", path.constData());
        return *answer;
    }

    static QJsonObject objectIn(const http::Response &response)
    {
        return QJsonDocument::fromJson(response.body).object();
    }

    /// The answer to a log-in; its token is remembered for call().
    QJsonObject logIn(const QString &device = {})
    {
        const QJsonObject credentials{{QStringLiteral("email"), awa.email},
                                      {QStringLiteral("password"), password()},
                                      {QStringLiteral("deviceName"), QStringLiteral("Poste 4")},
                                      {QStringLiteral("version"), QStringLiteral("0.1.0")},
                                      {QStringLiteral("device"), device}};
        const QJsonObject answer = objectIn(ask("POST", "/auth/login", QJsonDocument(credentials).toJson()));
        token = "Bearer " + answer.value(QStringLiteral("token")).toString().toLatin1();
        return answer;
    }

    /// The answers to some calls, written as JSON: [["Ticket/get",{...},"0"], ...]. "@" stands for the account.
    QJsonArray call(QByteArray calls, bool withVendor = true)
    {
        calls.replace("@", "\"accountId\":\"company\"");
        const QByteArray capabilities = withVendor ? "\"" + vendor().toLatin1() + "\"" : QByteArray();
        const QByteArray request = R"({"using":[)" + capabilities + R"(],"methodCalls":)" + calls + "}";
        return objectIn(ask("POST", "/jmap/api", request, token)).value(QStringLiteral("methodResponses")).toArray();
    }

    static QString nameOf(const QJsonArray &answers, int at) { return answers.at(at).toArray().at(0).toString(); }
    static QJsonObject argumentsOf(const QJsonArray &answers, int at)
    {
        return answers.at(at).toArray().at(1).toObject();
    }
    static QString errorOf(const QJsonArray &answers, int at)
    {
        return nameOf(answers, at) == QStringLiteral("error")
            ? argumentsOf(answers, at).value(QStringLiteral("type")).toString()
            : QString();
    }

    QList<IntentBatch> batches;
    std::optional<Result<Applied>> answerAtOnce;
    std::vector<ApplyDone> waiting;
    http::Router router;
    Api api;
    Team printing;
    Team legal;
    Agent awa;
    QByteArray token;
};

} // namespace akwaba::jmap

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/login.h"

#include "core/protocol/codec.h"
#include "core/sync/askonce.h"

#include <QJsonDocument>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

QByteArray bodyOf(const Credentials &credentials)
{
    QJsonObject object{{u"email"_s, credentials.email},
                       {u"password"_s, credentials.password},
                       {u"deviceName"_s, credentials.deviceName},
                       {u"version"_s, credentials.version}};
    if (!credentials.code.isEmpty()) object.insert(u"code"_s, credentials.code);
    if (!credentials.device.isEmpty()) object.insert(u"device"_s, credentials.device.value);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// A refusal says more of a log-in than its status does.
Error refusalOf(const Error &error, const HttpReply &reply, const QJsonObject &body)
{
    if (error.code == Code::Unauthenticated) {
        const Code code = codeFromName(body.value(u"type"_s).toString());
        if (code == Code::SecondFactorRequired || code == Code::SecondFactorWrong) return {code, {}};
    }
    if (error.code == Code::Throttled && reply.retryAfter)
        return {error.code, QString::number(std::chrono::ceil<std::chrono::seconds>(*reply.retryAfter).count())};
    return error;
}

Result<LogInAnswer> answerFrom(const HttpReply &reply)
{
    const QJsonObject object = QJsonDocument::fromJson(reply.body).object();
    if (const std::optional<Error> error = errorOf(reply)) return tl::unexpected(refusalOf(*error, reply, object));
    LogInAnswer answer;
    answer.token = object.value(u"token"_s).toString().toUtf8();
    answer.agent.value = object.value(u"agent"_s).toString();
    answer.device.value = object.value(u"device"_s).toString();
    answer.account = object.value(u"accountId"_s).toString();
    answer.serverTime = fromUtcDate(object.value(u"serverTime"_s).toString());
    if (answer.token.isEmpty() || answer.agent.isEmpty() || answer.device.isEmpty())
        return fail(Code::Protocol, u"no answer of an Akwaba server"_s);
    return answer;
}

} // namespace

QFuture<Result<LogInAnswer>> logIn(const ServerAddress &server, const Credentials &credentials, QObject *context)
{
    auto *http = new HttpClient(server, {}, context);
    return askOnce<LogInAnswer>(http, u"/auth/login"_s, bodyOf(credentials), answerFrom);
}

QFuture<Result<void>> logOut(const ServerAddress &server, const QByteArray &token, QObject *context)
{
    auto *http = new HttpClient(server, {}, context);
    http->setToken(token);
    return askOnce<void>(http, u"/auth/logout"_s, "{}", [](const HttpReply &reply) -> Result<void> {
        if (const std::optional<Error> error = errorOf(reply)) return tl::unexpected(*error);
        return {};
    });
}

} // namespace akwaba

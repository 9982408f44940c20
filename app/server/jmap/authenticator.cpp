// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/authenticator.h"

#include "app/server/jmap/doorkeeper.h"
#include "app/server/jmap/requesterror.h"
#include "app/server/store/store.h"

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

/// What follows the scheme; empty for another scheme.
QByteArray credentialsOf(const http::Headers &headers, QByteArrayView scheme)
{
    const QByteArray value = headers.value("Authorization");
    const qsizetype space = value.indexOf(' ');
    if (space < 0 || QByteArrayView(value).first(space).compare(scheme, Qt::CaseInsensitive) != 0) return {};
    return value.mid(space + 1).trimmed();
}

http::Response refusalOf(int status, const QString &type)
{
    return jsonResponse(status, {{u"type"_s, type}, {u"status"_s, status}});
}

http::Response refusalFor(int status, const QString &type, int seconds)
{
    http::Response response =
        jsonResponse(status, {{u"type"_s, type}, {u"status"_s, status}, {u"retryAfter"_s, seconds}});
    response.headers.add("Retry-After", QByteArray::number(seconds));
    return response;
}

} // namespace

QString Authenticator::tokenOf(const http::Headers &headers)
{
    return QString::fromLatin1(credentialsOf(headers, "Bearer"));
}

Result<store::Caller> Authenticator::callerOf(const http::Headers &headers) const
{
    const QString token = tokenOf(headers);
    if (!token.isEmpty()) return m_store.authenticate(token);
    const QByteArray basic = m_basicAllowed ? credentialsOf(headers, "Basic") : QByteArray();
    if (!basic.isEmpty()) return byPassword(basic);
    return fail(Code::Unauthenticated);
}

Result<store::Caller> Authenticator::byPassword(const QByteArray &credentials) const
{
    const QString text = QString::fromUtf8(QByteArray::fromBase64(credentials));
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0) return fail(Code::Unauthenticated);
    // Test instances serve this machine alone.
    return m_doorkeeper
        .checkNow({text.first(colon), text.mid(colon + 1), {}, QHostAddress(QHostAddress::LocalHost), {}})
        .and_then([this](const AgentId &agent) { return m_store.callerOf(agent, {}); });
}

Result<Session> Authenticator::sessionOf(const http::Headers &headers) const
{
    const QString token = tokenOf(headers);
    if (token.isEmpty()) return fail(Code::Unauthenticated);
    return m_store.authenticate(token).and_then([&](const store::Caller &caller) -> Result<Session> {
        const auto agent = m_store.read().and_then(
            [&caller](const store::Snapshot &snapshot) { return snapshot.find<Agent>(caller.agent); });
        if (!agent) return tl::unexpected(agent.error());
        if (!*agent) return fail(Code::Unauthenticated);
        return Session{caller, **agent, token};
    });
}

http::Response Authenticator::refusal(const Error &error) const
{
    const QString type = codeName(error.code);
    switch (error.code) {
    case Code::Unauthenticated:
    case Code::SecondFactorRequired:
    case Code::SecondFactorWrong: {
        http::Response response = refusalOf(401, type);
        response.headers.add("WWW-Authenticate", "Bearer");
        if (m_basicAllowed) response.headers.add("WWW-Authenticate", "Basic realm=\"akwaba\", charset=\"UTF-8\"");
        return response;
    }
    case Code::Denied: return refusalOf(403, type);
    case Code::NotFound: return refusalOf(404, type);
    case Code::Conflict: return refusalOf(409, type);
    case Code::BadInput: return refusalOf(400, type);
    case Code::TooOld: return refusalOf(426, type);
    case Code::Throttled: return refusalFor(429, type, qMax(1, error.detail.toInt()));
    default: return refusalFor(503, u"unavailable"_s, 5);
    }
}

http::Response Authenticator::refusalWithin(const Error &error) const
{
    switch (error.code) {
    case Code::Unauthenticated: return refusalOf(403, u"wrongPassword"_s);
    case Code::SecondFactorRequired:
    case Code::SecondFactorWrong: return refusalOf(403, codeName(error.code));
    default: return refusal(error);
    }
}

} // namespace akwaba::jmap

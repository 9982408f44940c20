// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/accounts.h"

#include "app/server/jmap/requesterror.h"
#include "app/server/jmap/settings.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/protocol/codec.h"

#include <QJsonDocument>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

Accounts::Accounts(http::Router &router, store::Store &store, const Authenticator &authenticator,
                   std::function<void(const QString &)> loggedOut)
    : m_store(store), m_authenticator(authenticator), m_loggedOut(std::move(loggedOut))
{
    router.add("POST", u"/auth/login"_s,
               [this](const http::Request &request, http::Responder responder) { responder.answer(logIn(request)); });
    router.add("POST", u"/auth/logout"_s,
               [this](const http::Request &request, http::Responder responder) { responder.answer(logOut(request)); });
}

http::Response Accounts::logIn(const http::Request &request) const
{
    const QJsonObject object = QJsonDocument::fromJson(request.body).object();
    const QString email = object.value(u"email"_s).toString();
    const QString password = object.value(u"password"_s).toString();
    if (email.isEmpty() || password.isEmpty()) return m_authenticator.refusal({Code::BadInput, {}});
    const Result<store::Login> login =
        m_store.logIn(email, password, object.value(u"deviceName"_s).toString(), object.value(u"version"_s).toString(),
                      DeviceId{object.value(u"device"_s).toString()});
    if (!login) return m_authenticator.refusal(login.error());
    http::Response response = jsonResponse(200,
                                           {{u"token"_s, login->token},
                                            {u"device"_s, login->caller.device.value},
                                            {u"agent"_s, login->caller.agent.value},
                                            {u"accountId"_s, QString(account)},
                                            {u"serverTime"_s, utcDate(m_store.clock().now())}});
    response.authenticated = true;
    return response;
}

http::Response Accounts::logOut(const http::Request &request) const
{
    const QString token = Authenticator::tokenOf(request.headers);
    const Result<store::Caller> caller = token.isEmpty() ? fail(Code::Unauthenticated) : m_store.authenticate(token);
    if (!caller) return m_authenticator.refusal(caller.error());
    const Result<void> done = m_store.logOut(token);
    if (!done) return m_authenticator.refusal(done.error());
    m_loggedOut(token);
    http::Response response;
    response.status = 204;
    return response;
}

} // namespace akwaba::jmap

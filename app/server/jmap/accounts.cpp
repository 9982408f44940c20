// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/accounts.h"

#include "app/server/jmap/requesterror.h"
#include "app/server/jmap/settings.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/protocol/codec.h"

#include <QJsonDocument>

#include <memory>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 320; // of an e-mail address
constexpr qsizetype longestTyped = 1024;

} // namespace

Accounts::Accounts(http::Router &router, store::Store &store, const Door &door,
                   std::function<void(const QString &)> loggedOut)
    : m_store(store), m_door(door), m_loggedOut(std::move(loggedOut))
{
    router.add("POST", u"/auth/login"_s, [this](const http::Request &request, http::Responder responder) {
        logIn(request, std::move(responder));
    });
    router.add("POST", u"/auth/logout"_s,
               [this](const http::Request &request, http::Responder responder) { responder.answer(logOut(request)); });
}

void Accounts::logIn(const http::Request &request, http::Responder responder) const
{
    const QJsonObject object = QJsonDocument::fromJson(request.body).object();
    const auto text = [&object](const QString &name) { return object.value(name).toString(); };
    const Proof proof{text(u"email"_s), text(u"password"_s), DeviceId{text(u"device"_s)}, request.peerAddress};
    const bool isProof = !proof.email.isEmpty() && proof.email.size() <= longestName && !proof.password.isEmpty()
        && proof.password.size() <= longestTyped;
    if (!isProof) return responder.answer(m_door.authenticator.refusal({Code::BadInput, {}}));
    const store::Installation installation{text(u"deviceName"_s), text(u"version"_s), proof.device};
    const auto later = std::make_shared<http::Responder>(std::move(responder));
    m_door.doorkeeper.check(proof, [this, later, installation](const Result<AgentId> &agent) {
        later->answer(agent ? loggedIn(*agent, installation) : m_door.authenticator.refusal(agent.error()));
    });
}

http::Response Accounts::loggedIn(const AgentId &agent, const store::Installation &installation) const
{
    const Result<store::Login> login = m_store.openSession(agent, installation);
    if (!login) return m_door.authenticator.refusal(login.error());
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
    if (!caller) return m_door.authenticator.refusal(caller.error());
    const Result<void> done = m_store.logOut(token);
    if (!done) return m_door.authenticator.refusal(done.error());
    m_loggedOut(token);
    http::Response response;
    response.status = 204;
    return response;
}

} // namespace akwaba::jmap

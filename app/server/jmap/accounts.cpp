// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/accounts.h"

#include "app/server/jmap/requesterror.h"
#include "app/server/jmap/settings.h"
#include "app/server/store/passwordrules.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/protocol/codec.h"

#include <QJsonDocument>

#include <memory>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

http::Response weakPassword(PasswordFlaw flaw)
{
    return jsonResponse(400, {{u"type"_s, u"weakPassword"_s}, {u"status"_s, 400}, {u"flaw"_s, wireName(flaw)}});
}

} // namespace

Accounts::Accounts(http::Router &router, store::Store &store, const Door &door)
    : m_store(store), m_door(door), m_secondFactor(router, store, door), m_devices(router, store, door)
{
    router.add("POST", u"/auth/login"_s, [this](const http::Request &request, http::Responder responder) {
        logIn(request, std::move(responder));
    });
    router.add("POST", u"/auth/logout"_s,
               [this](const http::Request &request, http::Responder responder) { responder.answer(logOut(request)); });
    router.add("POST", u"/auth/password"_s, [this](const http::Request &request, http::Responder responder) {
        changePassword(request, std::move(responder));
    });
}

void Accounts::logIn(const http::Request &request, http::Responder responder) const
{
    const QJsonObject object = QJsonDocument::fromJson(request.body).object();
    const auto text = [&object](const QString &name) { return object.value(name).toString(); };
    const Proof proof{text(u"email"_s), text(u"password"_s), DeviceId{text(u"device"_s)}, request.client,
                      text(u"code"_s)};
    if (!proof.isWhole()) return responder.answer(m_door.authenticator.refusal({Code::BadInput, {}}));
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
    return forDevice(login->caller.device,
                     jsonResponse(200,
                                  {{u"token"_s, login->token},
                                   {u"device"_s, login->caller.device.value},
                                   {u"agent"_s, login->caller.agent.value},
                                   {u"accountId"_s, QString(account)},
                                   {u"serverTime"_s, utcDate(m_store.clock().now())}}));
}

http::Response Accounts::logOut(const http::Request &request) const
{
    const Result<Session> session = m_door.authenticator.sessionOf(request.headers);
    if (!session) return m_door.authenticator.refusal(session.error());
    const Result<void> ended = m_store.logOut(session->token);
    if (!ended) return m_door.authenticator.refusal(ended.error());
    return nothingToSay(session->caller.device);
}

void Accounts::changePassword(const http::Request &request, http::Responder responder) const
{
    const Authenticator &authenticator = m_door.authenticator;
    const Result<Session> session = authenticator.sessionOf(request.headers);
    if (!session) return responder.answer(authenticator.refusal(session.error()));
    const QJsonObject object = QJsonDocument::fromJson(request.body).object();
    const QString wanted = object.value(u"new"_s).toString();
    const Proof proof{session->agent.email, object.value(u"old"_s).toString(), session->caller.device, request.client,
                      std::nullopt,         store::AuditAction::ChangePassword};
    if (!proof.isWhole()) return responder.answer(authenticator.refusal({Code::BadInput, {}}));
    if (const auto flaw = store::flawOf(wanted, session->agent)) return responder.answer(weakPassword(*flaw));
    const auto later = std::make_shared<http::Responder>(std::move(responder));
    m_door.doorkeeper.check(proof, [this, later, wanted, session = *session](const Result<AgentId> &agent) {
        if (!agent) return later->answer(m_door.authenticator.refusalWithin(agent.error()));
        setPassword(session, wanted, later);
    });
}

void Accounts::setPassword(const Session &session, const QString &password,
                           const std::shared_ptr<http::Responder> &later) const
{
    onResult(m_door.doorkeeper.passwords().hash(password), &m_door.doorkeeper,
             [this, later, session](const Result<QString> &hash) {
                 const Result<void> set = hash.and_then([&](const QString &made) {
                     return m_store.setPasswordHash(session.caller.agent, made, session.token);
                 });
                 later->answer(set ? nothingToSay(session.caller.device) : m_door.authenticator.refusal(set.error()));
             });
}

} // namespace akwaba::jmap

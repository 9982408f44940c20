// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/secondfactorroutes.h"

#include "app/server/jmap/requesterror.h"
#include "app/server/store/audit.h"
#include "app/server/store/secondfactor.h"
#include "app/server/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <memory>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

SecondFactorRoutes::SecondFactorRoutes(http::Router &router, store::Store &store, const Door &door)
    : m_store(store), m_door(door)
{
    router.add("POST", u"/auth/totp/begin"_s,
               [this](const http::Request &request, http::Responder responder) { responder.answer(begin(request)); });
    router.add("POST", u"/auth/totp/confirm"_s,
               [this](const http::Request &request, http::Responder responder) { responder.answer(confirm(request)); });
    router.add("POST", u"/auth/totp/disable"_s, [this](const http::Request &request, http::Responder responder) {
        disable(request, std::move(responder));
    });
}

http::Response SecondFactorRoutes::begin(const http::Request &request) const
{
    const Result<Session> session = m_door.authenticator.sessionOf(request.headers);
    if (!session) return m_door.authenticator.refusal(session.error());
    QString secret;
    const Result<void> begun = m_store.write([&](store::Writer &writer) {
        return store::beginSecondFactor(writer, m_door.doorkeeper.secrets(), session->caller.agent)
            .map([&secret](const QString &made) { secret = made; });
    });
    if (!begun) return m_door.authenticator.refusal(begun.error());
    http::Response response =
        jsonResponse(200, {{u"secret"_s, secret}, {u"url"_s, store::enrolmentUrl(secret, session->agent.email)}});
    return forDevice(session->caller.device, std::move(response));
}

http::Response SecondFactorRoutes::confirm(const http::Request &request) const
{
    const Result<Session> session = m_door.authenticator.sessionOf(request.headers);
    if (!session) return m_door.authenticator.refusal(session.error());
    const QString code = QJsonDocument::fromJson(request.body).object().value(u"code"_s).toString();
    QStringList recovery;
    const Result<void> confirmed = m_store.write([&](store::Writer &writer) {
        const AgentId &agent = session->caller.agent;
        return store::confirmSecondFactor(writer, m_door.doorkeeper.secrets(), agent, code)
            .and_then([&](const QStringList &codes) {
                recovery = codes;
                return store::writeAudit(
                    writer, {store::AuditAction::EnableSecondFactor, agent, agent, session->caller.device});
            });
    });
    if (!confirmed) return m_door.authenticator.refusalWithin(confirmed.error());
    http::Response response = jsonResponse(200, {{u"recoveryCodes"_s, QJsonArray::fromStringList(recovery)}});
    return forDevice(session->caller.device, std::move(response));
}

void SecondFactorRoutes::disable(const http::Request &request, http::Responder responder) const
{
    const Result<Session> session = m_door.authenticator.sessionOf(request.headers);
    if (!session) return responder.answer(m_door.authenticator.refusal(session.error()));
    const QJsonObject object = QJsonDocument::fromJson(request.body).object();
    const Proof proof{
        session->agent.email, object.value(u"password"_s).toString(), session->caller.device,
        request.client,       object.value(u"code"_s).toString(),     store::AuditAction::DisableSecondFactor};
    if (!proof.isWhole()) return responder.answer(m_door.authenticator.refusal({Code::BadInput, {}}));
    const auto later = std::make_shared<http::Responder>(std::move(responder));
    m_door.doorkeeper.check(proof, [this, later, session = *session](const Result<AgentId> &agent) {
        const Result<void> removed = agent.and_then([&](const AgentId &) { return remove(session); });
        later->answer(removed ? nothingToSay(session.caller.device)
                              : m_door.authenticator.refusalWithin(removed.error()));
    });
}

Result<void> SecondFactorRoutes::remove(const Session &session) const
{
    const AgentId &agent = session.caller.agent;
    return m_store.write([&](store::Writer &writer) {
        return store::removeSecondFactor(writer, agent).and_then([&](bool there) -> Result<void> {
            if (!there) return fail(Code::NotFound, u"no second factor"_s);
            return store::writeAudit(writer,
                                     {store::AuditAction::DisableSecondFactor, agent, agent, session.caller.device});
        });
    });
}

} // namespace akwaba::jmap

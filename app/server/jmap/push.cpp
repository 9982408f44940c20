// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/push.h"

#include "app/server/jmap/requesterror.h"

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

Push::Push(http::Router &router, const SocketSession::Surroundings &around) : m_around(around)
{
    router.addUpgrade(u"/jmap/ws"_s,
                      {.decide = [this](const http::Request &request) { return decision(request); },
                       .accepted = [this](const http::Request &request,
                                          std::unique_ptr<QWebSocket> socket) { adopt(request, std::move(socket)); },
                       .subprotocols = {u"jmap"_s}});
}

Push::~Push() = default;

QSet<AgentId> Push::agents() const
{
    QSet<AgentId> agents;
    for (const SocketSession *session : m_sessions)
        agents.insert(session->agent());
    return agents;
}

http::Response Push::decision(const http::Request &request) const
{
    const Result<store::Caller> caller = m_around.authenticator.callerOf(request.headers);
    if (!caller) return m_around.authenticator.refusal(caller.error());
    if (!request.headers.hasToken("Sec-WebSocket-Protocol", "jmap"))
        return http::textResponse(400, "the subprotocol is jmap\n");
    return forDevice(caller->device, http::textResponse(101));
}

void Push::adopt(const http::Request &request, std::unique_ptr<QWebSocket> socket)
{
    const Result<store::Caller> caller = m_around.authenticator.callerOf(request.headers);
    if (!caller) return socket->abort(); // revoked within the handshake
    auto *session = new SocketSession(std::move(socket), request.headers, *caller, m_around, this);
    connect(session, &SocketSession::closed, this, [this, session] {
        std::erase(m_sessions, session);
        session->deleteLater();
    });
    m_sessions.push_back(session);
}

} // namespace akwaba::jmap

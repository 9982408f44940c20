// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/socketsession.h"

#include "app/server/store/scopes.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/protocol/codec.h"

#include <QJsonDocument>
#include <QPointer>

#include <algorithm>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

SocketSession::SocketSession(std::unique_ptr<QWebSocket> socket, http::Headers headers, store::Caller caller,
                             const Surroundings &around, QObject *parent)
    : QObject(parent), m_socket(std::move(socket)), m_headers(std::move(headers)), m_caller(std::move(caller)),
      m_around(around)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(around.settings.pushEvery);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (std::exchange(m_due, false)) hint();
    });
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, [this](const QString &text) { receive(text); });
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this,
            [this] { m_socket->close(QWebSocketProtocol::CloseCodeDatatypeNotSupported); });
    connect(m_socket.get(), &QWebSocket::disconnected, this, [this] { Q_EMIT closed(); });
}

bool SocketSession::hasToken(const QString &token) const { return Authenticator::tokenOf(m_headers) == token; }

void SocketSession::close() { m_socket->close(QWebSocketProtocol::CloseCodePolicyViolated, u"unauthenticated"_s); }

bool SocketSession::renewCaller()
{
    Result<store::Caller> caller = m_around.authenticator.callerOf(m_headers);
    if (caller) {
        m_caller = std::move(*caller);
        return true;
    }
    if (caller.error().code == Code::Unauthenticated) close();
    return false;
}

void SocketSession::receive(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (document.isNull()) return sendError(notJson(), QJsonValue());
    const QJsonObject message = document.object();
    const QString kind = message.value(u"@type"_s).toString();
    if (kind == u"Request") return request(message);
    if (kind == u"WebSocketPushEnable") return enablePush(message);
    if (kind == u"WebSocketPushDisable")
        m_pushes = false;
    else
        sendError(notRequest(u"@type"_s), message.value(u"id"_s));
}

void SocketSession::request(const QJsonObject &message)
{
    if (!renewCaller()) return;
    const QJsonValue id = message.value(u"id"_s);
    const auto request = m_around.dispatcher.read(message);
    if (!request) return sendError(request.error(), id);
    m_around.dispatcher.run(*request, m_caller, [self = QPointer(this), id](const Response &response) {
        if (!self) return;
        QJsonObject answer = toJson(response);
        answer.insert(u"@type"_s, u"Response"_s);
        answer.insert(u"serverTime"_s, utcDate(self->m_around.store.clock().now()));
        if (id.isString()) answer.insert(u"requestId"_s, id);
        self->send(answer);
    });
}

void SocketSession::enablePush(const QJsonObject &message)
{
    m_pushes = true;
    const QString known = message.value(u"pushState"_s).toString();
    if (known.isEmpty()) return;
    const Result<store::Snapshot> snapshot = m_around.store.read();
    // What changed while he was away: he must not wait for the next change to hear of it (RFC 8887 4.3.5.2).
    if (snapshot && snapshot->state() != known) hint();
}

void SocketSession::notice(const QStringList &scopes)
{
    // Something of his own: his session may have ended, here or in another process.
    if (scopes.contains(store::agentKey(m_caller.agent)) && !renewCaller()) return;
    const bool concerns = std::any_of(scopes.begin(), scopes.end(),
                                      [this](const QString &scope) { return m_caller.scopes.contains(scope); });
    if (!m_pushes || !concerns) return;
    if (m_pause.isActive())
        m_due = true;
    else
        hint();
}

void SocketSession::hint()
{
    m_pause.start();
    if (m_pushes && renewCaller()) sendState();
}

void SocketSession::sendState()
{
    const Result<store::Snapshot> snapshot = m_around.store.read();
    if (!snapshot) return; // a hint may be lost: the device pulls again by itself
    const QString state = snapshot->state();
    send({{u"@type"_s, u"StateChange"_s},
          {u"changed"_s, QJsonObject{{QString(account), QJsonObject{{u"Akwaba"_s, state}}}}},
          {u"pushState"_s, state}});
}

void SocketSession::send(const QJsonObject &message)
{
    m_socket->sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

void SocketSession::sendError(const RequestError &error, const QJsonValue &requestId)
{
    QJsonObject message = toJson(error);
    message.insert(u"@type"_s, u"RequestError"_s);
    message.insert(u"requestId"_s, requestId.isString() ? requestId : QJsonValue());
    send(message);
}

} // namespace akwaba::jmap

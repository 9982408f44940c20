// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/websocketgate.h"

#include "core/base/clock.h"

#include <QWebSocketServer>

namespace akwaba::http {

WebSocketGate::WebSocketGate(const Clock &clock, const Limits &limits, QObject *parent)
    : QObject(parent), m_clock(clock), m_limits(limits),
      m_server(
          new QWebSocketServer(QString(), QWebSocketServer::NonSecureMode, this)) // TLS is already under the socket
{
    connect(m_server, &QWebSocketServer::newConnection, this, [this] { welcome(); });
}

WebSocketGate::~WebSocketGate() = default;

void WebSocketGate::setSubprotocols(const QStringList &subprotocols)
{
    m_server->setSupportedSubprotocols(subprotocols);
}

void WebSocketGate::open(std::unique_ptr<QTcpSocket> socket, Request request, const Upgrade &upgrade)
{
    const Peer peer(request.peerAddress, request.peerPort);
    m_pending.insert(peer, {std::move(request), &upgrade});
    QTcpSocket *raw = socket.release();
    // A Qt frame is taken in whole: the buffer must hold the largest one that is allowed, and its header.
    raw->setReadBufferSize(qint64(m_limits.webSocketFrame) + 16);
    raw->setParent(m_server);
    connect(raw, &QTcpSocket::disconnected, this, [this, peer, raw] {
        if (m_pending.contains(peer)) raw->deleteLater();
        forgetPending(peer);
    });
    m_server->handleConnection(raw);
}

void WebSocketGate::welcome()
{
    while (QWebSocket *next = m_server->nextPendingConnection()) {
        std::unique_ptr<QWebSocket> socket(next);
        socket->setParent(nullptr);
        const Peer peer(socket->peerAddress(), socket->peerPort());
        if (!m_pending.contains(peer)) continue;
        const Pending known = m_pending.take(peer);
        socket->setMaxAllowedIncomingFrameSize(m_limits.webSocketFrame);
        socket->setMaxAllowedIncomingMessageSize(m_limits.webSocketMessage);
        watch(socket.get());
        known.upgrade->accepted(known.request, std::move(socket));
    }
}

void WebSocketGate::watch(QWebSocket *socket)
{
    const std::chrono::milliseconds now = m_clock.monotonic();
    m_watched.push_back({socket, now, now});
    connect(socket, &QWebSocket::pong, this, [this, socket] { heard(socket); });
    connect(socket, &QWebSocket::textFrameReceived, this, [this, socket] { heard(socket); });
    connect(socket, &QWebSocket::binaryFrameReceived, this, [this, socket] { heard(socket); });
    connect(socket, &QWebSocket::disconnected, this, [this, socket] { forget(socket); });
    connect(socket, &QObject::destroyed, this, [this](QObject *gone) { forget(gone); });
}

void WebSocketGate::heard(const QWebSocket *socket)
{
    for (Watched &watched : m_watched) {
        if (watched.socket == socket) watched.heardAt = m_clock.monotonic();
    }
}

void WebSocketGate::forget(const QObject *socket)
{
    const std::size_t removed = std::erase_if(
        m_watched, [socket](const Watched &watched) { return watched.socket.isNull() || watched.socket == socket; });
    if (removed > 0 && isEmpty()) Q_EMIT emptied();
}

void WebSocketGate::forgetPending(const Peer &peer)
{
    if (m_pending.remove(peer) && isEmpty()) Q_EMIT emptied();
}

void WebSocketGate::checkDeadlines()
{
    const std::chrono::milliseconds now = m_clock.monotonic();
    std::vector<QPointer<QWebSocket>> lost;
    std::vector<QPointer<QWebSocket>> quiet;
    for (Watched &watched : m_watched) {
        if (watched.socket && isLost(watched, now)) {
            lost.push_back(watched.socket);
        } else if (watched.socket && now - watched.pingedAt >= m_limits.webSocketPing) {
            watched.pingedAt = now;
            quiet.push_back(watched.socket);
        }
    }
    // Only now: writing and aborting may shorten the list above.
    for (const QPointer<QWebSocket> &socket : quiet) {
        if (socket) socket->ping();
    }
    for (const QPointer<QWebSocket> &socket : lost) {
        if (socket) socket->abort();
    }
}

bool WebSocketGate::isLost(const Watched &watched, std::chrono::milliseconds now) const
{
    return now - watched.heardAt >= m_limits.webSocketDead
        || watched.socket->bytesToWrite() > m_limits.webSocketBacklog;
}

void WebSocketGate::close()
{
    const std::vector<Watched> all = m_watched;
    for (const Watched &watched : all) {
        if (watched.socket) watched.socket->close(QWebSocketProtocol::CloseCodeGoingAway);
    }
}

void WebSocketGate::abort()
{
    const std::vector<Watched> all = m_watched;
    for (const Watched &watched : all) {
        if (watched.socket) watched.socket->abort();
    }
}

} // namespace akwaba::http

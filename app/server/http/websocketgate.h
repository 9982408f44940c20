// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/limits.h"
#include "app/server/http/message.h"
#include "app/server/http/router.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTcpSocket>
#include <QWebSocket>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QWebSocketServer;
QT_END_NAMESPACE

namespace akwaba {
class Clock;
}

namespace akwaba::http {

/// Turns a connection whose head asks for it into a WebSocket and keeps watch over it: frame and message limits, pings,
/// the dead, and those that don't read. On the server's thread.
class WebSocketGate : public QObject {
    Q_OBJECT
public:
    WebSocketGate(const Clock &clock, const Limits &limits, QObject *parent);
    ~WebSocketGate() override;

    void setSubprotocols(const QStringList &subprotocols);
    /// The socket's head must still be unread.
    void open(std::unique_ptr<QTcpSocket> socket, Request request, const Upgrade &upgrade);
    void checkDeadlines();
    /// Says "going away" to all.
    void close();
    void abort();
    [[nodiscard]] std::size_t count() const { return m_watched.size(); }
    [[nodiscard]] bool isEmpty() const { return m_pending.isEmpty() && m_watched.empty(); }

Q_SIGNALS:
    void emptied();

private:
    using Peer = std::pair<QHostAddress, quint16>;
    struct Pending {
        Request request;
        const Upgrade *upgrade;
    };
    struct Watched {
        QPointer<QWebSocket> socket;
        std::chrono::milliseconds heardAt;
        std::chrono::milliseconds pingedAt;
    };

    void welcome();
    void watch(QWebSocket *socket);
    void heard(const QWebSocket *socket);
    void forget(const QObject *socket);
    [[nodiscard]] bool isLost(const Watched &watched, std::chrono::milliseconds now) const;
    void forgetPending(const Peer &peer);

    const Clock &m_clock;
    const Limits &m_limits;
    QWebSocketServer *m_server; // a child, so that its sockets die after our connections to them
    QHash<Peer, Pending> m_pending;
    std::vector<Watched> m_watched;
};

} // namespace akwaba::http

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/counters.h"
#include "app/server/http/limits.h"
#include "app/server/http/proxies.h"
#include "app/server/http/router.h"
#include "core/base/result.h"

#include <QDateTime>
#include <QHostAddress>
#include <QObject>
#include <QSslConfiguration>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace akwaba {
class Clock;
class Workers;
} // namespace akwaba

namespace akwaba::http {

class Connection;
class Listener;
class WebSocketGate;

/// HTTP/1.1 and WebSocket on one port, with TLS or without, fit to face strangers: every wait has a deadline and every
/// size a limit (limits.h). Knows no business word; what is answered stands in the router. Lives on one thread.
class Server : public QObject {
    Q_OBJECT
public:
    Server(const Router &router, const Clock &clock, const Limits &limits = {}, QObject *parent = nullptr);
    ~Server() override;

    /// From files in PEM. Before listen() it turns TLS on; later it changes the certificate for new connections, or
    /// keeps the one it has where the files are no good.
    [[nodiscard]] Result<void> useCertificate(const QString &certificateFile, const QString &keyFile);
    /// Sites whose pages may talk to us from a browser. Before listen().
    void allowOrigins(const QByteArrayList &origins) { m_origins = origins; }
    /// Whom to believe who asks. Before listen().
    void trustProxies(const Proxies &proxies) { m_proxies = proxies; }
    /// Called after each answer. Before listen().
    void onAnswered(std::function<void(const Exchange &)> log) { m_log = std::move(log); }
    /// Port 0 takes a free one. Gives the port.
    [[nodiscard]] Result<quint16> listen(const QHostAddress &address, quint16 port);
    /// Nothing without TLS.
    [[nodiscard]] std::optional<QDateTime> certificateEnd() const { return m_certificateEnd; }
    [[nodiscard]] bool isSecure() const { return m_tls.has_value(); }
    [[nodiscard]] std::size_t connectionCount() const { return m_connections.size(); }
    /// Of them, those on which nobody has proved who he is.
    [[nodiscard]] std::size_t strangerCount() const;
    [[nodiscard]] std::size_t webSocketCount() const;
    [[nodiscard]] const Counters &counters() const { return m_counters; }
    [[nodiscard]] bool isClosing() const { return m_closeBy.has_value(); }

    /// Takes nobody new, finishes the requests in flight, says "going away" to WebSockets; then `drained`.
    void close();
    /// What the sweep does; public so that a test needs no timer.
    void checkDeadlines();

Q_SIGNALS:
    void drained();

private:
    void watchListener();
    void renewListener();
    void takeConnections();
    void adopt(std::unique_ptr<QTcpSocket> socket);
    void keepWithinCaps();
    void keepBodiesWithinCap();
    void dropOldestStranger();
    void remove(Connection *connection);
    void checkDrained();

    const Router &m_router;
    const Clock &m_clock;
    const Limits m_limits;
    WebSocketGate *m_gate;
    std::optional<QSslConfiguration> m_tls;
    std::optional<QDateTime> m_certificateEnd;
    QByteArrayList m_origins;
    Proxies m_proxies;
    std::function<void(const Exchange &)> m_log;
    Counters m_counters;
    const std::unique_ptr<Workers> m_workers;
    std::unique_ptr<Listener> m_listener;
    bool m_acceptFailed = false;
    std::vector<Connection *> m_connections; // oldest first; children of this
    QTimer m_sweep;
    std::optional<std::chrono::milliseconds> m_closeBy;
    bool m_drained = false;
};

} // namespace akwaba::http

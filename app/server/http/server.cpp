// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/server.h"

#include "app/server/http/certificate.h"
#include "app/server/http/connection.h"
#include "app/server/http/websocketgate.h"
#include "core/base/clock.h"

#include <QSslServer>
#include <QTcpServer>

#include <algorithm>

namespace akwaba::http {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxWaiting = 1024; // handshakes count among them: with Qt's 30, 30 mute clients would block the door

} // namespace

Server::Server(const Router &router, const Clock &clock, const Limits &limits, QObject *parent)
    : QObject(parent), m_router(router), m_clock(clock), m_limits(limits),
      m_gate(new WebSocketGate(clock, m_limits, this))
{
    connect(&m_sweep, &QTimer::timeout, this, [this] { checkDeadlines(); });
    connect(m_gate, &WebSocketGate::emptied, this, [this] { checkDrained(); });
}

Server::~Server()
{
    for (Connection *connection : m_connections) {
        connection->disconnect(this);
        delete connection;
    }
}

Result<void> Server::useCertificate(const QString &certificateFile, const QString &keyFile)
{
    const Result<ServerCertificate> certificate = readCertificate(certificateFile, keyFile);
    if (!certificate) return tl::unexpected(certificate.error());
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    tls.setLocalCertificateChain(certificate->chain);
    tls.setPrivateKey(certificate->key);
    m_tls = tls;
    m_certificateEnd = certificate->expiresAt;
    if (auto *listener = qobject_cast<QSslServer *>(m_listener.get())) listener->setSslConfiguration(tls);
    return {};
}

Result<quint16> Server::listen(const QHostAddress &address, quint16 port)
{
    if (m_tls) {
        auto listener = std::make_unique<QSslServer>();
        listener->setSslConfiguration(*m_tls);
        listener->setHandshakeTimeout(int(m_limits.headDeadline.count()));
        m_listener = std::move(listener);
    } else {
        m_listener = std::make_unique<QTcpServer>();
    }
    m_listener->setMaxPendingConnections(maxWaiting);
    m_listener->setListenBacklogSize(maxWaiting);
    m_gate->setSubprotocols(m_router.subprotocols());
    // Not newConnection: with TLS that one comes before the handshake is over.
    connect(m_listener.get(), &QTcpServer::pendingConnectionAvailable, this, [this] { takeConnections(); });
    if (!m_listener->listen(address, port))
        return fail(
            Code::Io,
            u"can't listen on %1 port %2: %3"_s.arg(address.toString()).arg(port).arg(m_listener->errorString()));
    m_sweep.start(m_limits.sweep);
    return m_listener->serverPort();
}

void Server::takeConnections()
{
    while (QTcpSocket *socket = m_listener->nextPendingConnection())
        adopt(std::unique_ptr<QTcpSocket>(socket));
}

void Server::adopt(std::unique_ptr<QTcpSocket> socket)
{
    auto *connection = new Connection(std::move(socket), isSecure(), {m_router, m_limits, m_clock, *m_gate}, this);
    connect(connection, &Connection::closed, this, [this, connection] { remove(connection); });
    m_connections.push_back(connection);
    dropOldestStranger();
}

void Server::dropOldestStranger()
{
    const auto isStranger = [](const Connection *connection) { return !connection->isAuthenticated(); };
    const auto strangers = std::count_if(m_connections.begin(), m_connections.end(), isStranger);
    if (strangers <= m_limits.strangers && m_connections.size() <= std::size_t(m_limits.connections)) return;
    // One whose request is being answered has done its part: others first.
    auto oldest = std::find_if(m_connections.begin(), m_connections.end(), [&](const Connection *connection) {
        return isStranger(connection) && !connection->isAnswering();
    });
    if (oldest == m_connections.end()) oldest = std::find_if(m_connections.begin(), m_connections.end(), isStranger);
    Connection *dropped = oldest == m_connections.end() ? m_connections.back() : *oldest;
    dropped->abort();
}

void Server::remove(Connection *connection)
{
    std::erase(m_connections, connection);
    connection->deleteLater();
    checkDrained();
}

void Server::checkDeadlines()
{
    const std::vector<Connection *> all = m_connections; // they leave the list as they close
    const bool over = m_closeBy && m_clock.monotonic() >= *m_closeBy;
    for (Connection *connection : all) {
        if (over)
            connection->abort();
        else
            connection->checkDeadlines();
    }
    if (over)
        m_gate->abort();
    else
        m_gate->checkDeadlines();
}

void Server::close()
{
    if (m_closeBy) return;
    m_closeBy = m_clock.monotonic() + m_limits.shutdown;
    if (m_listener) m_listener->close();
    const std::vector<Connection *> all = m_connections;
    for (Connection *connection : all)
        connection->finish();
    m_gate->close();
    QMetaObject::invokeMethod(this, [this] { checkDrained(); }, Qt::QueuedConnection);
}

void Server::checkDrained()
{
    if (!m_closeBy || m_drained || !m_connections.empty() || !m_gate->isEmpty()) return;
    m_drained = true;
    m_sweep.stop();
    Q_EMIT drained();
}

} // namespace akwaba::http

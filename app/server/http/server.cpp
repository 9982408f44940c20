// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/server.h"

#include "app/server/http/certificate.h"
#include "app/server/http/connection.h"
#include "app/server/http/listener.h"
#include "app/server/http/websocketgate.h"
#include "core/base/clock.h"
#include "core/base/workers.h"

#include <algorithm>
#include <numeric>

namespace akwaba::http {

using namespace Qt::StringLiterals;

namespace {

constexpr int backlog = 1024; // that the kernel holds for us while we are busy

bool isStranger(const Connection *connection) { return !connection->isAuthenticated(); }

} // namespace

Server::Server(const Router &router, const Clock &clock, const Limits &limits, QObject *parent)
    : QObject(parent), m_router(router), m_clock(clock), m_limits(limits),
      m_gate(new WebSocketGate(clock, m_limits, this)), m_workers(std::make_unique<Workers>())
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
    if (m_listener) m_listener->setTls(tls);
    return {};
}

Result<quint16> Server::listen(const QHostAddress &address, quint16 port)
{
    m_listener = std::make_unique<Listener>();
    if (m_tls) m_listener->setTls(*m_tls);
    m_listener->setListenBacklogSize(backlog);
    m_gate->setSubprotocols(m_router.subprotocols());
    watchListener();
    if (!m_listener->listen(address, port))
        return fail(
            Code::Io,
            u"can't listen on %1 port %2: %3"_s.arg(address.toString()).arg(port).arg(m_listener->errorString()));
    m_sweep.start(m_limits.sweep);
    return m_listener->serverPort();
}

void Server::watchListener()
{
    connect(m_listener.get(), &QTcpServer::newConnection, this, [this] { takeConnections(); });
    connect(m_listener.get(), &QTcpServer::acceptError, this, [this] {
        ++m_counters.refusedByKernel;
        m_acceptFailed = true; // for the sweep: the listener is in the middle of its own code
        dropOldestStranger();
    });
}

void Server::renewListener()
{
    std::unique_ptr<Listener> another = m_listener->renewed();
    if (!another) return; // the next sweep may have more luck
    m_listener = std::move(another);
    m_acceptFailed = false;
    watchListener();
}

void Server::takeConnections()
{
    while (std::unique_ptr<QTcpSocket> socket = m_listener->next())
        adopt(std::move(socket));
}

void Server::adopt(std::unique_ptr<QTcpSocket> socket)
{
    ++m_counters.accepted;
    auto *connection = new Connection(
        std::move(socket), isSecure(),
        {m_router, m_limits, m_clock, *m_gate, *m_workers, m_counters, m_origins, m_proxies, m_log}, this);
    connect(connection, &Connection::closed, this, [this, connection] { remove(connection); });
    connect(connection, &Connection::grew, this, [this] { keepBodiesWithinCap(); });
    m_connections.push_back(connection);
    keepWithinCaps();
}

std::size_t Server::strangerCount() const
{
    return std::size_t(std::count_if(m_connections.begin(), m_connections.end(), isStranger));
}

std::size_t Server::webSocketCount() const { return m_gate->count(); }

void Server::keepWithinCaps()
{
    if (strangerCount() > std::size_t(m_limits.strangers)) return dropOldestStranger();
    if (m_connections.size() + m_gate->count() <= std::size_t(m_limits.connections)) return;
    if (strangerCount() > 0)
        dropOldestStranger();
    else
        m_connections.back()->abort(Drop::Crowd);
}

void Server::dropOldestStranger()
{
    // One whose request is being answered has done its part: others first.
    auto oldest = std::find_if(m_connections.begin(), m_connections.end(), [](const Connection *connection) {
        return isStranger(connection) && !connection->isAnswering();
    });
    if (oldest == m_connections.end()) oldest = std::find_if(m_connections.begin(), m_connections.end(), isStranger);
    if (oldest != m_connections.end()) (*oldest)->abort(Drop::Stranger);
}

/// Hundreds of strangers with bodies just below the limit would be gigabytes.
void Server::keepBodiesWithinCap()
{
    const auto countsAs = [this](const Connection *connection) {
        const bool counts = isStranger(connection) && connection->heldBytes() > m_limits.smallBody;
        return counts ? connection->heldBytes() : qsizetype{0};
    };
    const qsizetype held =
        std::accumulate(m_connections.begin(), m_connections.end(), qsizetype{0},
                        [&](qsizetype sum, const Connection *connection) { return sum + countsAs(connection); });
    if (held <= m_limits.strangersBodies) return;
    const auto oldest = std::find_if(m_connections.begin(), m_connections.end(),
                                     [&](const Connection *connection) { return countsAs(connection) > 0; });
    (*oldest)->abort(Drop::Stranger);
}

void Server::remove(Connection *connection)
{
    std::erase(m_connections, connection);
    connection->deleteLater();
    checkDrained();
}

void Server::checkDeadlines()
{
    if (m_acceptFailed && m_listener->isListening()) renewListener();
    const std::vector<Connection *> all = m_connections; // they leave the list as they close
    const bool over = m_closeBy && m_clock.monotonic() >= *m_closeBy;
    for (Connection *connection : all) {
        if (over)
            connection->abort(Drop::Shutdown);
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

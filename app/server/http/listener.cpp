// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/listener.h"

#include <QSslSocket>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#endif

namespace akwaba::http {

std::unique_ptr<Listener> Listener::renewed() const
{
#ifdef Q_OS_UNIX
    const int copy = fcntl(int(socketDescriptor()), F_DUPFD_CLOEXEC, 0);
    if (copy < 0) return nullptr;
    auto another = std::make_unique<Listener>();
    another->m_tls = m_tls;
    return another->setSocketDescriptor(copy) ? std::move(another) : nullptr;
#else
    return nullptr;
#endif
}

std::unique_ptr<QTcpSocket> Listener::next() { return std::unique_ptr<QTcpSocket>(nextPendingConnection()); }

void Listener::incomingConnection(qintptr descriptor)
{
    if (!m_tls) return QTcpServer::incomingConnection(descriptor);
    auto socket = std::make_unique<QSslSocket>();
    if (!socket->setSocketDescriptor(descriptor)) return;
    socket->setSslConfiguration(*m_tls);
    socket->startServerEncryption();
    addPendingConnection(socket.release());
}

} // namespace akwaba::http

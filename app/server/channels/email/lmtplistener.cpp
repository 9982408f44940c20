// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/lmtplistener.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;

namespace akwaba::mail {
namespace {

// A mail server opens a few; more are a mistake that must not eat our descriptors.
constexpr int mostConnections = 64;

void hangUp(QTcpSocket *socket) { socket->disconnectFromHost(); }
void hangUp(QLocalSocket *socket) { socket->disconnectFromServer(); }

} // namespace

LmtpListener::LmtpListener(LmtpOptions options, Deliver deliver, AcceptsRecipient accepts, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_deliver(std::move(deliver)), m_accepts(std::move(accepts))
{
}

LmtpListener::~LmtpListener() = default;

Result<quint16> LmtpListener::listen(const QHostAddress &address, quint16 port)
{
    if (!address.isLoopback()) return fail(Code::Denied, u"LMTP listens on loopback only"_s);
    auto server = std::make_unique<QTcpServer>();
    if (!server->listen(address, port))
        return fail(Code::Io, u"can't listen on LMTP port %1: %2"_s.arg(port).arg(server->errorString()));
    m_tcp = server.release();
    m_tcp->setParent(this);
    connect(m_tcp, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_tcp->nextPendingConnection())
            converse(socket);
    });
    return m_tcp->serverPort();
}

Result<void> LmtpListener::listenLocal(const QString &path)
{
    auto server = std::make_unique<QLocalServer>();
    server->setSocketOptions(QLocalServer::UserAccessOption | QLocalServer::GroupAccessOption);
    // A file left by a server that was killed would keep us out for ever.
    QLocalServer::removeServer(path);
    if (!server->listen(path)) return fail(Code::Io, server->errorString());
    m_local = server.release();
    m_local->setParent(this);
    connect(m_local, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_local->nextPendingConnection())
            converse(socket);
    });
    return {};
}

/// Says it, and hands over the mail that came in whole, if one did. A client who hangs up meanwhile sends it again.
template <class Socket>
void LmtpListener::answer(Socket *socket, const std::shared_ptr<LmtpSession> &session, const QByteArray &bytes)
{
    socket->write(bytes);
    if (const auto mail = session->takeMail()) {
        onResult(m_deliver(mail->raw, mail->recipients), socket, [this, socket, session](const Result<void> &stored) {
            answer(socket, session, session->delivered(stored));
        });
    }
    if (session->isFinished()) hangUp(socket);
}

template <class Socket> void LmtpListener::converse(Socket *socket)
{
    connect(socket, &Socket::disconnected, socket, &QObject::deleteLater);
    if (m_open >= mostConnections) {
        socket->write("421 4.3.2 too many connections\r\n");
        hangUp(socket);
        return;
    }
    ++m_open;
    connect(socket, &Socket::disconnected, this, [this] { --m_open; });
    auto session = std::make_shared<LmtpSession>(m_options, m_accepts);
    auto *idle = new QTimer(socket);
    idle->setSingleShot(true);
    connect(idle, &QTimer::timeout, socket, [socket] {
        socket->write("421 4.4.2 waited too long\r\n");
        hangUp(socket);
    });
    const auto read = [this, socket, session, idle] {
        idle->start();
        if (!session->isFinished()) answer(socket, session, session->receive(socket->readAll()));
    };
    connect(socket, &QIODevice::readyRead, socket, read);
    socket->write(session->greeting());
    idle->start(m_idleLimit);
    if (socket->bytesAvailable() > 0) read();
}

} // namespace akwaba::mail

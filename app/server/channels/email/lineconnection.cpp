// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/lineconnection.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace akwaba::mail {

LineConnection::LineConnection(const MailServer &server, QObject *parent)
    : QObject(parent), m_server(server), m_socket(new QSslSocket(this))
{
    if (!m_server.ownAuthority.isEmpty()) {
        QSslConfiguration tls = m_socket->sslConfiguration();
        tls.addCaCertificates(QSslCertificate::fromData(m_server.ownAuthority));
        m_socket->setSslConfiguration(tls);
    }
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] { giveUp(Code::Unreachable, u"no answer in time"_s); });
    connect(m_socket, &QSslSocket::connected, this, [this] {
        m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_silence.start(m_server.answerLimit);
    });
    connect(m_socket, &QSslSocket::encrypted, this, [this] {
        if (m_startedTls) Q_EMIT encrypted();
    });
    connect(m_socket, &QIODevice::readyRead, this, [this] {
        m_silence.start(m_server.answerLimit);
        const QByteArray bytes = m_socket->readAll();
        if (!m_ended && !bytes.isEmpty()) Q_EMIT received(bytes);
    });
    // A large mail on a slow line is progress too.
    connect(m_socket, &QIODevice::bytesWritten, this, [this] {
        if (!m_ended) m_silence.start(m_server.answerLimit);
    });
    connect(m_socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        giveUp(Code::UnknownCertificate, errors.isEmpty() ? QString() : errors.first().errorString());
    });
    connect(m_socket, &QSslSocket::errorOccurred, this, [this] { giveUp(Code::Unreachable, m_socket->errorString()); });
    connect(m_socket, &QSslSocket::disconnected, this, [this] { giveUp(Code::Unreachable, u"connection closed"_s); });
}

void LineConnection::open()
{
    m_silence.start(m_server.connectLimit);
    if (m_server.tls == TlsMode::Tls)
        m_socket->connectToHostEncrypted(m_server.host, m_server.port);
    else
        m_socket->connectToHost(m_server.host, m_server.port);
}

void LineConnection::startTls()
{
    m_startedTls = true;
    m_socket->startClientEncryption();
}

void LineConnection::write(const QByteArray &bytes)
{
    if (!m_ended) m_socket->write(bytes);
}

void LineConnection::close()
{
    m_ended = true;
    m_silence.stop();
    m_socket->disconnectFromHost();
}

bool LineConnection::isPrivate() const { return m_socket->isEncrypted() || m_socket->peerAddress().isLoopback(); }

void LineConnection::giveUp(Code code, const QString &detail)
{
    if (m_ended) return;
    m_ended = true;
    m_silence.stop();
    m_socket->abort();
    Q_EMIT failed(Error{code, detail});
}

} // namespace akwaba::mail

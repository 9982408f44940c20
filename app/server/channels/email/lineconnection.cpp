// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/lineconnection.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace akwaba::mail {
namespace {

MailTrouble troubleOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError: return MailTrouble::UnknownName;
    case QAbstractSocket::RemoteHostClosedError: return MailTrouble::HungUp;
    case QAbstractSocket::SocketTimeoutError: return MailTrouble::TimedOut;
    // No TLS is spoken there at all.
    case QAbstractSocket::SslHandshakeFailedError: return MailTrouble::AnotherProtocol;
    default: return MailTrouble::NobodyListens;
    }
}

MailTrouble troubleOf(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid: return MailTrouble::ExpiredCertificate;
    case QSslError::HostNameMismatch: return MailTrouble::ForeignCertificate;
    default: return MailTrouble::UnknownCertificate;
    }
}

} // namespace

LineConnection::LineConnection(const MailServer &server, QObject *parent)
    : QObject(parent), m_server(server), m_socket(new QSslSocket(this))
{
    if (!m_server.ownAuthority.isEmpty()) {
        QSslConfiguration tls = m_socket->sslConfiguration();
        tls.addCaCertificates(QSslCertificate::fromData(m_server.ownAuthority));
        m_socket->setSslConfiguration(tls);
    }
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this,
            [this] { giveUp(Code::Unreachable, MailTrouble::TimedOut, u"no answer in time"_s); });
    connect(m_socket, &QSslSocket::connected, this, [this] {
        m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
        awaitAnswer();
        Q_EMIT connected();
    });
    connect(m_socket, &QSslSocket::encrypted, this, [this] {
        if (m_startedTls) Q_EMIT encrypted();
    });
    connect(m_socket, &QIODevice::readyRead, this, [this] {
        awaitAnswer();
        const QByteArray bytes = m_socket->readAll();
        if (!m_ended && !bytes.isEmpty()) Q_EMIT received(bytes);
    });
    // A large mail on a slow line is progress too.
    connect(m_socket, &QIODevice::bytesWritten, this, [this] { awaitAnswer(); });
    connect(m_socket, &QSslSocket::encryptedBytesWritten, this, [this] { awaitAnswer(); });
    connect(m_socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) { doubt(errors); });
    connect(m_socket, &QSslSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        giveUp(Code::Unreachable, troubleOf(error), m_socket->errorString());
    });
    connect(m_socket, &QSslSocket::disconnected, this,
            [this] { giveUp(Code::Unreachable, MailTrouble::HungUp, u"connection closed"_s); });
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
    m_isQuiet = false;
    if (!m_ended && m_socket->isOpen()) m_socket->write(bytes);
}

void LineConnection::waitQuietly()
{
    m_isQuiet = true;
    m_silence.stop();
}

void LineConnection::awaitAnswer()
{
    if (!m_ended && !m_isQuiet) m_silence.start(m_server.answerLimit);
}

/// Who made the certificate weighs more than its name, and its name more than its date: the worst is told.
void LineConnection::doubt(const QList<QSslError> &errors)
{
    auto worst = MailTrouble::ExpiredCertificate;
    QStringList told;
    for (const QSslError &error : errors) {
        const MailTrouble trouble = troubleOf(error);
        const bool isWorse = trouble == MailTrouble::UnknownCertificate
            || (trouble == MailTrouble::ForeignCertificate && worst == MailTrouble::ExpiredCertificate);
        if (isWorse) worst = trouble;
        told.append(error.errorString());
    }
    m_fingerprint = QString::fromLatin1(m_socket->peerCertificate().digest(QCryptographicHash::Sha256).toHex());
    giveUp(Code::UnknownCertificate, worst, told.join(u"; "_s) + u"; SHA-256 "_s + m_fingerprint);
}

void LineConnection::close()
{
    m_ended = true;
    m_silence.stop();
    m_socket->disconnectFromHost();
}

bool LineConnection::isPrivate() const { return m_socket->isEncrypted() || m_socket->peerAddress().isLoopback(); }

void LineConnection::giveUp(Code code, MailTrouble trouble, const QString &detail)
{
    if (m_ended) return;
    m_ended = true;
    m_trouble = trouble;
    m_hadUnsent = m_socket->bytesToWrite() > 0 || m_socket->encryptedBytesToWrite() > 0;
    m_silence.stop();
    m_socket->abort();
    Q_EMIT failed(Error{code, detail});
}

} // namespace akwaba::mail

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/endurance/smtpsink.h"

#include <QRegularExpression>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace {

const QByteArray endOfMail = "\r\n.\r\n";
constexpr auto isInMail = "isInMail";

QString messageIdOf(const QByteArray &mail)
{
    static const QRegularExpression field(u"^Message-ID:\\s*<([^>]+)>"_s,
                                          QRegularExpression::MultilineOption
                                              | QRegularExpression::CaseInsensitiveOption);
    return field.match(QString::fromUtf8(mail)).captured(1);
}

} // namespace

SmtpSink::SmtpSink(QObject *parent) : QObject(parent)
{
    if (!m_server.listen(QHostAddress::LocalHost)) qFatal("the mail server of the test has no port");
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (m_server.hasPendingConnections())
            welcome(m_server.nextPendingConnection());
    });
}

void SmtpSink::welcome(QTcpSocket *socket)
{
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    socket->write("220 sink.test\r\n");
}

void SmtpSink::read(QTcpSocket *socket)
{
    for (;;) {
        if (socket->property(isInMail).toBool()) {
            const qsizetype end = socket->peek(socket->bytesAvailable()).indexOf(endOfMail);
            if (end < 0) return;
            socket->setProperty(isInMail, false);
            take(socket, socket->read(end + endOfMail.size()));
            continue;
        }
        if (!socket->canReadLine()) return;
        const QByteArray command = socket->readLine().trimmed().toUpper();
        socket->setProperty(isInMail, command == "DATA");
        if (command == "DATA")
            socket->write("354 go on\r\n");
        else
            socket->write(command == "QUIT" ? "221 bye\r\n" : "250 ok\r\n");
    }
}

void SmtpSink::take(QTcpSocket *socket, const QByteArray &mail)
{
    ++m_taken[messageIdOf(mail)];
    m_mails.append(mail);
    if (std::exchange(m_holds, false))
        Q_EMIT held();
    else
        socket->write("250 taken\r\n");
}

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/peers/sendmail.h"

#include <QHostAddress>
#include <QTcpSocket>

bool sendMail(quint16 port, const QByteArray &from, const QByteArray &to, const QByteArray &mail)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    const QByteArrayList lines{"EHLO test\r\n", "MAIL FROM:<" + from + ">\r\n", "RCPT TO:<" + to + ">\r\n", "DATA\r\n",
                               mail + "\r\n.\r\n"};
    for (const QByteArray &line : lines) { // each after an answer
        if (!socket.waitForReadyRead(5000)) return false;
        socket.readAll();
        socket.write(line);
    }
    return socket.waitForReadyRead(5000) && socket.readAll().startsWith("250");
}

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTcpServer>

class QTcpSocket;

/// A mail server that takes everything and counts it by Message-ID: what has reached it has gone out, whatever becomes
/// of the one who sent it. Plain SMTP on loopback, on the thread that made it.
class SmtpSink : public QObject {
    Q_OBJECT
public:
    explicit SmtpSink(QObject *parent = nullptr);

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// How often a mail was taken, by its Message-ID without angle brackets.
    [[nodiscard]] const QHash<QString, int> &taken() const { return m_taken; }
    /// The mails themselves, in their order.
    [[nodiscard]] const QList<QByteArray> &mails() const { return m_mails; }
    /// The next mail is taken and counted, and its sender never hears of it.
    void holdNext() { m_holds = true; }

Q_SIGNALS:
    /// A mail was taken and not answered.
    void held();

private:
    void welcome(QTcpSocket *socket);
    void read(QTcpSocket *socket);
    void take(QTcpSocket *socket, const QByteArray &mail);

    QTcpServer m_server;
    QHash<QString, int> m_taken;
    QList<QByteArray> m_mails;
    bool m_holds = false;
};

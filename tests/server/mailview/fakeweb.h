// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/mailview/picturefetcher.h"
#include "app/server/mailview/publicaddress.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace akwaba::mailview {

/// The Internet as the tests have it: a real HTTP server on one address of this machine, which counts as public, names
/// that mean what the test says, and everything else as it is out there.
class FakeWeb {
public:
    static QHostAddress address() { return QHostAddress(QStringLiteral("127.0.0.9")); }
    static QByteArray png() { return QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(100, 'x'); }
    static QByteArray ok(const QByteArray &type, const QByteArray &body)
    {
        return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\n\r\n" + body;
    }
    static QByteArray redirection(const QString &to)
    {
        return "HTTP/1.1 302 Found\r\nLocation: " + to.toLatin1() + "\r\nContent-Length: 0\r\n\r\n";
    }

    FakeWeb()
    {
        if (!m_server.listen(address())) qFatal("no address to listen on");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { serve(socket); });
        });
        names.insert(QStringLiteral("images.example"), {address()});
    }

    [[nodiscard]] QString at(const QString &path, const QString &host = QStringLiteral("images.example")) const
    {
        return QStringLiteral("http://%1:%2%3").arg(host).arg(m_server.serverPort()).arg(path);
    }

    [[nodiscard]] FetchRules rules()
    {
        return {[this](const QString &host, QObject *context, const FetchRules::Resolved &resolved) {
                    asked.append(host);
                    const QHostAddress literal(host);
                    const QList<QHostAddress> found =
                        literal.isNull() ? names.value(host) : QList<QHostAddress>{literal};
                    QMetaObject::invokeMethod(context, [resolved, found] { resolved(found); }, Qt::QueuedConnection);
                },
                [](const QHostAddress &where) { return where == address() || isPublicAddress(where); },
                [this](int port) { return port == 80 || port == 443 || port == m_server.serverPort(); }};
    }

    QHash<QByteArray, QByteArray> answers; ///< by path; one that ends in "..." goes on without end
    QHash<QString, QList<QHostAddress>> names;
    QStringList asked; ///< of the name server
    QByteArrayList requests;

private:
    void serve(QTcpSocket *socket)
    {
        const QByteArray request = socket->readAll();
        requests.append(request);
        const QByteArray answer = answers.value(request.split(' ').value(1));
        if (!answer.endsWith("...")) {
            socket->write(answer);
            return;
        }
        socket->write(answer.chopped(3));
        QObject::connect(socket, &QTcpSocket::bytesWritten, socket,
                         [socket] { socket->write(QByteArray(64 * 1024, 'x')); });
    }

    QTcpServer m_server;
};

} // namespace akwaba::mailview

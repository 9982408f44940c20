// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace akwaba {

/// A server of a few lines on loopback that answers what a test wants, byte for byte, or nothing at all.
class StubServer : public QObject {
    Q_OBJECT
public:
    /// Gets the request's bytes up to the end of its body, gives those of the answer; empty: silence.
    using Respond = std::function<QByteArray(const QByteArray &request)>;

    explicit StubServer(Respond respond, const QSslConfiguration &tls = {})
        : m_respond(std::move(respond)), m_secure(!tls.isNull())
    {
        QTcpServer &server = m_secure ? m_tls : m_plain;
        if (m_secure) m_tls.setSslConfiguration(tls);
        server.listen(QHostAddress::LocalHost);
        connect(&server, &QTcpServer::pendingConnectionAvailable, this, [this, &server] {
            while (QTcpSocket *socket = server.nextPendingConnection())
                serve(socket);
        });
    }

    [[nodiscard]] QUrl url() const
    {
        return QUrl(QStringLiteral("%1://localhost:%2")
                        .arg(m_secure ? QStringLiteral("https") : QStringLiteral("http"))
                        .arg(m_secure ? m_tls.serverPort() : m_plain.serverPort()));
    }
    [[nodiscard]] const QList<QByteArray> &requests() const { return m_requests; }

    bool hangsUp = false; // after an answer

    static QByteArray http(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers
            + "\r\n" + body;
    }

Q_SIGNALS:
    /// Written to whoever is connected: the rest of an answer.
    void more(const QByteArray &bytes);

private:
    void serve(QTcpSocket *socket)
    {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(this, &StubServer::more, socket, [socket](const QByteArray &bytes) { socket->write(bytes); });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            const QByteArray data = socket->property("data").toByteArray() + socket->readAll();
            socket->setProperty("data", data);
            const qsizetype head = data.indexOf("\r\n\r\n");
            if (head < 0 || data.size() < head + 4 + contentLength(data.first(head))) return;
            socket->setProperty("data", QByteArray());
            m_requests.append(data);
            socket->write(m_respond(data));
            if (hangsUp) socket->disconnectFromHost();
        });
    }
    static qsizetype contentLength(const QByteArray &head)
    {
        const qsizetype at = head.toLower().indexOf("content-length:");
        return at < 0 ? 0 : head.mid(at + 15, head.indexOf('\r', at) - at - 15).trimmed().toLongLong();
    }

    Respond m_respond;
    bool m_secure;
    QTcpServer m_plain;
    QSslServer m_tls;
    QList<QByteArray> m_requests;
};

} // namespace akwaba

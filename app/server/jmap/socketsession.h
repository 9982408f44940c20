// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/message.h"
#include "app/server/jmap/authenticator.h"
#include "app/server/jmap/dispatcher.h"

#include <QObject>
#include <QTimer>
#include <QWebSocket>

#include <memory>

namespace akwaba::jmap {

/// One device's WebSocket (RFC 8887): requests are answered on it, and once push is enabled it is told that something
/// in its sight changed. The hint says no more than the new state; the first goes out at once, later ones gathered.
/// Who speaks is asked again before every answer and every hint, so a revoked token ends it.
class SocketSession : public QObject {
    Q_OBJECT
public:
    struct Surroundings {
        const Dispatcher &dispatcher;
        const Authenticator &authenticator;
        store::Store &store;
        const Settings &settings;
    };

    SocketSession(std::unique_ptr<QWebSocket> socket, http::Headers headers, store::Caller caller,
                  const Surroundings &around, QObject *parent);

    [[nodiscard]] bool hasToken(const QString &token) const;
    /// Something was committed that whoever holds one of these scopes can or could see.
    void notice(const QStringList &scopes);
    void close();

Q_SIGNALS:
    void closed();

private:
    void receive(const QString &text);
    void request(const QJsonObject &message);
    void enablePush(const QJsonObject &message);
    void hint();
    void sendState();
    void send(const QJsonObject &message);
    void sendError(const RequestError &error, const QJsonValue &requestId);
    /// False where he no longer may: the socket is then closing.
    [[nodiscard]] bool renewCaller();

    std::unique_ptr<QWebSocket> m_socket;
    const http::Headers m_headers;
    store::Caller m_caller;
    const Surroundings m_around;
    QTimer m_pause; // after a hint, until the next one may go
    bool m_pushes = false;
    bool m_due = false;
};

} // namespace akwaba::jmap

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/message.h"
#include "app/server/jmap/authenticator.h"
#include "app/server/jmap/dispatcher.h"
#include "app/server/jmap/statewatch.h"

#include <QObject>
#include <QWebSocket>

#include <memory>

namespace akwaba::jmap {

/// One device's WebSocket (RFC 8887): requests are answered on it, and once push is enabled it is told that something
/// in its sight changed. Who speaks is asked again before every answer and every hint, so a revoked token ends it.
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

    void notice(const QStringList &scopes) { m_watch.notice(scopes); }
    void close();

Q_SIGNALS:
    void closed();

private:
    void receive(const QString &text);
    void request(const QJsonObject &message);
    void enablePush(const QJsonObject &message);
    void send(const QJsonObject &message);
    void sendError(const RequestError &error, const QJsonValue &requestId);

    std::unique_ptr<QWebSocket> m_socket;
    const Surroundings m_around;
    StateWatch m_watch;
};

} // namespace akwaba::jmap

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/message.h"
#include "app/server/jmap/authenticator.h"
#include "app/server/jmap/dispatcher.h"
#include "app/server/jmap/presenceboard.h"
#include "app/server/jmap/requestreader.h"
#include "app/server/jmap/statewatch.h"

#include <QObject>
#include <QWebSocket>

#include <deque>
#include <memory>

namespace akwaba::jmap {

/// One device's WebSocket (RFC 8887): requests are begun in the order in which they came, and answered on it; once push
/// is enabled it is told that something in its sight changed. Who speaks is asked again before every answer,
/// and with every commit that concerns him, so a revoked token ends it.
class SocketSession : public QObject {
    Q_OBJECT
public:
    struct Surroundings {
        RequestReader &reader;
        const Dispatcher &dispatcher;
        const Authenticator &authenticator;
        store::Store &store;
        const Settings &settings;
        Herald &herald;
        PresenceBoard &presence;
    };

    SocketSession(std::unique_ptr<QWebSocket> socket, http::Headers headers, store::Caller caller,
                  const Surroundings &around, QObject *parent);
    ~SocketSession() override;

    void close();
    [[nodiscard]] const AgentId &agent() const { return m_watch.caller().agent; }

Q_SIGNALS:
    void closed();

private:
    struct Waiting {
        QByteArray bytes;
        std::shared_ptr<void> place; // among the requests of his device; null for what is read at once
    };

    void receive(const QString &text);
    void readNext();
    void handle(const RequestReader::Read &read, const std::shared_ptr<void> &place);
    void request(const Incoming &incoming, std::shared_ptr<void> place);
    void enablePush(const QJsonObject &message);
    void presence(const QJsonObject &message);
    void tellPresence(const TicketPresence &now, const QStringList &keys);
    void send(const QJsonObject &message);
    void sendError(const RequestError &error, const QJsonValue &requestId);

    std::unique_ptr<QWebSocket> m_socket;
    const Surroundings m_around;
    StateWatch m_watch;
    std::deque<Waiting> m_waiting; // behind one that is being read
    bool m_reading = false;
    bool m_hearsOfPresence = false; // it has spoken of its own
};

} // namespace akwaba::jmap

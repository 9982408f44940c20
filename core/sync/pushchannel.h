// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/presence.h"
#include "core/sync/httpclient.h"

#include <QTimer>
#include <QWebSocket>

namespace akwaba {

/// The server's hints over WebSocket (RFC 8887): told that something changed, never what; and where agents are, ours
/// and the others (sync.md 2.17). Closes itself when the other end has been silent for a minute. On the thread that
/// made it.
class PushChannel : public QObject {
    Q_OBJECT
public:
    explicit PushChannel(ServerAddress server, QObject *parent = nullptr);
    ~PushChannel() override;

    void open(const QByteArray &token);
    /// For the next time that it is opened.
    void setServer(const ServerAddress &server) { m_server = server; }
    /// closed() is not told.
    void close();

    /// Where our agent is from now on: told as long as the channel is open, and again when it opens.
    void setPresence(const OwnPresence &own);

Q_SIGNALS:
    void opened();
    void hinted();
    void closed();
    void presenceTold(const akwaba::TicketPresence &now);

private:
    void receive(const QString &text);
    void ping();
    void say(const QJsonObject &message);
    void tellPresence();

    ServerAddress m_server;
    QWebSocket m_socket;
    QTimer m_pings;
    QTimer m_presenceAgain;
    OwnPresence m_presence;
    int m_unanswered = 0;
    bool m_wanted = false;
};

} // namespace akwaba

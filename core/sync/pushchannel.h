// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/httpclient.h"

#include <QTimer>
#include <QWebSocket>

namespace akwaba {

/// The server's hints over WebSocket (RFC 8887): told that something changed, never what. Closes itself when the other
/// end has been silent for a minute. On the thread that made it.
class PushChannel : public QObject {
    Q_OBJECT
public:
    explicit PushChannel(ServerAddress server, QObject *parent = nullptr);
    ~PushChannel() override;

    void open(const QByteArray &token);
    /// closed() is not told.
    void close();

Q_SIGNALS:
    void opened();
    void hinted();
    void closed();

private:
    void receive(const QString &text);
    void ping();

    const ServerAddress m_server;
    QWebSocket m_socket;
    QTimer m_pings;
    int m_unanswered = 0;
    bool m_wanted = false;
};

} // namespace akwaba

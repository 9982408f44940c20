// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/lmtpsession.h"
#include "core/base/async.h"

#include <QHostAddress>
#include <QObject>

#include <chrono>

class QIODevice;
class QLocalServer;
class QTcpServer;

namespace akwaba::mail {

/// Stores a received mail, later. What it says decides the answer: see LmtpSession::delivered().
using Deliver = std::function<QFuture<Result<void>>(const QByteArray &raw, const QStringList &recipients)>;

/// The local delivery door: LMTP on a loopback port or a Unix socket, for the
/// mail server of this machine. It knows no password, so it refuses to listen
/// anywhere else. Deliver is called on the thread of this object.
class LmtpListener : public QObject {
    Q_OBJECT

public:
    LmtpListener(LmtpOptions options, Deliver deliver, AcceptsRecipient accepts = {}, QObject *parent = nullptr);
    ~LmtpListener() override;

    /// Port 0 takes a free one; the answer is the port.
    [[nodiscard]] Result<quint16> listen(const QHostAddress &address, quint16 port);
    /// A socket file that only this user and his group may open.
    [[nodiscard]] Result<void> listenLocal(const QString &path);

    void setIdleLimit(std::chrono::milliseconds limit) { m_idleLimit = limit; }

private:
    template <class Socket> void converse(Socket *socket);
    template <class Socket>
    void answer(Socket *socket, const std::shared_ptr<LmtpSession> &session, const QByteArray &bytes);

    LmtpOptions m_options;
    Deliver m_deliver;
    AcceptsRecipient m_accepts;
    QTcpServer *m_tcp = nullptr;
    QLocalServer *m_local = nullptr;
    std::chrono::milliseconds m_idleLimit = std::chrono::minutes(5);
    int m_open = 0;
};

} // namespace akwaba::mail

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/mailserver.h"
#include "core/base/result.h"

#include <QObject>
#include <QTimer>

class QSslSocket;

namespace akwaba::mail {

/// The socket below SMTP and IMAP: connects, turns TLS on at once or on request,
/// and gives up on a server that is silent for too long. Certificates are
/// checked. Ends with exactly one failed() or with close().
class LineConnection : public QObject {
    Q_OBJECT

public:
    explicit LineConnection(const MailServer &server, QObject *parent = nullptr);

    void open();
    void startTls();
    void write(const QByteArray &bytes);
    void close();

    /// A password may be sent: the line is encrypted, or does not leave this machine.
    [[nodiscard]] bool isPrivate() const;

Q_SIGNALS:
    void received(const QByteArray &bytes);
    void encrypted(); // after startTls()
    void failed(const akwaba::Error &error);

private:
    void giveUp(Code code, const QString &detail);

    MailServer m_server;
    QSslSocket *m_socket;
    QTimer m_silence;
    bool m_startedTls = false;
    bool m_ended = false;
};

} // namespace akwaba::mail

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/mailserver.h"
#include "core/base/result.h"
#include "core/domain/enums.h"

#include <QObject>
#include <QTimer>

class QSslError;
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
    /// The other end may say nothing for as long as it wants, until something is written.
    void waitQuietly();

    /// A password may be sent: the line is encrypted, or does not leave this machine.
    [[nodiscard]] bool isPrivate() const;
    /// Why it failed, for whoever sets up a mailbox.
    [[nodiscard]] MailTrouble trouble() const { return m_trouble; }
    /// SHA-256 of the certificate that was not believed, in hex; else empty.
    [[nodiscard]] QString fingerprint() const { return m_fingerprint; }
    /// Something of what was written had not left this machine's hands when it failed.
    [[nodiscard]] bool hadUnsent() const { return m_hadUnsent; }

Q_SIGNALS:
    void connected();
    void received(const QByteArray &bytes);
    void encrypted(); // after startTls()
    void failed(const akwaba::Error &error);

private:
    void giveUp(Code code, MailTrouble trouble, const QString &detail);
    void awaitAnswer();
    void doubt(const QList<QSslError> &errors);

    MailServer m_server;
    QSslSocket *m_socket;
    QTimer m_silence;
    bool m_startedTls = false;
    bool m_isQuiet = false;
    bool m_ended = false;
    bool m_hadUnsent = false;
    MailTrouble m_trouble = MailTrouble::None;
    QString m_fingerprint;
};

} // namespace akwaba::mail

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/imapsession.h"
#include "app/server/channels/email/smtpclient.h"
#include "core/domain/mailaccount.h"

namespace akwaba {

/// The two servers of an account as our mail knows them.
[[nodiscard]] mail::MailServer imapServerOf(const MailAccount &account, const MailPasswords &passwords);
[[nodiscard]] mail::MailServer smtpServerOf(const MailAccount &account, const MailPasswords &passwords);

/// Goes the whole way that mails go, without touching one: to the IMAP server as far as to the folder, then to the SMTP
/// server as far as to the sender. The second is tried where the first fails, too. Ends with exactly one finished(),
/// within the time limits of the connections.
class MailboxTrial : public QObject {
    Q_OBJECT

public:
    MailboxTrial(const MailAccount &account, const MailPasswords &passwords, const QString &ownName,
                 QObject *parent = nullptr);

    void start() { m_imap.open(); }

Q_SIGNALS:
    void finished(const QList<akwaba::MailCheck> &checks);

private:
    void watchImap();
    void watchSmtp();
    /// All steps up to this one were taken.
    void reach(MailStep step);
    /// The next step is where it ends. A name that nobody knows was not the last step taken, but the first.
    void stumble(MailTrouble trouble, const QString &fingerprint);
    void trySmtp();

    const MailAccount m_account;
    mail::ImapSession m_imap;
    mail::SmtpClient m_smtp;
    MailStep m_next = MailStep::ImapName;
    QList<MailCheck> m_checks;
};

} // namespace akwaba

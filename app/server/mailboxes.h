// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/config/config.h"
#include "app/server/jobs/mailintake.h"
#include "app/server/jobs/mailrunner.h"
#include "app/server/store/secretbox.h"
#include "core/domain/mailaccount.h"

#include <QTimer>

#include <memory>
#include <vector>

namespace akwaba {

class MailboxPolling;

/// The company's mailboxes, those of the configuration and those that administrators set up in the console: fetches
/// them, and brings each mail to the server of the mailbox that it leaves from. Changes count at once, also those that
/// another process writes. Of several processes one leads.
class Mailboxes : public QObject {
    Q_OBJECT

public:
    /// All three must outlive it.
    Mailboxes(store::Store &store, jobs::MailIntake &intake, const ServerConfig &config);
    ~Mailboxes() override;

    void lead(bool leads);
    /// Takes in what was changed. What is in the air is finished.
    void refresh();
    void stop();
    /// Those of the configuration, as they are shown.
    [[nodiscard]] QList<MailAccount> configured() const;

private:
    /// One mailbox with its secrets.
    struct Mailbox {
        ImapAccount imap;
        std::optional<mail::MailServer> smtp; // none: that of [mail]
    };

    [[nodiscard]] Result<QList<Mailbox>> all();
    [[nodiscard]] const Mailbox *of(const QString &address) const;
    [[nodiscard]] QDateTime changedAt() const;
    void send(const mail::SmtpEnvelope &envelope, const QByteArray &content,
              std::function<void(const mail::SmtpOutcome &)> done);
    void begin(const mail::SmtpEnvelope &envelope, const QByteArray &content,
               std::function<void(const mail::SmtpOutcome &)> done);
    void keepCopy(const Mailbox &mailbox, const QString &messageId, const QByteArray &content);

    store::Store &m_store;
    jobs::MailIntake &m_intake;
    const ServerConfig &m_config;
    store::SecretBox m_secrets;
    jobs::MailRunner m_runner;
    QList<Mailbox> m_mailboxes;
    std::vector<std::unique_ptr<MailboxPolling>> m_pollings;
    QTimer m_look; // for changes of other processes
    QDateTime m_changedAt;
    bool m_leads = false;
};

} // namespace akwaba

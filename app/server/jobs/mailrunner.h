// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/replytoken.h"
#include "app/server/channels/email/smtpclient.h"
#include "app/server/store/mailtables.h"
#include "core/base/result.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

namespace akwaba::store {
class Store;
}

namespace akwaba::jobs {

struct MailSettings {
    QString tenant; // the domain of our Message-IDs
    EmailAddress fallbackFrom; // for teams without an address
    std::optional<mail::ReplyTokens> replyTokens; // where answers shall come to an address that names the ticket
};

/// Hands one mail to a mail server and answers once.
using SendMail = std::function<void(const mail::SmtpEnvelope &, const QByteArray &mail,
                                    std::function<void(const mail::SmtpOutcome &)>)>;

/// Brings queued replies to the mail server (sync.md 2.12). An attempt is on the disk before its first byte goes out,
/// and every attempt is the same mail with the same Message-ID; what was in the air when we died is unknown, and sent
/// again ten minutes later. Temporary failures are tried again ever more slowly, for two days. How an attempt ended is
/// kept until the database takes it. Of several server processes one at a time is started. Lives on the store's thread;
/// the store must outlive it.
class MailRunner : public QObject {
    Q_OBJECT

public:
    MailRunner(store::Store &store, MailSettings settings, SendMail send, QObject *parent = nullptr);

    /// Takes up what another process left when it died, and looks for work from now on.
    void start();
    /// Begins nothing any more; what is in the air is finished.
    void pause() { m_working = false; }
    /// Begins what is due. What the timer does; public so that a test needs no timer.
    void work();
    [[nodiscard]] bool isBusy() const { return !m_inFlight.isEmpty(); }

private:
    [[nodiscard]] bool takeUp();
    [[nodiscard]] bool recordEnds();
    void begin(const store::MailJob &job);
    [[nodiscard]] Result<QByteArray> attempt(store::MailJob &job, mail::SmtpEnvelope &envelope);
    void finish(const MessageId &message, const mail::SmtpOutcome &outcome);
    [[nodiscard]] Result<void> settle(store::Writer &writer, const MessageId &message,
                                      const mail::SmtpOutcome &outcome);
    [[nodiscard]] store::MailJob after(store::MailJob job, const mail::SmtpOutcome &outcome) const;

    store::Store &m_store;
    MailSettings m_settings;
    SendMail m_send;
    QTimer m_timer;
    QTimer m_next; // a place became free: others may wait for it
    QSet<QString> m_inFlight; // ids of messages
    QHash<QString, mail::SmtpOutcome> m_ended; // not recorded yet; these are in m_inFlight too
    bool m_working = false;
    bool m_takenUp = false; // since the last start, or the last attempt that failed before its mail left
};

} // namespace akwaba::jobs

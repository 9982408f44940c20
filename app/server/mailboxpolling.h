// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/config/config.h"
#include "app/server/jobs/receivemail.h"

#include <QObject>
#include <QTimer>

namespace akwaba::jobs {
class MailIntake;
}
namespace akwaba::store {
class Store;
}

namespace akwaba {

/// Fetches one mailbox: at once when its server tells of new mail, else now and then, and after a failure ever more
/// slowly. Keeps in the store how far it came and what is in the way.
class MailboxPolling : public QObject {
    Q_OBJECT

public:
    /// Both must outlive it.
    MailboxPolling(store::Store &store, jobs::MailIntake &intake, const ImapAccount &account);

    void start();

private:
    void visit();
    void visited(const Result<mail::ImapVisit> &visit);
    void failed(const Error &error, MailTrouble trouble);
    void keep(const mail::ImapState &state);
    void note(MailTrouble trouble);

    store::Store &m_store;
    const ImapAccount m_account;
    mail::ImapPoller m_poller;
    QTimer m_timer;
    int m_failures = 0; // in a row
    std::optional<MailTrouble> m_noted; // as it stands in the store
};

} // namespace akwaba

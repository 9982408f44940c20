// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/config/config.h"
#include "app/server/jobs/receivemail.h"

#include <QObject>
#include <QTimer>

namespace akwaba::store {
class Store;
}

namespace akwaba {

/// Visits one mailbox now and then and keeps in the store how far it came. What it is given must outlive it.
class MailboxPolling : public QObject {
    Q_OBJECT

public:
    MailboxPolling(store::Store &store, const ImapAccount &account, const jobs::ReceiveSettings &receiving);

    void start();

private:
    void visit();
    void keep(const mail::ImapState &state);

    store::Store &m_store;
    const ImapAccount m_account;
    const jobs::ReceiveSettings &m_receiving;
    mail::ImapPoller m_poller;
    QTimer m_timer;
};

} // namespace akwaba

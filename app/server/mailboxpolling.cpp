// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/mailboxpolling.h"

#include "app/server/jobs/receivemail.h"
#include "app/server/store/mailtables.h"
#include "app/server/store/store.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

Q_LOGGING_CATEGORY(lcImap, "akwaba.imap")

} // namespace

MailboxPolling::MailboxPolling(store::Store &store, const ImapAccount &account, const jobs::ReceiveSettings &receiving)
    : m_store(store), m_account(account), m_receiving(receiving),
      m_poller(account.server, account.mailbox, [this](const QByteArray &raw) {
          return jobs::receiveMail(m_store, raw, {}, m_receiving).map([](const jobs::MailReceipt &) { });
      })
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { visit(); });
    connect(&m_poller, &mail::ImapPoller::advanced, this, [this](const mail::ImapState &state) { keep(state); });
    connect(&m_poller, &mail::ImapPoller::finished, this, [this](const Result<mail::ImapVisit> &visit) {
        if (visit)
            keep(visit->state);
        else
            qCWarning(lcImap) << "mailbox" << m_account.name << codeName(visit.error().code) << visit.error().detail;
        const bool atOnce = visit && visit->isMore;
        m_timer.start(atOnce ? std::chrono::seconds(0) : std::chrono::seconds(m_account.everySeconds));
    });
}

void MailboxPolling::start() { m_timer.start(0); }

void MailboxPolling::visit()
{
    const auto progress = m_store.read().and_then([this](const store::Snapshot &snapshot) {
        return store::mailboxProgress(snapshot.database(), m_account.name);
    });
    if (!progress) {
        qCWarning(lcImap) << "mailbox" << m_account.name << progress.error().detail;
        m_timer.start(std::chrono::seconds(m_account.everySeconds));
        return;
    }
    m_poller.visit({static_cast<quint32>(progress->uidValidity), static_cast<quint32>(progress->lastUid)});
}

void MailboxPolling::keep(const mail::ImapState &state)
{
    const auto done = m_store.write([&](store::Writer &writer) {
        return store::setMailboxProgress(writer, m_account.name, {state.uidValidity, state.lastUid});
    });
    // The mails come again and are known then.
    if (!done) qCWarning(lcImap) << "progress of" << m_account.name << "was not kept:" << done.error().detail;
}

} // namespace akwaba

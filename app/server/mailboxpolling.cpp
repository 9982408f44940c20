// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/mailboxpolling.h"

#include "app/server/channels/email/reconnectpause.h"
#include "app/server/jobs/mailintake.h"
#include "app/server/store/mailtables.h"
#include "app/server/store/store.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

Q_LOGGING_CATEGORY(lcImap, "akwaba.imap")

} // namespace

MailboxPolling::MailboxPolling(store::Store &store, jobs::MailIntake &intake, const ImapAccount &account)
    : m_store(store), m_account(account),
      m_poller(account.server, account.mailbox, [this, &intake](const QByteArray &raw) {
          return intake.take(raw, m_account.address.isEmpty() ? QStringList() : QStringList{m_account.address});
      })
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { visit(); });
    connect(&m_poller, &mail::ImapPoller::advanced, this, [this](const mail::ImapState &state) { keep(state); });
    connect(&m_poller, &mail::ImapPoller::finished, this, &MailboxPolling::visited);
    connect(&m_poller, &mail::ImapPoller::news, this, [this] { visit(); });
    connect(&m_poller, &mail::ImapPoller::lost, this,
            [this] { failed({Code::Unreachable, u"the line broke"_s}, m_poller.trouble()); });
}

void MailboxPolling::start() { m_timer.start(0); }

void MailboxPolling::visit()
{
    m_timer.stop();
    const auto progress = m_store.read().and_then([this](const store::Snapshot &snapshot) {
        return store::mailboxProgress(snapshot.database(), m_account.name);
    });
    if (!progress) return failed(progress.error(), MailTrouble::None);
    m_poller.visit({static_cast<quint32>(progress->uidValidity), static_cast<quint32>(progress->lastUid)});
}

void MailboxPolling::visited(const Result<mail::ImapVisit> &visit)
{
    if (!visit) return failed(visit.error(), m_poller.trouble());
    m_failures = 0;
    keep(visit->state);
    if (visit->tooLarge + visit->refused > 0) {
        qCWarning(lcImap) << "mailbox" << m_account.name << "keeps" << visit->tooLarge << "mails that are too large and"
                          << visit->refused << "that can't be taken";
        note(MailTrouble::LargeMail);
    } else if (visit->isFull) {
        qCWarning(lcImap) << "mailbox" << m_account.name << "is full";
        note(MailTrouble::Full);
    } else if (m_noted != MailTrouble::LargeMail) { // they are still there; told until the mailbox is set up anew
        note(MailTrouble::None);
    }
    if (visit->isMore)
        m_timer.start(0);
    else if (!m_poller.isListening())
        m_timer.start(std::chrono::seconds(m_account.everySeconds));
}

/// After a line that broke as after a visit that failed. A line breaks now and then, which is nobody's business unless
/// it happens again; where our own database is the matter, the mailbox is not.
void MailboxPolling::failed(const Error &error, MailTrouble trouble)
{
    qCWarning(lcImap) << "mailbox" << m_account.name << codeName(error.code) << wireName(trouble) << error.detail;
    ++m_failures;
    const bool mayPass = error.code == Code::Unreachable && m_failures == 1;
    if (trouble != MailTrouble::None && !mayPass) note(trouble);
    m_timer.start(mail::reconnectPause(m_failures, error.code, m_store.random()));
}

void MailboxPolling::keep(const mail::ImapState &state)
{
    const auto done = m_store.write([&](store::Writer &writer) {
        return store::setMailboxProgress(writer, m_account.name, {state.uidValidity, state.lastUid});
    });
    // The mails come again and are known then.
    if (!done) qCWarning(lcImap) << "progress of" << m_account.name << "was not kept:" << done.error().detail;
}

void MailboxPolling::note(MailTrouble trouble)
{
    if (m_noted == trouble) return;
    const auto done =
        m_store.write([&](store::Writer &writer) { return store::setMailboxTrouble(writer, m_account.name, trouble); });
    if (done) m_noted = trouble;
}

} // namespace akwaba

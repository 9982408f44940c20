// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/mailboxes.h"

#include "app/server/channels/email/sentcopy.h"
#include "app/server/jobs/mailthread.h"
#include "app/server/mailboxpolling.h"
#include "app/server/mailboxtrial.h"
#include "app/server/store/mailaccounts.h"
#include "app/server/store/store.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace akwaba {

namespace {

Q_LOGGING_CATEGORY(lcMailboxes, "akwaba.mail")

constexpr auto lookEvery = 10s;

ImapAccount fetchedAs(const MailAccount &account, const MailPasswords &passwords)
{
    ImapAccount imap;
    imap.name = account.id.value;
    imap.server = imapServerOf(account, passwords);
    imap.mailbox.name = account.folder;
    imap.mailbox.from = QDate::fromString(account.fromDate, Qt::ISODate);
    imap.address = account.address;
    imap.keepsSent = account.keepsSent;
    imap.sentFolder = account.sentFolder;
    return imap;
}

jobs::MailSettings settingsOf(const store::Store &store, const ServerConfig &config)
{
    jobs::MailSettings settings{config.tenant, config.fallbackFrom, {}};
    if (config.replyTokens) settings.replyTokens = jobs::replyTokens(store);
    return settings;
}

} // namespace

Mailboxes::Mailboxes(store::Store &store, jobs::MailIntake &intake, const ServerConfig &config)
    : m_store(store), m_intake(intake), m_config(config), m_secrets(store.directory(), store.random()),
      m_runner(
          store, settingsOf(store, config),
          [this](const mail::SmtpEnvelope &envelope, const QByteArray &content,
                 std::function<void(const mail::SmtpOutcome &)> done) { send(envelope, content, std::move(done)); })
{
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (changedAt() != m_changedAt) refresh();
    });
}

Mailboxes::~Mailboxes() = default;

void Mailboxes::lead(bool leads)
{
    m_leads = leads;
    if (leads) {
        m_look.start();
        return refresh();
    }
    m_look.stop();
    m_pollings.clear();
    m_runner.pause();
}

void Mailboxes::refresh()
{
    if (!m_leads) return;
    const QDateTime changed = changedAt();
    const auto mailboxes = all();
    if (!mailboxes) {
        qCWarning(lcMailboxes) << "can't read the mailboxes:" << mailboxes.error().detail;
        return; // the next look tries again
    }
    m_changedAt = changed;
    m_mailboxes = *mailboxes;
    m_pollings.clear();
    for (const Mailbox &mailbox : std::as_const(m_mailboxes)) {
        m_pollings.push_back(std::make_unique<MailboxPolling>(m_store, m_intake, mailbox.imap));
        m_pollings.back()->start();
    }
    const bool canSend = m_config.smtp
        || std::ranges::any_of(m_mailboxes, [](const Mailbox &mailbox) { return mailbox.smtp.has_value(); });
    canSend ? m_runner.start() : m_runner.pause();
}

void Mailboxes::stop()
{
    m_leads = false;
    m_look.stop();
    m_pollings.clear();
}

Result<QList<Mailboxes::Mailbox>> Mailboxes::all()
{
    QList<Mailbox> mailboxes;
    for (const ImapAccount &account : m_config.imap)
        mailboxes.append({account, {}});
    const auto snapshot = m_store.read();
    if (!snapshot) return tl::unexpected(snapshot.error());
    const auto accounts = store::mailAccounts(snapshot->database());
    if (!accounts) return tl::unexpected(accounts.error());
    for (const MailAccount &account : *accounts) {
        if (!account.active) continue;
        const auto passwords = store::mailPasswords(snapshot->database(), m_secrets, account.id);
        // After a restore without secrets.key: the others work, and the log-in of this one fails and is told.
        if (!passwords) qCWarning(lcMailboxes) << "mailbox" << account.id.value << passwords.error().detail;
        const MailPasswords known = passwords.value_or(MailPasswords());
        mail::MailServer smtp = smtpServerOf(account, known);
        smtp.ownName = m_config.publicName;
        mailboxes.append({fetchedAs(account, known), smtp});
    }
    return mailboxes;
}

const Mailboxes::Mailbox *Mailboxes::of(const QString &address) const
{
    const auto found = std::ranges::find_if(m_mailboxes, [&address](const Mailbox &mailbox) {
        return mailbox.imap.address.compare(address, Qt::CaseInsensitive) == 0 && !address.isEmpty();
    });
    return found == m_mailboxes.end() ? nullptr : &*found;
}

QDateTime Mailboxes::changedAt() const
{
    return m_store.read()
        .and_then([](const store::Snapshot &snapshot) { return store::mailAccountsChangedAt(snapshot.database()); })
        .value_or(m_changedAt);
}

/// What may have arrived is looked for first where its provider keeps what was sent (sync.md 2.12): who finds it there
/// need not send it twice. Who can't look sends it.
void Mailboxes::send(const mail::SmtpEnvelope &envelope, const QByteArray &content,
                     std::function<void(const mail::SmtpOutcome &)> done)
{
    const Mailbox *mailbox = of(envelope.sender);
    if (!envelope.mayHaveArrived || !mailbox) return begin(envelope, content, std::move(done));
    auto *look = new mail::SentCopy(mailbox->imap.server, mailbox->imap.sentFolder, this);
    connect(look, &mail::SentCopy::finished, this,
            [this, look, envelope, content, done = std::move(done)](const Result<bool> &isThere) {
                look->deleteLater();
                if (!isThere.value_or(false)) return begin(envelope, content, done);
                mail::SmtpOutcome outcome;
                outcome.kind = mail::SmtpOutcome::Kind::Accepted;
                outcome.reply = u"found in the folder of sent mail"_s;
                done(outcome);
            });
    look->lookFor(envelope.messageId);
}

/// A client of its own for each mail: mails don't wait for each other, and one that hangs hurts nobody.
void Mailboxes::begin(const mail::SmtpEnvelope &envelope, const QByteArray &content,
                      std::function<void(const mail::SmtpOutcome &)> done)
{
    const Mailbox *mailbox = of(envelope.sender);
    const bool hasOwn = mailbox && mailbox->smtp;
    if (!hasOwn && !m_config.smtp) {
        mail::SmtpOutcome outcome;
        outcome.reply = u"no mail server for this sender"_s;
        return done(outcome);
    }
    auto *client = new mail::SmtpClient(hasOwn ? *mailbox->smtp : *m_config.smtp, this);
    connect(client, &mail::SmtpClient::finished, this,
            [this, client, content, envelope, done = std::move(done)](const mail::SmtpOutcome &outcome) {
                client->deleteLater();
                done(outcome);
                const Mailbox *from = of(envelope.sender);
                if (outcome.kind == mail::SmtpOutcome::Kind::Accepted && from && from->imap.keepsSent)
                    keepCopy(*from, envelope.messageId, content);
            });
    client->send(envelope, content);
}

/// The reply has gone; whether the copy can be kept changes nothing about it.
void Mailboxes::keepCopy(const Mailbox &mailbox, const QString &messageId, const QByteArray &content)
{
    auto *copy = new mail::SentCopy(mailbox.imap.server, mailbox.imap.sentFolder, this);
    connect(copy, &mail::SentCopy::finished, this, [copy, name = mailbox.imap.name](const Result<bool> &added) {
        copy->deleteLater();
        if (!added) qCWarning(lcMailboxes) << "mailbox" << name << "keeps no copy:" << added.error().detail;
    });
    copy->put(messageId, content);
}

QList<MailAccount> Mailboxes::configured() const
{
    const auto troubles =
        m_store.read()
            .and_then([](const store::Snapshot &snapshot) { return store::mailboxTroubles(snapshot.database()); })
            .value_or(QHash<QString, MailTrouble>());
    QList<MailAccount> accounts;
    for (const ImapAccount &imap : m_config.imap) {
        MailAccount account;
        account.name = imap.name;
        account.address = imap.address;
        account.imap = {imap.server.host, imap.server.port, MailTls(int(imap.server.tls)), imap.server.user};
        account.folder = imap.mailbox.name;
        account.fromDate = imap.mailbox.from.toString(Qt::ISODate);
        account.keepsSent = imap.keepsSent;
        account.sentFolder = imap.sentFolder;
        account.trouble = troubles.value(imap.name, MailTrouble::None);
        accounts.append(account);
    }
    return accounts;
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/mailboxtrial.h"

#include "app/server/channels/email/imapnames.h"

using namespace std::chrono_literals;

namespace akwaba {

namespace {

constexpr qsizetype largestAnswer = 64 * 1024;

mail::TlsMode modeOf(MailTls tls)
{
    switch (tls) {
    case MailTls::None: return mail::TlsMode::None;
    case MailTls::StartTls: return mail::TlsMode::StartTls;
    case MailTls::Tls: return mail::TlsMode::Tls;
    }
    return mail::TlsMode::Tls;
}

mail::MailServer serverOf(const MailHost &host, const QString &password)
{
    mail::MailServer server;
    server.host = host.host;
    server.port = quint16(host.port);
    server.tls = modeOf(host.tls);
    server.user = host.user;
    server.password = password;
    return server;
}

/// Somebody waits for the answer.
mail::MailServer impatient(mail::MailServer server, const QString &ownName = {})
{
    server.ownName = ownName;
    server.connectLimit = 10s;
    server.answerLimit = 15s;
    return server;
}

} // namespace

mail::MailServer imapServerOf(const MailAccount &account, const MailPasswords &passwords)
{
    return serverOf(account.imap, passwords.imap);
}

mail::MailServer smtpServerOf(const MailAccount &account, const MailPasswords &passwords)
{
    return serverOf(account.smtp, passwords.smtp);
}

MailboxTrial::MailboxTrial(const MailAccount &account, const MailPasswords &passwords, const QString &ownName,
                           QObject *parent)
    : QObject(parent), m_account(account), m_imap(impatient(imapServerOf(account, passwords)), largestAnswer),
      m_smtp(impatient(smtpServerOf(account, passwords), ownName))
{
    watchImap();
    watchSmtp();
}

void MailboxTrial::watchImap()
{
    connect(&m_imap, &mail::ImapSession::connected, this, [this] { reach(MailStep::ImapConnection); });
    connect(&m_imap, &mail::ImapSession::encrypted, this, [this] { reach(MailStep::ImapCertificate); });
    connect(&m_imap, &mail::ImapSession::ready, this, [this] {
        reach(MailStep::ImapLogIn);
        m_imap.ask("EXAMINE " + mail::imapFolder(m_account.folder), [this](const mail::ImapAnswer &answer) {
            if (answer.isOk)
                reach(MailStep::ImapFolder);
            else
                stumble(MailTrouble::NoSuchFolder, {});
            m_imap.close();
            trySmtp();
        });
    });
    connect(&m_imap, &mail::ImapSession::failed, this, [this] {
        stumble(m_imap.trouble(), m_imap.fingerprint());
        trySmtp();
    });
}

void MailboxTrial::watchSmtp()
{
    connect(&m_smtp, &mail::SmtpClient::connected, this, [this] { reach(MailStep::SmtpConnection); });
    connect(&m_smtp, &mail::SmtpClient::encrypted, this, [this] { reach(MailStep::SmtpCertificate); });
    connect(&m_smtp, &mail::SmtpClient::loggedIn, this, [this] { reach(MailStep::SmtpLogIn); });
    connect(&m_smtp, &mail::SmtpClient::finished, this, [this](const mail::SmtpOutcome &outcome) {
        if (outcome.kind == mail::SmtpOutcome::Kind::Accepted)
            reach(MailStep::SmtpSender);
        else
            stumble(m_smtp.trouble(), m_smtp.fingerprint());
        Q_EMIT finished(m_checks);
    });
}

void MailboxTrial::trySmtp()
{
    m_next = MailStep::SmtpName;
    m_smtp.tryOut(m_account.address);
}

void MailboxTrial::reach(MailStep step)
{
    for (; m_next <= step; m_next = MailStep(int(m_next) + 1))
        m_checks.append({m_next, MailTrouble::None, {}});
}

void MailboxTrial::stumble(MailTrouble trouble, const QString &fingerprint)
{
    const bool wasAtStart = m_next == MailStep::ImapName || m_next == MailStep::SmtpName;
    if (wasAtStart && trouble != MailTrouble::UnknownName) reach(m_next);
    m_checks.append({m_next, trouble, fingerprint});
}

} // namespace akwaba

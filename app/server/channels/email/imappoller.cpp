// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/imappoller.h"

#include "app/server/channels/email/imapnames.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::mail {
namespace {

// "3-Mar-2026": IMAP has English months whatever we speak.
QByteArray imapDate(QDate date) { return QLocale::c().toString(date, u"d-MMM-yyyy").toLatin1(); }

/// A mail that is none, or that we can't keep beside what we have, is left for a human; everything else is a trouble of
/// ours, which all mails would meet, and may be better next time.
bool isForGood(Code code) { return code == Code::BadInput || code == Code::Conflict; }

} // namespace

ImapPoller::ImapPoller(MailServer server, ImapMailbox mailbox, Receive receive, QObject *parent)
    : QObject(parent), m_server(std::move(server)), m_mailbox(std::move(mailbox)), m_receive(std::move(receive))
{
    m_renewal.setSingleShot(true);
    connect(&m_renewal, &QTimer::timeout, this, &ImapPoller::renew);
}

ImapPoller::~ImapPoller() { drop(); }

void ImapPoller::visit(const ImapState &state)
{
    if (isVisiting()) return;
    m_visiting = true;
    m_trouble = MailTrouble::None;
    m_visit = {};
    m_visit.state = state;
    m_renewal.stop();
    if (!m_session)
        open();
    else if (m_session->isIdle())
        m_session->endIdle([this](const ImapAnswer &) { search(); });
    else if (!m_isRenewing)
        search();
}

void ImapPoller::open()
{
    m_session = new ImapSession(m_server, m_mailbox.largestMail, this);
    connect(m_session, &ImapSession::ready, this, [this] { select(); });
    connect(m_session, &ImapSession::heard, this, &ImapPoller::heard);
    connect(m_session, &ImapSession::failed, this,
            [this](const Error &error) { fail(error.code, m_session->trouble(), error.detail); });
    m_session->open();
}

void ImapPoller::heard(const ImapResponse &response)
{
    const QByteArray line = response.line.left(200).toUpper();
    if (line.contains("[OVERQUOTA]")) m_visit.isFull = true;
    if (!line.endsWith(" EXISTS")) return;
    m_hasNews = true;
    if (isListening() && m_session->isIdle()) Q_EMIT news();
}

void ImapPoller::select()
{
    m_session->ask("SELECT " + imapFolder(m_mailbox.name), [this](const ImapAnswer &answer) { selected(answer); });
}

void ImapPoller::selected(const ImapAnswer &answer)
{
    if (!answer.isOk) return fail(Code::NotFound, MailTrouble::NoSuchFolder, u"no such mailbox"_s);
    m_isReadOnly = answer.code() == "READ-ONLY";
    m_uidValidity = 0;
    m_uidNext = 0;
    for (const ImapResponse &response : answer.untagged) {
        if (const quint32 validity = numberAfter(response.line, "[UIDVALIDITY"); validity > 0) m_uidValidity = validity;
        if (const quint32 next = numberAfter(response.line, "[UIDNEXT"); next > 0) m_uidNext = next;
    }
    if (m_uidValidity == 0) return fail(Code::Protocol, MailTrouble::AnotherProtocol, u"mailbox without UIDVALIDITY"_s);
    m_session->can("QUOTA") ? askQuota() : search();
}

/// Whoever is refused for want of room is refused before we see him. A server that does not tell is no failure.
void ImapPoller::askQuota()
{
    m_session->ask("GETQUOTAROOT " + imapFolder(m_mailbox.name), [this](const ImapAnswer &answer) {
        m_visit.isFull = m_visit.isFull || std::ranges::any_of(answer.untagged, isQuotaReached);
        search();
    });
}

void ImapPoller::search()
{
    m_hasNews = false;
    // Numbers of another validity mean other mails.
    if (m_visit.state.uidValidity != m_uidValidity) m_visit.state = {m_uidValidity, 0};
    QByteArray command = "UID SEARCH ALL";
    if (m_visit.state.lastUid > 0)
        command = "UID SEARCH UID " + QByteArray::number(m_visit.state.lastUid + 1) + ":*";
    else if (m_mailbox.from.isValid())
        command = "UID SEARCH SINCE " + imapDate(m_mailbox.from);
    m_session->ask(command, [this](const ImapAnswer &answer) { searched(answer); });
}

void ImapPoller::searched(const ImapAnswer &answer)
{
    if (!answer.isOk) return fail(Code::Protocol, MailTrouble::Refused, u"search refused"_s);
    m_waiting.clear();
    for (const ImapResponse &response : answer.untagged)
        m_waiting += searchResult(response);
    // "9:*" answers with the last mail even when its number is 8.
    m_waiting.removeIf([this](quint32 uid) { return uid <= m_visit.state.lastUid; });
    std::sort(m_waiting.begin(), m_waiting.end());
    m_waiting.erase(std::unique(m_waiting.begin(), m_waiting.end()), m_waiting.end());
    m_visit.isMore = m_waiting.size() > m_mailbox.mostMails;
    if (m_visit.isMore) m_waiting.resize(m_mailbox.mostMails);
    if (!m_waiting.isEmpty()) return askSizes();
    // A first visit that found nothing new enough never looks at the old ones again.
    if (m_visit.state.lastUid == 0 && m_uidNext > 0) m_visit.state.lastUid = m_uidNext - 1;
    finish();
}

void ImapPoller::askSizes()
{
    m_sizes.clear();
    m_session->ask("UID FETCH " + imapSet(m_waiting) + " (UID RFC822.SIZE)", [this](const ImapAnswer &answer) {
        if (!answer.isOk) return fail(Code::Protocol, MailTrouble::Refused, u"fetch refused"_s);
        for (const ImapResponse &response : answer.untagged) {
            const QByteArray upper = response.line.toUpper();
            m_sizes.insert(numberAfter(upper, "UID"), numberAfter(upper, "RFC822.SIZE"));
        }
        fetchNext();
    });
}

void ImapPoller::fetchNext()
{
    if (m_waiting.isEmpty()) return finish();
    if (qsizetype(m_sizes.value(m_waiting.first())) > m_mailbox.largestMail) {
        ++m_visit.tooLarge;
        return pass();
    }
    m_session->ask("UID FETCH " + QByteArray::number(m_waiting.first()) + " (BODY.PEEK[])",
                   [this](const ImapAnswer &answer) { fetched(answer); });
}

void ImapPoller::fetched(const ImapAnswer &answer)
{
    if (!answer.isOk) return fail(Code::Protocol, MailTrouble::Refused, u"fetch refused"_s);
    const auto mail = std::ranges::find_if(answer.untagged, [](const ImapResponse &response) {
        return !response.literals.isEmpty() && response.line.toUpper().contains(" FETCH ");
    });
    // Without a body it was deleted since the search.
    if (mail == answer.untagged.end()) return pass();
    // Where the line breaks meanwhile the mail is met again, and known; the session may linger until the loop goes on.
    onResult(m_receive(mail->literals.first()), m_session, [this, session = m_session](const Result<void> &done) {
        if (session == m_session) stored(done);
    });
}

void ImapPoller::stored(const Result<void> &mail)
{
    if (!mail && !isForGood(mail.error().code)) return fail(mail.error().code, MailTrouble::None, mail.error().detail);
    m_visit.received += mail ? 1 : 0;
    m_visit.refused += mail ? 0 : 1;
    if (!mail || m_isReadOnly) return pass();
    // Whether it worked or not: a mailbox that keeps no marks is read all the same.
    m_session->ask("UID STORE " + QByteArray::number(m_waiting.first()) + " +FLAGS.SILENT (\\Seen)",
                   [this](const ImapAnswer &) { pass(); });
}

/// Only after the mark: who is cut off before it meets the mail again, knows it, and marks it.
void ImapPoller::pass()
{
    m_visit.state.lastUid = m_waiting.takeFirst();
    Q_EMIT advanced(m_visit.state);
    if (m_session) fetchNext();
}

void ImapPoller::finish()
{
    // What came during the visit was told to us once, and is not told again.
    if (m_hasNews && !m_visit.isMore) return search();
    if (!m_session->can("IDLE")) {
        drop();
    } else if (!m_visit.isMore) {
        m_visiting = false;
        listen();
    }
    end(m_visit);
}

void ImapPoller::listen()
{
    m_session->idle();
    m_renewal.start(m_mailbox.idleFor);
}

void ImapPoller::renew()
{
    m_isRenewing = true;
    m_session->endIdle([this](const ImapAnswer &) {
        m_isRenewing = false;
        if (m_visiting)
            search();
        else if (m_hasNews)
            Q_EMIT news();
        else
            listen();
    });
}

void ImapPoller::fail(Code code, MailTrouble trouble, const QString &detail)
{
    const bool wasListening = isListening();
    m_trouble = trouble;
    drop();
    if (wasListening)
        Q_EMIT lost();
    else
        end(tl::unexpected(Error{code, detail}));
}

void ImapPoller::end(const Result<ImapVisit> &result)
{
    m_visiting = false;
    Q_EMIT finished(result);
}

void ImapPoller::drop()
{
    m_renewal.stop();
    m_isRenewing = false;
    if (!m_session) return;
    m_session->disconnect(this);
    m_session->close();
    m_session->deleteLater();
    m_session = nullptr;
}

} // namespace akwaba::mail

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/imappoller.h"

#include "app/server/channels/email/lineconnection.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::mail {
namespace {

constexpr qsizetype roomForSmallLiterals = 64 * 1024;

Code codeOfRefusal(bool isLogIn, bool isSelect)
{
    if (isLogIn) return Code::Unauthenticated;
    return isSelect ? Code::NotFound : Code::Protocol;
}

// "3-Mar-2026": IMAP has English months whatever we speak.
QByteArray imapDate(QDate date) { return QLocale::c().toString(date, u"d-MMM-yyyy").toLatin1(); }

} // namespace

ImapPoller::ImapPoller(MailServer server, ImapMailbox mailbox, Receive receive, QObject *parent)
    : QObject(parent), m_server(std::move(server)), m_mailbox(std::move(mailbox)), m_receive(std::move(receive)),
      m_reader(m_mailbox.largestMail + roomForSmallLiterals)
{
}

ImapPoller::~ImapPoller() = default;

void ImapPoller::visit(const ImapState &state)
{
    if (isVisiting()) return;
    m_visit = {};
    m_visit.state = state;
    m_reader = ImapReader(m_mailbox.largestMail + roomForSmallLiterals);
    m_step = Step::Greeting;
    m_isEncrypted = m_server.tls == TlsMode::Tls;
    m_uidValidity = 0;
    m_uidNext = 0;
    m_waiting.clear();
    m_sizes.clear();
    m_line = new LineConnection(m_server, this);
    connect(m_line, &LineConnection::received, this, &ImapPoller::receiveBytes);
    connect(m_line, &LineConnection::failed, this, [this](const Error &error) { end(tl::unexpected(error)); });
    connect(m_line, &LineConnection::encrypted, this, [this] {
        m_isEncrypted = true;
        say(Step::Capability, "CAPABILITY");
    });
    m_line->open();
}

void ImapPoller::receiveBytes(const QByteArray &bytes)
{
    m_reader.feed(bytes);
    while (isVisiting()) {
        const auto response = m_reader.next();
        if (!response) break;
        responded(*response);
    }
    if (isVisiting() && m_reader.isBroken()) end(fail(Code::Protocol, u"response larger than accepted"_s));
}

void ImapPoller::responded(const ImapResponse &response)
{
    const QByteArray &line = response.line;
    const QByteArray tag = 'a' + QByteArray::number(m_tag) + ' ';
    if (m_step == Step::Greeting) {
        greeted(line.toUpper());
    } else if (line.startsWith("* ")) {
        untagged(response);
    } else if (line.startsWith('+')) {
        m_line->write(std::exchange(m_secret, {}) + "\r\n");
    } else if (line.startsWith(tag)) {
        completed(line.sliced(tag.size()).toUpper().startsWith("OK"));
    } else {
        end(fail(Code::Protocol, u"not an IMAP response"_s));
    }
}

void ImapPoller::greeted(const QByteArray &line)
{
    if (line.startsWith("* OK"))
        say(Step::Capability, "CAPABILITY");
    else
        end(fail(line.startsWith("* BYE") ? Code::Unreachable : Code::Protocol, u"no IMAP greeting"_s));
}

void ImapPoller::untagged(const ImapResponse &response)
{
    const QByteArray upper = response.line.toUpper();
    if (upper.startsWith("* CAPABILITY ")) m_capabilities = upper.sliced(13).simplified();
    if (m_step == Step::Select) {
        if (const quint32 validity = numberAfter(response.line, "[UIDVALIDITY"); validity > 0) m_uidValidity = validity;
        if (const quint32 next = numberAfter(response.line, "[UIDNEXT"); next > 0) m_uidNext = next;
    }
    if (m_step == Step::Search) m_waiting += searchResult(response);
    if (m_step == Step::Sizes) m_sizes.insert(numberAfter(upper, "UID"), numberAfter(upper, "RFC822.SIZE"));
    if (m_step == Step::Fetch && !response.literals.isEmpty() && upper.contains(" FETCH ")) {
        m_raw = response.literals.first();
        m_hasRaw = true;
    }
}

void ImapPoller::completed(bool ok)
{
    // A mailbox that can only be read keeps no marks; its mails are fetched all the same.
    if (!ok && m_step != Step::Store && m_step != Step::LogOut) {
        end(fail(codeOfRefusal(m_step == Step::LogIn, m_step == Step::Select), u"refused by the mail server"_s));
        return;
    }
    switch (m_step) {
    case Step::Greeting: break;
    case Step::Capability:
        if (m_server.tls == TlsMode::StartTls && !m_isEncrypted)
            say(Step::StartTls, "STARTTLS");
        else
            logIn();
        break;
    case Step::StartTls:
        // What came in the clear after the agreement is somebody else's.
        m_reader.clear();
        m_line->startTls();
        break;
    case Step::LogIn:
        if (const auto name = imapQuoted(m_mailbox.name))
            say(Step::Select, "SELECT " + *name);
        else
            end(fail(Code::Unsupported, u"mailbox name with accents"_s));
        break;
    case Step::Select: selected(); break;
    case Step::Search: searched(); break;
    case Step::Sizes: fetchNext(); break;
    case Step::Fetch: fetched(); break;
    case Step::Store: passed(); break;
    case Step::LogOut: end(m_visit); break;
    }
}

void ImapPoller::say(Step step, const QByteArray &command)
{
    m_step = step;
    m_line->write('a' + QByteArray::number(++m_tag) + ' ' + command + "\r\n");
}

void ImapPoller::logIn()
{
    if (!m_line->isPrivate()) {
        end(fail(Code::InsecureAddress, u"a password is not sent over an open line"_s));
        return;
    }
    const QList<QByteArray> capabilities = m_capabilities.split(' ');
    if (capabilities.contains("AUTH=PLAIN")) {
        const QByteArray secret = saslPlain(m_server);
        const bool atOnce = capabilities.contains("SASL-IR");
        m_secret = atOnce ? QByteArray() : secret;
        say(Step::LogIn, atOnce ? QByteArray("AUTHENTICATE PLAIN " + secret) : QByteArray("AUTHENTICATE PLAIN"));
        return;
    }
    const auto user = imapQuoted(m_server.user);
    const auto password = imapQuoted(m_server.password);
    if (capabilities.contains("LOGINDISABLED") || !user || !password)
        end(fail(Code::Unsupported, u"no log-in that both sides know"_s));
    else
        say(Step::LogIn, "LOGIN " + *user + ' ' + *password);
}

void ImapPoller::selected()
{
    if (m_uidValidity == 0) {
        end(fail(Code::Protocol, u"mailbox without UIDVALIDITY"_s));
        return;
    }
    // Numbers of another validity mean other mails.
    if (m_visit.state.uidValidity != m_uidValidity) m_visit.state = {m_uidValidity, 0};
    if (m_visit.state.lastUid > 0)
        say(Step::Search, "UID SEARCH UID " + QByteArray::number(m_visit.state.lastUid + 1) + ":*");
    else
        say(Step::Search,
            m_mailbox.from.isValid() ? "UID SEARCH SINCE " + imapDate(m_mailbox.from) : QByteArray("UID SEARCH ALL"));
}

void ImapPoller::searched()
{
    // "9:*" answers with the last mail even when its number is 8.
    m_waiting.removeIf([this](quint32 uid) { return uid <= m_visit.state.lastUid; });
    std::sort(m_waiting.begin(), m_waiting.end());
    m_waiting.erase(std::unique(m_waiting.begin(), m_waiting.end()), m_waiting.end());
    m_visit.isMore = m_waiting.size() > m_mailbox.mostMails;
    if (m_visit.isMore) m_waiting.resize(m_mailbox.mostMails);
    if (m_waiting.isEmpty()) {
        // A first visit that found nothing new enough never looks at the old ones again.
        if (m_visit.state.lastUid == 0 && m_uidNext > 0) m_visit.state.lastUid = m_uidNext - 1;
        say(Step::LogOut, "LOGOUT");
        return;
    }
    say(Step::Sizes,
        "UID FETCH " + QByteArray::number(m_waiting.first()) + ':' + QByteArray::number(m_waiting.last())
            + " (UID RFC822.SIZE)");
}

void ImapPoller::fetchNext()
{
    while (!m_waiting.isEmpty() && qsizetype(m_sizes.value(m_waiting.first())) > m_mailbox.largestMail) {
        m_visit.state.lastUid = m_waiting.takeFirst();
        ++m_visit.tooLarge;
        Q_EMIT advanced(m_visit.state);
    }
    m_hasRaw = false;
    m_raw.clear();
    if (m_waiting.isEmpty())
        say(Step::LogOut, "LOGOUT");
    else
        say(Step::Fetch, "UID FETCH " + QByteArray::number(m_waiting.first()) + " (BODY.PEEK[])");
}

void ImapPoller::fetched()
{
    const quint32 uid = m_waiting.first();
    // Without a body it was deleted since the search.
    const Result<void> stored = m_hasRaw ? m_receive(m_raw) : Result<void>();
    if (!stored && stored.error().code != Code::BadInput) {
        end(tl::unexpected(stored.error()));
        return;
    }
    m_visit.received += m_hasRaw && stored ? 1 : 0;
    m_visit.refused += stored ? 0 : 1;
    if (m_hasRaw && stored)
        say(Step::Store, "UID STORE " + QByteArray::number(uid) + " +FLAGS.SILENT (\\Seen)");
    else
        passed();
}

/// Only now: who is cut off before the mark meets the mail again, knows it, and marks it.
void ImapPoller::passed()
{
    m_visit.state.lastUid = m_waiting.takeFirst();
    Q_EMIT advanced(m_visit.state);
    fetchNext();
}

void ImapPoller::end(const Result<ImapVisit> &result)
{
    if (!isVisiting()) return;
    m_line->close();
    m_line->deleteLater();
    m_line = nullptr;
    m_secret.clear();
    Q_EMIT finished(result);
}

} // namespace akwaba::mail

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/imapsession.h"

#include "app/server/channels/email/lineconnection.h"

using namespace Qt::StringLiterals;

namespace akwaba::mail {
namespace {

constexpr qsizetype roomForSmallLiterals = 64 * 1024;

/// RFC 5530, and the words of those who do not use it.
MailTrouble troubleOfLogIn(const QByteArray &line)
{
    const QByteArray upper = line.toUpper();
    if (upper.contains("[UNAVAILABLE]") || upper.contains("[LIMIT]") || upper.contains("[INUSE]"))
        return MailTrouble::Unavailable;
    if (upper.contains("[PRIVACYREQUIRED]")) return MailTrouble::OpenLine;
    const bool wantsAnother = upper.contains("APPLICATION-SPECIFIC") || upper.contains("APP PASSWORD")
        || upper.contains("WEB LOGIN") || upper.contains("[WEBALERT");
    return wantsAnother ? MailTrouble::AppPasswordNeeded : MailTrouble::WrongPassword;
}

} // namespace

QByteArray ImapAnswer::code() const
{
    const qsizetype open = line.indexOf('[');
    const qsizetype close = line.indexOf(']', open);
    if (open < 0 || close < 0) return {};
    return line.sliced(open + 1, close - open - 1).split(' ').constFirst().toUpper();
}

ImapSession::ImapSession(MailServer server, qsizetype largestLiteral, QObject *parent)
    : QObject(parent), m_server(std::move(server)), m_line(new LineConnection(m_server, this)),
      m_reader(largestLiteral + roomForSmallLiterals), m_isEncrypted(m_server.tls == TlsMode::Tls)
{
    connect(m_line, &LineConnection::connected, this, &ImapSession::connected);
    connect(m_line, &LineConnection::received, this, &ImapSession::receiveBytes);
    connect(m_line, &LineConnection::encrypted, this, [this] {
        m_isEncrypted = true;
        askForCapabilities();
    });
    connect(m_line, &LineConnection::failed, this,
            [this](const Error &error) { giveUp(error.code, m_line->trouble(), error.detail); });
}

void ImapSession::open() { m_line->open(); }

QString ImapSession::fingerprint() const { return m_line->fingerprint(); }

void ImapSession::ask(const QByteArray &command, Answered answered)
{
    if (m_isClosed) return;
    m_answer = {};
    m_answered = std::move(answered);
    ++m_tag;
    m_line->write(tag() + ' ' + command + "\r\n");
}

void ImapSession::ask(const QByteArray &command, const QByteArray &literal, Answered answered)
{
    m_whenAsked = literal;
    ask(command + " {" + QByteArray::number(literal.size()) + '}', std::move(answered));
}

void ImapSession::idle()
{
    m_isIdle = true;
    ask("IDLE", {});
}

void ImapSession::endIdle(Answered answered)
{
    m_isIdle = false;
    m_answered = std::move(answered);
    m_line->write("DONE\r\n");
}

void ImapSession::close()
{
    if (m_isClosed) return;
    m_isClosed = true;
    m_answered = {};
    m_whenAsked.clear();
    m_line->write((m_isIdle ? "DONE\r\n" : "") + QByteArray("z LOGOUT\r\n"));
    m_line->close();
}

void ImapSession::giveUp(Code code, MailTrouble trouble, const QString &detail)
{
    if (m_isClosed) return;
    m_isClosed = true;
    m_answered = {};
    m_whenAsked.clear();
    m_trouble = trouble;
    m_line->close();
    Q_EMIT failed(Error{code, detail});
}

void ImapSession::receiveBytes(const QByteArray &bytes)
{
    m_reader.feed(bytes);
    while (!m_isClosed) {
        const auto response = m_reader.next();
        if (!response) break;
        responded(*response);
    }
    if (m_reader.isBroken()) giveUp(Code::Protocol, MailTrouble::AnotherProtocol, u"response larger than accepted"_s);
}

void ImapSession::responded(const ImapResponse &response)
{
    const QByteArray &line = response.line;
    const QByteArray closing = tag() + ' ';
    if (!m_wasGreeted) {
        greeted(line.toUpper());
    } else if (line.startsWith("* ")) {
        const QByteArray upper = line.left(64).toUpper();
        if (upper.startsWith("* CAPABILITY ")) m_capabilities = line.toUpper().sliced(13).simplified().split(' ');
        if (upper.startsWith("* BYE"))
            return giveUp(Code::Unreachable, MailTrouble::Unavailable, u"the mail server said goodbye"_s);
        m_answer.untagged.append(response);
        Q_EMIT heard(response);
    } else if (line.startsWith('+')) {
        continued();
    } else if (m_tag > 0 && line.startsWith(closing)) {
        m_answer.line = line.sliced(closing.size());
        m_answer.isOk = m_answer.line.toUpper().startsWith("OK");
        m_isIdle = false;
        if (const Answered answered = std::exchange(m_answered, {})) answered(std::exchange(m_answer, {}));
    } else {
        giveUp(Code::Protocol, MailTrouble::AnotherProtocol, u"not an IMAP response"_s);
    }
}

void ImapSession::greeted(const QByteArray &line)
{
    m_wasGreeted = true;
    if (line.startsWith("* OK"))
        askForCapabilities();
    else if (line.startsWith("* BYE"))
        giveUp(Code::Unreachable, MailTrouble::Unavailable, u"the mail server said goodbye"_s);
    else
        giveUp(Code::Protocol, MailTrouble::AnotherProtocol, u"no IMAP greeting"_s);
}

/// Where we have nothing to say, the server tells by its question why it refuses a token, and wants an empty line.
void ImapSession::continued()
{
    if (m_isIdle)
        m_line->waitQuietly();
    else
        m_line->write(std::exchange(m_whenAsked, {}) + "\r\n");
}

void ImapSession::askForCapabilities()
{
    m_capabilities.clear();
    ask("CAPABILITY", [this](const ImapAnswer &answer) {
        if (!answer.isOk) return giveUp(Code::Protocol, MailTrouble::AnotherProtocol, u"no capabilities"_s);
        if (m_server.tls == TlsMode::StartTls && !m_isEncrypted) return secure();
        Q_EMIT encrypted();
        if (!m_isClosed) logIn();
    });
}

void ImapSession::secure()
{
    if (!can("STARTTLS")) return giveUp(Code::InsecureAddress, MailTrouble::NoStartTls, u"no STARTTLS"_s);
    ask("STARTTLS", [this](const ImapAnswer &answer) {
        if (!answer.isOk) return giveUp(Code::InsecureAddress, MailTrouble::NoStartTls, u"STARTTLS was refused"_s);
        // What came in the clear after the agreement is somebody else's.
        m_reader.clear();
        m_line->startTls();
    });
}

void ImapSession::logIn()
{
    if (!m_line->isPrivate())
        return giveUp(Code::InsecureAddress, MailTrouble::OpenLine, u"a password is not sent over an open line"_s);
    const bool byToken = !m_server.tokenFile.isEmpty();
    const QByteArray way = byToken ? "XOAUTH2" : "PLAIN";
    const Answered done = [this](const ImapAnswer &answer) { loggedIn(answer); };
    if (can("AUTH=" + way)) {
        const QByteArray secret = byToken ? saslXoauth2(m_server) : saslPlain(m_server);
        const bool atOnce = can("SASL-IR");
        m_whenAsked = atOnce ? QByteArray() : secret;
        return ask(atOnce ? QByteArray("AUTHENTICATE " + way + ' ' + secret) : QByteArray("AUTHENTICATE " + way), done);
    }
    const auto user = imapQuoted(m_server.user);
    const auto password = imapQuoted(m_server.password);
    if (byToken || can("LOGINDISABLED") || !user || !password)
        return giveUp(Code::Unsupported, MailTrouble::LogInNotOffered, u"no log-in that both sides know"_s);
    ask("LOGIN " + *user + ' ' + *password, done);
}

void ImapSession::loggedIn(const ImapAnswer &answer)
{
    if (!answer.isOk) {
        const MailTrouble trouble = troubleOfLogIn(answer.line);
        const bool later = trouble == MailTrouble::Unavailable;
        return giveUp(later ? Code::Unreachable : Code::Unauthenticated, trouble,
                      u"log-in refused: "_s + wireName(trouble));
    }
    // Many offer more to whom they know.
    ask("CAPABILITY", [this](const ImapAnswer &) { Q_EMIT ready(); });
}

} // namespace akwaba::mail

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/smtpclient.h"

#include "app/server/channels/email/lineconnection.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::mail {
namespace {

constexpr qsizetype longestReply = 64 * 1024;

QString withoutAddresses(const QStringList &lines)
{
    static const QRegularExpression address(u"<?[^\\s<>]+@[^\\s<>]+>?"_s);
    return lines.join(u' ').replace(address, u"<…>"_s).left(500);
}

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

// A line break in an address would be a command of its own.
bool isSafe(const QString &address)
{
    return std::none_of(address.begin(), address.end(),
                        [](QChar c) { return c.unicode() <= 0x20 || c == u'<' || c == u'>'; });
}

} // namespace

QByteArray dotStuffed(const QByteArray &mail)
{
    QByteArray data;
    data.reserve(mail.size() + mail.size() / 32 + 5);
    qsizetype from = 0;
    while (from < mail.size()) {
        const qsizetype end = mail.indexOf('\n', from);
        qsizetype length = (end < 0 ? mail.size() : end) - from;
        if (length > 0 && mail[from + length - 1] == '\r') --length;
        if (length > 0 && mail[from] == '.') data += '.';
        data.append(mail.constData() + from, length);
        data += "\r\n";
        if (end < 0) break;
        from = end + 1;
    }
    return data + ".\r\n";
}

SmtpClient::SmtpClient(MailServer server, QObject *parent) : QObject(parent), m_server(std::move(server)) { }

SmtpClient::~SmtpClient() = default;

void SmtpClient::send(const SmtpEnvelope &envelope, const QByteArray &mail)
{
    Q_ASSERT(m_line == nullptr);
    m_envelope = envelope;
    m_mail = mail;
    begin();
}

void SmtpClient::tryOut(const QString &sender)
{
    Q_ASSERT(m_line == nullptr);
    m_envelope.sender = sender;
    m_isTrial = true;
    begin();
}

QString SmtpClient::fingerprint() const { return m_line ? m_line->fingerprint() : QString(); }

void SmtpClient::begin()
{
    m_line = new LineConnection(m_server, this);
    connect(m_line, &LineConnection::connected, this, &SmtpClient::connected);
    connect(m_line, &LineConnection::received, this, &SmtpClient::receive);
    connect(m_line, &LineConnection::failed, this, &SmtpClient::lost);
    connect(m_line, &LineConnection::encrypted, this, [this] {
        m_isEncrypted = true;
        sayHello();
    });
    m_isEncrypted = m_server.tls == TlsMode::Tls;
    m_line->open();
}

void SmtpClient::receive(const QByteArray &bytes)
{
    m_buffer += bytes;
    if (m_buffer.size() > longestReply) {
        lost(Error{Code::Protocol, u"reply too long"_s});
        return;
    }
    for (qsizetype end = m_buffer.indexOf('\n'); end >= 0 && m_state != State::Done; end = m_buffer.indexOf('\n')) {
        const QByteArray line = m_buffer.first(end).trimmed();
        m_buffer.remove(0, end + 1);
        bool isNumber = false;
        const int code = line.left(3).toInt(&isNumber);
        if (!isNumber || code < 200 || code > 599) {
            lost(Error{Code::Protocol, u"not an SMTP reply"_s});
            return;
        }
        m_replyLines.append(QString::fromUtf8(line.sliced(std::min<qsizetype>(4, line.size()))));
        if (line.size() > 3 && line[3] == '-') continue;
        const QStringList lines = std::exchange(m_replyLines, {});
        // What a server (or somebody between) sent before TLS was agreed must not be read as if it came after.
        if (m_state == State::StartTls) m_buffer.clear();
        reply(code, lines);
    }
}

void SmtpClient::reply(int code, const QStringList &lines)
{
    switch (m_state) {
    case State::Sender:
    case State::Recipients:
    case State::Data:
    case State::Body: replyToMail(code, lines); break;
    case State::Done: break;
    default: replyBeforeMail(code, lines);
    }
}

void SmtpClient::replyBeforeMail(int code, const QStringList &lines)
{
    switch (m_state) {
    case State::Greeting:
        code == 220 ? sayHello() : stop(MailTrouble::Unavailable, code, withoutAddresses(lines));
        break;
    case State::Hello: code == 250 ? afterHello(lines) : finishByCode(code, lines); break;
    case State::StartTls:
        code == 220 ? m_line->startTls() : stop(MailTrouble::NoStartTls, code, withoutAddresses(lines));
        break;
    case State::LogInUser:
        m_state = State::LogInPassword;
        code == 334 ? m_line->write(m_server.user.toUtf8().toBase64() + "\r\n") : finishByCode(code, lines);
        break;
    case State::LogInPassword:
        m_state = State::LogIn;
        code == 334 ? m_line->write(m_server.password.toUtf8().toBase64() + "\r\n") : finishByCode(code, lines);
        break;
    case State::LogInToken:
        m_state = State::LogIn;
        // It tells why it refuses, and wants an empty line before it says so.
        code == 334 ? m_line->write("\r\n") : logInAnswered(code, lines);
        break;
    case State::LogIn: logInAnswered(code, lines); break;
    default: break;
    }
}

void SmtpClient::replyToMail(int code, const QStringList &lines)
{
    switch (m_state) {
    case State::Sender:
        if (code != 250) m_trouble = code < 500 ? MailTrouble::Unavailable : MailTrouble::SenderRefused;
        if (code != 250)
            finishByCode(code, lines);
        else if (m_isTrial)
            finish(SmtpOutcome::Kind::Accepted, code, withoutAddresses(lines));
        else
            sendNextRecipient();
        break;
    case State::Recipients: recipientAnswered(code, lines); break;
    case State::Data:
        if (code != 354) {
            finishByCode(code, lines);
            break;
        }
        m_state = State::Body;
        m_line->write(dotStuffed(m_mail));
        break;
    case State::Body: finishByCode(code, lines); break;
    default: break;
    }
}

void SmtpClient::sayHello()
{
    m_state = State::Hello;
    const QString name = m_server.ownName.isEmpty() ? u"localhost"_s : m_server.ownName;
    m_line->write("EHLO " + name.toUtf8() + "\r\n");
}

void SmtpClient::afterHello(const QStringList &lines)
{
    m_extensions = lines.mid(1);
    if (m_server.tls == TlsMode::StartTls && !m_isEncrypted) {
        if (!can(u"STARTTLS"_s)) return stop(MailTrouble::NoStartTls, 0, u"the server offers no STARTTLS"_s);
        m_state = State::StartTls;
        m_line->write("STARTTLS\r\n");
        return;
    }
    Q_EMIT encrypted();
    if (!m_server.user.isEmpty()) return logIn();
    Q_EMIT loggedIn();
    sendSender();
}

void SmtpClient::logIn()
{
    if (!m_line->isPrivate()) return stop(MailTrouble::OpenLine, 0, u"a password is not sent over an open line"_s);
    const QStringList ways = offered(u"AUTH"_s).value_or(QString()).toUpper().split(u' ');
    m_state = State::LogIn;
    if (!m_server.tokenFile.isEmpty()) {
        if (!ways.contains(u"XOAUTH2")) return stop(MailTrouble::LogInNotOffered, 0, u"no log-in by token"_s);
        m_state = State::LogInToken;
        m_line->write("AUTH XOAUTH2 " + saslXoauth2(m_server) + "\r\n");
    } else if (ways.contains(u"LOGIN") && !ways.contains(u"PLAIN")) {
        m_state = State::LogInUser;
        m_line->write("AUTH LOGIN\r\n");
    } else {
        m_line->write("AUTH PLAIN " + saslPlain(m_server) + "\r\n");
    }
}

/// A wrong password is mended by an administrator, not by dropping the mail.
void SmtpClient::logInAnswered(int code, const QStringList &lines)
{
    if (code == 235) {
        Q_EMIT loggedIn();
        return sendSender();
    }
    const QString text = withoutAddresses(lines);
    const bool wantsAnother =
        text.contains(u"pplication-specific") || text.contains(u"app password", Qt::CaseInsensitive);
    auto trouble = wantsAnother ? MailTrouble::AppPasswordNeeded : MailTrouble::WrongPassword;
    if (code < 500) trouble = MailTrouble::Unavailable;
    if (code >= 500 && code < 530) trouble = MailTrouble::LogInNotOffered; // it does not know what we said
    if (code == 530 || code == 538) trouble = MailTrouble::OpenLine;
    stop(trouble, code, text);
}

/// Why this server can't take this mail, found out before it is offered.
QString SmtpClient::objection() const
{
    const QStringList all = m_envelope.recipients + QStringList{m_envelope.sender};
    if ((m_envelope.recipients.isEmpty() && !m_isTrial) || !std::all_of(all.begin(), all.end(), isSafe))
        return u"bad address"_s;
    if (!std::all_of(all.begin(), all.end(), isAscii) && !can(u"SMTPUTF8"_s))
        return u"the server takes no address with accents"_s;
    const qint64 most = offered(u"SIZE"_s).value_or(QString()).toLongLong(); // 0: it does not say
    if (most > 0 && m_mail.size() > most)
        return u"5.3.4 the mail has %1 bytes, the server takes %2"_s.arg(m_mail.size()).arg(most);
    return {};
}

void SmtpClient::sendSender()
{
    if (const QString against = objection(); !against.isEmpty()) {
        m_trouble = MailTrouble::SenderRefused;
        return finish(SmtpOutcome::Kind::Refused, 0, against);
    }
    const QStringList all = m_envelope.recipients + QStringList{m_envelope.sender};
    const bool isPlain = std::all_of(m_mail.begin(), m_mail.end(), [](char c) { return c > 0; });
    QByteArray command = "MAIL FROM:<" + m_envelope.sender.toUtf8() + '>';
    if (can(u"SIZE"_s)) command += " SIZE=" + QByteArray::number(m_mail.size());
    if (can(u"DSN"_s) && isSafe(m_envelope.id) && !m_envelope.id.isEmpty())
        command += " RET=HDRS ENVID=" + m_envelope.id.toUtf8();
    if (!isPlain && can(u"8BITMIME"_s)) command += " BODY=8BITMIME";
    if (!std::all_of(all.begin(), all.end(), isAscii)) command += " SMTPUTF8";
    m_state = State::Sender;
    m_line->write(command + "\r\n");
}

void SmtpClient::sendNextRecipient()
{
    m_state = State::Recipients;
    if (m_recipient < m_envelope.recipients.size()) {
        QByteArray command = "RCPT TO:<" + m_envelope.recipients[m_recipient].toUtf8() + '>';
        if (can(u"DSN"_s)) command += " NOTIFY=FAILURE,DELAY";
        m_line->write(command + "\r\n");
    } else if (m_acceptedRecipients > 0) {
        m_state = State::Data;
        m_line->write("DATA\r\n");
    } else {
        finishByCode(m_refusalCode, m_refusalLines);
    }
}

void SmtpClient::recipientAnswered(int code, const QStringList &lines)
{
    if (code == 250 || code == 251) {
        ++m_acceptedRecipients;
    } else {
        m_refused.append({m_recipient, code, withoutAddresses(lines)});
        // One that may work later keeps the mail alive, when all were refused.
        if (m_refusalCode == 0 || code < 500) {
            m_refusalCode = code;
            m_refusalLines = lines;
        }
    }
    ++m_recipient;
    sendNextRecipient();
}

void SmtpClient::lost(const Error &error)
{
    m_trouble = m_line->trouble() == MailTrouble::None ? MailTrouble::AnotherProtocol : m_line->trouble();
    // Once the final dot has left, the server may have taken the mail, whatever we hear.
    const bool mayHaveIt = m_state == State::Body && !m_line->hadUnsent();
    finish(mayHaveIt ? SmtpOutcome::Kind::Unknown : SmtpOutcome::Kind::Temporary, 0, withoutAddresses({error.detail}));
}

void SmtpClient::finishByCode(int code, const QStringList &lines)
{
    auto kind = SmtpOutcome::Kind::Temporary;
    if (m_state == State::Body && code < 400) kind = SmtpOutcome::Kind::Accepted;
    // Before the mail is offered a refusal is about us or the server: a setting can mend it.
    const bool aboutTheMail =
        m_state == State::Sender || m_state == State::Recipients || m_state == State::Data || m_state == State::Body;
    if (code >= 500 && aboutTheMail) kind = SmtpOutcome::Kind::Refused;
    if (m_trouble == MailTrouble::None && kind != SmtpOutcome::Kind::Accepted) m_trouble = MailTrouble::Refused;
    finish(kind, code, withoutAddresses(lines));
}

/// Before a mail was offered: nothing happened to it.
void SmtpClient::stop(MailTrouble trouble, int code, const QString &text)
{
    m_trouble = trouble;
    finish(SmtpOutcome::Kind::Temporary, code, text);
}

void SmtpClient::finish(SmtpOutcome::Kind kind, int code, const QString &text)
{
    if (m_state == State::Done) return;
    m_state = State::Done;
    m_line->write("QUIT\r\n");
    m_line->close();
    Q_EMIT finished({kind, code, text, kind == SmtpOutcome::Kind::Accepted ? m_refused : QList<RefusedRecipient>()});
}

std::optional<QString> SmtpClient::offered(const QString &extension) const
{
    for (const QString &line : m_extensions) {
        // "AUTH=PLAIN" is how it was written once.
        const QString name = line.section(u' ', 0, 0).section(u'=', 0, 0);
        if (name.compare(extension, Qt::CaseInsensitive) == 0) return line.mid(name.size() + 1);
    }
    return {};
}

} // namespace akwaba::mail

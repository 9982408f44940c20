// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/lmtpsession.h"

using namespace Qt::StringLiterals;

namespace akwaba::mail {
namespace {

constexpr qsizetype longestCommand = 4096;
constexpr qsizetype longestDataLine = 1024 * 1024; // mail servers promise 1000; robots don't

// "<a@b> SIZE=3" as address and parameters. Quoted local parts may hold anything.
struct Path {
    bool isValid = false;
    QByteArray address;
    QByteArray parameters;
};

Path pathIn(const QByteArray &argument, const QByteArray &keyword)
{
    const QByteArray trimmed = argument.trimmed();
    if (!trimmed.toUpper().startsWith(QByteArray(keyword + ':'))) return {};
    const QByteArray rest = trimmed.sliced(keyword.size() + 1).trimmed();
    const qsizetype end = rest.indexOf('>');
    if (!rest.startsWith('<') || end < 0) return {};
    return {true, rest.sliced(1, end - 1), rest.sliced(end + 1).trimmed()};
}

qsizetype announcedSize(const QByteArray &parameters)
{
    for (const QByteArray &parameter : parameters.split(' ')) {
        if (parameter.toUpper().startsWith("SIZE=")) return parameter.sliced(5).toLongLong();
    }
    return 0;
}

} // namespace

LmtpSession::LmtpSession(LmtpOptions options, AcceptsRecipient accepts)
    : m_options(std::move(options)), m_accepts(std::move(accepts))
{
}

QByteArray LmtpSession::greeting() const { return "220 " + m_options.hostName.toUtf8() + " LMTP\r\n"; }

QByteArray LmtpSession::receive(const QByteArray &bytes)
{
    m_buffer += bytes;
    return goOn();
}

QByteArray LmtpSession::goOn()
{
    QByteArray answer;
    qsizetype from = 0;
    while (!m_finished && !m_isDelivering) {
        const qsizetype end = m_buffer.indexOf('\n', from);
        if (end < 0) break;
        QByteArray line = m_buffer.sliced(from, end - from);
        from = end + 1;
        if (line.endsWith('\r')) line.chop(1);
        answer += m_inData ? dataLine(std::move(line)) : command(line);
    }
    m_buffer.remove(0, from);
    if (m_buffer.size() > (m_inData ? longestDataLine : longestCommand)) {
        answer += "500 5.5.6 line too long\r\n";
        m_finished = true;
    }
    return answer;
}

QByteArray LmtpSession::command(const QByteArray &line)
{
    if (line.size() > longestCommand) return "500 5.5.6 line too long\r\n";
    const qsizetype space = line.indexOf(' ');
    const QByteArray verb = (space < 0 ? line : line.first(space)).trimmed().toUpper();
    const QByteArray argument = space < 0 ? QByteArray() : line.sliced(space + 1);
    if (verb == "LHLO") return hello(argument);
    if (verb == "QUIT") {
        m_finished = true;
        return "221 2.0.0 bye\r\n";
    }
    if (verb == "NOOP") return "250 2.0.0 ok\r\n";
    if (verb == "VRFY") return "252 2.5.0 send and see\r\n";
    if (verb == "RSET") {
        reset();
        return "250 2.0.0 ok\r\n";
    }
    if (verb == "MAIL") return mailFrom(argument);
    if (verb == "RCPT") return recipientTo(argument);
    if (verb == "DATA") return startData();
    return "500 5.5.1 unknown command\r\n";
}

QByteArray LmtpSession::hello(const QByteArray &argument)
{
    if (argument.trimmed().isEmpty()) return "501 5.5.4 LHLO needs a name\r\n";
    reset();
    m_greeted = true;
    return "250-" + m_options.hostName.toUtf8()
        + "\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n"
          "250-ENHANCEDSTATUSCODES\r\n250 SIZE "
        + QByteArray::number(m_options.largestMail) + "\r\n";
}

QByteArray LmtpSession::mailFrom(const QByteArray &argument)
{
    if (!m_greeted) return "503 5.5.1 LHLO first\r\n";
    if (m_hasSender) return "503 5.5.1 sender already given\r\n";
    const Path path = pathIn(argument, "FROM");
    if (!path.isValid) return "501 5.1.7 bad sender\r\n";
    if (announcedSize(path.parameters) > m_options.largestMail) return "552 5.3.4 mail too large\r\n";
    m_sender = path.address;
    m_hasSender = true;
    return "250 2.1.0 ok\r\n";
}

QByteArray LmtpSession::recipientTo(const QByteArray &argument)
{
    if (!m_hasSender) return "503 5.5.1 MAIL first\r\n";
    const Path path = pathIn(argument, "TO");
    if (!path.isValid || path.address.isEmpty()) return "501 5.1.3 bad recipient\r\n";
    if (m_recipients.size() >= m_options.mostRecipients) return "452 4.5.3 too many recipients\r\n";
    const QString address = QString::fromUtf8(path.address);
    if (m_accepts && !m_accepts(address)) return "550 5.1.1 nobody here by that name\r\n";
    m_recipients.append(address);
    return "250 2.1.5 ok\r\n";
}

QByteArray LmtpSession::startData()
{
    if (m_recipients.isEmpty()) return "503 5.5.1 no recipient\r\n";
    m_inData = true;
    // The envelope's sender is known only here; an empty one means a robot.
    m_mail = "Return-Path: <" + m_sender + ">\r\n";
    return "354 end with a dot\r\n";
}

QByteArray LmtpSession::dataLine(QByteArray line)
{
    if (line == ".") return endData();
    if (line.startsWith('.')) line.remove(0, 1);
    m_tooLarge = m_tooLarge || m_mail.size() + line.size() > m_options.largestMail;
    if (m_tooLarge)
        m_mail.clear();
    else
        m_mail += line + "\r\n";
    return {};
}

QByteArray LmtpSession::endData()
{
    if (!m_tooLarge) {
        m_whole = LmtpMail{std::exchange(m_mail, {}), m_recipients};
        m_isDelivering = true;
        m_inData = false;
        return {};
    }
    const QByteArray answer = QByteArray("552 5.3.4 mail too large\r\n").repeated(m_recipients.size());
    reset();
    return answer;
}

QByteArray LmtpSession::delivered(const Result<void> &stored)
{
    QByteArray reply = "250 2.0.0 stored\r\n";
    if (!stored)
        reply = stored.error().code == Code::BadInput ? "554 5.6.0 not a mail\r\n" : "451 4.3.0 try again later\r\n";
    const QByteArray answer = reply.repeated(m_recipients.size());
    reset();
    return answer + goOn();
}

void LmtpSession::reset()
{
    m_mail.clear();
    m_sender.clear();
    m_recipients.clear();
    m_hasSender = false;
    m_inData = false;
    m_isDelivering = false;
    m_tooLarge = false;
}

} // namespace akwaba::mail

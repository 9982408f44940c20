// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/mailheaders.h"

#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace akwaba::mail {
namespace {

constexpr qsizetype mostIds = 200;
constexpr int mostAddresses = 1000;
constexpr int deepestGroup = 10;

// One line. A wide space is a letter like any other: names and subjects in Chinese are written with it.
QString oneLineOf(const QString &text)
{
    static const QRegularExpression space(u"[ \\t\\r\\n\\f\\v]+"_s);
    return QString(text).replace(space, u" "_s).trimmed();
}

void collect(InternetAddressList *list, QList<EmailAddress> &addresses, int depth = 0)
{
    const int count = list == nullptr || depth > deepestGroup ? 0 : internet_address_list_length(list);
    for (int i = 0; i < count && addresses.size() < mostAddresses; ++i) {
        InternetAddress *address = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_GROUP(address)) {
            collect(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)), addresses, depth + 1);
        } else if (INTERNET_ADDRESS_IS_MAILBOX(address)) {
            const char *plain = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address));
            const EmailAddress found{oneLineOf(fromGMime(internet_address_get_name(address))),
                                     fromGMime(plain).trimmed().toLower()};
            if (!found.address.isEmpty()) addresses.append(found);
        }
    }
}

// "mailer@a.ci (Mail System)" and "Yao (yao@a.ci)": before RFC 5322 a comment said what a display name says now, and
// some programs have name and address the wrong way round.
void readComment(const QByteArray &header, EmailAddress &only)
{
    static const QRegularExpression comment(u"\\(([^()]{1,200})\\)"_s);
    static const QRegularExpression plainAddress(u"^[^\\s@<>]+@[^\\s@<>]+$"_s);
    const QString text = decodedHeader(header);
    const auto found = comment.match(text);
    const QString said = oneLineOf(found.captured(1));
    if (said.isEmpty()) return;
    if (only.address.contains(u'@')) {
        only.name = said;
    } else if (plainAddress.match(said).hasMatch()) {
        only.name = oneLineOf(text.first(found.capturedStart()));
        only.address = said.toLower();
    } else {
        only.name = said;
    }
}

QList<EmailAddress> addressesOf(GMimeMessage *message, GMimeAddressType type, const char *header)
{
    QList<EmailAddress> addresses;
    collect(g_mime_message_get_addresses(message, type), addresses);
    if (addresses.size() == 1 && addresses.first().name.isEmpty())
        readComment(headerBytes(GMIME_OBJECT(message), header), addresses.first());
    return addresses;
}

QDateTime dateOf(GMimeObject *object)
{
    const QByteArray written = headerBytes(object, "Date");
    if (written.isEmpty()) return {};
    GDateTime *parsed = g_mime_utils_header_decode_date(written.constData());
    if (parsed == nullptr) return {};
    const qint64 seconds = g_date_time_to_unix(parsed);
    g_date_time_unref(parsed);
    // GMime answers a text in which it found no date with the epoch.
    return seconds == 0 ? QDateTime() : QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

QString firstId(const QByteArray &header)
{
    const QStringList ids = messageIdsIn(header);
    return ids.isEmpty() ? QString() : ids.first();
}

} // namespace

QStringList messageIdsIn(const QByteArray &header)
{
    QStringList ids;
    qsizetype from = 0;
    while (ids.size() < mostIds) {
        const qsizetype start = header.indexOf('<', from);
        const qsizetype end = start < 0 ? -1 : header.indexOf('>', start);
        if (end < 0) break;
        const QString id = QString::fromUtf8(header.sliced(start + 1, end - start - 1)).remove(u' ').trimmed();
        if (!id.isEmpty() && !ids.contains(id)) ids.append(id);
        from = end + 1;
    }
    // Some programs leave the brackets out; then one word with an @ is the id.
    const QByteArray bare = header.trimmed();
    if (ids.isEmpty() && bare.contains('@') && !bare.contains(' ')) ids.append(QString::fromUtf8(bare));
    return ids;
}

void readHeaders(GMimeMessage *message, IncomingMail &mail)
{
    GMimeObject *object = GMIME_OBJECT(message);
    mail.subject = oneLineOf(decodedHeader(headerBytes(object, "Subject")));
    mail.from = addressesOf(message, GMIME_ADDRESS_TYPE_FROM, "From");
    if (mail.from.isEmpty()) mail.from = addressesOf(message, GMIME_ADDRESS_TYPE_SENDER, "Sender");
    mail.to = addressesOf(message, GMIME_ADDRESS_TYPE_TO, "To");
    mail.cc = addressesOf(message, GMIME_ADDRESS_TYPE_CC, "Cc");
    mail.replyTo = addressesOf(message, GMIME_ADDRESS_TYPE_REPLY_TO, "Reply-To");
    mail.messageId = firstId(headerBytes(object, "Message-ID"));
    mail.inReplyTo = firstId(headerBytes(object, "In-Reply-To"));
    mail.references = messageIdsIn(headerBytes(object, "References"));
    mail.date = dateOf(object);
    if (!mail.date.isValid()) mail.warnings.append(MailWarning::noDate.toString());
    if (mail.from.isEmpty()) mail.warnings.append(MailWarning::noSender.toString());
}

} // namespace akwaba::mail

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/composemail.h"

#include "app/server/channels/email/gmime.h"
#include "core/text/html.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::mail {
namespace {

// What has no place in a header: line breaks would start another one.
QString oneLine(const QString &text)
{
    QString line = text.simplified();
    line.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return line;
}

bool isSendable(const EmailAddress &address)
{
    const QString &text = address.address;
    const qsizetype at = text.lastIndexOf(u'@');
    return at > 0 && at < text.size() - 1 && text.size() <= 320
        && std::none_of(
               text.begin(), text.end(),
               [](QChar c) {
                   return c.isSpace() || c.category() == QChar::Other_Control
                       || QStringView(u"<>,;:\"\\()[]").contains(c);
               });
}

void addAddress(GMimeMessage *message, GMimeAddressType type, const EmailAddress &address)
{
    g_mime_message_add_mailbox(message, type, oneLine(address.name).toUtf8().constData(),
                               address.address.toUtf8().constData());
}

void setHeader(GMimeMessage *message, const char *name, const QString &value)
{
    g_mime_object_set_header(GMIME_OBJECT(message), name, value.toUtf8().constData(), "utf-8");
}

// References name the whole thread; the mail that is answered comes last.
QString referencesOf(const OutgoingMail &mail)
{
    QStringList ids = mail.references;
    if (!mail.inReplyTo.isEmpty()) {
        ids.removeAll(mail.inReplyTo);
        ids.append(mail.inReplyTo);
    }
    QStringList bracketed;
    for (const QString &id : std::as_const(ids))
        bracketed.append(u'<' + oneLine(id).remove(u'<').remove(u'>') + u'>');
    return bracketed.join(u' ');
}

void writeHeaders(GMimeMessage *message, const OutgoingMail &mail)
{
    addAddress(message, GMIME_ADDRESS_TYPE_FROM, mail.from);
    if (!mail.replyTo.address.isEmpty()) addAddress(message, GMIME_ADDRESS_TYPE_REPLY_TO, mail.replyTo);
    for (const EmailAddress &address : mail.to)
        addAddress(message, GMIME_ADDRESS_TYPE_TO, address);
    for (const EmailAddress &address : mail.cc)
        addAddress(message, GMIME_ADDRESS_TYPE_CC, address);
    g_mime_message_set_subject(message, oneLine(mail.subject).toUtf8().constData(), "utf-8");
    GDateTime *date = g_date_time_new_from_unix_utc(mail.date.toSecsSinceEpoch());
    g_mime_message_set_date(message, date);
    g_date_time_unref(date);
    g_mime_message_set_message_id(message, emailMessageIdOf(mail.id, mail.tenant).toUtf8().constData());
    if (!mail.inReplyTo.isEmpty())
        setHeader(message, "In-Reply-To", u'<' + oneLine(mail.inReplyTo).remove(u'<').remove(u'>') + u'>');
    if (const QString references = referencesOf(mail); !references.isEmpty())
        setHeader(message, "References", references);
    if (!mail.isAutoReply) return;
    setHeader(message, "Auto-Submitted", u"auto-replied"_s);
    setHeader(message, "X-Auto-Response-Suppress", u"All"_s); // what Exchange heeds
}

// The newest lines of the history, as many as fit.
QString boundedQuote(const QString &text)
{
    QString quote = text.trimmed();
    if (quote.size() <= longestQuote) return quote;
    quote.truncate(longestQuote);
    const qsizetype lastLine = quote.lastIndexOf(u'\n');
    if (lastLine > longestQuote / 2) quote.truncate(lastLine);
    if (quote.back().isHighSurrogate()) quote.chop(1);
    return quote + u"\n[…]"_s;
}

QString plainBody(const OutgoingMail &mail)
{
    QString body = mail.text.trimmed() + u'\n';
    const QString quote = boundedQuote(mail.quoted.text);
    if (quote.isEmpty()) return body;
    body += u'\n' + oneLine(mail.quoted.attribution) + u'\n';
    for (const QStringView line : QStringView(quote).split(u'\n'))
        body += (line.startsWith(u'>') ? u">"_s : u"> "_s) + line + u'\n';
    return body;
}

QString htmlBodyOf(const OutgoingMail &mail)
{
    QString body = u"<!DOCTYPE html>\n<html><body>\n<div>"_s + htmlOfPlainText(mail.text.trimmed()) + u"</div>\n"_s;
    const QString quote = boundedQuote(mail.quoted.text);
    if (!quote.isEmpty()) {
        body += u"<div><br>"_s + htmlOfPlainText(oneLine(mail.quoted.attribution))
            + u"</div>\n<blockquote type=\"cite\">"_s + htmlOfPlainText(quote) + u"</blockquote>\n"_s;
    }
    return body + u"</body></html>\n"_s;
}

GPtr<GMimeObject> textPart(const char *subtype, const QString &text)
{
    GPtr<GMimeObject> part(GMIME_OBJECT(g_mime_text_part_new_with_subtype(subtype)));
    auto *textual = GMIME_TEXT_PART(part.get());
    g_mime_text_part_set_charset(textual, "utf-8");
    g_mime_text_part_set_text(textual, text.toUtf8().constData());
    // Lines of any length and accents pass every mail server.
    g_mime_part_set_content_encoding(GMIME_PART(part.get()), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    return part;
}

GPtr<GMimeObject> attachmentPart(const MailAttachment &attachment)
{
    const QString type = attachment.type.contains(u'/') ? attachment.type : u"application/octet-stream"_s;
    GPtr<GMimeObject> object(GMIME_OBJECT(g_mime_part_new_with_type(type.section(u'/', 0, 0).toUtf8().constData(),
                                                                    type.section(u'/', 1).toUtf8().constData())));
    auto *part = GMIME_PART(object.get());
    const GPtr<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(attachment.content.constData(), size_t(attachment.content.size())));
    const GPtr<GMimeDataWrapper> content(
        g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
    g_mime_part_set_content(part, content.get());
    g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_BASE64);
    g_mime_object_set_disposition(object.get(), attachment.isInline ? "inline" : "attachment");
    g_mime_part_set_filename(part, oneLine(attachment.name).toUtf8().constData());
    if (!attachment.contentId.isEmpty())
        g_mime_object_set_content_id(object.get(), oneLine(attachment.contentId).toUtf8().constData());
    return object;
}

// GMime's own boundaries are random; ours follow from the id, so that a retry is the same mail.
GPtr<GMimeMultipart> multipart(const char *subtype, const MessageId &id)
{
    GPtr<GMimeMultipart> parts(g_mime_multipart_new_with_subtype(subtype));
    const QByteArray boundary = "=_" + QByteArray(subtype) + '_' + id.value.toUtf8();
    g_mime_multipart_set_boundary(parts.get(), boundary.constData());
    return parts;
}

void writeBody(GMimeMessage *message, const OutgoingMail &mail)
{
    const GPtr<GMimeMultipart> alternative = multipart("alternative", mail.id);
    g_mime_multipart_add(alternative.get(), textPart("plain", plainBody(mail)).get());
    g_mime_multipart_add(alternative.get(), textPart("html", htmlBodyOf(mail)).get());
    if (mail.attachments.isEmpty()) {
        g_mime_message_set_mime_part(message, GMIME_OBJECT(alternative.get()));
        return;
    }
    const GPtr<GMimeMultipart> mixed = multipart("mixed", mail.id);
    g_mime_multipart_add(mixed.get(), GMIME_OBJECT(alternative.get()));
    for (const MailAttachment &attachment : mail.attachments)
        g_mime_multipart_add(mixed.get(), attachmentPart(attachment).get());
    g_mime_message_set_mime_part(message, GMIME_OBJECT(mixed.get()));
}

QByteArray onTheWire(GMimeMessage *message)
{
    GMimeFormatOptions *format = g_mime_format_options_new();
    g_mime_format_options_set_newline_format(format, GMIME_NEWLINE_FORMAT_DOS);
    const GPtr<GMimeStream> memory(g_mime_stream_mem_new());
    g_mime_object_write_to_stream(GMIME_OBJECT(message), format, memory.get());
    g_mime_format_options_free(format);
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return QByteArray(reinterpret_cast<const char *>(bytes->data), qsizetype(bytes->len));
}

} // namespace

QString emailMessageIdOf(const MessageId &id, const QString &tenant) { return id.value + u'@' + tenant; }

Result<QByteArray> composeMail(const OutgoingMail &mail)
{
    const QList<EmailAddress> recipients = mail.to + mail.cc;
    if (recipients.isEmpty()) return fail(Code::BadInput, u"mail without recipient"_s);
    const bool repliesElsewhere = !mail.replyTo.address.isEmpty();
    if (repliesElsewhere && !isSendable(mail.replyTo)) return fail(Code::BadInput, u"address for answers"_s);
    if (!isSendable(mail.from) || !std::all_of(recipients.begin(), recipients.end(), isSendable))
        return fail(Code::BadInput, u"address that cannot stand in a header"_s);
    if (!isSendable({{}, emailMessageIdOf(mail.id, mail.tenant)}) || !mail.date.isValid())
        return fail(Code::BadInput, u"mail without id or date"_s);
    startGMime();
    const GPtr<GMimeMessage> message(g_mime_message_new(FALSE));
    writeHeaders(message.get(), mail);
    writeBody(message.get(), mail);
    return onTheWire(message.get());
}

} // namespace akwaba::mail

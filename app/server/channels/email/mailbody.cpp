// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/mailbody.h"

#include "app/server/channels/email/charset.h"
#include "app/server/channels/email/htmlrewrite.h"
#include "core/text/html.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::mail {
namespace {

constexpr int deepestPart = 50;
constexpr qsizetype longestHtml = 512 * 1024; // of several HTML parts, before they are rewritten together

void warn(MailBody &body, QStringView warning)
{
    const QString word = warning.toString();
    if (!body.warnings.contains(word)) body.warnings.append(word);
}

QString typeOf(GMimeObject *object)
{
    GMimeContentType *type = g_mime_object_get_content_type(object);
    if (type == nullptr) return u"text/plain"_s;
    return (fromGMime(g_mime_content_type_get_media_type(type)) + u'/'
            + fromGMime(g_mime_content_type_get_media_subtype(type)))
        .toLower();
}

QString withoutBrackets(QString id)
{
    id = id.trimmed();
    if (id.startsWith(u'<')) id.remove(0, 1);
    if (id.endsWith(u'>')) id.chop(1);
    return id;
}

QString decodedPart(MailBody &body, GMimePart *part)
{
    const char *charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
    DecodedText decoded = decodedText(decodedContent(part), QByteArray(charset));
    if (decoded.unknownCharset) warn(body, MailWarning::unknownCharset);
    if (decoded.damaged) warn(body, MailWarning::damagedText);
    return decoded.text.replace(u"\r\n"_s, u"\n"_s);
}

MailBody textBody(GMimePart *part)
{
    MailBody body;
    body.text = decodedPart(body, part);
    return body;
}

MailBody htmlBody(GMimePart *part)
{
    MailBody body;
    RewrittenHtml rewritten = rewriteHtml(decodedPart(body, part));
    body.html = std::move(rewritten.html);
    body.text = std::move(rewritten.text);
    body.remotePictures = std::move(rewritten.remotePictures);
    body.trackingPixels = rewritten.trackingPixels;
    body.hasHtml = true;
    if (rewritten.wasCut) warn(body, MailWarning::htmlCut);
    if (rewritten.wasFlattened) warn(body, MailWarning::htmlFlattened);
    if (rewritten.trackingPixels > 0) warn(body, MailWarning::trackingPixels);
    return body;
}

MailBody attachmentBody(GMimeObject *object, const QString &type, QByteArray content, QString name)
{
    MailAttachment attachment;
    attachment.name = std::move(name);
    attachment.type = type;
    attachment.contentId = withoutBrackets(fromGMime(g_mime_object_get_content_id(object)));
    attachment.content = std::move(content);
    MailBody body;
    body.attachments.append(std::move(attachment));
    return body;
}

MailBody leaf(GMimePart *part)
{
    GMimeObject *object = GMIME_OBJECT(part);
    const QString type = typeOf(object);
    const QString name = fromGMime(g_mime_part_get_filename(part)).trimmed();
    const bool isAttached =
        fromGMime(g_mime_object_get_disposition(object)).compare(u"attachment", Qt::CaseInsensitive) == 0;
    if (!isAttached && name.isEmpty()) {
        if (type == u"text/html") return htmlBody(part);
        if (type == u"text/plain" || type == u"text/enriched") return textBody(part);
    }
    return attachmentBody(object, type, decodedContent(part), name);
}

MailBody nestedMail(GMimeMessagePart *part)
{
    GMimeMessage *inner = g_mime_message_part_get_message(part);
    const QString subject = inner == nullptr ? QString() : fromGMime(g_mime_message_get_subject(inner)).simplified();
    const QByteArray raw = inner == nullptr ? QByteArray() : serialised(GMIME_OBJECT(inner));
    QString name = fromGMime(g_mime_object_get_content_disposition_parameter(GMIME_OBJECT(part), "filename"));
    if (name.isEmpty()) name = fromGMime(g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "name"));
    if (name.isEmpty()) name = (subject.isEmpty() ? u"message"_s : subject.left(80)) + u".eml";
    return attachmentBody(GMIME_OBJECT(part), typeOf(GMIME_OBJECT(part)), raw, name);
}

void takeRest(MailBody &into, MailBody &from)
{
    into.attachments += std::move(from.attachments);
    for (const QString &warning : std::as_const(from.warnings))
        warn(into, warning);
}

void takePictures(MailBody &into, const MailBody &from)
{
    for (const RemotePicture &picture : from.remotePictures) {
        if (!into.remotePictures.contains(picture)) into.remotePictures.append(picture);
    }
    into.trackingPixels += from.trackingPixels;
}

void append(MailBody &body, MailBody next)
{
    takeRest(body, next);
    if (next.text.isEmpty() && next.html.isEmpty()) return;
    if (body.hasHtml || next.hasHtml) {
        if (!body.hasHtml) body.html = htmlOfPlainText(body.text);
        const QString more = next.hasHtml ? next.html : htmlOfPlainText(next.text);
        if (body.html.size() + more.size() > longestHtml)
            warn(body, MailWarning::htmlCut);
        else
            body.html += (body.html.isEmpty() ? u""_s : u"<br>\n"_s) + more;
        body.hasHtml = true;
        body.isJoined = true;
    }
    body.text += (body.text.isEmpty() || body.text.endsWith(u'\n') ? u""_s : u"\n"_s) + next.text;
    takePictures(body, next);
}

// The same content in several forms: the plain text as it was written, the last HTML.
void choose(MailBody &body, MailBody next)
{
    takeRest(body, next);
    const bool plainIsBetter = !next.hasHtml && !next.text.trimmed().isEmpty();
    if (body.text.trimmed().isEmpty() || (plainIsBetter && body.hasHtml && body.html.isEmpty())) body.text = next.text;
    if (next.hasHtml) {
        body.html = std::move(next.html);
        body.hasHtml = true;
        body.isJoined = next.isJoined;
        body.remotePictures = std::move(next.remotePictures);
        body.trackingPixels = next.trackingPixels;
    }
}

/// Parts that keep the limits one by one need not keep them together.
void limitTogether(MailBody &body)
{
    RewrittenHtml whole = rewriteHtml(body.html);
    body.html = std::move(whole.html);
    if (whole.wasCut) warn(body, MailWarning::htmlCut);
    if (whole.wasFlattened) warn(body, MailWarning::htmlFlattened);
}

MailBody partOf(GMimeObject *object, int depth);

MailBody multipart(GMimeMultipart *parts, int depth)
{
    const bool isAlternative = typeOf(GMIME_OBJECT(parts)) == u"multipart/alternative";
    MailBody body;
    const int count = g_mime_multipart_get_count(parts);
    for (int i = 0; i < count; ++i) {
        MailBody next = partOf(g_mime_multipart_get_part(parts, i), depth + 1);
        if (isAlternative)
            choose(body, std::move(next));
        else
            append(body, std::move(next));
    }
    return body;
}

MailBody partOf(GMimeObject *object, int depth)
{
    MailBody body;
    if (object == nullptr) return body;
    if (depth > deepestPart) {
        warn(body, MailWarning::tooDeep);
        return body;
    }
    if (GMIME_IS_MULTIPART(object)) return multipart(GMIME_MULTIPART(object), depth);
    if (GMIME_IS_MESSAGE_PART(object)) return nestedMail(GMIME_MESSAGE_PART(object));
    return GMIME_IS_PART(object) ? leaf(GMIME_PART(object)) : body;
}

} // namespace

MailBody bodyOf(GMimeMessage *message)
{
    MailBody body = partOf(g_mime_message_get_mime_part(message), 0);
    if (body.isJoined) limitTogether(body);
    for (MailAttachment &attachment : body.attachments) {
        const QString reference = u"cid:"_s + attachment.contentId.toHtmlEscaped();
        attachment.isInline = !attachment.contentId.isEmpty() && body.html.contains(reference, Qt::CaseInsensitive);
    }
    return body;
}

} // namespace akwaba::mail

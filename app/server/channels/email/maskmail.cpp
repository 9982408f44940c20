// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/maskmail.h"

#include "app/server/channels/email/charset.h"
#include "app/server/channels/email/gmime.h"
#include "app/server/channels/email/htmlrewrite.h"
#include "app/server/channels/email/mailbody.h"
#include "core/text/cardnumbers.h"
#include "core/text/html.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace akwaba::mail {

namespace {

constexpr int deepestMasked = 50; // as deep as parts are opened
constexpr qsizetype sniffed = 4096;
constexpr int mostPasses = 5;

/// Headers in which people write. Every other one holds ids, tokens and routes.
constexpr std::array<const char *, 16> writtenHeaders{
    "Subject",  "Thread-Topic", "Comments", "Keywords",    "Content-Description", "Organization", "From", "Sender",
    "Reply-To", "To",           "Cc",       "Resent-From", "Resent-To",           "Resent-Cc",    "Bcc",  "X-Subject"};

/// As a text whatever the header is: of an address that is none GMime would leave nothing, not even the end of its
/// line.
void setHeaderText(GMimeHeader *header, const QString &text)
{
    char *encoded = g_mime_utils_header_encode_text(nullptr, text.simplified().toUtf8().constData(), "utf-8");
    g_mime_header_set_raw_value(header, QByteArray(' ' + QByteArray(encoded) + '\n').constData());
    g_free(encoded);
}

bool isClean(const RewrittenHtml &shown)
{
    return cardNumbersIn(shown.text).isEmpty() && cardNumbersInHtml(shown.html).isEmpty();
}

/// HTML is believed to be clean only when what we would show of it is, too.
bool isCleanHtml(const QString &html) { return cardNumbersInHtml(html).isEmpty() && isClean(rewriteHtml(html)); }

QString maskedHtml(const QString &html)
{
    QString masked = htmlWithoutCardNumbers(html);
    const RewrittenHtml shown = rewriteHtml(masked);
    if (isClean(shown)) return masked;
    masked = htmlWithoutCardNumbers(shown.html);
    return isCleanHtml(masked) ? masked : htmlOfPlainText(withoutCardNumbers(shown.text));
}

void setText(GMimePart *part, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    const GPtr<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(utf8.constData(), size_t(utf8.size())));
    const GPtr<GMimeDataWrapper> content(
        g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
    g_mime_part_set_content(part, content.get());
    g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_BASE64);
    g_mime_object_set_content_type_parameter(GMIME_OBJECT(part), "charset", "utf-8");
}

bool looksLikeText(const QByteArray &content)
{
    return !content.first(std::min(sniffed, content.size())).contains('\0') && !decodedText(content, "utf-8").damaged;
}

/// Masks what it is shown, and remembers whether there was anything to mask.
class Masking {
public:
    explicit Masking(const TextOfPdf &textOfPdf) : m_textOfPdf(textOfPdf) { }

    void message(GMimeMessage *message, int depth = 0)
    {
        names(message);
        headers(GMIME_OBJECT(message));
        part(g_mime_message_get_mime_part(message), depth);
    }

    [[nodiscard]] bool found() const { return m_found; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    /// What is to be written instead; nothing where it may stay.
    std::optional<QString> masked(const QString &text, bool isHtml = false)
    {
        if (isHtml ? isCleanHtml(text) : cardNumbersIn(text).isEmpty()) return {};
        m_found = true;
        return isHtml ? maskedHtml(text) : withoutCardNumbers(text);
    }

    void namesIn(InternetAddressList *list, int depth = 0)
    {
        const int count = list == nullptr || depth > deepestMasked ? 0 : internet_address_list_length(list);
        for (int i = 0; i < count; ++i) {
            InternetAddress *address = internet_address_list_get_address(list, i);
            if (const auto name = masked(fromGMime(internet_address_get_name(address))))
                internet_address_set_name(address, name->toUtf8().constData());
            if (INTERNET_ADDRESS_IS_GROUP(address))
                namesIn(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)), depth + 1);
        }
    }

    void names(GMimeMessage *message)
    {
        for (const GMimeAddressType type :
             {GMIME_ADDRESS_TYPE_SENDER, GMIME_ADDRESS_TYPE_FROM, GMIME_ADDRESS_TYPE_REPLY_TO, GMIME_ADDRESS_TYPE_TO,
              GMIME_ADDRESS_TYPE_CC, GMIME_ADDRESS_TYPE_BCC})
            namesIn(g_mime_message_get_addresses(message, type));
    }

    void headers(GMimeObject *object)
    {
        GMimeHeaderList *list = g_mime_object_get_header_list(object);
        const int count = g_mime_header_list_get_count(list);
        for (int i = 0; i < count; ++i) {
            GMimeHeader *header = g_mime_header_list_get_header_at(list, i);
            const bool isWritten = std::ranges::any_of(writtenHeaders, [header](const char *name) {
                return g_ascii_strcasecmp(name, g_mime_header_get_name(header)) == 0;
            });
            if (isWritten) maskHeader(header);
        }
    }

    void maskHeader(GMimeHeader *header)
    {
        const auto toWrite = [&] { return masked(decodedHeader(g_mime_header_get_raw_value(header)).trimmed()); };
        const auto text = toWrite();
        if (!text) return;
        setHeaderText(header, *text);
        // Half an encoded word may become a whole one, and say something else, once it is written.
        static const QRegularExpression digit(u"\\d"_s, QRegularExpression::UseUnicodePropertiesOption);
        if (toWrite()) setHeaderText(header, QString(*text).replace(digit, u"*"_s).remove(u"=?"_s));
    }

    void fileNames(GMimeObject *object)
    {
        const QString filename = fromGMime(g_mime_object_get_content_disposition_parameter(object, "filename"));
        const QString name = fromGMime(g_mime_object_get_content_type_parameter(object, "name"));
        if (const auto clean = masked(filename))
            g_mime_object_set_content_disposition_parameter(object, "filename", clean->toUtf8().constData());
        if (const auto clean = masked(name))
            g_mime_object_set_content_type_parameter(object, "name", clean->toUtf8().constData());
    }

    void part(GMimeObject *object, int depth)
    {
        if (object == nullptr || depth > deepestMasked || m_error) return;
        if (depth > 0) headers(object);
        fileNames(object);
        if (GMIME_IS_MULTIPART(object))
            parts(GMIME_MULTIPART(object), depth);
        else if (GMIME_IS_MESSAGE_PART(object)) {
            if (GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)))
                message(inner, depth + 1);
        } else if (GMIME_IS_PART(object))
            leaf(GMIME_PART(object));
    }

    void parts(GMimeMultipart *multipart, int depth)
    {
        if (const auto text = masked(fromGMime(g_mime_multipart_get_prologue(multipart))))
            g_mime_multipart_set_prologue(multipart, text->toUtf8().constData());
        if (const auto text = masked(fromGMime(g_mime_multipart_get_epilogue(multipart))))
            g_mime_multipart_set_epilogue(multipart, text->toUtf8().constData());
        for (int i = 0; i < g_mime_multipart_get_count(multipart); ++i)
            part(g_mime_multipart_get_part(multipart, i), depth + 1);
    }

    void leaf(GMimePart *part)
    {
        GMimeObject *object = GMIME_OBJECT(part);
        GMimeContentType *type = g_mime_object_get_content_type(object);
        const QByteArray content = decodedContent(part);
        const bool isPdf = content.startsWith("%PDF-") || g_mime_content_type_is_type(type, "application", "pdf");
        // What is called a text is shown as one, however it begins.
        if (isPdf && pdf(part, content)) return;
        const bool isText = g_mime_content_type_is_type(type, "text", "*");
        if (!isText && (isPdf || !looksLikeText(content))) return;
        const QByteArray charset(g_mime_object_get_content_type_parameter(object, "charset"));
        const bool isHtml = g_mime_content_type_is_type(type, "text", "html")
            || g_mime_content_type_is_type(type, "application", "xhtml+xml")
            || g_mime_content_type_is_type(type, "text", "xml")
            || g_mime_content_type_is_type(type, "application", "xml");
        if (const auto text = masked(decodedText(content, charset).text, isHtml)) setText(part, *text);
    }

    /// Nothing can be masked in a PDF, so only what it says is kept of one that says too much. True where that was
    /// done.
    bool pdf(GMimePart *part, const QByteArray &content)
    {
        const auto text = m_textOfPdf(content);
        if (!text && text.error().code != Code::BadInput) m_error = text.error();
        const auto clean = text ? masked(*text) : std::nullopt;
        if (!clean) return false;
        const QString name = fromGMime(g_mime_part_get_filename(part));
        const GPtr<GMimeContentType> plain(g_mime_content_type_new("text", "plain"));
        g_mime_object_set_content_type(GMIME_OBJECT(part), plain.get());
        g_mime_object_set_disposition(GMIME_OBJECT(part), "attachment");
        g_mime_part_set_filename(part, QString(name + u".txt").toUtf8().constData());
        setText(part, *clean);
        return true;
    }

    const TextOfPdf &m_textOfPdf;
    bool m_found = false;
    std::optional<Error> m_error;
};

/// Of a mail that never settles only its text is kept.
void keepTextOnly(GMimeMessage *message)
{
    const GPtr<GMimePart> part(GMIME_PART(g_mime_text_part_new_with_subtype("plain")));
    setText(part.get(), withoutCardNumbers(bodyOf(message).text));
    g_mime_message_set_mime_part(message, GMIME_OBJECT(part.get()));
}

} // namespace

Result<MaskedMail> maskMail(const QByteArray &raw, const TextOfPdf &textOfPdf)
{
    MaskedMail mail{raw};
    // A mail that breaks the rules may read otherwise once it is written by them: it is looked through again.
    for (int pass = 0; pass < mostPasses; ++pass) {
        const GPtr<GMimeMessage> message = parsedMessage(mail.raw);
        if (!message) return mail;
        Masking masking(textOfPdf);
        masking.message(message.get());
        if (masking.error()) return tl::unexpected(*masking.error());
        if (!masking.found()) return mail;
        if (pass == mostPasses - 1) keepTextOnly(message.get());
        mail = {serialised(GMIME_OBJECT(message.get())), true};
    }
    return mail;
}

} // namespace akwaba::mail

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/gmime.h"

#include "app/server/channels/email/charset.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace akwaba::mail {
namespace {

struct FreeOptions {
    void operator()(GMimeParserOptions *options) const { g_mime_parser_options_free(options); }
};
using OptionsPtr = std::unique_ptr<GMimeParserOptions, FreeOptions>;

OptionsPtr looseOptions()
{
    OptionsPtr options(g_mime_parser_options_new());
    std::array<const char *, 3> charsets{"utf-8", "windows-1252", nullptr};
    g_mime_parser_options_set_fallback_charsets(options.get(), charsets.data());
    g_mime_parser_options_set_allow_addresses_without_domain(options.get(), TRUE);
    return options;
}

QByteArray contentOf(GMimeStream *memory)
{
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory));
    return QByteArray(reinterpret_cast<const char *>(bytes->data), qsizetype(bytes->len));
}

// Spools put "From a@b Mon ..." on top, some gateways blank lines.
QByteArray withoutLeadingLines(const QByteArray &raw)
{
    qsizetype at = 0;
    while (at < raw.size() && (raw[at] == '\r' || raw[at] == '\n'))
        ++at;
    const QByteArrayView rest = QByteArrayView(raw).sliced(at);
    // "From : a@b" is a header, if not a good one.
    if (rest.startsWith("From ") && !rest.sliced(5).trimmed().startsWith(':')) at = raw.indexOf('\n', at) + 1;
    return at == 0 ? raw : raw.sliced(at);
}

// A header with a NUL ends there for some readers of it and not for others.
QByteArray withoutNuls(QByteArray header) { return header.replace('\0', ""); }

// GMime decodes adjacent words of base64 (RFC 2047) together and stops at the padding of the first.
QByteArray withJoinedWords(const QByteArray &header)
{
    static const QRegularExpression padded(
        u"=\\?([\\w*.:-]{1,40})\\?[Bb]\\?([A-Za-z0-9+/]+=+)\\?=\\s+=\\?\\1\\?[Bb]\\?([A-Za-z0-9+/]+=*)\\?="_s,
        QRegularExpression::CaseInsensitiveOption);
    constexpr int mostWords = 200;
    QString text = QString::fromLatin1(header);
    qsizetype from = 0;
    for (int joined = 0; joined < mostWords; ++joined) {
        const auto words = padded.match(text, from);
        if (!words.hasMatch()) break;
        from = words.capturedStart();
        const QByteArray bytes =
            QByteArray::fromBase64(words.captured(2).toLatin1()) + QByteArray::fromBase64(words.captured(3).toLatin1());
        text.replace(from, words.capturedLength(),
                     u"=?%1?B?%2?="_s.arg(words.captured(1), QString::fromLatin1(bytes.toBase64())));
    }
    return text.toLatin1();
}

// What GMime must not see as it is, in the header of a mail.
QByteArray withReadableHeader(const QByteArray &mail)
{
    qsizetype end = mail.indexOf("\n\r\n");
    const qsizetype bare = mail.indexOf("\n\n");
    if (end < 0 || (bare >= 0 && bare < end)) end = bare;
    if (end < 0) end = mail.size();
    const QByteArray header = mail.first(end);
    const bool isPlain = !header.contains('\0') && !header.contains("=?=");
    return isPlain ? mail : withJoinedWords(withoutNuls(header)) + mail.sliced(end);
}

} // namespace

void startGMime()
{
    static const bool started = [] {
        g_mime_init();
        return true;
    }();
    Q_UNUSED(started)
}

GPtr<GMimeMessage> parsedMessage(const QByteArray &raw)
{
    startGMime();
    const QByteArray mail = withReadableHeader(withoutLeadingLines(raw));
    const GPtr<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(mail.constData(), size_t(mail.size())));
    const GPtr<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MESSAGE);
    const OptionsPtr options = looseOptions();
    return GPtr<GMimeMessage>(g_mime_parser_construct_message(parser.get(), options.get()));
}

QByteArray decodedContent(GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (content == nullptr) return {};
    const GPtr<GMimeStream> memory(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, memory.get());
    return contentOf(memory.get());
}

QByteArray serialised(GMimeObject *object)
{
    const GPtr<GMimeStream> memory(g_mime_stream_mem_new());
    g_mime_object_write_to_stream(object, nullptr, memory.get());
    return contentOf(memory.get());
}

QString fromGMime(const char *text) { return text == nullptr ? QString() : QString::fromUtf8(text); }

QString headerText(GMimeObject *object, const char *name)
{
    return fromGMime(g_mime_object_get_header(object, name)).simplified();
}

QString decodedHeader(const QByteArray &raw)
{
    char *decoded = g_mime_utils_header_decode_text(nullptr, raw.constData());
    const QString text = fromGMime(decoded);
    g_free(decoded);
    return text;
}

QByteArray headerBytes(GMimeObject *object, const char *name)
{
    GMimeHeader *header = g_mime_header_list_get_header(g_mime_object_get_header_list(object), name);
    if (header == nullptr) return {};
    return QByteArray(g_mime_header_get_raw_value(header)).simplified();
}

} // namespace akwaba::mail

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/gmime.h"

#include "app/server/channels/email/charset.h"

#include <array>

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
    if (raw.size() - at >= 5 && raw.sliced(at, 5) == "From ") at = raw.indexOf('\n', at) + 1;
    return at == 0 ? raw : raw.sliced(at);
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
    const QByteArray mail = withoutLeadingLines(raw);
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

QByteArray headerBytes(GMimeObject *object, const char *name)
{
    GMimeHeader *header = g_mime_header_list_get_header(g_mime_object_get_header_list(object), name);
    if (header == nullptr) return {};
    return QByteArray(g_mime_header_get_raw_value(header)).simplified();
}

} // namespace akwaba::mail

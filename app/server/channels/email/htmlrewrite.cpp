// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/htmlrewrite.h"

#include "app/server/channels/email/htmltextwriter.h"
#include "app/server/channels/email/htmlwriter.h"
#include "core/text/html.h"

#include <libxml/HTMLparser.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace akwaba::mail {
namespace {

// Deeper input is hostile, and libxml2 needs the square of the depth for it.
constexpr qsizetype deepestInput = 2000;
constexpr qsizetype longestInput = 4 * 1024 * 1024;

struct Reader {
    explicit Reader(const HtmlLimits &limits) : html(limits) { }

    HtmlWriter html;
    HtmlTextWriter text;
    xmlParserCtxtPtr parser = nullptr;
    qsizetype depth = 0;
    qsizetype dropDepth = 0; // inside how many dropped elements
    bool gaveUp = false;
};

QString fromXml(const xmlChar *text, int length = -1)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(text), length);
}

QByteArrayView nameView(const xmlChar *name) { return QByteArrayView(reinterpret_cast<const char *>(name)); }

HtmlAttributes attributesOf(const xmlChar **pairs)
{
    HtmlAttributes attributes;
    for (; pairs != nullptr && pairs[0] != nullptr; pairs += 2) {
        if (pairs[1] != nullptr) attributes.append({nameView(pairs[0]).toByteArray(), fromXml(pairs[1])});
    }
    return attributes;
}

void startElement(void *context, const xmlChar *name, const xmlChar **pairs)
{
    auto &reader = *static_cast<Reader *>(context);
    if (++reader.depth > deepestInput) {
        reader.gaveUp = true;
        xmlStopParser(reader.parser);
        return;
    }
    const auto element = htmlrules::elementOf(nameView(name));
    if (element == htmlrules::Element::Dropped || reader.dropDepth > 0) {
        ++reader.dropDepth;
        return;
    }
    const HtmlAttributes attributes = attributesOf(pairs);
    reader.html.open(nameView(name), element, attributes);
    reader.text.open(element, attributes);
}

void endElement(void *context, const xmlChar *name)
{
    auto &reader = *static_cast<Reader *>(context);
    --reader.depth;
    if (reader.dropDepth > 0) {
        --reader.dropDepth;
        return;
    }
    reader.html.close();
    reader.text.close(htmlrules::elementOf(nameView(name)));
}

void characters(void *context, const xmlChar *text, int length)
{
    auto &reader = *static_cast<Reader *>(context);
    if (reader.dropDepth > 0 || reader.gaveUp) return;
    const QString decoded = fromXml(text, length);
    reader.html.text(decoded);
    reader.text.text(decoded);
}

void silence(void *, const char *, ...) { }

htmlSAXHandler handler()
{
    htmlSAXHandler sax{};
    sax.startElement = startElement;
    sax.endElement = endElement;
    sax.characters = characters;
    sax.ignorableWhitespace = characters;
    sax.warning = silence;
    sax.error = silence;
    return sax;
}

// What is left when markup can't be trusted even to be parsed: the letters between the tags.
QString withoutTags(const QString &source)
{
    QString text;
    bool inTag = false;
    for (const QChar c : source) {
        if (c == u'<' || c == u'>') {
            inTag = c == u'<';
            text.append(u' ');
        } else if (!inTag) {
            text.append(c);
        }
    }
    return text.simplified();
}

RewrittenHtml asPlainText(const QString &source, const HtmlLimits &limits)
{
    RewrittenHtml result;
    result.text = withoutTags(source);
    result.wasFlattened = true;
    result.wasCut = result.text.size() > limits.length / 8;
    result.html = htmlOfPlainText(QStringView(result.text).first(std::min(result.text.size(), limits.length / 8)));
    return result;
}

struct FreeParser {
    void operator()(xmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

} // namespace

RewrittenHtml rewriteHtml(const QString &source, const HtmlLimits &limits)
{
    if (source.size() > longestInput) return asPlainText(source, limits);
    Reader reader(limits);
    htmlSAXHandler sax = handler();
    QByteArray utf8 = source.toUtf8();
    utf8.replace('\0', "");
    // The parser guesses an encoding from the first four bytes unless it is told.
    const std::unique_ptr<xmlParserCtxt, FreeParser> parser(
        htmlCreatePushParserCtxt(&sax, &reader, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
    if (!parser) return asPlainText(source, limits);
    reader.parser = parser.get();
    htmlCtxtUseOptions(parser.get(),
                       HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOERROR
                           | HTML_PARSE_NOWARNING);
    htmlParseChunk(parser.get(), utf8.constData(), int(utf8.size()), 1);
    if (reader.gaveUp) return asPlainText(source, limits);
    RewrittenHtml result;
    result.html = reader.html.finish();
    result.text = reader.text.finish();
    result.remotePictures = reader.html.remotePictures();
    result.wasCut = reader.html.wasCut();
    result.wasFlattened = reader.html.wasFlattened();
    return result;
}

} // namespace akwaba::mail

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/htmlrewrite.h"

#include "app/server/channels/email/htmlflatten.h"
#include "app/server/channels/email/htmltextwriter.h"
#include "app/server/channels/email/htmlwriter.h"

#include <libxml/HTMLparser.h>

#include <QRegularExpression>

#include <algorithm>
#include <cctype>
#include <memory>

using namespace Qt::StringLiterals;

namespace akwaba::mail {
namespace {

// Deeper input is hostile, and libxml2 needs the square of the depth for it.
constexpr qsizetype deepestInput = 2000;
constexpr qsizetype longestInput = 4 * 1024 * 1024;
constexpr qsizetype mostTags = 150'000;
constexpr qsizetype mostWordsInTag = 2000;

struct Reader {
    explicit Reader(const HtmlLimits &limits) : html(limits) { }

    /// What has no place in a text has none in either.
    void addText(QStringView read)
    {
        if (std::ranges::none_of(read, htmlrules::isUnwanted)) return addClean(read);
        QString clean = read.toString();
        clean.removeIf(htmlrules::isUnwanted);
        addClean(clean);
    }
    void addClean(QStringView clean)
    {
        html.text(clean);
        text.text(clean);
    }

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
        attributes.append({nameView(pairs[0]).toByteArray(), pairs[1] == nullptr ? QString() : fromXml(pairs[1])});
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
    reader.addText(fromXml(text, length));
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

struct FreeParser {
    void operator()(xmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

/// More tags than anybody reads, or one of thousands of attributes, each of which libxml2 compares with all others.
bool isFlood(QStringView source)
{
    qsizetype tags = 0;
    qsizetype words = 0;
    bool inTag = false;
    QChar quote;
    QChar before;
    for (const QChar c : source) {
        if (!quote.isNull()) {
            if (c == quote) quote = {};
        } else if (c == u'<' || c == u'>') {
            inTag = c == u'<';
            words = 0;
            if (inTag && ++tags > mostTags) return true;
        } else if (inTag && before == u'=' && (c == u'"' || c == u'\'')) {
            quote = c;
        } else if (inTag && (c == u' ' || c == u'\n' || c == u'\t' || c == u'/') && ++words > mostWordsInTag) {
            return true;
        }
        before = c;
    }
    return false;
}

bool isReference(QByteArrayView rest)
{
    const auto is = [&rest](qsizetype at, int (*kind)(int)) { return at < rest.size() && kind(uchar(rest[at])) != 0; };
    if (!rest.startsWith('#')) return is(0, std::isalpha);
    return rest.size() > 1 && (rest[1] == 'x' || rest[1] == 'X') ? is(2, std::isxdigit) : is(1, std::isdigit);
}

QByteArray withoutStrayAmpersands(const QByteArray &utf8)
{
    QByteArray result;
    result.reserve(utf8.size());
    qsizetype from = 0;
    for (qsizetype at = utf8.indexOf('&'); at >= 0; at = utf8.indexOf('&', at + 1)) {
        if (isReference(QByteArrayView(utf8).sliced(at + 1))) continue;
        result.append(QByteArrayView(utf8).sliced(from, at - from)).append("&amp;");
        from = at + 1;
    }
    return result.append(QByteArrayView(utf8).sliced(from));
}

/// What libxml2 would lose: all that follows the end of the page, or an end without a beginning, and "&#" where it
/// begins nothing, which takes it long as well. A NUL would end all.
QByteArray readable(const QString &source)
{
    QString text = source;
    text.replace(QChar(QChar::Null), QChar(QChar::ReplacementCharacter));
    QByteArray utf8 = text.toUtf8();
    static const QRegularExpression firstTag(u"</?[a-zA-Z]"_s);
    if (firstTag.match(text).capturedView().startsWith(u"</")) utf8.prepend("<body>");
    for (qsizetype at = utf8.indexOf("</"); at >= 0; at = utf8.indexOf("</", at + 2)) {
        const QByteArray name = utf8.mid(at + 2, 4).toLower();
        if (name == "body" || name == "html") utf8[at + 2] = 'x'; // an end of nothing
    }
    return withoutStrayAmpersands(utf8);
}

/// False where the nesting was too deep to be followed.
bool read(Reader &reader, const QString &source)
{
    htmlSAXHandler sax = handler();
    const QByteArray utf8 = readable(source);
    // The parser guesses an encoding from the first four bytes unless it is told.
    const std::unique_ptr<xmlParserCtxt, FreeParser> parser(
        htmlCreatePushParserCtxt(&sax, &reader, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
    if (!parser) return false;
    reader.parser = parser.get();
    htmlCtxtUseOptions(parser.get(),
                       HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOERROR
                           | HTML_PARSE_NOWARNING);
    htmlParseChunk(parser.get(), utf8.constData(), int(utf8.size()), 1);
    return !reader.gaveUp;
}

RewrittenHtml resultOf(Reader &reader)
{
    RewrittenHtml result;
    result.html = reader.html.finish();
    result.text = reader.text.finish();
    result.remotePictures = reader.html.remotePictures();
    result.trackingPixels = reader.html.trackingPixels();
    result.wasCut = reader.html.wasCut();
    result.wasFlattened = reader.html.wasFlattened();
    return result;
}

} // namespace

RewrittenHtml rewriteHtml(const QString &source, const HtmlLimits &limits)
{
    if (source.size() <= longestInput && !isFlood(source)) {
        Reader reader(limits);
        if (read(reader, source)) return resultOf(reader);
    }
    Reader reader(limits);
    const auto lineBreak = [&reader] {
        if (!reader.html.wasCut()) {
            reader.html.open("br", htmlrules::Element::Break, {});
            reader.html.close();
        }
        reader.text.open(htmlrules::Element::Break, {});
    };
    const auto text = [&reader](QStringView decoded) { reader.addText(decoded); };
    readFlat(source, text, lineBreak);
    RewrittenHtml result = resultOf(reader);
    result.wasFlattened = true;
    return result;
}

} // namespace akwaba::mail

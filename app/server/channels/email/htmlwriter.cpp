// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/htmlwriter.h"

#include "core/text/html.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::mail {

using htmlrules::Element;

namespace {

constexpr QChar zeroWidthSpace(0x200B);

bool isTabular(Element element)
{
    return element == Element::Table || element == Element::Row || element == Element::Cell;
}

bool isIndented(Element element) { return element == Element::Quote || element == Element::List; }

bool isWithinLine(Element element) { return element == Element::Inline || element == Element::Link; }

/// As layoutCost() of letters.
int costOf(Element element)
{
    switch (element) {
    case Element::Inline: return 15;
    case Element::Link: return 65;
    case Element::Picture:
    case Element::Ruler: return 200;
    default: return 40;
    }
}

QString closingTag(const QByteArray &name) { return u"</"_s + QString::fromLatin1(name) + u'>'; }

/// Bytes of UTF-8.
qsizetype sizeOf(QStringView text)
{
    qsizetype bytes = 0;
    for (const QChar c : text)
        bytes += c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 || c.isSurrogate() ? 2 : 3;
    return bytes;
}

int spanOf(const HtmlAttributes &attributes, QByteArrayView name)
{
    for (const HtmlAttribute &attribute : attributes) {
        if (attribute.name == name) return htmlrules::allowedValue(name, attribute.value).value_or(u"1"_s).toInt();
    }
    return 1;
}

} // namespace

bool HtmlWriter::isAllowedHere(Element element, const HtmlAttributes &attributes)
{
    if (m_written >= m_limits.depth || (isIndented(element) && m_indents >= m_limits.indentDepth)) return false;
    switch (element) {
    case Element::Table: return m_tables.openTable();
    case Element::Row: return m_tables.openRow();
    case Element::Cell: return m_tables.openCell(spanOf(attributes, "colspan"), spanOf(attributes, "rowspan"));
    default: return true;
    }
}

void HtmlWriter::open(QByteArrayView name, Element element, const HtmlAttributes &attributes)
{
    if (m_wasCut) {
        m_open.append(Open());
        return;
    }
    Open open{name.toByteArray(), element};
    switch (element) {
    case Element::Unknown:
    case Element::Dropped: open.name.clear(); break;
    case Element::Break:
    case Element::Ruler:
        open.name.clear();
        if (pay(costOf(element)) && write(element == Element::Break ? u"<br>"_s : u"<hr>"_s)) m_wordLength = 0;
        break;
    case Element::Picture:
        open.name.clear();
        writePicture(attributes);
        break;
    default: openElement(open, attributes);
    }
    m_open.append(open);
}

void HtmlWriter::openElement(Open &open, const HtmlAttributes &attributes)
{
    const Element element = open.element;
    if (!pay(costOf(element))) {
        open.name.clear();
        return;
    }
    const bool wasInTable = m_tables.depth() > 0;
    if (!isAllowedHere(element, attributes)) {
        open.name.clear();
        m_wasFlattened = m_wasFlattened || !isTabular(element) || element == Element::Table || wasInTable;
        // A table that would grow too large ends where it is: what lies between its cells would be moved about.
        if (wasInTable && (element == Element::Row || element == Element::Cell)) leaveTable();
        writeInstead(element);
        return;
    }
    const QString tag = startTag(open, attributes);
    if (!write(tag, closingTag(open.name).size())) {
        if (element == Element::Table) m_tables.closeTable();
        open.name.clear();
        return;
    }
    ++m_written;
    m_indents += isIndented(element) ? 1 : 0;
    m_preformatted += element == Element::Preformatted ? 1 : 0;
    if (!isWithinLine(element)) m_wordLength = 0;
}

/// What separates the content of an element whose tags are left out from what is before.
void HtmlWriter::writeInstead(Element element)
{
    if (isWithinLine(element)) return;
    if (write(element == Element::Cell ? u" "_s : u"<br>"_s)) m_wordLength = 0;
}

/// Closes the innermost table and all within it now; their ends, when they come, mean nothing.
void HtmlWriter::leaveTable()
{
    for (auto open = m_open.rbegin(); open != m_open.rend(); ++open) {
        const bool isTable = open->element == Element::Table && !open->name.isEmpty();
        closeTag(*open);
        if (isTable) return;
    }
}

void HtmlWriter::closeTag(Open &open)
{
    if (open.name.isEmpty()) return;
    m_html += closingTag(open.name); // its bytes were counted when it was opened
    --m_written;
    m_indents -= isIndented(open.element) ? 1 : 0;
    m_preformatted -= open.element == Element::Preformatted ? 1 : 0;
    if (open.element == Element::Table) m_tables.closeTable();
    open.name.clear();
}

void HtmlWriter::close()
{
    if (m_open.isEmpty()) return;
    Open open = m_open.takeLast();
    closeTag(open);
}

/// With words that can be broken: they go on over the chunks in which a parser reports them, and over whatever is no
/// end of a line.
QString HtmlWriter::breakable(QStringView text)
{
    QString broken;
    broken.reserve(text.size());
    for (const QChar c : text) {
        const bool breaks = c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == zeroWidthSpace;
        m_wordLength = breaks ? 0 : m_wordLength + 1;
        if (m_wordLength > longestWord && !c.isLowSurrogate()) {
            broken.append(zeroWidthSpace);
            m_wordLength = 1;
        }
        broken.append(c);
    }
    return broken;
}

void HtmlWriter::text(QStringView text)
{
    if (m_wasCut) return;
    const QString broken = breakable(text);
    const qsizetype fitting = affordable(broken);
    if (fitting == broken.size() && write(broken.toHtmlEscaped())) return;
    m_wasCut = !broken.trimmed().isEmpty(); // nothing was lost yet
    if (!m_wasCut) return;
    // As much as certainly fits: a letter is at most six bytes, as "&quot;" is.
    QString part = broken.first(std::clamp<qsizetype>((m_limits.length - m_bytes) / 6, 0, fitting));
    if (!part.isEmpty() && part.back().isHighSurrogate()) part.chop(1);
    m_html += part.toHtmlEscaped();
}

/// How many of these letters may still be laid out, which are paid for.
qsizetype HtmlWriter::affordable(QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        // The end of a line in the source is a space, but for preformatted text.
        const QChar c = text[at] == u'\n' && m_preformatted == 0 ? QChar(u' ') : text[at];
        m_cost += layoutCost(c);
        if (m_cost > m_limits.cost) return at;
    }
    return text.size();
}

QString HtmlWriter::finish()
{
    while (!m_open.isEmpty())
        close();
    return m_html;
}

void HtmlWriter::writePicture(const HtmlAttributes &attributes)
{
    QString source;
    QString alternative;
    QString tag;
    for (const HtmlAttribute &attribute : attributes) {
        if (attribute.name == "src") {
            source = attribute.value;
        } else if (const auto value = htmlrules::allowedValue(attribute.name, attribute.value)) {
            if (attribute.name == "alt") alternative = value->trimmed();
            tag += u' ' + QString::fromLatin1(attribute.name) + u"=\"" + value->toHtmlEscaped() + u'"';
        }
    }
    std::optional<QString> shown = htmlrules::allowedPicture(source);
    if (const auto address = htmlrules::remoteAddress(source)) {
        if (htmlrules::isUnseen(attributes)) {
            ++m_trackingPixels;
            return;
        }
        const RemotePicture picture = remotePictureAt(*address);
        shown = u"remote:"_s + picture.key;
        if (!m_wasCut && !m_remotePictures.contains(picture)) m_remotePictures.append(picture);
    }
    if (shown && pay(costOf(Element::Picture)))
        write(u"<img src=\""_s + shown->toHtmlEscaped() + u'"' + tag + u'>');
    else if (!shown && !alternative.isEmpty())
        write(u'[' + breakable(alternative).toHtmlEscaped() + u']');
}

QString HtmlWriter::startTag(const Open &open, const HtmlAttributes &attributes) const
{
    QString tag = u'<' + QString::fromLatin1(open.name);
    for (const HtmlAttribute &attribute : attributes) {
        const bool isTarget = open.element == Element::Link && attribute.name == "href";
        auto value = isTarget ? htmlrules::allowedLink(attribute.value)
                              : htmlrules::allowedValue(attribute.name, attribute.value);
        if (isTabular(open.element) && attribute.name == "width" && value) value = htmlrules::tableWidth(*value);
        if (value) tag += u' ' + QString::fromLatin1(attribute.name) + u"=\"" + value->toHtmlEscaped() + u'"';
    }
    return tag + u'>';
}

bool HtmlWriter::pay(int cost)
{
    m_cost += cost;
    if (m_cost > m_limits.cost) m_wasCut = true;
    return !m_wasCut;
}

/// Nothing more is written once something did not fit: a mail ends in one place. `owed` are the bytes of the end tag.
bool HtmlWriter::write(const QString &text, qsizetype owed)
{
    if (m_wasCut) return false;
    const qsizetype bytes = sizeOf(text) + owed;
    if (m_bytes + bytes > m_limits.length) {
        m_wasCut = true;
        return false;
    }
    m_bytes += bytes;
    m_html += text;
    return true;
}

} // namespace akwaba::mail

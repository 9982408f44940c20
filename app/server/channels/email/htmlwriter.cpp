// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/htmlwriter.h"

#include "core/text/html.h"

using namespace Qt::StringLiterals;

namespace akwaba::mail {

using htmlrules::Element;

bool HtmlWriter::isAllowedHere(Element element)
{
    const bool tabular = element == Element::Table || element == Element::Row || element == Element::Cell;
    if (m_html.size() >= m_limits.length) {
        m_wasCut = true;
        return false;
    }
    bool allowed = m_written < m_limits.depth;
    if (element == Element::Table) allowed = allowed && m_tables < m_limits.tableDepth && m_flattened == 0;
    // Rows and cells without a table of ours would be moved about by the reader.
    if (element == Element::Row || element == Element::Cell) allowed = allowed && m_tables > 0 && m_flattened == 0;
    if (element == Element::Cell) allowed = allowed && ++m_cells <= m_limits.cells;
    if (!allowed && (tabular || m_written >= m_limits.depth)) m_wasFlattened = true;
    return allowed;
}

void HtmlWriter::open(QByteArrayView name, Element element, const HtmlAttributes &attributes)
{
    Open open;
    switch (element) {
    case Element::Unknown:
    case Element::Dropped: break;
    case Element::Break:
    case Element::Ruler: write(element == Element::Break ? u"<br>"_s : u"<hr>"_s); break;
    case Element::Picture: writePicture(attributes); break;
    default:
        open.isTable = element == Element::Table;
        if (isAllowedHere(element)) {
            open.name = name.toByteArray();
            writeTag(name, element, attributes);
            ++m_written;
            m_tables += open.isTable ? 1 : 0;
        } else {
            open.flattens = open.isTable;
            m_flattened += open.isTable ? 1 : 0;
            if (element == Element::Row || element == Element::Block) write(u"<br>"_s);
            if (element == Element::Cell) write(u" "_s);
        }
    }
    if (element != Element::Inline && element != Element::Link) m_wordLength = 0;
    m_open.append(open);
}

void HtmlWriter::close()
{
    if (m_open.isEmpty()) return;
    const Open open = m_open.takeLast();
    if (open.flattens) --m_flattened;
    if (open.name.isEmpty()) return;
    // Closing tags are never counted against the length: what is open must close.
    m_html += u"</"_s + QString::fromLatin1(open.name) + u'>';
    --m_written;
    m_tables -= open.isTable ? 1 : 0;
}

void HtmlWriter::text(const QString &text)
{
    // Words go on over the chunks in which a parser reports them.
    QString broken;
    broken.reserve(text.size());
    for (const QChar c : text) {
        m_wordLength = c.isSpace() ? 0 : m_wordLength + 1;
        if (m_wordLength > longestWord && !c.isLowSurrogate()) {
            broken.append(QChar(0x200B));
            m_wordLength = 1;
        }
        broken.append(c);
    }
    const qsizetype room = m_limits.length - m_html.size();
    if (room <= 0) {
        m_wasCut = m_wasCut || !broken.trimmed().isEmpty();
        return;
    }
    if (write(broken.toHtmlEscaped())) return;
    broken.truncate(std::max<qsizetype>(room / 6, 0));
    if (!broken.isEmpty() && broken.back().isHighSurrogate()) broken.chop(1);
    m_html += broken.toHtmlEscaped();
    m_limits.length = 0;
}

QString HtmlWriter::finish()
{
    while (!m_open.isEmpty())
        close();
    return m_html;
}

void HtmlWriter::writePicture(const HtmlAttributes &attributes)
{
    QString tag;
    QString alternative;
    bool isRemote = false;
    for (const HtmlAttribute &attribute : attributes) {
        if (attribute.name == "src") {
            if (const auto picture = htmlrules::allowedPicture(attribute.value))
                tag = u"<img src=\""_s + picture->toHtmlEscaped() + u'"' + tag;
            else
                isRemote = attribute.value.trimmed().startsWith(u"http", Qt::CaseInsensitive);
        } else if (const auto value = htmlrules::allowedValue(attribute.name, attribute.value)) {
            if (attribute.name == "alt") alternative = value->trimmed();
            tag += u' ' + QString::fromLatin1(attribute.name) + u"=\"" + value->toHtmlEscaped() + u'"';
        }
    }
    if (isRemote) ++m_remotePictures;
    if (tag.startsWith(u"<img "))
        write(tag + u'>');
    else if (!alternative.isEmpty())
        write(u'[' + alternative.toHtmlEscaped() + u']');
}

void HtmlWriter::writeTag(QByteArrayView name, Element element, const HtmlAttributes &attributes)
{
    QString tag = u'<' + QString::fromLatin1(name);
    for (const HtmlAttribute &attribute : attributes) {
        const bool isTarget = element == Element::Link && attribute.name == "href";
        const auto value = isTarget ? htmlrules::allowedLink(attribute.value)
                                    : htmlrules::allowedValue(attribute.name, attribute.value);
        if (value) tag += u' ' + QString::fromLatin1(attribute.name) + u"=\"" + value->toHtmlEscaped() + u'"';
    }
    m_html += tag + u'>';
}

bool HtmlWriter::write(const QString &text)
{
    if (m_html.size() + text.size() > m_limits.length) {
        m_wasCut = true;
        return false;
    }
    m_html += text;
    return true;
}

} // namespace akwaba::mail

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/htmltextwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::mail {

using htmlrules::Element;

namespace {

QString targetOf(const HtmlAttributes &attributes)
{
    for (const HtmlAttribute &attribute : attributes) {
        if (attribute.name == "href") return htmlrules::allowedLink(attribute.value).value_or(QString());
    }
    return {};
}

// "gmail_signature", "moz-signature", "composer_signature", Outlook's "Signature": programs agree on the last word.
bool isSignature(const HtmlAttributes &attributes)
{
    return std::any_of(attributes.begin(), attributes.end(), [](const HtmlAttribute &attribute) {
        return (attribute.name == "id" || attribute.name == "class")
            && attribute.value.trimmed().section(u' ', 0, 0).endsWith(u"signature", Qt::CaseInsensitive);
    });
}

QString withoutScheme(const QString &address)
{
    QString bare = address.trimmed().toLower();
    for (const QStringView prefix : {u"https://", u"http://", u"mailto:", u"tel:", u"www."}) {
        if (bare.startsWith(prefix)) bare.remove(0, prefix.size());
    }
    while (bare.endsWith(u'/'))
        bare.chop(1);
    return bare;
}

bool isWhiteSpace(QChar c) { return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == u'\f'; }

} // namespace

void HtmlTextWriter::open(Element element, const HtmlAttributes &attributes)
{
    const bool mayHoldSignature = element == Element::Block || element == Element::Preformatted;
    if (mayHoldSignature && m_quotes == 0 && isSignature(attributes)) m_pendingSignature = true;
    switch (element) {
    case Element::Break: breakLine(m_pendingBreaks + 1); break;
    case Element::Ruler:
        breakLine(1);
        text(u"---");
        breakLine(1);
        break;
    case Element::Paragraph: breakLine(2); break;
    case Element::Block:
    case Element::List:
    case Element::Table:
    case Element::Row: breakLine(std::max(m_pendingBreaks, 1)); break;
    case Element::Preformatted:
        breakLine(std::max(m_pendingBreaks, 1));
        ++m_preformatted;
        break;
    case Element::Quote:
        breakLine(std::max(m_pendingBreaks, 1));
        ++m_quotes;
        break;
    case Element::ListItem:
        breakLine(std::max(m_pendingBreaks, 1));
        text(u"- ");
        break;
    case Element::Cell: m_pendingSpace = true; break;
    case Element::Link:
        m_targets.append(targetOf(attributes));
        m_linkStarts.append(m_text.size());
        break;
    default: break;
    }
}

void HtmlTextWriter::close(Element element)
{
    switch (element) {
    case Element::Paragraph: breakLine(2); break;
    case Element::Block:
    case Element::List:
    case Element::Table:
    case Element::Row:
    case Element::ListItem: breakLine(std::max(m_pendingBreaks, 1)); break;
    case Element::Preformatted:
        --m_preformatted;
        breakLine(std::max(m_pendingBreaks, 1));
        break;
    case Element::Quote:
        // The break belongs to what follows, so that its line has no mark.
        breakLine(1);
        --m_quotes;
        break;
    case Element::Link: {
        if (m_targets.isEmpty()) break;
        const QString target = m_targets.takeLast();
        const QString shown = m_text.sliced(m_linkStarts.takeLast());
        if (!target.isEmpty() && !withoutScheme(shown).contains(withoutScheme(target)) && !shown.trimmed().isEmpty())
            text(QString(u" <"_s + target + u'>'));
        break;
    }
    default: break;
    }
}

void HtmlTextWriter::text(QStringView text)
{
    const bool isPreformatted = m_preformatted > 0;
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text[at];
        if (isPreformatted ? c == u'\n' || c == u'\r' : isWhiteSpace(c)) {
            if (!isPreformatted)
                m_pendingSpace = true;
            else if (c == u'\n')
                breakLine(m_pendingBreaks + 1);
            ++at;
            continue;
        }
        qsizetype end = at + 1;
        while (end < text.size()
               && !(isPreformatted ? text[end] == u'\n' || text[end] == u'\r' : isWhiteSpace(text[end])))
            ++end;
        append(text.sliced(at, end - at));
        at = end;
    }
}

QString HtmlTextWriter::finish() { return m_text.trimmed(); }

void HtmlTextWriter::breakLine(int breaks)
{
    m_pendingBreaks = std::min(breaks, 2);
    m_pendingSpace = false;
}

// Above the first letter of a signature, unless the program wrote the mark itself.
void HtmlTextWriter::markSignature(QChar first)
{
    m_pendingSignature = false;
    if (m_text.isEmpty() || !m_atLineStart || first == u'-' || m_text.endsWith(u"--\n")) return;
    m_text += u"-- \n";
}

void HtmlTextWriter::append(QStringView word)
{
    if (!m_text.isEmpty()) {
        for (; m_pendingBreaks > 0; --m_pendingBreaks) {
            m_text += u'\n';
            m_atLineStart = true;
        }
    }
    m_pendingBreaks = 0;
    if (m_pendingSignature) markSignature(word.front());
    if (m_atLineStart && m_quotes > 0) m_text += u"> "_s.repeated(std::min(m_quotes, 5));
    if (m_pendingSpace && !m_atLineStart) m_text += u' ';
    m_pendingSpace = false;
    m_atLineStart = false;
    m_text += word;
}

} // namespace akwaba::mail

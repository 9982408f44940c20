// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/html.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace akwaba {
namespace {

const QRegularExpression &linkPattern()
{
    // Bounded repetitions: a hostile line costs no more than its length.
    static const QRegularExpression pattern(
        uR"((?<url>https?://[^\s<>"']{1,2000})|(?<mail>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}\.[A-Za-z]{2,24}))"_s);
    return pattern;
}

// A full stop or a closing bracket after an address belongs to the sentence.
qsizetype lengthWithoutPunctuation(QStringView url)
{
    qsizetype length = url.size();
    while (length > 0 && QStringView(u".,;:!?)]}»").contains(url[length - 1])) {
        if (url[length - 1] == u')' && url.first(length).contains(u'(')) break;
        --length;
    }
    return length;
}

QString escapedLines(QStringView text)
{
    QString html = withBreakableWords(text).toHtmlEscaped();
    html.replace(u"\n"_s, u"<br>\n"_s);
    html.replace(u"  "_s, u"&nbsp; "_s);
    return html;
}

} // namespace

QString htmlOfPlainText(QStringView text)
{
    QString source = text.toString();
    source.replace(u"\r\n"_s, u"\n"_s);
    QString html;
    qsizetype from = 0;
    auto matches = linkPattern().globalMatch(source);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const bool isUrl = match.hasCaptured(u"url"_s);
        const QStringView whole = QStringView(source).sliced(match.capturedStart(), match.capturedLength());
        const QStringView address = whole.first(lengthWithoutPunctuation(whole));
        html += escapedLines(QStringView(source).sliced(from, match.capturedStart() - from));
        html += u"<a href=\"" + (isUrl ? u""_s : u"mailto:"_s) + address.toString().toHtmlEscaped() + u"\">"
            + escapedLines(address) + u"</a>";
        from = match.capturedStart() + address.size();
    }
    html += escapedLines(QStringView(source).sliced(from));
    return html;
}

QString withBreakableWords(QStringView text)
{
    constexpr QChar zeroWidthSpace(0x200B);
    QString result;
    result.reserve(text.size());
    qsizetype letters = 0;
    for (const QChar c : text) {
        letters = c.isSpace() || c == zeroWidthSpace ? 0 : letters + 1;
        if (letters > longestWord && !c.isLowSurrogate()) {
            result.append(zeroWidthSpace);
            letters = 1;
        }
        result.append(c);
    }
    return result;
}

QStringView displayedBeginning(QStringView text)
{
    int cost = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        cost += layoutCost(text[at]);
        if (cost > mostLayoutCost) return text.first(text[at].isLowSurrogate() ? at - 1 : at);
    }
    return text;
}

} // namespace akwaba

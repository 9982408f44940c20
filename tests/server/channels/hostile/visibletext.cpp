// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/channels/hostile/visibletext.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace akwaba::hostile {

namespace {

bool isSeen(char32_t letter)
{
    const QChar::Category category = QChar::category(letter);
    return !QChar::isSpace(letter) && category != QChar::Other_Format && category != QChar::Other_Control
        && !QChar::isNonCharacter(letter) && letter != 0xFFFC && letter != 0xFFFD;
}

/// Elements whose content nobody sees.
bool isUnseen(const QString &name)
{
    static const QSet<QString> names{u"script"_s, u"style"_s, u"title"_s,   u"template"_s,
                                     u"xml"_s,    u"desc"_s,  u"metadata"_s};
    return names.contains(name);
}

/// The end of a tag, behind its ">": one within quotes is part of a value.
qsizetype endOfTag(QStringView html, qsizetype at)
{
    QChar quote;
    for (; at < html.size(); ++at) {
        const QChar c = html[at];
        if (quote.isNull() && c == u'>') return at + 1;
        if (quote.isNull() && (c == u'"' || c == u'\'') && html[at - 1] == u'=')
            quote = c;
        else if (c == quote)
            quote = {};
    }
    return at;
}

QString nameAt(QStringView html, qsizetype at)
{
    qsizetype end = at;
    while (end < html.size() && (html[end].isLetterOrNumber() || html[end] == u':'))
        ++end;
    return html.sliced(at, end - at).toString().toLower();
}

/// Behind what begins with "<" at `at`, or `at` itself where it is only a letter.
qsizetype behindMarkup(QStringView html, qsizetype at)
{
    const QStringView rest = html.sliced(at);
    if (rest.startsWith(u"<!--")) {
        if (rest.startsWith(u"<!-->")) return at + 5;
        const qsizetype end = html.indexOf(u"-->", at + 4);
        return end < 0 ? html.size() : end + 3;
    }
    if (rest.startsWith(u"<!") || rest.startsWith(u"<?")) {
        const qsizetype end = html.indexOf(u'>', at);
        return end < 0 ? html.size() : end + 1;
    }
    const bool closes = rest.startsWith(u"</");
    const qsizetype nameStart = at + (closes ? 2 : 1);
    if (nameStart >= html.size() || !html[nameStart].isLetter()) return at;
    const qsizetype end = endOfTag(html, nameStart);
    const QString name = nameAt(html, nameStart);
    if (closes || !isUnseen(name) || (end >= 2 && html[end - 2] == u'/')) return end;
    const qsizetype close = html.indexOf(QString(u"</"_s + name), end, Qt::CaseInsensitive);
    return close < 0 ? html.size() : endOfTag(html, close + 2);
}

/// Behind an entity; a number's letter is appended.
qsizetype behindEntity(QStringView html, qsizetype at, QString &letters)
{
    const bool isNumber = html.sliced(at).startsWith(u"&#");
    const bool isHex = isNumber && html.sliced(at + 2).startsWith(u'x', Qt::CaseInsensitive);
    const qsizetype start = at + (isHex ? 3 : isNumber ? 2 : 1);
    qsizetype end = start;
    while (end < html.size() && end - start < 32
           && (isHex ? QStringView(u"0123456789abcdefABCDEF").contains(html[end])
                     : (isNumber ? html[end].isDigit() : html[end].isLetterOrNumber())))
        ++end;
    if (end == start || (!isNumber && (end == html.size() || html[end] != u';'))) {
        letters += u'&';
        return at + 1;
    }
    if (!isNumber) {
        static const QHash<QString, QChar> known{{u"lt"_s, u'<'}, {u"gt"_s, u'>'}, {u"amp"_s, u'&'}, {u"quot"_s, u'"'}};
        if (const auto letter = known.constFind(html.sliced(start, end - start).toString()); letter != known.cend())
            letters += *letter;
    } else {
        const uint code = html.sliced(start, end - start).toString().toUInt(nullptr, isHex ? 16 : 10);
        // 128 to 159 mean windows-1252 to some readers and nothing to others.
        if (code > 0x9F || (code >= 0x20 && code < 0x80)) {
            if (code <= 0x10FFFF && !QChar::isSurrogate(code) && isSeen(code))
                letters += QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1);
        }
    }
    return end + (end < html.size() && html[end] == u';' ? 1 : 0);
}

} // namespace

QString visibleLetters(QStringView html)
{
    QString letters;
    for (qsizetype at = 0; at < html.size();) {
        if (html[at] == u'&') {
            at = behindEntity(html, at, letters);
            continue;
        }
        const qsizetype behind = html[at] == u'<' ? behindMarkup(html, at) : at;
        if (behind == at) letters += html[at];
        at = std::max(behind, at + 1);
    }
    return lettersOf(letters);
}

QString lettersOf(QStringView text)
{
    QString letters;
    for (const char32_t letter : text.toUcs4())
        if (isSeen(letter)) letters += QString::fromUcs4(&letter, 1);
    return letters;
}

qsizetype firstMissing(QStringView part, QStringView whole)
{
    qsizetype found = 0;
    for (const QChar c : whole)
        if (found < part.size() && part[found] == c) ++found;
    return found == part.size() ? -1 : found;
}

} // namespace akwaba::hostile

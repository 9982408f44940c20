// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/cardnumbers.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// A stretch of the source.
struct Piece {
    qsizetype start = 0;
    qsizetype end = 0;
};

/// Text as it is read, and where each of its letters stands in the source.
struct Decoded {
    QString text;
    QList<Piece> pieces;

    void append(QChar c, const Piece &piece)
    {
        // White space is one space, whatever it is in the source.
        const bool isSpace = c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == u'\f';
        if (isSpace && !text.isEmpty() && (text.back() == u' ' || text.back() == u'\n')) return;
        text.append(isSpace ? QChar(u' ') : c);
        pieces.append(piece);
    }
    void breakLine(qsizetype at)
    {
        if (text.isEmpty() || text.back() == u'\n') return;
        text.append(u'\n');
        pieces.append({at, at});
    }
};

/// What may stand between digits or for one, by name.
std::optional<QChar> named(QStringView name)
{
    static const QHash<QString, QChar> names{{u"nbsp"_s, QChar(0xA0)},
                                             {u"ensp"_s, QChar(0x2002)},
                                             {u"emsp"_s, QChar(0x2003)},
                                             {u"thinsp"_s, QChar(0x2009)},
                                             {u"shy"_s, QChar(0xAD)},
                                             {u"zwnj"_s, QChar(0x200C)},
                                             {u"zwj"_s, QChar(0x200D)},
                                             {u"hyphen"_s, QChar(0x2010)},
                                             {u"dash"_s, QChar(0x2010)},
                                             {u"ndash"_s, QChar(0x2013)},
                                             {u"mdash"_s, QChar(0x2014)},
                                             {u"middot"_s, QChar(0xB7)},
                                             {u"bull"_s, QChar(0x2022)},
                                             {u"period"_s, u'.'},
                                             {u"lowbar"_s, u'_'},
                                             {u"Tab"_s, u' '},
                                             {u"NewLine"_s, u' '},
                                             {u"ZeroWidthSpace"_s, QChar(0x200B)},
                                             {u"gt"_s, u'>'},
                                             {u"lt"_s, u'<'},
                                             {u"commat"_s, u'@'},
                                             {u"plus"_s, u'+'}};
    const auto found = names.constFind(name.toString());
    return found == names.cend() ? std::nullopt : std::optional(*found);
}

/// Reads the character or the reference at `at` and moves behind it.
void decodeOne(QStringView source, qsizetype &at, Decoded &into)
{
    const qsizetype start = at++;
    if (source[start] != u'&') return into.append(source[start], {start, at});
    qsizetype end = at;
    constexpr qsizetype longestName = 32;
    while (end < source.size() && end - start < longestName
           && (source[end].isLetterOrNumber() || (end == at && source[end] == u'#')))
        ++end;
    const QStringView name = source.sliced(at, end - at);
    std::optional<QChar> letter;
    if (name.startsWith(u'#')) {
        const bool isHex = name.size() > 1 && name[1].toLower() == u'x';
        // Without its semicolon a decimal reference ends where the digits do.
        qsizetype digits = isHex ? 2 : 1;
        while (digits < name.size()
               && (isHex ? QStringView(u"0123456789abcdef").contains(name[digits].toLower()) : name[digits].isDigit()))
            ++digits;
        bool ok = false;
        const uint code = name.sliced(isHex ? 2 : 1, digits - (isHex ? 2 : 1)).toUInt(&ok, isHex ? 16 : 10);
        if (ok && code > 0 && code < 0x10000) letter = QChar(ushort(code));
        end = at + digits;
    } else {
        letter = named(name);
    }
    if (!letter) return into.append(u'&', {start, at});
    if (end < source.size() && source[end] == u';') ++end;
    at = end;
    into.append(*letter, {start, end});
}

/// Elements whose tags do not part what stands on both sides.
bool isInline(const QString &name)
{
    static const QStringList names{u"a"_s,    u"abbr"_s, u"b"_s,    u"bdi"_s,   u"bdo"_s,  u"big"_s,    u"code"_s,
                                   u"em"_s,   u"font"_s, u"i"_s,    u"ins"_s,   u"kbd"_s,  u"mark"_s,   u"o:p"_s,
                                   u"q"_s,    u"s"_s,    u"samp"_s, u"small"_s, u"span"_s, u"strike"_s, u"strong"_s,
                                   u"sub"_s,  u"sup"_s,  u"tt"_s,   u"u"_s,     u"var"_s,  u"wbr"_s,    u"label"_s,
                                   u"nobr"_s, u"del"_s,  u"cite"_s, u"dfn"_s,   u"time"_s};
    return names.contains(name);
}

/// Elements whose content is no markup.
bool isRaw(const QString &name)
{
    return name == u"script" || name == u"style" || name == u"textarea" || name == u"title" || name == u"xmp";
}

class HtmlSearch {
public:
    explicit HtmlSearch(QStringView source) : m_source(source) { }

    QList<CardNumber> all()
    {
        Decoded text;
        qsizetype at = 0;
        while (at < m_source.size()) {
            if (isMarkup(at))
                at = markup(at, text);
            else
                decodeOne(m_source, at, text);
        }
        take(text);
        std::ranges::sort(m_found, {}, &CardNumber::start);
        return std::move(m_found);
    }

    /// Where each digit that is found stands in the source, whatever it is written as.
    [[nodiscard]] const QHash<qsizetype, qsizetype> &ends() const { return m_ends; }

private:
    [[nodiscard]] bool isMarkup(qsizetype at) const
    {
        if (m_source[at] != u'<' || at + 1 >= m_source.size()) return false;
        const QChar next = m_source[at + 1];
        return next.isLetter() || next == u'/' || next == u'!' || next == u'?';
    }

    /// Answers where the markup ends. What it says itself is looked through apart from the text around it.
    qsizetype markup(qsizetype at, Decoded &text)
    {
        if (m_source.sliced(at).startsWith(u"<!--")) {
            const qsizetype close = m_source.indexOf(u"-->", at + 4);
            const qsizetype end = close < 0 ? m_source.size() : close;
            search({at + 4, std::max(end, at + 4)});
            return std::min(end + 3, m_source.size());
        }
        const qsizetype end = endOfTag(at);
        search({at + 1, end}); // attributes; what is not quoted, too
        const QString name = nameOf(at);
        const bool isOpening = m_source[at + 1] != u'/';
        if (!isInline(name)) text.breakLine(at);
        const qsizetype behind = std::min(end + 1, m_source.size());
        return isOpening && isRaw(name) ? raw(name, behind) : behind;
    }

    qsizetype raw(const QString &name, qsizetype from)
    {
        const qsizetype close = m_source.indexOf(QString(u"</" + name), from, Qt::CaseInsensitive);
        const qsizetype end = close < 0 ? m_source.size() : close;
        search({from, end});
        return end;
    }

    [[nodiscard]] QString nameOf(qsizetype at) const
    {
        qsizetype start = at + 1;
        if (m_source[start] == u'/') ++start;
        qsizetype end = start;
        while (end < m_source.size() && end - start < 20 && (m_source[end].isLetterOrNumber() || m_source[end] == u':'))
            ++end;
        return m_source.sliced(start, end - start).toString().toLower();
    }

    [[nodiscard]] qsizetype endOfTag(qsizetype at) const
    {
        QChar quote;
        for (qsizetype i = at + 1; i < m_source.size(); ++i) {
            const QChar c = m_source[i];
            if (!quote.isNull())
                quote = c == quote ? QChar() : quote;
            else if (c == u'>')
                return i;
            else if ((c == u'"' || c == u'\'') && m_source[i - 1] == u'=')
                quote = c;
        }
        // A quote that never ends: browsers disagree, so the tag ends where it first can.
        const qsizetype first = m_source.indexOf(u'>', at);
        return first < 0 ? m_source.size() : first;
    }

    void search(const Piece &within)
    {
        Decoded text;
        for (qsizetype at = within.start; at < within.end;)
            decodeOne(m_source.first(within.end), at, text);
        take(text);
    }

    void take(const Decoded &decoded)
    {
        for (CardNumber card : cardNumbersIn(decoded.text)) {
            for (qsizetype &digit : card.digits) {
                const Piece &piece = decoded.pieces[digit];
                m_ends.insert(piece.start, piece.end);
                digit = piece.start;
            }
            card.start = card.digits.first();
            card.end = m_ends.value(card.digits.last());
            m_found.append(std::move(card));
        }
    }

    QStringView m_source;
    QList<CardNumber> m_found;
    QHash<qsizetype, qsizetype> m_ends;
};

/// With an asterisk for each digit that is hidden; empty where nothing is.
QString maskedOnce(const QString &html)
{
    HtmlSearch search(html);
    const QList<CardNumber> cards = search.all();
    QList<qsizetype> hidden;
    for (const CardNumber &card : cards)
        hidden += card.digits.first(card.digits.size() - 4);
    if (hidden.isEmpty()) return {};
    std::ranges::sort(hidden);
    QString masked;
    masked.reserve(html.size());
    qsizetype from = 0;
    for (const qsizetype digit : std::as_const(hidden)) {
        if (digit < from) continue;
        masked += QStringView(html).sliced(from, digit - from);
        masked += u'*';
        from = search.ends().value(digit);
    }
    return masked + QStringView(html).sliced(from);
}

} // namespace

QList<CardNumber> cardNumbersInHtml(QStringView html) { return HtmlSearch(html).all(); }

QString htmlWithoutCardNumbers(const QString &html)
{
    QString masked = html;
    for (QString next = maskedOnce(masked); !next.isEmpty(); next = maskedOnce(masked))
        masked = std::move(next);
    return masked;
}

} // namespace akwaba

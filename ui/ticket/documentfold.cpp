// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/documentfold.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>

#include <algorithm>

namespace akwaba {

namespace {

/// Marks of quotes and items, and the targets of links, stand between the words of the text alone.
constexpr qsizetype furthestWord = 40;
constexpr double leastFound = 0.8;

struct Word {
    QStringView text;
    bool folded = false;
};

/// A line of the document, by its positions.
struct Line {
    int start = 0;
    int end = 0;
    int seen = 0; // words of the visible parts
    int folded = 0;
    bool hasPicture = false;
    [[nodiscard]] bool isBlank() const { return seen + folded == 0; }
};

bool separatesWords(QChar c)
{
    return c.isSpace() || c == QChar(0x200B) || c == QChar(QChar::ObjectReplacementCharacter);
}

template <class F> void forEachWord(QStringView text, F receive)
{
    for (qsizetype at = 0; at < text.size();) {
        while (at < text.size() && separatesWords(text[at]))
            ++at;
        const qsizetype start = at;
        while (at < text.size() && !separatesWords(text[at]))
            ++at;
        if (at > start) receive(text.sliced(start, at - start));
    }
}

QList<Word> wordsOf(const QList<BodyPart> &parts)
{
    QList<Word> words;
    for (const BodyPart &part : parts)
        forEachWord(part.text, [&](QStringView word) { words.append({word, part.kind != BodyPartKind::Visible}); });
    return words;
}

/// Lines, where a break within a paragraph ends one as well, with what was found of their words in the text.
class Comparison {
public:
    Comparison(const QTextDocument &document, const QList<BodyPart> &parts) : m_words(wordsOf(parts))
    {
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            const QString text = block.text();
            qsizetype from = 0;
            for (qsizetype end = 0; end <= text.size(); ++end) {
                if (end < text.size() && text[end] != QChar(QChar::LineSeparator)) continue;
                const QStringView content = QStringView(text).sliced(from, end - from);
                Line line{block.position() + int(from), block.position() + int(end)};
                line.hasPicture = content.contains(QChar(QChar::ObjectReplacementCharacter));
                look(content, line);
                m_lines.append(line);
                from = end + 1;
            }
        }
    }

    [[nodiscard]] bool isSame() const { return m_all > 0 && m_found >= leastFound * m_all; }
    [[nodiscard]] QList<Line> &lines() { return m_lines; }

private:
    void look(QStringView text, Line &line)
    {
        forEachWord(text, [&](QStringView word) {
            ++m_all;
            const auto from = m_words.cbegin() + m_next;
            const auto to = m_words.cbegin() + std::min(m_next + furthestWord, m_words.size());
            const auto found = std::find_if(from, to, [word](const Word &known) { return known.text == word; });
            if (found == to) return;
            m_next = found - m_words.cbegin() + 1;
            ++m_found;
            ++(found->folded ? line.folded : line.seen);
        });
    }

    const QList<Word> m_words;
    QList<Line> m_lines;
    qsizetype m_next = 0;
    int m_all = 0;
    int m_found = 0;
};

/// By line: a picture belongs to what it follows, and a blank line to what follows it.
QList<bool> foldedLines(const QList<Line> &lines)
{
    QList<bool> folded(lines.size(), true);
    bool before = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const Line &line = lines.at(i);
        if (!line.isBlank()) before = line.folded > line.seen;
        folded[i] = before;
    }
    bool next = true;
    for (qsizetype i = lines.size() - 1; i >= 0; --i) {
        if (lines.at(i).isBlank() && !lines.at(i).hasPicture)
            folded[i] = next;
        else
            next = folded.at(i);
    }
    return folded;
}

bool endsLine(QChar c) { return c == QChar(QChar::LineSeparator) || c == QChar(QChar::ParagraphSeparator); }

/// With the end of a line before or behind them, so that no empty line is left.
void remove(QTextDocument &document, int start, int end)
{
    QTextCursor cursor(&document);
    if (end + 1 < document.characterCount() && endsLine(document.characterAt(end)))
        ++end;
    else if (start > 0 && endsLine(document.characterAt(start - 1)))
        --start;
    cursor.setPosition(start);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
}

void removeRun(QTextDocument &document, const QList<Line> &lines, qsizetype first, qsizetype last)
{
    QTextCursor from(&document);
    QTextCursor to(&document);
    from.setPosition(lines.at(first).start);
    to.setPosition(lines.at(last).end);
    if (from.currentFrame() == to.currentFrame()) return remove(document, lines.at(first).start, lines.at(last).end);
    // A selection that ends within a table would be widened to all of it.
    for (qsizetype i = last; i >= first; --i) {
        from.setPosition(lines.at(i).start);
        from.setPosition(lines.at(i).end, QTextCursor::KeepAnchor);
        from.removeSelectedText();
    }
}

} // namespace

bool foldDocument(QTextDocument &document, const QList<BodyPart> &parts)
{
    Comparison comparison(document, parts);
    if (!comparison.isSame()) return false;
    const QList<Line> &lines = comparison.lines();
    const QList<bool> folded = foldedLines(lines);
    if (!folded.contains(false)) return false;
    for (qsizetype last = lines.size() - 1; last >= 0; --last) {
        if (!folded.at(last)) continue;
        qsizetype first = last;
        while (first > 0 && folded.at(first - 1))
            --first;
        removeRun(document, lines, first, last);
        last = first;
    }
    return true;
}

} // namespace akwaba

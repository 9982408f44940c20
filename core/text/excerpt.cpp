// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/excerpt.h"

#include "core/text/fold.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// How much of a text is looked through: of a log of megabytes that somebody sent, the beginning is enough for a line.
constexpr qsizetype mostRead = 50'000;
constexpr qsizetype mostBefore = 16; // of a list's thirty letters

struct Wanted {
    QStringList words; // they follow each other
    bool isOpen;
};

QList<Wanted> wantedOf(const QList<SearchTerm> &terms)
{
    QList<Wanted> wanted;
    for (const SearchTerm &term : terms) {
        if (term.isNegated || !term.field.isEmpty()) continue;
        const QStringList words = searchedWords(term.text);
        if (!words.isEmpty()) wanted.append({words, term.isOpen});
    }
    return wanted;
}

/// The words of a line, each folded when it is looked at: of a long text that is little.
class LineWords {
public:
    explicit LineWords(const QString &line) : m_line(line), m_places(wordPlaces(line)) { }

    [[nodiscard]] qsizetype size() const { return m_places.size(); }
    [[nodiscard]] TextSpan place(qsizetype at) const { return m_places.at(at); }
    [[nodiscard]] const QString &folded(qsizetype at)
    {
        for (qsizetype next = m_folded.size(); next <= at; ++next)
            m_folded.append(akwaba::folded(QStringView(m_line).sliced(place(next).from, place(next).length)));
        return m_folded.at(at);
    }

private:
    const QString &m_line;
    const QList<TextSpan> m_places;
    QStringList m_folded; // of the first ones
};

bool standsAt(LineWords &words, qsizetype at, const Wanted &wanted)
{
    if (at + wanted.words.size() > words.size()) return false;
    for (qsizetype i = 0; i < wanted.words.size(); ++i) {
        const bool mayGoOn = wanted.isOpen && i + 1 == wanted.words.size();
        const QString &word = words.folded(at + i);
        if (mayGoOn ? !word.startsWith(wanted.words.at(i)) : word != wanted.words.at(i)) return false;
    }
    return true;
}

/// What was found, in the order of the text: the first, and what is shown with it.
QList<TextSpan> marksIn(const QString &line, const QList<Wanted> &wanted, qsizetype maxLength)
{
    LineWords words(line);
    QList<TextSpan> marks;
    for (qsizetype at = 0; at < words.size();) {
        const qsizetype from = words.place(at).from;
        if (!marks.isEmpty() && from > marks.first().from + maxLength) break;
        qsizetype taken = 0;
        for (const Wanted &each : wanted) {
            if (standsAt(words, at, each)) taken = std::max(taken, each.words.size());
        }
        if (taken > 0) {
            const TextSpan last = words.place(at + taken - 1);
            marks.append({from, last.from + last.length - from});
        }
        at += std::max(taken, qsizetype{1});
    }
    return marks;
}

/// The begin of the word that `at` stands in; `at` itself where it is far away.
qsizetype beginOfWord(QStringView line, qsizetype at)
{
    constexpr qsizetype longestWord = 30;
    if (at <= 0 || at >= line.size()) return std::clamp(at, qsizetype{0}, line.size());
    for (qsizetype i = at; i > std::max(qsizetype{0}, at - longestWord); --i) {
        if (line.at(i - 1) == u' ') return i;
    }
    return line.at(at).isLowSurrogate() ? at - 1 : at;
}

/// The part of a line that is shown. Lists cut it anew where they have no room: little stands before the first mark.
TextSpan shownPart(QStringView line, const QList<TextSpan> &marks, qsizetype maxLength)
{
    const qsizetype from = marks.isEmpty() ? 0 : beginOfWord(line, marks.first().from - mostBefore);
    return {from, beginOfWord(line, from + maxLength) - from};
}

} // namespace

Excerpt excerptAround(QStringView text, const QList<SearchTerm> &terms, qsizetype maxLength)
{
    const QString line = text.first(std::min(text.size(), mostRead)).toString().simplified();
    const QList<TextSpan> marks = marksIn(line, wantedOf(terms), maxLength);
    const auto [from, length] = shownPart(line, marks, maxLength);
    const QString before = from > 0 ? u"… "_s : QString();
    Excerpt excerpt;
    excerpt.text = before + line.sliced(from, length).trimmed();
    if (from + length < line.size()) excerpt.text += u" …"_s;
    for (const TextSpan &mark : marks) {
        if (mark.from >= from && mark.from + mark.length <= from + length)
            excerpt.marks.append({mark.from - from + before.size(), mark.length});
    }
    return excerpt;
}

} // namespace akwaba

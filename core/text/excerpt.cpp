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

/// A word of the text: how it is searched, and where it stands.
struct PlacedWord {
    QString folded;
    TextSpan place;
};

QList<PlacedWord> placedWords(QStringView line)
{
    QList<PlacedWord> words;
    for (const TextSpan &place : wordPlaces(line))
        words.append({folded(line.sliced(place.from, place.length)), place});
    return words;
}

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

bool standsAt(const QList<PlacedWord> &words, qsizetype at, const Wanted &wanted)
{
    if (at + wanted.words.size() > words.size()) return false;
    for (qsizetype i = 0; i < wanted.words.size(); ++i) {
        const bool mayGoOn = wanted.isOpen && i + 1 == wanted.words.size();
        const QString &word = words.at(at + i).folded;
        if (mayGoOn ? !word.startsWith(wanted.words.at(i)) : word != wanted.words.at(i)) return false;
    }
    return true;
}

/// Everything that was found, in the order of the text.
QList<TextSpan> marksIn(const QList<PlacedWord> &words, const QList<Wanted> &wanted)
{
    QList<TextSpan> marks;
    for (qsizetype at = 0; at < words.size();) {
        qsizetype taken = 0;
        for (const Wanted &each : wanted) {
            if (standsAt(words, at, each)) taken = std::max(taken, each.words.size());
        }
        if (taken > 0) {
            const qsizetype from = words.at(at).place.from;
            const TextSpan last = words.at(at + taken - 1).place;
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
    const QList<TextSpan> marks = marksIn(placedWords(line), wantedOf(terms));
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

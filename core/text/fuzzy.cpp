// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/fuzzy.h"

#include "core/text/fold.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace akwaba {

namespace {

/// A label as it is compared, and where in the label each of its letters comes from.
struct FoldedLabel {
    QString letters;
    QList<TextSpan> origin;

    explicit FoldedLabel(const QString &label)
    {
        for (qsizetype i = 0; i < label.size();) {
            const qsizetype length = label.at(i).isHighSurrogate() && i + 1 < label.size() ? 2 : 1;
            const QString piece = folded(QStringView(label).mid(i, length));
            if (piece.isEmpty() && !origin.isEmpty()) origin.last().length += length; // an accent of its own
            for (const QChar letter : piece) {
                letters += letter;
                origin += TextSpan{i, length};
            }
            i += length;
        }
    }

    [[nodiscard]] bool beginsWord(qsizetype at) const
    {
        return letters.at(at).isLetterOrNumber() && (at == 0 || !letters.at(at - 1).isLetterOrNumber());
    }

    [[nodiscard]] QList<TextSpan> marks(QList<qsizetype> found) const
    {
        std::ranges::sort(found);
        QList<TextSpan> spans;
        for (const qsizetype at : found) {
            const TextSpan &one = origin.at(at);
            if (!spans.isEmpty() && spans.last().from + spans.last().length >= one.from)
                spans.last().length = one.from + one.length - spans.last().from;
            else
                spans += one;
        }
        return spans;
    }
};

using Found = std::optional<QList<qsizetype>>;

void addRange(QList<qsizetype> &found, qsizetype from, qsizetype length)
{
    for (qsizetype at = from; at < from + length; ++at)
        found += at;
}

Found atWordStarts(const QStringList &words, const FoldedLabel &label)
{
    QList<qsizetype> found;
    for (const QString &word : words) {
        qsizetype at = label.letters.indexOf(word);
        // A word of signs alone begins nothing: it is found wherever it stands.
        while (at >= 0 && word.front().isLetterOrNumber() && !label.beginsWord(at))
            at = label.letters.indexOf(word, at + 1);
        if (at < 0) return {};
        addRange(found, at, word.size());
    }
    return found;
}

Found asInitials(const QString &letters, const FoldedLabel &label)
{
    QList<qsizetype> found;
    for (qsizetype at = 0; at < label.letters.size() && found.size() < letters.size(); ++at)
        if (label.beginsWord(at) && label.letters.at(at) == letters.at(found.size())) found += at;
    return found.size() == letters.size() ? Found(found) : std::nullopt;
}

qsizetype stretches(const QList<qsizetype> &found)
{
    qsizetype count = found.isEmpty() ? 0 : 1;
    for (qsizetype i = 1; i < found.size(); ++i)
        count += found.at(i) != found.at(i - 1) + 1;
    return count;
}

Found from(qsizetype start, const QString &letters, const FoldedLabel &label)
{
    QList<qsizetype> found{start};
    while (found.size() < letters.size()) {
        const qsizetype next = label.letters.indexOf(letters.at(found.size()), found.last() + 1);
        if (next < 0) return {};
        found += next;
    }
    return found;
}

Found asLetters(const QString &letters, const FoldedLabel &label)
{
    Found best;
    if (const qsizetype at = label.letters.indexOf(letters); at >= 0) {
        best.emplace();
        addRange(*best, at, letters.size());
        return best;
    }
    qsizetype fewest = (letters.size() + 2) / 2 + 1; // more scattered ones are chance
    for (qsizetype start = 0; start < label.letters.size(); ++start) {
        if (label.letters.at(start) != letters.front() || !label.beginsWord(start)) continue;
        const Found found = from(start, letters, label);
        if (!found || stretches(*found) >= fewest) continue;
        fewest = stretches(*found);
        best = found;
    }
    return best;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString &typed, const QString &label)
{
    const QStringList words = folded(typed).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) return FuzzyMatch();
    const FoldedLabel plain(label);
    const QString letters = words.join(QString());
    if (const Found found = atWordStarts(words, plain)) return FuzzyMatch{Nearness::WordStarts, plain.marks(*found)};
    if (const Found found = asInitials(letters, plain)) return FuzzyMatch{Nearness::Initials, plain.marks(*found)};
    if (const Found found = asLetters(letters, plain)) return FuzzyMatch{Nearness::Letters, plain.marks(*found)};
    return std::nullopt;
}

QList<RankedChoice> ranked(const QString &typed, const QList<Choice> &choices)
{
    QList<RankedChoice> found;
    for (qsizetype i = 0; i < choices.size(); ++i)
        if (std::optional<FuzzyMatch> match = fuzzyMatch(typed, choices.at(i).label)) found += {i, std::move(*match)};
    std::ranges::stable_sort(found, {}, [&choices](const RankedChoice &each) {
        const int lastUse = choices.at(each.index).lastUse;
        const QList<TextSpan> &marks = each.match.marks;
        return std::tuple(each.match.nearness, lastUse < 0 ? std::numeric_limits<int>::max() : lastUse, marks.size(),
                          marks.isEmpty() ? 0 : marks.first().from);
    });
    return found;
}

} // namespace akwaba

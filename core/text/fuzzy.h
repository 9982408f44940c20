// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/textspan.h"

#include <QList>
#include <QString>

#include <optional>

namespace akwaba {

/// How a label answers what was typed, the nearest first.
enum class Nearness : quint8 {
    WordStarts, ///< each word typed begins a word of the label, in whatever order
    Initials, ///< the letters typed begin words of the label, in this order
    Letters, ///< the letters typed stand in the label in this order, and not too scattered
};

struct FuzzyMatch {
    Nearness nearness = Nearness::WordStarts;
    QList<TextSpan> marks; ///< what was found, in the label as it was given; in order, none touches the next
    bool operator==(const FuzzyMatch &) const = default;
};

/// Without regard to case and accents. Nothing typed is found in every label, without a mark.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(const QString &typed, const QString &label);

/// A label to choose from.
struct Choice {
    QString label;
    int lastUse = -1; ///< 0: the last one that was chosen, 1: the one before; -1: not of late
};

struct RankedChoice {
    qsizetype index = 0; ///< among the choices
    FuzzyMatch match;
};

/// The choices that answer what was typed, best first: by nearness, then what was chosen of late, then the fewest
/// stretches of letters, then where they begin, then as given.
[[nodiscard]] QList<RankedChoice> ranked(const QString &typed, const QList<Choice> &choices);

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/textspan.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace akwaba {

/// One thing that is asked for in a search field: a word, words in quotation marks that stand together, or what follows
/// an operator and its colon.
struct SearchTerm {
    QString field; ///< the operator, folded; empty for words
    QString text; ///< as typed, without quotation marks
    bool isPhrase = false;
    bool isNegated = false; ///< a minus stands before it
    bool isOpen = false; ///< nothing stands behind it: the last word may go on
    qsizetype from = 0; ///< where it stands in what was typed, with all that belongs to it
    qsizetype length = 0;
    bool operator==(const SearchTerm &) const = default;
};

/// What was typed, taken apart at white space. Only the operators named in `fields` (folded) are any: "12:30" is a
/// word.
/// "#4812" is the operator "#". A quotation mark that is not closed reaches to the end; no input is an error.
[[nodiscard]] QList<SearchTerm> searchTerms(QStringView typed, const QStringList &fields = {});

/// Where the words of a text stand, as the index cuts them: runs of letters and digits.
[[nodiscard]] QList<TextSpan> wordPlaces(QStringView text);
/// These words, folded.
[[nodiscard]] QStringList searchedWords(QStringView text);

} // namespace akwaba

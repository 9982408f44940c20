// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace akwaba {

inline constexpr char16_t noBreakSpace = u'\u00A0';
inline constexpr char16_t noBreakHyphen = u'\u2011';

/// French spacing for text that people read: a no-break space before : ; ? ! » %
/// where the writer put a space, after « and n°, and between the groups of a
/// number. It replaces spaces and never adds one, so URLs and times stay whole.
[[nodiscard]] QString withFrenchSpaces(QStringView text);

/// 12500 as "12 500", grouped by no-break spaces.
[[nodiscard]] QString frenchNumber(qint64 value);

/// An amount in the smallest unit of its ISO currency: (12500, "XOF") is
/// "12 500 FCFA", (1999, "EUR") is "19,99 €". An unknown code is shown as it is.
[[nodiscard]] QString frenchAmount(qint64 smallestUnits, QStringView currency);

/// The same in English: "12,500 FCFA", "19.99 EUR".
[[nodiscard]] QString englishAmount(qint64 smallestUnits, QStringView currency);

/// "A-10482" with a hyphen at which no line breaks.
[[nodiscard]] QString unbreakableNumber(QStringView orderOrTicketNumber);

} // namespace akwaba

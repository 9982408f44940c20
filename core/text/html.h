// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace akwaba {

/// No word is longer than this in what is displayed: QTextDocument needs
/// minutes to lay out a word of a million letters.
inline constexpr qsizetype longestWord = 1000;

/// Plain text as simple HTML: escaped, lines kept, http(s) and mail addresses
/// as links, words longer than longestWord made breakable. No style, no wrapper.
[[nodiscard]] QString htmlOfPlainText(QStringView text);

/// The text with a zero-width space in every word longer than longestWord.
[[nodiscard]] QString withBreakableWords(QStringView text);

} // namespace akwaba

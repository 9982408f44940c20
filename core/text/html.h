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

/// What a letter costs to be laid out and painted: about microseconds, measured in Inter (./dev bench mailhtml).
[[nodiscard]] constexpr int layoutCost(QChar c)
{
    const char16_t code = c.unicode();
    const bool isPlain =
        code == u' ' || (code >= u'0' && code <= u'9') || ((code | 0x20) >= u'a' && (code | 0x20) <= u'z');
    if (isPlain || (code >= 0xA0 && code < 0x250)) return 1;
    if (code == u'\n') return 40;
    return code < 0x80 ? 3 : 5;
}

/// Nothing that is displayed at once may cost more: a window that stands still for longer is noticed.
inline constexpr int mostLayoutCost = 60'000;

/// As much of the beginning as may be displayed at once.
[[nodiscard]] QStringView displayedBeginning(QStringView text);

} // namespace akwaba

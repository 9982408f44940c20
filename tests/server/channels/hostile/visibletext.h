// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace akwaba::hostile {

/// The letters that a person sees of HTML, in order, without white space and what has no width. Read tag by tag,
/// without the product's parser and without its rules; named entities are left out.
[[nodiscard]] QString visibleLetters(QStringView html);

/// Of plain text.
[[nodiscard]] QString lettersOf(QStringView text);

/// Where `whole` has the letters of `part` in their order, whatever stands between them, it is -1; else the place in
/// `part` of the first letter that is missing.
[[nodiscard]] qsizetype firstMissing(QStringView part, QStringView whole);

} // namespace akwaba::hostile

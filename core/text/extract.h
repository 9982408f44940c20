// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace akwaba {

/// The one line that a list shows of a message: what was newly written, white
/// space as single spaces, cut at a word with "…" when longer than maxLength.
[[nodiscard]] QString extractOf(QStringView body, qsizetype maxLength = 140);

/// The first letters of a text, at most so many units of UTF-16, and no half of one.
[[nodiscard]] QString beginningOf(QStringView text, qsizetype most);

} // namespace akwaba

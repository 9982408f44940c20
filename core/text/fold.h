// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace akwaba {

/// The form in which text is searched: lower case, without accents, ligatures
/// spelled out, no-break spaces as spaces, invisible characters gone. The
/// folded column and every query go through this one function, so "coeur",
/// "Cœur" and "CŒUR" are one word. Folding a folded text changes nothing.
[[nodiscard]] QString folded(QStringView text);

} // namespace akwaba

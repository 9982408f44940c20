// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace akwaba::hostile {

/// What of channels.md, "Untrusted HTML", a rewritten part does not keep: size, depth, tables, cells, words, elements,
/// attributes, links and pictures. Empty where it keeps all. Reads only what the rewriter may write: anything else is a
/// fault as well.
[[nodiscard]] QString faultOf(const QString &rewritten);

} // namespace akwaba::hostile

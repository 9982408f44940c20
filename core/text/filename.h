// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace akwaba {

/// A stranger's name for a file as one name that every system can keep: of one folder, not hidden, without what can't
/// be seen, no device of Windows, at most 200 bytes with its extension kept. `fallback` where nothing is left of it.
[[nodiscard]] QString safeFileName(const QString &name, const QString &fallback);

} // namespace akwaba

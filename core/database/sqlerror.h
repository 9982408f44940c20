// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

class QSqlError;

namespace akwaba {

/// What a database said, as one of our codes: the one place where its numbers are known. The detail names tables and
/// columns at most, never a value.
[[nodiscard]] Error sqlError(const QSqlError &error);
/// The same of SQLite, by its extended code and its words.
[[nodiscard]] Error sqliteError(int number, const QString &words);

} // namespace akwaba

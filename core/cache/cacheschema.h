// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace akwaba {

class Database;

/// The statements that make an empty cache.db: a table per synced type with what lists need beside it, the shadow of
/// dirty rows, counters kept by triggers, and the full-text index.
[[nodiscard]] QStringList cacheSchema();

/// Changes with any field table, derived column or way of folding: a file with another one is to be upgraded.
[[nodiscard]] int cacheSchemaVersion();

/// In an empty file, inside the caller's transaction; with its version.
[[nodiscard]] Result<void> createCacheSchema(Database &database);

} // namespace akwaba

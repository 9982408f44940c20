// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/schema.h"

#include <QString>

namespace akwaba::dialect {

// Every word of SQL that SQLite and PostgreSQL say differently stands here, and nowhere else in core/database.

/// Begins a transaction that will write: takes the write lock now, so that it can't fail half-way for want of it.
[[nodiscard]] QString beginWrite();
/// Begins a transaction that only reads: one snapshot for all its queries.
[[nodiscard]] QString beginRead();

/// The type of the column of a field of this kind.
[[nodiscard]] QString columnType(ValueKind kind);
/// The type and constraint of an integer key that the database gives out.
[[nodiscard]] QString rowKey();

/// The number of the last migration that was applied, 0 for a new database.
[[nodiscard]] QString readVersion();
[[nodiscard]] QString writeVersion(int version);

} // namespace akwaba::dialect

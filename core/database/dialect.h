// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/schema.h"

#include <QString>
#include <QStringList>

namespace akwaba {

/// The two databases that we speak with.
enum class Dialect { Sqlite, Postgresql };

namespace dialect {

// Every word of SQL that SQLite and PostgreSQL say differently stands here, and nowhere else in core/database.

/// Begins a transaction that will write. In SQLite it takes the write lock now, so that it can't fail half-way for want
/// of it; in PostgreSQL whoever needs an order takes a row of his own.
[[nodiscard]] QString beginWrite(Dialect dialect);
/// Begins a transaction that only reads: one snapshot for all its queries.
[[nodiscard]] QString beginRead(Dialect dialect);

/// The type of the column of a field of this kind, in a file of SQLite's: PostgreSQL has only tables of migrations.
[[nodiscard]] QString columnType(ValueKind kind);
/// The type and constraint of an integer key that SQLite gives out.
[[nodiscard]] QString rowKey();

/// What keeps others from migrating at the same time, within a transaction.
[[nodiscard]] QStringList lockSchema(Dialect dialect);
/// True or false, where a database without any version can't be asked for it.
[[nodiscard]] QString hasVersion(Dialect dialect);
/// The number of the last migration that was applied, 0 for a new database.
[[nodiscard]] QString readVersion(Dialect dialect);
[[nodiscard]] QStringList writeVersion(Dialect dialect, int version);

/// SELECT of the names of all our tables, sorted; the one that holds the version is not among them.
[[nodiscard]] QString tables(Dialect dialect);
/// SELECT of the columns of the table bound to its one place, in their order: name, and 1 where it holds numbers.
[[nodiscard]] QString columnsOfTable(Dialect dialect);

/// The condition that a column holds one of several texts, which are bound to its one place by listedTexts().
[[nodiscard]] QString isListed(Dialect dialect, const QString &column);
/// None of them may hold a zero character.
[[nodiscard]] QString listedTexts(const QStringList &texts);

} // namespace dialect

} // namespace akwaba

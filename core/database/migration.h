// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace akwaba {

class Database;

/// One step from one version of a schema to the next. Immutable once it was released.
struct Migration {
    int version = 0;
    QString name;
    QStringList statements;
};

/// The statements of a migration file: separated by lines that hold nothing but "--;;" (a semicolon would cut
/// triggers).
[[nodiscard]] QStringList splitStatements(const QString &text);

/// The files NNNN_name.sql of a folder (of the resources, as a rule), in order. Code::Internal unless their numbers are
/// 1, 2, 3, ... without a gap.
[[nodiscard]] Result<std::vector<Migration>> migrationsIn(const QString &folder);

/// Brings a database to the last of `migrations`: each step in one transaction with its version, so it happened
/// entirely or not at all. Stops at the first error and returns it. Code::TooNew, with nothing touched, for a database
/// that has seen a step which this program does not know.
[[nodiscard]] Result<void> migrate(Database &database, std::span<const Migration> migrations);

/// The version a database stands at; 0 when it is new.
[[nodiscard]] Result<int> schemaVersion(Database &database);
/// Writes it down, within the transaction that made it so.
[[nodiscard]] Result<void> setSchemaVersion(Database &database, int version);

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/database/migration.h"

namespace akwaba {
class Database;
}

namespace akwaba::store {

/// The steps that make the tables of the server, in their order.
[[nodiscard]] Result<std::vector<Migration>> serverMigrations();

/// Brings a database, which may be empty, to the newest tables, and begins its change log. On PostgreSQL it takes the
/// owner of the tables, and guards them. Code::TooNew where a newer program wrote it.
[[nodiscard]] Result<void> prepareSchema(Database &database, Random &random);

/// Whether there is nothing left to prepare. Code::TooNew as above.
[[nodiscard]] Result<bool> isPrepared(Database &database);

[[nodiscard]] QString newLineage(Random &random);

} // namespace akwaba::store

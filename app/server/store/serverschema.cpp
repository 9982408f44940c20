// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/serverschema.h"

#include "app/server/store/laneguard.h"
#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/transaction.h"

#include <QResource>

using namespace Qt::StringLiterals;

static void initResources() { Q_INIT_RESOURCE(migrations); }

namespace akwaba::store {

namespace {

constexpr int schemaGeneration = 1;

/// By hand and not by the lane, which begins with the row that is missing here.
Result<void> beginLog(Database &database, Random &random)
{
    auto transaction = Transaction::write(database);
    if (!transaction) return tl::unexpected(transaction.error());
    if (database.dialect() == Dialect::Postgresql) {
        if (const auto done = database.execute(u"SET LOCAL akwaba.lane = '1'"_s); !done) return done;
    }
    Statement insert(database,
                     u"INSERT INTO sync_clock (one, seq, floor, lineage, schema_gen) VALUES (1, 0, 0, ?, ?) "
                     "ON CONFLICT (one) DO NOTHING"_s);
    return insert.bind(0, newLineage(random)).bind(1, schemaGeneration).run().and_then([&] {
        return transaction->commit();
    });
}

Result<void> guard(Database &database)
{
    if (database.dialect() == Dialect::Sqlite) return {};
    auto transaction = Transaction::write(database);
    if (!transaction) return tl::unexpected(transaction.error());
    for (const QString &statement : laneGuard()) {
        if (auto done = database.execute(statement); !done) return done;
    }
    return transaction->commit();
}

} // namespace

Result<std::vector<Migration>> serverMigrations()
{
    initResources();
    return migrationsIn(u":/akwaba/server/migrations"_s);
}

Result<void> prepareSchema(Database &database, Random &random)
{
    const auto migrations = serverMigrations();
    if (!migrations) return tl::unexpected(migrations.error());
    return migrate(database, *migrations).and_then([&] { return guard(database); }).and_then([&] {
        return beginLog(database, random);
    });
}

Result<bool> isPrepared(Database &database)
{
    const auto migrations = serverMigrations();
    if (!migrations) return tl::unexpected(migrations.error());
    const auto version = schemaVersion(database);
    if (!version) return tl::unexpected(version.error());
    const int newest = migrations->back().version;
    if (*version > newest)
        return fail(Code::TooNew, u"the database is at version %1, this program knows %2"_s.arg(*version).arg(newest));
    if (*version < newest) return false;
    // Whoever prepared it may have died before the end.
    return database.value(u"SELECT COUNT(*) FROM sync_clock"_s).map([](const QVariant &rows) {
        return rows.toInt() > 0;
    });
}

QString newLineage(Random &random) { return QString::fromLatin1(random.bytes(6).toHex()); }

} // namespace akwaba::store

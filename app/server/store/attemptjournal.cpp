// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/attemptjournal.h"

#include "core/database/statement.h"
#include "core/database/transaction.h"

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

/// Runs one statement for each intent, all in one transaction.
Result<void> forEachIntent(Database &database, const QString &sql, const DeviceId &device, const QStringList &iids)
{
    auto transaction = Transaction::write(database);
    if (!transaction) return tl::unexpected(transaction.error());
    Statement statement(database, sql);
    for (const QString &iid : iids) {
        if (auto done = statement.bind(0, device.value).bind(1, iid).run(); !done) return done;
    }
    return transaction->commit();
}

} // namespace

Result<AttemptJournal> AttemptJournal::open(const QString &directory)
{
    auto database = Database::open(directory + u"/attempts.db"_s);
    if (!database) return tl::unexpected(database.error());
    const auto made =
        database->execute(u"CREATE TABLE IF NOT EXISTS intent_attempt (device TEXT NOT NULL, iid TEXT NOT NULL, "
                          "attempts BIGINT NOT NULL, PRIMARY KEY (device, iid))"_s);
    if (!made) return tl::unexpected(made.error());
    return AttemptJournal(std::move(*database));
}

Result<void> AttemptJournal::begin(const DeviceId &device, const QStringList &iids)
{
    return forEachIntent(m_database,
                         u"INSERT INTO intent_attempt (device, iid, attempts) VALUES (?, ?, 1) "
                         "ON CONFLICT (device, iid) DO UPDATE SET attempts = intent_attempt.attempts + 1"_s,
                         device, iids);
}

Result<void> AttemptJournal::end(const DeviceId &device, const QStringList &iids)
{
    return forEachIntent(m_database, u"DELETE FROM intent_attempt WHERE device = ? AND iid = ?"_s, device, iids);
}

Result<QHash<QString, int>> AttemptJournal::attempts(const DeviceId &device)
{
    Statement select(m_database, u"SELECT iid, attempts FROM intent_attempt WHERE device = ?"_s);
    QHash<QString, int> found;
    return select.bind(0, device.value)
        .forEach([&found](const Statement &row) { found.insert(row.text(0), static_cast<int>(row.integer(1))); })
        .map([&found] { return std::move(found); });
}

} // namespace akwaba::store

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/transaction.h"

#include "core/database/database.h"
#include "core/database/dialect.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace akwaba {

Result<Transaction> Transaction::write(Database &database)
{
    return database.execute(dialect::beginWrite(database.dialect())).map([&] { return Transaction(database); });
}

Result<Transaction> Transaction::read(Database &database)
{
    return database.execute(dialect::beginRead(database.dialect())).map([&] { return Transaction(database); });
}

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) { }

Transaction::~Transaction()
{
    // Fails only where it was rolled back already (disk full, I/O error, a connection that broke), which is what we
    // want.
    if (m_database) (void)m_database->execute(u"ROLLBACK"_s);
}

Result<void> Transaction::commit()
{
    // PostgreSQL would call it a success to commit what an error has ended.
    if (m_database->isAborted()) return fail(Code::Internal, u"commit of a transaction that failed"_s);
    auto done = m_database->execute(u"COMMIT"_s);
    if (done) m_database = nullptr;
    return done;
}

// SQLite and PostgreSQL take the innermost savepoint of a name, so one name does for all depths.
Result<Savepoint> Savepoint::begin(Database &database)
{
    return database.execute(u"SAVEPOINT part"_s).map([&] { return Savepoint(database); });
}

Savepoint::Savepoint(Savepoint &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) { }

Savepoint::~Savepoint()
{
    if (!m_database) return;
    (void)m_database->execute(u"ROLLBACK TO part"_s);
    (void)m_database->execute(u"RELEASE part"_s);
}

Result<void> Savepoint::release()
{
    auto done = m_database->execute(u"RELEASE part"_s);
    if (done) m_database = nullptr;
    return done;
}

} // namespace akwaba

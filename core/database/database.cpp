// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/database.h"

#include "core/database/connectionname.h"
#include "core/database/postgresqlquery.h"
#include "core/database/sqlerror.h"
#include "core/database/sqlitequery.h"
#include "core/database/statementcache.h"

#include <QFile>
#include <QSqlDriver>
#include <QSqlError>

#include <sqlite3.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr qsizetype keyBytes = 32;
constexpr int busyMilliseconds = 5000; // Qt's own default
constexpr QByteArrayView magic("SQLite format 3", 16); // with its final zero

Error errorOf(const Query &query) { return query.error().value_or(Error{Code::Internal, {}}); }

} // namespace

Result<Database> Database::open(const QString &path, const DatabaseOptions &options)
{
    Q_ASSERT(options.key.isEmpty() || options.key.size() == keyBytes);
    Database database;
    return database.openFile(path, options)
        .and_then([&] { return options.key.isEmpty() ? Result<void>{} : database.unlock(options.key); })
        .and_then([&] { return database.checkLibrary(); })
        .and_then([&] { return database.applyPolicy(options); })
        .and_then([&] { return database.checkHead(!options.key.isEmpty()); })
        .map([&] { return std::move(database); });
}

Database::Database()
    : m_calls(std::make_unique<CallLimit::Connection>()), m_statements(std::make_unique<StatementCache>())
{
}

// Taken out of the other by hand: QSqlDatabase only copies, and the other's end would close the connection of both.
Database::Database(Database &&other) noexcept
    : m_dialect(other.m_dialect), m_connection(std::exchange(other.m_connection, {})),
      m_limit(std::move(other.m_limit)), m_calls(std::move(other.m_calls)), m_statements(std::move(other.m_statements))
{
}

Database &Database::operator=(Database &&other) noexcept
{
    close();
    m_dialect = other.m_dialect;
    m_connection = std::exchange(other.m_connection, {});
    m_limit = std::move(other.m_limit);
    m_calls = std::move(other.m_calls);
    m_statements = std::move(other.m_statements);
    return *this;
}

Database::~Database() { close(); }

/// PostgreSQL is told of each.
void Database::forgetStatements()
{
    const Call call(*m_calls);
    m_statements->clear();
}

void Database::close()
{
    if (!m_connection.isValid()) return; // moved from, as well
    const QString name = m_connection.connectionName();
    forgetStatements();
    m_calls->release();
    m_connection.close();
    m_connection = {};
    QSqlDatabase::removeDatabase(name);
}

Result<void> Database::openFile(const QString &path, const DatabaseOptions &options)
{
    m_connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, connectionName());
    m_connection.setDatabaseName(path);
    if (options.readOnly) m_connection.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
    if (!m_connection.open()) return tl::unexpected(sqlError(m_connection.lastError()));
    // No statement, not even a damaged schema's, may reach behind SQL into the file.
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return {};
}

Result<void> Database::checkLibrary()
{
    const auto running = value(u"SELECT sqlite_version()"_s);
    if (!running) return tl::unexpected(running.error());
    const QString pinned = QStringLiteral(AKWABA_SQLITE_VERSION);
    if (running->toString() != pinned || QString::fromLatin1(sqlite3_libversion()) != pinned)
        return fail(Code::Internal,
                    u"Qt runs on SQLite %1, this program was built for %2"_s.arg(running->toString(), pinned));
    const auto able = value(u"SELECT sqlite_compileoption_used('ENABLE_FTS5') AND length(sqlite3mc_version()) > 0"_s);
    if (!able) return tl::unexpected(able.error());
    if (!able->toBool()) return fail(Code::Internal, u"SQLite without FTS5"_s);
    return {};
}

Result<void> Database::unlock(const QByteArray &key)
{
    return execute(u"PRAGMA cipher = 'chacha20'"_s).and_then([&] {
        return execute(u"PRAGMA key = 'raw:%1'"_s.arg(QString::fromLatin1(key.toHex())));
    });
}

Result<void> Database::applyPolicy(const DatabaseOptions &options)
{
    QStringList pragmas{
        u"temp_store = MEMORY"_s, // nothing in a temporary file that no erasure would find
        u"secure_delete = ON"_s,
        u"foreign_keys = ON"_s,
        u"cache_size = -8000"_s,
        options.synchronous == DatabaseOptions::Synchronous::Full ? u"synchronous = FULL"_s : u"synchronous = NORMAL"_s,
    };
    if (options.readOnly)
        pragmas += u"query_only = ON"_s;
    else // The page size first: it holds for a file that is still empty.
        pragmas = QStringList{u"page_size = 8192"_s} + pragmas
            + QStringList{u"journal_mode = WAL"_s, u"journal_size_limit = 0"_s};
    // The first look at the file: a wrong key and a damaged head show here.
    if (const auto looked = value(u"SELECT count(*) FROM sqlite_schema"_s); !looked)
        return tl::unexpected(looked.error());
    for (const QString &pragma : std::as_const(pragmas)) {
        if (const auto done = execute(u"PRAGMA "_s + pragma); !done) return done;
    }
    return {};
}

Result<void> Database::checkHead(bool encrypted) const
{
    QFile file(path());
    if (!encrypted || !file.open(QIODevice::ReadOnly)) return {};
    if (file.read(magic.size()) == magic) return fail(Code::Internal, u"the file was to be encrypted and is not"_s);
    return {};
}

Result<void> Database::fileIsInPlace() const
{
    int moved = 0;
    // Where a system can't tell, it doesn't let go of an open file either.
    if (handle() != nullptr) sqlite3_file_control(handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    if (moved != 0) return fail(Code::Io, u"%1 was moved or deleted"_s.arg(path()));
    return {};
}

sqlite3 *Database::handle() const
{
    const QVariant handle = m_connection.driver()->handle();
    return handle.isValid() ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

bool Database::hasTransaction() const { return sqlite3_get_autocommit(handle()) == 0; }

std::unique_ptr<Query> Database::query() const
{
    if (m_dialect == Dialect::Sqlite) return std::make_unique<SqliteQuery>(handle());
    return std::make_unique<PostgresqlQuery>(m_connection);
}

Result<void> Database::execute(const QString &sql)
{
    const Call call(*m_calls);
    const auto query = this->query();
    if (!query->execute(sql)) return tl::unexpected(errorOf(*query));
    return {};
}

Result<QVariant> Database::value(const QString &sql)
{
    const Call call(*m_calls);
    const auto query = this->query();
    if (!query->execute(sql)) return tl::unexpected(errorOf(*query));
    if (query->next()) return query->value(0);
    if (query->error()) return tl::unexpected(errorOf(*query));
    return QVariant();
}

Result<void> Database::truncateWal()
{
    // Whoever waits for it has other things to do meanwhile.
    sqlite3_busy_timeout(handle(), 0);
    const auto busy = value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    sqlite3_busy_timeout(handle(), busyMilliseconds);
    if (!busy) return tl::unexpected(busy.error());
    if (busy->toInt() != 0) return fail(Code::Locked, u"a reader holds the write-ahead log"_s);
    return {};
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/database/calllimit.h"
#include "core/database/dialect.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QString>

#include <memory>

struct sqlite3;

namespace akwaba {

struct DatabaseOptions {
    enum class Synchronous {
        Normal, ///< a power cut may lose the last commits, never corrupts: for what can be fetched again
        Full, ///< a commit is on the disk before it returns
    };

    QByteArray key; ///< 32 raw bytes: the file is encrypted with ChaCha20; empty: it is not
    Synchronous synchronous = Synchronous::Normal;
    bool readOnly = false; ///< refuses every write; the file must exist
};

/// A database in PostgreSQL, as libpq names it: "postgresql://akwaba@db.example.ci:5432/akwaba?sslmode=verify-full".
struct PostgresqlOptions {
    QString url;
    QString password; ///< empty: from the URL, from libpq's password file, or none is needed
    bool readOnly = false; ///< refuses every write
    std::shared_ptr<CallLimit> limit; ///< of all connections to this server; without one a call may last
};

class Query;
class StatementCache;

/// One connection to one database, used on one thread only.
///
/// open() is for an SQLite file in WAL mode, with the storage policy of sync.md 2.19. At every open it makes sure that
/// Qt runs on the SQLite of our build, with FTS5 and the cipher, and that a keyed file is not readable without its key.
/// A wrong key and a damaged file are both Code::Corrupt: nothing tells them apart.
///
/// connect() is for PostgreSQL 13 and later. A server that can't be reached is Code::Unreachable, one that knows no
/// such user, password or database Code::Denied. Connecting takes 5 s at most for each address of the host; once there
/// is a connection a call takes as long as the limit says, and then fails with Code::Unreachable. What no limit holds
/// is the millisecond between the two in which Qt sets the session up.
class Database {
public:
    [[nodiscard]] static Result<Database> open(const QString &path, const DatabaseOptions &options = {});
    [[nodiscard]] static Result<Database> connect(const PostgresqlOptions &options);

    Database(Database &&other) noexcept;
    Database &operator=(Database &&other) noexcept;
    Q_DISABLE_COPY(Database)
    ~Database();

    /// One statement without parameters and without rows.
    [[nodiscard]] Result<void> execute(const QString &sql);
    /// The first column of the first row, invalid when there is none.
    [[nodiscard]] Result<QVariant> value(const QString &sql);

    [[nodiscard]] Dialect dialect() const { return m_dialect; }
    /// The server has ended the connection, or died: nothing works here before reconnect(). Of a file, that it is no
    /// longer where it was: what is written to it is gone when it is closed.
    [[nodiscard]] bool isLost() const;
    /// Code::Io for a file that is not back in its place.
    [[nodiscard]] Result<void> reconnect();
    /// Within a transaction: an error has ended it. SQLite rolls back by itself where it has no disk or memory left.
    [[nodiscard]] bool isAborted() const;

    /// Empties the WAL into the file, so that what was deleted is gone from both. Code::Locked, at once, while
    /// a reader is in it.
    [[nodiscard]] Result<void> truncateWal();

    [[nodiscard]] QString path() const { return m_connection.databaseName(); }
    /// For whoever speaks with libpq.
    [[nodiscard]] const QSqlDatabase &connection() const { return m_connection; }
    /// For Statement: a new one.
    [[nodiscard]] std::unique_ptr<Query> query() const;
    [[nodiscard]] StatementCache &statements() const { return *m_statements; }
    /// For whoever makes Qt Sql talk with the server: inside a Call.
    [[nodiscard]] CallLimit::Connection &calls() const { return *m_calls; }

private:
    Database();

    [[nodiscard]] Result<void> openFile(const QString &path, const DatabaseOptions &options);
    [[nodiscard]] Result<void> unlock(const QByteArray &key);
    [[nodiscard]] Result<void> applyPolicy(const DatabaseOptions &options);
    [[nodiscard]] Result<void> checkLibrary();
    [[nodiscard]] Result<void> checkHead(bool encrypted) const;
    [[nodiscard]] Result<void> fileIsInPlace() const;
    [[nodiscard]] sqlite3 *handle() const;
    [[nodiscard]] bool hasTransaction() const; // of SQLite
    void forgetStatements();
    void close();

    Dialect m_dialect = Dialect::Sqlite;
    QSqlDatabase m_connection;
    std::shared_ptr<CallLimit> m_limit; // for the next connection
    // Elsewhere in memory, so that they stay where they are in a move.
    std::unique_ptr<CallLimit::Connection> m_calls;
    std::unique_ptr<StatementCache> m_statements;
};

/// What PostgreSQL keeps of a password (SCRAM-SHA-256), made on this side, for CREATE ROLE ... PASSWORD '...'. It holds
/// no quote.
[[nodiscard]] Result<QString> passwordVerifier(const Database &database, const QString &role, const QString &password);

} // namespace akwaba

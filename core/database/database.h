// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QString>

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

/// One connection to one SQLite file in WAL mode, with the storage policy of sync.md 2.19. At every open it makes sure
/// that Qt runs on the SQLite of our build, with FTS5 and the cipher, and that a keyed file is not readable without its
/// key. A wrong key and a damaged file are both Code::Corrupt: nothing tells them apart. Used on one thread only.
class Database {
public:
    [[nodiscard]] static Result<Database> open(const QString &path, const DatabaseOptions &options = {});

    Database(Database &&other) noexcept;
    Database &operator=(Database &&other) noexcept;
    Q_DISABLE_COPY(Database)
    ~Database();

    /// One statement without parameters and without rows.
    [[nodiscard]] Result<void> execute(const QString &sql);
    /// The first column of the first row, invalid when there is none.
    [[nodiscard]] Result<QVariant> value(const QString &sql);

    /// Empties the WAL into the file, so that what was deleted is gone from both. Code::Locked while a reader is in it.
    [[nodiscard]] Result<void> truncateWal();

    [[nodiscard]] QString path() const { return m_connection.databaseName(); }
    /// For Statement: what Qt Sql works with.
    [[nodiscard]] const QSqlDatabase &connection() const { return m_connection; }

private:
    Database() = default;

    [[nodiscard]] Result<void> connect(const QString &path, const DatabaseOptions &options);
    [[nodiscard]] Result<void> unlock(const QByteArray &key);
    [[nodiscard]] Result<void> applyPolicy(const DatabaseOptions &options);
    [[nodiscard]] Result<void> checkLibrary();
    [[nodiscard]] Result<void> checkHead(bool encrypted) const;
    [[nodiscard]] sqlite3 *handle() const;
    void close();

    QSqlDatabase m_connection;
};

} // namespace akwaba

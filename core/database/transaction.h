// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace akwaba {

class Database;

/// Rolls back unless it was committed. A writing one takes the write lock when it begins (Code::Locked when somebody
/// else holds it for longer than 5 s); a reading one sees one state of the database throughout.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> write(Database &database);
    [[nodiscard]] static Result<Transaction> read(Database &database);

    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Q_DISABLE_COPY(Transaction)
    ~Transaction();

    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Database &database) : m_database(&database) { }

    Database *m_database;
};

/// A part of a transaction that may fail alone: rolled back unless released. They nest like scopes.
class Savepoint {
public:
    [[nodiscard]] static Result<Savepoint> begin(Database &database);

    Savepoint(Savepoint &&other) noexcept;
    Savepoint &operator=(Savepoint &&) = delete;
    Q_DISABLE_COPY(Savepoint)
    ~Savepoint();

    [[nodiscard]] Result<void> release();

private:
    explicit Savepoint(Database &database) : m_database(&database) { }

    Database *m_database;
};

} // namespace akwaba

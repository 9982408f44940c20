// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/query.h"

struct sqlite3;
struct sqlite3_stmt;

namespace akwaba {

/// A statement of SQLite, without Qt's query in between (decisions/0003).
class SqliteQuery final : public Query {
public:
    explicit SqliteQuery(sqlite3 *database) : m_database(database) { }
    ~SqliteQuery() override;

    [[nodiscard]] bool execute(const QString &sql) override { return prepare(sql) && run(); }

    [[nodiscard]] bool prepare(const QString &sql) override;
    void bind(int index, const QVariant &value) override;
    void bind(const QString &name, const QVariant &value) override;
    [[nodiscard]] bool run() override;
    [[nodiscard]] bool next() override;
    void finish() override;
    [[nodiscard]] std::optional<Error> error() const override { return m_error; }

    [[nodiscard]] QVariant value(int column) const override;
    [[nodiscard]] QString text(int column) const override;
    [[nodiscard]] qint64 integer(int column) const override;
    [[nodiscard]] bool isNull(int column) const override;
    [[nodiscard]] int affected() const override;
    [[nodiscard]] qint64 insertedRow() const override;

private:
    enum class At { Nothing, BeforeRow, Row };

    void step(At atRow);
    [[nodiscard]] Error lastError() const;

    sqlite3 *m_database;
    sqlite3_stmt *m_statement = nullptr;
    At m_at = At::Nothing;
    int m_bound = 0; // the last of the values
    std::optional<Error> m_misbound; // a value for the next run
    std::optional<Error> m_error;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/query.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace akwaba {

/// A statement of PostgreSQL, by Qt's driver.
class PostgresqlQuery final : public Query {
public:
    explicit PostgresqlQuery(const QSqlDatabase &connection);

    [[nodiscard]] bool execute(const QString &sql) override { return m_query.exec(sql); }

    [[nodiscard]] bool prepare(const QString &sql) override { return m_query.prepare(sql); }
    void bind(int index, const QVariant &value) override { m_query.bindValue(index, value); }
    void bind(const QString &name, const QVariant &value) override { m_query.bindValue(name, value); }
    [[nodiscard]] bool run() override { return m_query.exec(); }
    [[nodiscard]] bool next() override { return m_query.next(); }
    void finish() override { m_query.finish(); }
    [[nodiscard]] std::optional<Error> error() const override;

    [[nodiscard]] QVariant value(int column) const override { return m_query.value(column); }
    [[nodiscard]] QString text(int column) const override { return m_query.value(column).toString(); }
    [[nodiscard]] qint64 integer(int column) const override { return m_query.value(column).toLongLong(); }
    [[nodiscard]] bool isNull(int column) const override { return m_query.isNull(column); }
    [[nodiscard]] int affected() const override { return m_query.numRowsAffected(); }
    [[nodiscard]] qint64 insertedRow() const override { return m_query.lastInsertId().toLongLong(); }

private:
    QSqlQuery m_query;
};

} // namespace akwaba

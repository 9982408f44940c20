// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/database/calllimit.h"
#include "core/database/query.h"

#include <QDateTime>
#include <QVariant>

#include <memory>
#include <optional>
#include <type_traits>

namespace akwaba {

class Database;
class StatementCache;

/// One prepared statement: bind, run, read forward, again. Making one is cheap: it is prepared when it is used for the
/// first time, and not even then where the same text was prepared on this database before. What fails, the preparing
/// included, is returned by the call that runs it. A statement that was not read to its end holds a snapshot open until
/// finish(); rows(), first() and forEach() finish by themselves. Must not outlive its Database. Binding by position
/// (from 0) spares a look-up of the name in bulk work; not to be mixed with names.
class Statement {
public:
    Statement(const Database &database, const QString &sql);
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;
    Q_DISABLE_COPY(Statement)
    ~Statement();

    /// By name, with its colon. A null QString is an empty text; an invalid QDateTime and an invalid QVariant are NULL.
    Statement &bind(const QString &name, const QVariant &value);
    Statement &bind(int index, const QVariant &value);

    /// For statements that give no rows.
    [[nodiscard]] Result<void> run();
    /// True while there is a row to read. The first call runs the statement.
    [[nodiscard]] Result<bool> next();
    void finish();

    [[nodiscard]] QVariant value(int column) const { return m_query->value(column); }
    [[nodiscard]] QString text(int column) const { return m_query->text(column); }
    [[nodiscard]] qint64 integer(int column) const { return m_query->integer(column); }
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] bool isNull(int column) const { return m_query->isNull(column); }
    /// From milliseconds since 1970; invalid when NULL.
    [[nodiscard]] QDateTime instant(int column) const;

    /// Rows changed by the last run().
    [[nodiscard]] int affected() const { return m_query->affected(); }
    /// The row key that the last INSERT gave out.
    [[nodiscard]] qint64 insertedRow() const { return m_query->insertedRow(); }

    /// Calls visit(*this) on each row.
    template <class F> [[nodiscard]] Result<void> forEach(F visit)
    {
        for (;;) {
            const auto more = next();
            if (!more) return tl::unexpected(more.error());
            if (!*more) return {};
            visit(*this);
        }
    }

    /// What read(*this) makes of each row.
    template <class F, class T = std::invoke_result_t<F, const Statement &>> [[nodiscard]] Result<QList<T>> rows(F read)
    {
        QList<T> all;
        return forEach([&](const Statement &row) { all.append(read(row)); }).map([&] { return std::move(all); });
    }

    /// What read(*this) makes of the first row, if there is one.
    template <class F, class T = std::invoke_result_t<F, const Statement &>>
    [[nodiscard]] Result<std::optional<T>> first(F read)
    {
        const auto more = next();
        if (!more) return tl::unexpected(more.error());
        std::optional<T> row;
        if (*more) row = read(*this);
        finish();
        return row;
    }

private:
    void prepare();
    [[nodiscard]] tl::unexpected<Error> failed();

    CallLimit::Connection *m_calls; // null: moved from
    StatementCache *m_cache; // null: not to be given back
    QString m_sql;
    std::unique_ptr<Query> m_query;
    bool m_prepared;
    bool m_tried; // to prepare it
    bool m_running = false;
};

/// As a column holds it: milliseconds since 1970, or NULL.
[[nodiscard]] QVariant instantColumn(const QDateTime &instant);

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>
#include <QVariant>

#include <functional>
#include <string_view>

namespace akwaba {
class Database;
class Statement;
} // namespace akwaba

namespace akwaba::store {

/// Runs a statement that takes any number of rows: `%1` in it becomes the query that gives them, so that it follows
/// INSERT INTO t (...) or stands in WITH given (...) AS (%1). `columns` has a letter for each column of a row: t for
/// text, n for a number. On PostgreSQL it is one statement for all rows, with an array for each column; on SQLite, to
/// which no way is long, a few of fixed sizes, so that the database knows each text after the first time.
[[nodiscard]] Result<void> runForRows(Database &database, const QString &sql, std::string_view columns,
                                      const QList<QVariantList> &rows);
/// The same for a SELECT; calls visit for each row of the answer.
[[nodiscard]] Result<void> selectForRows(Database &database, const QString &sql, std::string_view columns,
                                         const QList<QVariantList> &rows,
                                         const std::function<void(const Statement &)> &visit);
/// One column of text.
[[nodiscard]] QList<QVariantList> rowsOf(const QStringList &texts);

} // namespace akwaba::store

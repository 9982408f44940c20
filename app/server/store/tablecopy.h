// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/database/statement.h"
#include "core/domain/ids.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace akwaba::store {

/// Tables as lines of text that both databases read: one JSON array a row. Everything in them is a number or a text.

struct TableColumns {
    QStringList names;
    QList<bool> numbers; // whether it holds numbers
};

/// The names of all tables, sorted.
[[nodiscard]] Result<QStringList> tablesOf(Database &database);
/// Code::NotFound for a table that is none.
[[nodiscard]] Result<TableColumns> columnsOf(Database &database, const QString &table);

/// Calls write() with each row, without the end of the line, until it fails. Returns how many there were.
[[nodiscard]] Result<qint64> writeRows(Database &database, const QString &table, const TableColumns &columns,
                                       const std::function<Result<void>(const QByteArray &)> &write);

/// The ids of all blobs that were ever put.
[[nodiscard]] Result<QList<BlobId>> blobIds(Database &database);

/// Within a transaction of the lane: nothing is left in any table.
[[nodiscard]] Result<void> emptyTables(Database &database);

/// Takes rows back into a table, whose further columns get their defaults. Within a transaction.
class RowReader {
public:
    RowReader(Database &database, const QString &table, const QStringList &columns);

    /// Code::Corrupt for a line that is no row of these columns.
    [[nodiscard]] Result<void> read(const QByteArray &line);

private:
    qsizetype m_columns;
    Statement m_insert;
};

} // namespace akwaba::store

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/tablecopy.h"

#include "core/database/database.h"
#include "core/database/table.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

QString quotedList(const QStringList &names)
{
    QStringList all;
    for (const QString &name : names)
        all += quoted(name);
    return all.join(u", "_s);
}

QJsonValue cell(const Statement &row, int column, bool isNumber)
{
    if (row.isNull(column)) return QJsonValue::Null;
    return isNumber ? QJsonValue(row.integer(column)) : QJsonValue(row.text(column));
}

QVariant fromCell(const QJsonValue &value)
{
    if (value.isNull()) return {};
    return value.isDouble() ? QVariant(value.toInteger()) : QVariant(value.toString());
}

} // namespace

Result<QStringList> tablesOf(Database &database)
{
    Statement select(database, dialect::tables(database.dialect()));
    return select.rows([](const Statement &row) { return row.text(0); }).map([](const QList<QString> &names) {
        return QStringList(names);
    });
}

Result<TableColumns> columnsOf(Database &database, const QString &table)
{
    Statement select(database, dialect::columnsOfTable(database.dialect()));
    TableColumns columns;
    const auto read = select.bind(0, table).forEach([&columns](const Statement &row) {
        columns.names += row.text(0);
        columns.numbers += row.flag(1);
    });
    if (!read) return tl::unexpected(read.error());
    if (columns.names.isEmpty()) return fail(Code::NotFound, u"table %1"_s.arg(table));
    return columns;
}

Result<qint64> writeRows(Database &database, const QString &table, const TableColumns &columns,
                         const std::function<Result<void>(const QByteArray &)> &write)
{
    Statement select(database, u"SELECT %1 FROM %2"_s.arg(quotedList(columns.names), quoted(table)));
    qint64 count = 0;
    for (;;) {
        const auto more = select.next();
        if (!more) return tl::unexpected(more.error());
        if (!*more) return count;
        QJsonArray row;
        for (int i = 0; i < static_cast<int>(columns.names.size()); ++i)
            row.append(cell(select, i, columns.numbers.at(i)));
        if (const auto written = write(QJsonDocument(row).toJson(QJsonDocument::Compact)); !written)
            return tl::unexpected(written.error());
        ++count;
    }
}

Result<QList<BlobId>> blobIds(Database &database)
{
    Statement select(database, u"SELECT id FROM blobs ORDER BY id"_s);
    return select.rows([](const Statement &row) { return BlobId{row.text(0)}; });
}

Result<void> emptyTables(Database &database)
{
    const auto tables = tablesOf(database);
    if (!tables) return tl::unexpected(tables.error());
    for (const QString &table : *tables) {
        if (auto done = database.execute(u"DELETE FROM %1"_s.arg(quoted(table))); !done) return done;
    }
    return {};
}

RowReader::RowReader(Database &database, const QString &table, const QStringList &columns)
    : m_columns(columns.size()),
      m_insert(database,
               u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(quoted(table), quotedList(columns),
                                                        QStringList(columns.size(), u"?"_s).join(u", "_s)))
{
}

Result<void> RowReader::read(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    const QJsonArray row = document.array();
    if (!document.isArray() || row.size() != m_columns) return fail(Code::Corrupt, u"a row of a table"_s);
    for (int i = 0; i < static_cast<int>(m_columns); ++i)
        m_insert.bind(i, fromCell(row.at(i)));
    return m_insert.run();
}

} // namespace akwaba::store

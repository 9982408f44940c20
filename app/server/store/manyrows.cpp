// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/manyrows.h"

#include "core/database/database.h"
#include "core/database/statement.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

constexpr std::array<qsizetype, 4> rowCounts{64, 16, 4, 1};
constexpr char textColumn = 't';

using Visit = std::function<void(const Statement &)>;

Result<void> execute(Statement &statement, const Visit &visit)
{
    return visit ? statement.forEach(std::cref(visit)) : statement.run();
}

QString valuesFor(qsizetype rows, qsizetype columns)
{
    const QString one = u'(' + QStringList(columns, u"?"_s).join(u", "_s) + u')';
    return u"VALUES "_s + QStringList(rows, one).join(u", "_s);
}

Result<void> runOnSqlite(Database &database, const QString &sql, const QList<QVariantList> &rows, const Visit &visit)
{
    qsizetype done = 0;
    for (const qsizetype size : rowCounts) {
        if (rows.size() - done < size) continue;
        Statement statement(database, sql.arg(valuesFor(size, rows.constFirst().size())));
        while (rows.size() - done >= size) {
            int position = 0;
            for (qsizetype i = 0; i < size; ++i) {
                for (const QVariant &value : rows.at(done + i))
                    statement.bind(position++, value);
            }
            if (auto ran = execute(statement, visit); !ran) return ran;
            done += size;
        }
    }
    return {};
}

QString arraysFor(std::string_view columns)
{
    QStringList arrays;
    for (const char column : columns)
        arrays += column == textColumn ? u"CAST(? AS TEXT[])"_s : u"CAST(? AS BIGINT[])"_s;
    return u"SELECT * FROM unnest("_s + arrays.join(u", "_s) + u')';
}

/// An element of an array as PostgreSQL writes it.
void appendText(QString &array, const QString &text)
{
    const auto isPlain = [](QChar letter) { return letter != u'"' && letter != u'\\' && !letter.isNull(); };
    array += u'"';
    if (std::ranges::all_of(text, isPlain)) {
        array += text;
    } else {
        for (const QChar letter : text) {
            if (letter == u'"' || letter == u'\\') array += u'\\';
            array += letter.isNull() ? QChar(QChar::ReplacementCharacter) : letter; // as Statement binds it
        }
    }
    array += u'"';
}

void appendValue(QString &array, char column, const QVariant &value)
{
    const bool isInstant = value.metaType() == QMetaType::fromType<QDateTime>();
    const QVariant plain = isInstant ? instantColumn(value.toDateTime()) : value;
    if (!plain.isValid())
        array += u"NULL"_s;
    else if (column == textColumn)
        appendText(array, plain.toString());
    else
        array += QString::number(plain.toLongLong());
}

QString arrayOf(const QList<QVariantList> &rows, qsizetype index, char column)
{
    QString array = u"{"_s;
    for (const QVariantList &row : rows) {
        if (array.size() > 1) array += u',';
        appendValue(array, column, row.at(index));
    }
    return array + u'}';
}

Result<void> runOnPostgresql(Database &database, const QString &sql, std::string_view columns,
                             const QList<QVariantList> &rows, const Visit &visit)
{
    Statement statement(database, sql.arg(arraysFor(columns)));
    int position = 0;
    for (const char column : columns) {
        statement.bind(position, arrayOf(rows, position, column));
        ++position;
    }
    return execute(statement, visit);
}

} // namespace

Result<void> selectForRows(Database &database, const QString &sql, std::string_view columns,
                           const QList<QVariantList> &rows, const Visit &visit)
{
    if (rows.isEmpty()) return {};
    return database.dialect() == Dialect::Sqlite ? runOnSqlite(database, sql, rows, visit)
                                                 : runOnPostgresql(database, sql, columns, rows, visit);
}

Result<void> runForRows(Database &database, const QString &sql, std::string_view columns,
                        const QList<QVariantList> &rows)
{
    return selectForRows(database, sql, columns, rows, {});
}

QList<QVariantList> rowsOf(const QStringList &texts)
{
    QList<QVariantList> rows;
    rows.reserve(texts.size());
    for (const QString &text : texts)
        rows.append({text});
    return rows;
}

} // namespace akwaba::store

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/dialect.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace akwaba::dialect {

QString beginWrite(Dialect dialect) { return dialect == Dialect::Sqlite ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s; }

QString beginRead(Dialect dialect)
{
    return dialect == Dialect::Sqlite ? u"BEGIN"_s : u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s;
}

QString columnType(ValueKind kind)
{
    switch (kind) {
    case ValueKind::Flag:
    case ValueKind::Integer:
    case ValueKind::Instant: return u"INTEGER"_s;
    case ValueKind::Text:
    case ValueKind::Enum:
    case ValueKind::Id:
    case ValueKind::List:
    case ValueKind::Object: break;
    }
    return u"TEXT"_s;
}

QString rowKey() { return u"INTEGER PRIMARY KEY"_s; }

QStringList lockSchema(Dialect dialect)
{
    if (dialect == Dialect::Sqlite) return {}; // the write lock does
    return {u"SELECT pg_advisory_xact_lock(hashtext('akwaba schema'))"_s};
}

QString hasVersion(Dialect dialect)
{
    return dialect == Dialect::Sqlite ? u"SELECT 1"_s : u"SELECT to_regclass('schema_version') IS NOT NULL"_s;
}

QString readVersion(Dialect dialect)
{
    return dialect == Dialect::Sqlite ? u"PRAGMA user_version"_s : u"SELECT MAX(version) FROM schema_version"_s;
}

QStringList writeVersion(Dialect dialect, int version)
{
    if (dialect == Dialect::Sqlite) return {u"PRAGMA user_version = %1"_s.arg(version)};
    return {u"CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL PRIMARY KEY)"_s,
            u"INSERT INTO schema_version (version) VALUES (%1)"_s.arg(version)};
}

QString tables(Dialect dialect)
{
    if (dialect == Dialect::Sqlite)
        return u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"_s;
    return u"SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() "
           "AND table_type = 'BASE TABLE' AND table_name <> 'schema_version' ORDER BY table_name"_s;
}

QString columnsOfTable(Dialect dialect)
{
    if (dialect == Dialect::Sqlite) return u"SELECT name, type = 'BIGINT' FROM pragma_table_info(?) ORDER BY cid"_s;
    return u"SELECT column_name, CASE data_type WHEN 'bigint' THEN 1 ELSE 0 END FROM information_schema.columns "
           "WHERE table_schema = current_schema() AND table_name = ? ORDER BY ordinal_position"_s;
}

// A list of any length in one text, so that the statement is always the same.
QString isListed(Dialect dialect, const QString &column)
{
    if (dialect == Dialect::Sqlite) return column + u" IN (SELECT value FROM json_each(?))"_s;
    // As an array, which PostgreSQL takes to an index however much it expects of the list.
    return column + u" = ANY (ARRAY(SELECT json_array_elements_text(CAST(? AS JSON))))"_s;
}

QString listedTexts(const QStringList &texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

} // namespace akwaba::dialect

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/sqlitequery.h"

#include "core/database/sqlerror.h"

#include <QByteArray>

#include <sqlite3.h>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

int bindText(sqlite3_stmt *statement, int place, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return sqlite3_bind_text64(statement, place, bytes.constData(), sqlite3_uint64(bytes.size()), SQLITE_TRANSIENT,
                               SQLITE_UTF8);
}

int bindBytes(sqlite3_stmt *statement, int place, const QByteArray &bytes)
{
    return sqlite3_bind_blob64(statement, place, bytes.constData(), sqlite3_uint64(bytes.size()), SQLITE_TRANSIENT);
}

int bindAny(sqlite3_stmt *statement, int place, const QVariant &value)
{
    if (value.isNull()) return sqlite3_bind_null(statement, place);
    switch (value.typeId()) {
    case QMetaType::QByteArray: return bindBytes(statement, place, value.toByteArray());
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::LongLong: return sqlite3_bind_int64(statement, place, value.toLongLong());
    case QMetaType::Double: return sqlite3_bind_double(statement, place, value.toDouble());
    default: return bindText(statement, place, value.toString());
    }
}

QString textAt(sqlite3_stmt *statement, int column)
{
    // In this order: the size is that of the form that was asked for last.
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
    return QString::fromUtf8(text, sqlite3_column_bytes(statement, column));
}

} // namespace

SqliteQuery::~SqliteQuery() { sqlite3_finalize(m_statement); }

Error SqliteQuery::lastError() const
{
    return sqliteError(sqlite3_extended_errcode(m_database), QString::fromUtf8(sqlite3_errmsg(m_database)));
}

bool SqliteQuery::prepare(const QString &sql)
{
    const QByteArray text = sql.toUtf8();
    const char *rest = nullptr;
    const int result = sqlite3_prepare_v2(m_database, text.constData(), int(text.size()), &m_statement, &rest);
    if (result != SQLITE_OK)
        m_error = lastError();
    else if (m_statement == nullptr || !QByteArrayView(rest).trimmed().isEmpty())
        m_error = Error{Code::Internal, u"not one statement"_s};
    return !m_error;
}

void SqliteQuery::bind(int index, const QVariant &value)
{
    finish(); // while it runs nothing can be bound
    if (bindAny(m_statement, index + 1, value) != SQLITE_OK) m_misbound = lastError();
    m_bound = std::max(m_bound, index + 1);
}

void SqliteQuery::bind(const QString &name, const QVariant &value)
{
    if (m_statement != nullptr) bind(sqlite3_bind_parameter_index(m_statement, name.toUtf8().constData()) - 1, value);
}

bool SqliteQuery::run()
{
    finish();
    m_error = std::exchange(m_misbound, std::nullopt);
    if (m_bound < sqlite3_bind_parameter_count(m_statement))
        m_error = Error{Code::Internal, u"a statement without its values"_s};
    if (m_error) return false;
    step(At::BeforeRow);
    return !m_error;
}

bool SqliteQuery::next()
{
    if (m_at == At::BeforeRow)
        m_at = At::Row;
    else if (m_at == At::Row)
        step(At::Row);
    return m_at == At::Row;
}

void SqliteQuery::step(At atRow)
{
    const int result = sqlite3_step(m_statement);
    m_at = result == SQLITE_ROW ? atRow : At::Nothing;
    if (result == SQLITE_ROW) return;
    if (result != SQLITE_DONE) m_error = lastError();
    sqlite3_reset(m_statement); // or it would hold its snapshot
}

void SqliteQuery::finish()
{
    if (m_at != At::Nothing) sqlite3_reset(m_statement);
    m_at = At::Nothing;
}

QVariant SqliteQuery::value(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER: return qint64(sqlite3_column_int64(m_statement, column));
    case SQLITE_FLOAT: return sqlite3_column_double(m_statement, column);
    case SQLITE_TEXT: return textAt(m_statement, column);
    case SQLITE_BLOB: {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
        return QByteArray(bytes, sqlite3_column_bytes(m_statement, column));
    }
    default: return QVariant(QMetaType::fromType<QString>());
    }
}

QString SqliteQuery::text(int column) const
{
    const bool isText = sqlite3_column_type(m_statement, column) == SQLITE_TEXT;
    return isText ? textAt(m_statement, column) : value(column).toString();
}

qint64 SqliteQuery::integer(int column) const
{
    const bool isInteger = sqlite3_column_type(m_statement, column) == SQLITE_INTEGER;
    return isInteger ? sqlite3_column_int64(m_statement, column) : value(column).toLongLong();
}

bool SqliteQuery::isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

int SqliteQuery::affected() const { return sqlite3_changes(m_database); }

qint64 SqliteQuery::insertedRow() const { return sqlite3_last_insert_rowid(m_database); }

} // namespace akwaba

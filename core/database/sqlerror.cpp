// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/sqlerror.h"

#include <QHash>
#include <QSqlError>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

Code codeOf(int extended)
{
    // The page cipher reports a page that was tampered with as corrupt or as an I/O error of these kinds.
    if (extended == SQLITE_IOERR_CORRUPTFS || extended == SQLITE_IOERR_DATA || extended == SQLITE_IOERR_AUTH)
        return Code::Corrupt;
    switch (extended & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return Code::Corrupt;
    case SQLITE_FULL: return Code::DiskFull;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Code::Locked;
    case SQLITE_CONSTRAINT: return Code::Conflict;
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_AUTH: return Code::Denied;
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH: return Code::BadInput;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN: return Code::Io;
    default: return Code::Internal;
    }
}

/// The classes and codes of PostgreSQL's manual, appendix A.
Code codeOf(const QString &state)
{
    static const QHash<QString, Code> single{
        {u"53100"_s, Code::DiskFull}, {u"55P03"_s, Code::Locked}, // lock_timeout
        {u"57014"_s, Code::Locked}, // statement_timeout
        {u"25006"_s, Code::Denied}, // a read-only transaction
        {u"42501"_s, Code::Denied},   {u"22P05"_s, Code::BadInput},
        {u"57P04"_s, Code::NotFound}, {u"XX001"_s, Code::Corrupt},
        {u"XX002"_s, Code::Corrupt},  {u"25P03"_s, Code::Locked}, // idle_in_transaction_session_timeout
    };
    static const QHash<QString, Code> classes{
        {u"08"_s, Code::Unreachable}, {u"57"_s, Code::Unreachable}, // shutting down, starting up
        {u"23"_s, Code::Conflict},    {u"22"_s, Code::BadInput},    {u"40"_s, Code::Locked},
        {u"53"_s, Code::Unreachable}, {u"58"_s, Code::Io},          {u"28"_s, Code::Denied},
    };
    const auto known = single.constFind(state);
    return known != single.cend() ? *known : classes.value(state.left(2), Code::Internal);
}

Error postgresqlError(const QSqlError &error)
{
    const QString state = error.nativeErrorCode();
    const QString words = error.databaseText();
    // Without a state it was libpq that spoke: of a connection that broke.
    if (state.isEmpty()) return {Code::Unreachable, u"PostgreSQL: the connection broke"_s};
    const Code code = codeOf(state);
    QString detail = u"PostgreSQL %1"_s.arg(state);
    // Our own mistakes need the database's words, of which the first line never holds a value of a row.
    if (code == Code::Internal || code == Code::Conflict || code == Code::Denied)
        detail += u" ("_s + words.section(u'\n', 0, 0) + u')';
    return {code, detail};
}

} // namespace

Error sqlError(const QSqlError &error)
{
    if (error.driverText().startsWith(u"QPSQL"_s)) return postgresqlError(error);
    bool isNumber = false;
    const int number = error.nativeErrorCode().toInt(&isNumber);
    if (!isNumber) return {Code::Internal, error.driverText()};
    return sqliteError(number, error.databaseText());
}

Error sqliteError(int number, const QString &words)
{
    QString detail = u"SQLite %1: %2"_s.arg(number).arg(QString::fromUtf8(sqlite3_errstr(number & 0xff)));
    // Our own mistakes need the database's words. FTS5 quotes what was searched, which may be a name: left out.
    const int primary = number & 0xff;
    if ((primary == SQLITE_ERROR || primary == SQLITE_CONSTRAINT) && !words.contains(u"fts5"_s))
        detail += u" ("_s + words + u')';
    return {codeOf(number), detail};
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/sqlerror.h"

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

} // namespace

Error sqlError(const QSqlError &error)
{
    bool isNumber = false;
    const int number = error.nativeErrorCode().toInt(&isNumber);
    if (!isNumber) return {Code::Internal, error.driverText()};
    QString detail = u"SQLite %1: %2"_s.arg(number).arg(QString::fromUtf8(sqlite3_errstr(number & 0xff)));
    // Our own mistakes need the database's words. FTS5 quotes what was searched, which may be a name: left out.
    const QString words = error.databaseText();
    const int primary = number & 0xff;
    if ((primary == SQLITE_ERROR || primary == SQLITE_CONSTRAINT) && !words.contains(u"fts5"_s))
        detail += u" ("_s + words + u')';
    return {codeOf(number), detail};
}

} // namespace akwaba

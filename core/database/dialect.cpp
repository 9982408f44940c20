// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/dialect.h"

using namespace Qt::StringLiterals;

namespace akwaba::dialect {

QString beginWrite() { return u"BEGIN IMMEDIATE"_s; }

QString beginRead() { return u"BEGIN"_s; }

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

QString readVersion() { return u"PRAGMA user_version"_s; }

QString writeVersion(int version) { return u"PRAGMA user_version = %1"_s.arg(version); }

} // namespace akwaba::dialect

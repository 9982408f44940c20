// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/schema.h"

#include <QJsonObject>
#include <QStringList>
#include <QVariant>

namespace akwaba {

class Statement;

// SQL and its values out of the field tables. A record is the JSON object of one row, members named as on the wire. A
// member that is missing becomes the default of its kind: an empty text or list, 0, or NULL, which comes back missing.

/// A name in SQL: some wire words are reserved there (order, group).
[[nodiscard]] QString quoted(QStringView name);

/// All columns of a type, in the order of its field table, each quoted and with "alias." in front if there is one.
[[nodiscard]] QString columns(const TypeInfo &type, QStringView alias = {});

/// CREATE TABLE with a row key ("row"), the columns of the type, its id unique, and then `more` column definitions.
[[nodiscard]] QString createTable(const TypeInfo &type, const QStringList &more = {});

/// INSERT of all columns, by position, and of the columns `more` after them; the row of the same id is updated in place
/// and keeps its row key.
[[nodiscard]] QString upsert(const TypeInfo &type, const QStringList &more = {});
/// The same for the rows of any query with as many columns.
[[nodiscard]] QString upsertOf(const TypeInfo &type, const QString &query, const QStringList &more = {});

/// SELECT of all columns, to which a WHERE can be added.
[[nodiscard]] QString select(const TypeInfo &type);

/// One value as its column holds it, and back.
[[nodiscard]] QVariant toColumn(const FieldInfo &field, const QJsonValue &value);
[[nodiscard]] QJsonValue fromColumn(const FieldInfo &field, const QVariant &column);

/// Binds the record's members by position from 0, in the order of columns(); returns the position after the last.
int bindRecord(Statement &statement, const TypeInfo &type, const QJsonObject &record);
/// Reads what columns() has selected, from `firstColumn` on.
[[nodiscard]] QJsonObject readRecord(const Statement &statement, const TypeInfo &type, int firstColumn = 0);

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/table.h"

#include "core/database/dialect.h"
#include "core/database/statement.h"
#include "core/protocol/codec.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

QString compact(const QJsonValue &value)
{
    if (value.isArray() && value.toArray().isEmpty()) return u"[]"_s; // what most lists are
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QJsonArray listOf(const QString &text)
{
    return text == u"[]" ? QJsonArray() : QJsonDocument::fromJson(text.toUtf8()).array();
}

} // namespace

QString quoted(QStringView name) { return u'"' + name + u'"'; }

QString columns(const TypeInfo &type, QStringView alias)
{
    QStringList names;
    for (const FieldInfo &field : type.fields)
        names += alias.isEmpty() ? quoted(field.column) : QString(alias + u'.' + quoted(field.column));
    return names.join(u", "_s);
}

QString createTable(const TypeInfo &type, const QStringList &more)
{
    QStringList definitions{u"\"row\" "_s + dialect::rowKey()};
    for (const FieldInfo &field : type.fields) {
        QString definition = quoted(field.column) + u' ' + dialect::columnType(field.kind);
        if (field.name == u"id"_s) definition += u" NOT NULL UNIQUE"_s;
        definitions += definition;
    }
    return u"CREATE TABLE %1(%2)"_s.arg(quoted(type.table), (definitions + more).join(u", "_s));
}

QString upsert(const TypeInfo &type, const QStringList &more)
{
    const QStringList places(static_cast<qsizetype>(type.fields.size()) + more.size(), u"?"_s);
    return upsertOf(type, u"VALUES("_s + places.join(u", "_s) + u')', more);
}

QString upsertOf(const TypeInfo &type, const QString &query, const QStringList &more)
{
    QStringList names;
    for (const FieldInfo &field : type.fields)
        names += quoted(field.column);
    for (const QString &name : more)
        names += quoted(name);
    QStringList updates;
    for (const QString &name : std::as_const(names)) {
        if (name != u"\"id\""_s) updates += name + u" = excluded."_s + name;
    }
    return u"INSERT INTO %1(%2) %3 ON CONFLICT(\"id\") DO UPDATE SET %4"_s.arg(quoted(type.table), names.join(u", "_s),
                                                                               query, updates.join(u", "_s));
}

QString select(const TypeInfo &type) { return u"SELECT %1 FROM %2"_s.arg(columns(type), quoted(type.table)); }

QVariant toColumn(const FieldInfo &field, const QJsonValue &value)
{
    switch (field.kind) {
    case ValueKind::Text:
    case ValueKind::Id: return value.toString(u""_s);
    case ValueKind::Integer: return value.toInteger();
    case ValueKind::Flag: return value.isBool() ? QVariant(value.toBool() ? 1 : 0) : QVariant();
    case ValueKind::Instant: return value.isString() ? instantColumn(fromUtcDate(value.toString())) : QVariant();
    case ValueKind::Enum: return value.isString() ? QVariant(value.toString()) : QVariant();
    case ValueKind::List: return compact(value.toArray());
    case ValueKind::Object: return value.isObject() ? QVariant(compact(value)) : QVariant();
    }
    return {};
}

QJsonValue fromColumn(const FieldInfo &field, const QVariant &column)
{
    if (column.isNull()) return field.kind == ValueKind::Instant ? QJsonValue(QJsonValue::Null) : QJsonValue::Undefined;
    switch (field.kind) {
    case ValueKind::Text:
    case ValueKind::Id:
    case ValueKind::Enum: return column.toString();
    case ValueKind::Integer: return column.toLongLong();
    case ValueKind::Flag: return column.toLongLong() != 0;
    case ValueKind::Instant: return utcDate(QDateTime::fromMSecsSinceEpoch(column.toLongLong(), Qt::UTC));
    case ValueKind::List: return listOf(column.toString());
    case ValueKind::Object: return QJsonDocument::fromJson(column.toString().toUtf8()).object();
    }
    return QJsonValue::Undefined;
}

int bindRecord(Statement &statement, const TypeInfo &type, const QJsonObject &record)
{
    int position = 0;
    for (const FieldInfo &field : type.fields)
        statement.bind(position++, toColumn(field, record.value(field.name)));
    return position;
}

QJsonObject readRecord(const Statement &statement, const TypeInfo &type, int firstColumn)
{
    QJsonObject record;
    int column = firstColumn;
    for (const FieldInfo &field : type.fields) {
        const QJsonValue value = fromColumn(field, statement.value(column++));
        if (!value.isUndefined()) record.insert(field.name, value);
    }
    return record;
}

} // namespace akwaba

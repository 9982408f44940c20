// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/unwritten.h"

#include "app/server/store/manyrows.h"
#include "app/server/store/scopes.h"
#include "core/database/table.h"

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

const QStringList keptBeside{u"mod_seq"_s, u"scope_keys"_s};

/// The statement for one type, with what its columns hold.
struct Upsert {
    QString sql;
    std::string columns;
};

bool isNumber(ValueKind kind)
{
    return kind == ValueKind::Integer || kind == ValueKind::Flag || kind == ValueKind::Instant;
}

const Upsert &upsertFor(const TypeInfo &type)
{
    static const QHash<int, Upsert> all = [] {
        QHash<int, Upsert> made;
        for (const TypeInfo *each : syncedTypes()) {
            Upsert upsert{upsertOf(*each, u"%1"_s, keptBeside), {}};
            for (const FieldInfo &field : each->fields)
                upsert.columns += isNumber(field.kind) ? 'n' : 't';
            upsert.columns += "nt";
            made.insert(each->number, upsert);
        }
        return made;
    }();
    return *all.constFind(type.number);
}

QVariantList columnsOf(const PutRow &put)
{
    QVariantList columns;
    columns.reserve(static_cast<qsizetype>(put.type->fields.size()) + keptBeside.size());
    for (const FieldInfo &field : put.type->fields)
        columns.append(toColumn(field, put.row.record.value(field.name)));
    columns.append(put.row.modSeq);
    columns.append(packKeys(put.row.keys));
    return columns;
}

Result<void> writeRows(Database &database, const Unwritten &unwritten)
{
    QMap<int, QList<QVariantList>> byType;
    for (PutRow put : unwritten.rows) {
        unwritten.follow(*put.type, put.row);
        byType[put.type->number].append(columnsOf(put));
    }
    for (auto rows = byType.cbegin(); rows != byType.cend(); ++rows) {
        const Upsert &upsert = upsertFor(*typeByNumber(rows.key()));
        if (auto done = runForRows(database, upsert.sql, upsert.columns, *rows); !done) return done;
    }
    return {};
}

Result<void> moveChildren(Database &database, const QMap<QString, QStringList> &moved)
{
    QList<QVariantList> rows;
    for (auto ticket = moved.cbegin(); ticket != moved.cend(); ++ticket)
        rows.append({ticket.key(), packKeys(*ticket)});
    for (const TypeInfo *type : ticketParts()) {
        const QString sql =
            u"WITH moved (ticket, keys) AS (%2) UPDATE %1 SET scope_keys = moved.keys FROM moved "
            "WHERE %1.ticket = moved.ticket AND %1.scope_keys <> moved.keys"_s.arg(quoted(type->table), u"%1"_s);
        if (auto done = runForRows(database, sql, "tt", rows); !done) return done;
    }
    return {};
}

/// A few into many, which QMap::insert() would copy.
template <class T> void insertAll(QMap<QString, T> &into, const QMap<QString, T> &later)
{
    for (auto each = later.cbegin(); each != later.cend(); ++each)
        into.insert(each.key(), *each);
}

} // namespace

bool hasUniqueColumn(const TypeInfo &type)
{
    return &type == &typeInfo<Agent>() || &type == &typeInfo<Order>() || &type == &typeInfo<Product>();
}

void Unwritten::add(const Unwritten &later)
{
    insertAll(rows, later.rows);
    insertAll(moved, later.moved);
    ledger.entries += later.ledger.entries;
    insertAll(ledger.progress, later.ledger.progress);
    insertAll(ledger.forgotten, later.ledger.forgotten);
}

void Unwritten::follow(const TypeInfo &type, StoredRow &row) const
{
    if (moved.isEmpty() || !goesWithTicket(type)) return;
    const auto ticket = moved.constFind(row.record.value(u"ticket"_s).toString());
    if (ticket != moved.cend()) row.keys = *ticket;
}

Result<void> write(Database &database, const Unwritten &unwritten)
{
    return writeRows(database, unwritten)
        .and_then([&] { return moveChildren(database, unwritten.moved); })
        .and_then([&] { return writeLedger(database, unwritten.ledger); });
}

} // namespace akwaba::store

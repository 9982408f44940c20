// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/batchreader.h"

#include "app/server/store/manyrows.h"
#include "app/server/store/scopes.h"
#include "app/server/store/unwritten.h"
#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/table.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

/// One, and those of the others that nothing is known of; each once.
template <class T, class Known> QList<T> withUnknown(const T &one, const QList<T> &others, const Known &known)
{
    QList<T> all{one};
    for (const T &other : others) {
        if (!known.contains(other) && !all.contains(other)) all.append(other);
    }
    return all;
}

bool isIdOf(const TypeInfo &type, const QString &id) { return id.startsWith(QLatin1Char(type.letter)); }

/// SELECT of the rows of a type that name in a column what was asked for.
QString selectAsked(const TypeInfo &type, const QString &column)
{
    return u"WITH asked (value) AS (%1) SELECT "_s + columns(type, u"t") + u", t.mod_seq, t.scope_keys FROM asked JOIN "
        + quoted(type.table) + u" t ON t." + quoted(column) + u" = asked.value";
}

} // namespace

QString deadHash(const QString &id)
{
    return QString::fromLatin1(QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256).toHex());
}

void BatchReader::begin(Expected expected)
{
    m_expected = std::move(expected);
    // A device may name anything: under the id of another kind of thing nothing may be learnt.
    m_expected.rows.removeIf([](const RowRef &ref) { return !isIdOf(*ref.type, ref.id); });
    m_known = {};
}

void BatchReader::learn(const Unwritten &written)
{
    forgetRelations();
    if (!written.moved.isEmpty()) {
        m_known.rows.removeIf(
            [&](const auto &row) { return written.moved.contains(row->record.value(u"ticket"_s).toString()); });
    }
    for (auto put = written.rows.cbegin(); put != written.rows.cend(); ++put) {
        StoredRow row = put->row;
        written.follow(*put->type, row);
        m_known.rows.insert(put.key(), row);
    }
    const LedgerChanges &ledger = written.ledger;
    m_known.entries.removeIf([&](const auto &entry) { return ledger.forgotten.contains(entry.key().device.value); });
    for (const LedgerEntry &entry : ledger.entries)
        m_known.entries.insert({entry.device, entry.outcome.iid}, entry);
    for (auto progress = ledger.progress.cbegin(); progress != ledger.progress.cend(); ++progress)
        m_known.progress.insert({progress.key()}, *progress);
}

void BatchReader::forgetRelations()
{
    m_known.related.clear();
    m_known.ticketKeys.clear();
}

void BatchReader::forgetRow(const QString &id)
{
    m_known.rows.remove(id);
    m_known.dead.remove(id);
}

void BatchReader::noteNew(const QString &id)
{
    m_known.rows.insert(id, {});
    m_known.dead.insert(id, false);
}

/// What the expected tickets name in a column, and of orders those that were found to be their customers'.
QStringList BatchReader::expectedValues(const QString &column) const
{
    QStringList values;
    for (const RowRef &ref : m_expected.rows) {
        if (ref.type != &typeInfo<Ticket>()) continue;
        values += column == u"ticket" ? ref.id : m_known.rows.value(ref.id).record.value(column).toString();
    }
    if (column == u"order") {
        for (auto related = m_known.related.cbegin(); related != m_known.related.cend(); ++related) {
            if (related.key().type != &typeInfo<Order>()) continue;
            for (const StoredRow &order : *related)
                values += order.record.value(u"id"_s).toString();
        }
    }
    values.removeAll(QString());
    return normalised(std::move(values));
}

QStringList BatchReader::expectedIds(const TypeInfo &type) const
{
    QStringList ids;
    for (const RowRef &ref : m_expected.rows) {
        if (ref.type == &type) ids += ref.id;
    }
    if (&type == &typeInfo<Customer>()) ids += expectedValues(u"customer"_s);
    ids.removeIf([&type](const QString &id) { return !isIdOf(type, id); });
    return ids;
}

QList<DeviceId> BatchReader::expectedDevices() const
{
    QList<DeviceId> devices;
    for (const IntentKey &key : m_expected.intents)
        devices.append(key.device);
    return devices;
}

/// Expected ids that no row has: who asks for one of these wants to make it.
QStringList BatchReader::absentIds() const
{
    QStringList ids;
    for (const RowRef &ref : m_expected.rows) {
        const auto row = m_known.rows.constFind(ref.id);
        if (row != m_known.rows.cend() && !row->exists()) ids += ref.id;
    }
    return ids;
}

Result<StoredRow> BatchReader::row(const TypeInfo &type, const QString &id)
{
    if (const auto known = m_known.rows.constFind(id); known != m_known.rows.cend()) return *known;
    const QStringList ids = withUnknown(id, expectedIds(type), m_known.rows);
    QHash<QString, StoredRow> found;
    return selectForRows(m_database, selectAsked(type, u"id"_s), "t", rowsOf(ids),
                         [&](const Statement &statement) {
                             const StoredRow row = storedRow(statement, type);
                             found.insert(row.record.value(u"id"_s).toString(), row);
                         })
        .map([&] {
            for (const QString &each : ids)
                m_known.rows.insert(each, found.value(each));
            return found.value(id);
        });
}

Result<bool> BatchReader::isDead(const QString &id)
{
    if (const auto known = m_known.dead.constFind(id); known != m_known.dead.cend()) return *known;
    const QStringList ids = withUnknown(id, absentIds(), m_known.dead);
    QStringList hashes;
    for (const QString &each : ids)
        hashes += deadHash(each);
    QSet<QString> found;
    return selectForRows(
               m_database,
               u"WITH asked (hash) AS (%1) SELECT dead_id.hash FROM asked JOIN dead_id ON dead_id.hash = asked.hash"_s,
               "t", rowsOf(hashes), [&found](const Statement &statement) { found.insert(statement.text(0)); })
        .map([&] {
            for (qsizetype i = 0; i < ids.size(); ++i)
                m_known.dead.insert(ids.at(i), found.contains(hashes.at(i)));
            return found.contains(hashes.constFirst());
        });
}

Result<bool> BatchReader::hasToErase(const DeviceId &device, const QString &id)
{
    if (const auto known = m_known.toErase.constFind(device); known != m_known.toErase.cend())
        return known->contains(id);
    QHash<DeviceId, QSet<QString>> found;
    QStringList devices;
    for (const DeviceId &each : withUnknown(device, expectedDevices(), m_known.toErase)) {
        devices += each.value;
        found.insert(each, {});
    }
    return selectForRows(m_database,
                         u"WITH asked (device) AS (%1) SELECT d.device, i.id FROM asked JOIN erasure_devices d "
                         "ON d.device = asked.device JOIN erasure_ids i ON i.erasure = d.erasure "
                         "WHERE d.acked_at IS NULL"_s,
                         "t", rowsOf(devices),
                         [&found](const Statement &row) { found[{row.text(0)}].insert(row.text(1)); })
        .map([&] {
            m_known.toErase.insert(found);
            return found.value(device).contains(id);
        });
}

Result<QStringList> BatchReader::scopesOf(const AgentId &agent)
{
    if (const auto known = m_known.scopes.constFind(agent.value); known != m_known.scopes.cend()) return *known;
    const QStringList agents = withUnknown(agent.value, expectedIds(typeInfo<Agent>()), m_known.scopes);
    QHash<QString, QStringList> found;
    return selectForRows(m_database,
                         u"WITH asked (agent) AS (%1) SELECT m.agent, m.scope FROM asked JOIN scope_member m "
                         "ON m.agent = asked.agent WHERE m.to_seq = 0"_s,
                         "t", rowsOf(agents),
                         [&found](const Statement &statement) { found[statement.text(0)] += statement.text(1); })
        .map([&] {
            for (const QString &each : agents)
                m_known.scopes.insert(each, normalised(found.value(each)));
            return m_known.scopes.value(agent.value);
        });
}

Result<DeviceProgress> BatchReader::progressOf(const DeviceId &device)
{
    if (const auto known = m_known.progress.constFind(device); known != m_known.progress.cend()) return *known;
    const QList<DeviceId> devices = withUnknown(device, expectedDevices(), m_known.progress);
    return store::progressOf(m_database, devices).map([&](const QHash<DeviceId, DeviceProgress> &found) {
        for (const DeviceId &each : devices)
            m_known.progress.insert(each, found.value(each));
        return found.value(device);
    });
}

Result<std::optional<LedgerEntry>> BatchReader::entry(const IntentKey &key)
{
    if (const auto known = m_known.entries.constFind(key); known != m_known.entries.cend()) return *known;
    const QList<IntentKey> keys = withUnknown(key, m_expected.intents, m_known.entries);
    return entriesOf(m_database, keys).map([&](const QList<LedgerEntry> &found) {
        for (const IntentKey &each : keys)
            m_known.entries.insert(each, std::nullopt);
        for (const LedgerEntry &each : found)
            m_known.entries.insert({each.device, each.outcome.iid}, each);
        return m_known.entries.value(key);
    });
}

bool BatchReader::isForRelated(const TypeInfo &type, const QString &column)
{
    return (&type == &typeInfo<Draft>() && column == u"ticket")
        || (&type == &typeInfo<Order>() && column == u"customer");
}

template <class Answers> QStringList BatchReader::unknownValues(const Relation &relation, const Answers &known) const
{
    QStringList values{relation.value};
    for (const QString &value : expectedValues(relation.column)) {
        if (value != relation.value && !known.contains({relation.type, relation.column, value})) values += value;
    }
    return values;
}

Result<QList<StoredRow>> BatchReader::related(const Relation &relation)
{
    const auto known = m_known.related.constFind(relation);
    if (known != m_known.related.cend()) return *known;
    const TypeInfo &type = *relation.type;
    const QStringList values = unknownValues(relation, m_known.related);
    QHash<QString, QList<StoredRow>> found;
    return selectForRows(m_database, selectAsked(type, relation.column) + u" ORDER BY t.id"_s, "t", rowsOf(values),
                         [&](const Statement &statement) {
                             const StoredRow row = storedRow(statement, type);
                             found[row.record.value(relation.column).toString()].append(row);
                         })
        .map([&] {
            for (const QString &each : values) {
                for (const StoredRow &row : found.value(each))
                    m_known.rows.insert(row.record.value(u"id"_s).toString(), row);
                m_known.related.insert({&type, relation.column, each}, found.value(each));
            }
            return found.value(relation.value);
        });
}

Result<QHash<QString, QStringList>> BatchReader::ticketKeys(const QString &column, const QString &value)
{
    const Relation relation{&typeInfo<Ticket>(), column, value};
    const auto known = m_known.ticketKeys.constFind(relation);
    if (known != m_known.ticketKeys.cend()) return *known;
    const QStringList values = unknownValues(relation, m_known.ticketKeys);
    QHash<QString, QHash<QString, QStringList>> found;
    return selectForRows(m_database,
                         u"WITH asked (value) AS (%1) SELECT asked.value, t.id, t.scope_keys FROM asked JOIN tickets t "
                         "ON t."_s
                             + quoted(column) + u" = asked.value"_s,
                         "t", rowsOf(values),
                         [&found](const Statement &statement) {
                             found[statement.text(0)].insert(statement.text(1), unpackKeys(statement.text(2)));
                         })
        .map([&] {
            for (const QString &each : values)
                m_known.ticketKeys.insert({relation.type, column, each}, found.value(each));
            return found.value(value);
        });
}

} // namespace akwaba::store

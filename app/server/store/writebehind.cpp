// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/writebehind.h"

#include "app/server/store/restored.h"
#include "app/server/store/scopes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

QString wireNameOf(const TypeInfo &type, const QString &column)
{
    const auto field = std::ranges::find(type.fields, column, &FieldInfo::column);
    return field != type.fields.end() ? field->name : QString();
}

} // namespace

void WriteBehind::begin(Expected expected)
{
    m_reader.begin(std::move(expected));
    m_batch = {};
    m_broken = false;
    m_revsBehind.reset();
}

void WriteBehind::beginJob()
{
    m_job = {};
    m_before.reset();
    m_written = {};
    m_jobRuns = true;
}

Result<qint64> WriteBehind::revsBehind()
{
    if (m_revsBehind) return *m_revsBehind;
    return store::revsBehind(m_database).map([this](qint64 behind) {
        m_revsBehind = behind;
        return behind;
    });
}

Result<void> WriteBehind::endJob(Result<void> done)
{
    if (!m_written) done = m_written; // what failed first
    const bool touched = m_savepoint.has_value();
    if (touched && done) done = m_savepoint->release();
    m_savepoint.reset();
    if (done) {
        m_batch.add(m_job);
    } else {
        if (m_before) m_batch = *m_before;
        if (touched) m_reader.forget();
    }
    m_job = {}; // or it is written once more, without the numbers that it has by then
    m_jobRuns = false;
    return done;
}

void WriteBehind::protect()
{
    if (m_savepoint || !m_jobRuns) return;
    auto savepoint = Savepoint::begin(m_database);
    if (savepoint) {
        m_savepoint.emplace(std::move(*savepoint));
    } else {
        m_written = tl::unexpected(savepoint.error());
        m_broken = true;
    }
}

Database &WriteBehind::sideTables()
{
    protect();
    return m_database;
}

Database &WriteBehind::tables()
{
    protect();
    m_reader.forgetRelations();
    Unwritten all = m_batch;
    all.add(m_job);
    if (all.isEmpty() || !m_written) return m_database;
    m_written = write(m_database, all);
    if (!m_written) return m_database;
    if (!m_before) m_before = m_batch;
    m_reader.learn(all);
    m_batch = {};
    m_job = {};
    return m_database;
}

Result<void> WriteBehind::writeNow()
{
    (void)tables();
    return m_written;
}

void WriteBehind::keepProgress(const DeviceId &device, const DeviceProgress &progress)
{
    m_job.ledger.progress[device.value] = progress;
}

void WriteBehind::forgetEntries(const DeviceId &device, qint64 through)
{
    const auto isOfDevice = [&device](const LedgerEntry &entry) { return entry.device == device; };
    // What is forgotten has to be in the table.
    if (std::ranges::any_of(m_batch.ledger.entries, isOfDevice)
        || std::ranges::any_of(m_job.ledger.entries, isOfDevice))
        (void)tables();
    m_job.ledger.forgotten[device.value] = through;
}

const PutRow *WriteBehind::put(const QString &id) const
{
    for (const Unwritten *unwritten : {&m_job, &m_batch}) {
        const auto found = unwritten->rows.constFind(id);
        if (found != unwritten->rows.cend()) return &*found;
    }
    return nullptr;
}

void WriteBehind::follow(const TypeInfo &type, StoredRow &row) const
{
    m_batch.follow(type, row);
    m_job.follow(type, row);
}

Result<StoredRow> WriteBehind::row(const TypeInfo &type, const QString &id)
{
    // An id of another kind is no row of this type, whatever is known under it.
    if (id.isEmpty() || id.at(0) != QLatin1Char(type.letter)) return StoredRow{};
    const PutRow *known = put(id);
    auto found = known ? Result<StoredRow>(known->row) : m_reader.row(type, id);
    if (found) follow(type, *found);
    return found;
}

Result<DeviceProgress> WriteBehind::progressOf(const DeviceId &device)
{
    for (const Unwritten *unwritten : {&m_job, &m_batch}) {
        const auto known = unwritten->ledger.progress.constFind(device.value);
        if (known != unwritten->ledger.progress.cend()) return *known;
    }
    return m_reader.progressOf(device);
}

Result<std::optional<LedgerEntry>> WriteBehind::entry(const IntentKey &key)
{
    qint64 forgotten = -1;
    for (const Unwritten *unwritten : {&m_job, &m_batch}) {
        for (const LedgerEntry &entry : unwritten->ledger.entries) {
            if (entry.isOf(key)) return std::optional(entry);
        }
        forgotten = std::max(forgotten, unwritten->ledger.forgotten.value(key.device.value, -1));
    }
    return m_reader.entry(key).map([forgotten](const std::optional<LedgerEntry> &found) {
        return found && found->dseq > forgotten ? found : std::nullopt;
    });
}

template <class Visit> void WriteBehind::forEachPut(const TypeInfo &type, Visit visit) const
{
    for (auto put = m_batch.rows.cbegin(); put != m_batch.rows.cend(); ++put) {
        if (put->type == &type && !m_job.rows.contains(put.key())) visit(put.key(), put->row);
    }
    for (auto put = m_job.rows.cbegin(); put != m_job.rows.cend(); ++put) {
        if (put->type == &type) visit(put.key(), put->row);
    }
}

QList<StoredRow> WriteBehind::withPuts(const Relation &relation, QList<StoredRow> stored) const
{
    const auto idOf = [](const StoredRow &row) { return row.record.value(u"id"_s).toString(); };
    const auto isRelated = [&relation, name = wireNameOf(*relation.type, relation.column)](const StoredRow &row) {
        return name.isEmpty() || row.record.value(name).toString() == relation.value;
    };
    QHash<QString, StoredRow> puts;
    forEachPut(*relation.type, [&](const QString &id, const StoredRow &row) { puts.insert(id, row); });
    if (!puts.isEmpty()) {
        stored.removeIf([&](const StoredRow &row) { return puts.contains(idOf(row)); });
        for (const StoredRow &row : std::as_const(puts)) {
            if (isRelated(row)) stored.append(row);
        }
        std::ranges::sort(stored, {}, idOf);
    }
    for (StoredRow &row : stored)
        follow(*relation.type, row);
    return stored;
}

Result<QStringList> WriteBehind::ticketKeys(const QString &column, const QString &value)
{
    auto stored = m_reader.ticketKeys(column, value);
    if (!stored) return tl::unexpected(stored.error());
    forEachPut(typeInfo<Ticket>(), [&](const QString &id, const StoredRow &row) {
        stored->remove(id);
        if (row.record.value(column).toString() == value) stored->insert(id, row.keys);
    });
    QStringList keys;
    for (const QStringList &ticket : std::as_const(*stored))
        keys += ticket;
    return normalised(std::move(keys));
}

} // namespace akwaba::store

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/erasuretables.h"

#include "app/server/store/changelog.h"
#include "app/server/store/manyrows.h"
#include "app/server/store/writer.h"
#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/database/database.h"
#include "core/database/statement.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

Result<void> insertErasure(Writer &writer, const NewErasure &erasure)
{
    const auto log = clockRow(writer.sideTables());
    if (!log) return tl::unexpected(log.error());
    Statement insert(writer.sideTables(),
                     u"INSERT INTO erasures (id, cause, digest, after_seq, created_at) VALUES (?, ?, ?, ?, ?)"_s);
    insert.bind(0, erasure.id).bind(1, wireName(erasure.cause)).bind(2, erasure.digest).bind(3, log->seq);
    return insert.bind(4, writer.clock().now()).run();
}

Result<QSet<DeviceId>> devicesToAsk(Writer &writer, const AgentId &agent)
{
    Statement select(writer.database(),
                     u"SELECT id FROM devices WHERE agent = ? AND NOT EXISTS (SELECT 1 FROM erasure_devices d "
                     "JOIN erasures e ON e.id = d.erasure WHERE d.device = devices.id AND d.acked_at IS NULL "
                     "AND e.cause = 'scope')"_s);
    QSet<DeviceId> devices;
    return select.bind(0, agent.value)
        .forEach([&devices](const Statement &row) { devices.insert({row.text(0)}); })
        .map([&devices] { return std::move(devices); });
}

Result<QList<IdsOfType>> idsOf(Database &database, const QString &erasure)
{
    Statement select(database, u"SELECT type, id FROM erasure_ids WHERE erasure = ? ORDER BY type, id"_s);
    QMap<int, QStringList> ids;
    const auto done = select.bind(0, erasure).forEach([&ids](const Statement &row) {
        ids[static_cast<int>(row.integer(0))] += row.text(1);
    });
    if (!done) return tl::unexpected(done.error());
    QList<IdsOfType> all;
    for (auto entry = ids.cbegin(); entry != ids.cend(); ++entry)
        all.append({typeByNumber(entry.key()), *entry});
    all.removeIf([](const IdsOfType &entry) { return entry.type == nullptr; });
    return all;
}

} // namespace

QString newErasureId(const Clock &clock, Random &random) { return u'z' + newUuid7(clock, random); }

Result<void> addErasure(Writer &writer, const NewErasure &erasure)
{
    QList<QVariantList> ids;
    for (const IdsOfType &entry : erasure.ids) {
        for (const QString &id : entry.ids)
            ids.append({erasure.id, entry.type->number, id});
    }
    return insertErasure(writer, erasure).and_then([&] {
        return runForRows(writer.sideTables(), u"INSERT INTO erasure_ids (erasure, type, id) %1"_s, "tnt", ids);
    });
}

Result<void> expectDevices(Writer &writer, const QString &erasure, const QSet<DeviceId> &devices)
{
    QList<DeviceId> sorted(devices.begin(), devices.end());
    std::ranges::sort(sorted); // the log is the same for the same deeds
    QList<QVariantList> rows;
    for (const DeviceId &device : std::as_const(sorted))
        rows.append({erasure, device.value});
    const auto done =
        runForRows(writer.sideTables(), u"INSERT INTO erasure_devices (erasure, device) %1"_s, "tt", rows);
    if (!done) return done;
    for (const DeviceId &device : std::as_const(sorted)) {
        if (auto touched = writer.touch<Device>(device); !touched) return touched;
    }
    writer.behind().reader().forgetErasures();
    return {};
}

Result<void> addScopeErasures(Writer &writer, const QList<AgentId> &agents)
{
    for (const AgentId &agent : agents) {
        const auto devices = devicesToAsk(writer, agent);
        if (!devices) return tl::unexpected(devices.error());
        if (devices->isEmpty()) continue;
        const QString id = newErasureId(writer.clock(), writer.random());
        const auto done = addErasure(writer, {id, ErasureCause::Scope, {}, {}}).and_then([&] {
            return expectDevices(writer, id, *devices);
        });
        if (!done) return done;
    }
    return {};
}

Result<QStringList> pendingErasures(Database &database, const DeviceId &device)
{
    if (device.isEmpty()) return QStringList();
    Statement select(database,
                     u"SELECT erasure FROM erasure_devices WHERE device = ? AND acked_at IS NULL ORDER BY erasure"_s);
    return select.bind(0, device.value)
        .rows([](const Statement &row) { return row.text(0); })
        .map([](const QList<QString> &ids) { return QStringList(ids); });
}

Result<QList<ErasureOrder>> erasureOrders(Database &database, const DeviceId &device, const QStringList &scopes)
{
    Statement select(database,
                     u"SELECT e.id, e.cause FROM erasure_devices d JOIN erasures e ON e.id = d.erasure "
                     "WHERE d.device = ? AND d.acked_at IS NULL ORDER BY e.id"_s);
    auto orders = select.bind(0, device.value).rows([](const Statement &row) {
        ErasureOrder order;
        order.id = row.text(0);
        order.cause = fromWireName<ErasureCause>(row.text(1)).value_or(ErasureCause::Erasure);
        return order;
    });
    if (!orders) return orders;
    for (ErasureOrder &order : *orders) {
        if (order.cause == ErasureCause::Scope) {
            order.scopes = scopes;
            continue;
        }
        auto ids = idsOf(database, order.id);
        if (!ids) return tl::unexpected(ids.error());
        order.ids = std::move(*ids);
    }
    return orders;
}

Result<void> acknowledgeErasure(Writer &writer, const DeviceId &device, const ErasureAck &ack)
{
    Statement known(writer.sideTables(), u"SELECT 1 FROM erasure_devices WHERE erasure = ? AND device = ?"_s);
    const auto found = known.bind(0, ack.erasure).bind(1, device.value).first([](const Statement &) { return true; });
    if (!found) return tl::unexpected(found.error());
    if (!*found) return fail(Code::NotFound, u"erasure"_s);
    Statement update(writer.sideTables(),
                     u"UPDATE erasure_devices SET \"level\" = ?, path = ?, files_scanned = ?, bytes_scanned = ?, "
                     "needles = ?, hits = ?, sqlite_version = ?, ended_at = ?, acked_at = ? "
                     "WHERE erasure = ? AND device = ? AND acked_at IS NULL"_s);
    update.bind(0, wireName(ack.level)).bind(1, wireName(ack.path)).bind(2, ack.filesScanned);
    update.bind(3, ack.bytesScanned).bind(4, ack.needles).bind(5, ack.hits).bind(6, ack.sqliteVersion);
    update.bind(7, ack.endedAt).bind(8, writer.clock().now()).bind(9, ack.erasure).bind(10, device.value);
    writer.behind().reader().forgetErasures();
    return update.run();
}

Result<QList<ErasureStatus>> erasureStatus(Database &database)
{
    Statement select(database,
                     u"SELECT e.id, e.cause, e.digest, e.created_at, d.device, d.acked_at, d.\"level\", d.shredded_at, "
                     "d.lease_ended_at FROM erasures e "
                     "LEFT JOIN erasure_devices d ON d.erasure = e.id ORDER BY e.id DESC, d.device"_s);
    QList<ErasureStatus> all;
    const auto done = select.forEach([&all](const Statement &row) {
        if (all.isEmpty() || all.constLast().id != row.text(0)) {
            const auto cause = fromWireName<ErasureCause>(row.text(1)).value_or(ErasureCause::Erasure);
            all.append({row.text(0), cause, row.text(2), row.instant(3)});
        }
        if (row.isNull(4)) return;
        ErasureStatus &status = all.last();
        ++status.expected;
        if (row.isNull(5)) {
            if (!row.isNull(8)) ++status.leaseEnded;
            return status.pending.append(row.text(4));
        }
        ++status.acked;
        if (row.text(6) == wireName(ErasureLevel::ByteClean)) ++status.byteClean;
        if (!row.isNull(7)) ++status.shredded;
    });
    if (!done) return tl::unexpected(done.error());
    return all;
}

} // namespace akwaba::store

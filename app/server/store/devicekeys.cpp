// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/devicekeys.h"

#include "app/server/store/secretbox.h"
#include "app/server/store/writer.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/database/statement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

struct KeptHalf {
    KeyHalf half;
    QDateTime createdAt;
};

/// A half that was put into another's row, or another generation's, does not open there.
QString ownerOf(const DeviceId &device, int generation) { return u"%1/%2"_s.arg(device.value).arg(generation); }

/// Those that can be read: who lost secrets.key has none of before.
Result<QList<KeptHalf>> halvesOf(Writer &writer, SecretBox &secrets, const DeviceId &device)
{
    struct Row {
        int generation = 0;
        QString sealed;
        QDateTime createdAt;
    };
    Statement select(writer.sideTables(),
                     u"SELECT generation, half, created_at FROM device_keys WHERE device = ? ORDER BY generation"_s);
    const auto rows = select.bind(0, device.value).rows([](const Statement &row) {
        return Row{static_cast<int>(row.integer(0)), row.text(1), row.instant(2)};
    });
    if (!rows) return tl::unexpected(rows.error());
    QList<KeptHalf> halves;
    for (const Row &row : *rows) {
        const auto bytes = secrets.open(row.sealed, ownerOf(device, row.generation));
        if (!bytes && bytes.error().code != Code::Corrupt) return tl::unexpected(bytes.error());
        if (bytes) halves.append({{row.generation, *bytes}, row.createdAt});
    }
    return halves;
}

Result<KeptHalf> addHalf(Writer &writer, SecretBox &secrets, const DeviceId &device, int generation)
{
    const QDateTime now = writer.clock().now();
    const KeptHalf added{{generation, writer.random().bytes(KeyHalf::size)}, now};
    const auto sealed = secrets.seal(added.half.bytes, ownerOf(device, generation));
    if (!sealed) return tl::unexpected(sealed.error());
    Statement insert(writer.sideTables(),
                     u"INSERT INTO device_keys (device, generation, half, created_at, lease_ends_at) "
                     "VALUES (?, ?, ?, ?, ?) ON CONFLICT (device, generation) DO UPDATE SET half = excluded.half, "
                     "created_at = excluded.created_at"_s);
    insert.bind(0, device.value).bind(1, generation).bind(2, *sealed).bind(3, now).bind(4, now);
    return insert.run().map([&] { return added; });
}

/// The device's cache is under `held`: what it answered to before that half was made is under no key that exists.
Result<void> shredOlder(Writer &writer, const DeviceId &device, const KeptHalf &held)
{
    Statement forget(writer.sideTables(), u"DELETE FROM device_keys WHERE device = ? AND generation < ?"_s);
    if (auto done = forget.bind(0, device.value).bind(1, held.half.generation).run(); !done) return done;
    Statement mark(writer.sideTables(),
                   u"UPDATE erasure_devices SET shredded_at = ? WHERE device = ? AND shredded_at IS NULL "
                   "AND acked_at <= ?"_s);
    return mark.bind(0, writer.clock().now()).bind(1, device.value).bind(2, held.createdAt).run();
}

Result<bool> answeredSince(Writer &writer, const DeviceId &device, const QDateTime &since)
{
    Statement select(writer.sideTables(), u"SELECT 1 FROM erasure_devices WHERE device = ? AND acked_at > ? LIMIT 1"_s);
    return select.bind(0, device.value)
        .bind(1, since)
        .first([](const Statement &) { return true; })
        .map([](const std::optional<bool> &found) { return found.has_value(); });
}

/// Whether the device needs another half than those that are here.
Result<bool> needsAnother(Writer &writer, const LeaseRequest &request, const QList<KeptHalf> &halves)
{
    const int newest = halves.isEmpty() ? 0 : halves.constLast().half.generation;
    if (newest == 0 || newest < request.holds) return true; // after a restore: no backup has them
    if (newest > request.holds) return false; // it has still to take that one
    return answeredSince(writer, request.device, halves.constLast().createdAt);
}

} // namespace

Result<LeaseGrant> renewLease(Writer &writer, SecretBox &secrets, const LeaseRequest &request)
{
    auto halves = halvesOf(writer, secrets, request.device);
    if (!halves) return tl::unexpected(halves.error());
    const auto held =
        std::ranges::find_if(*halves, [&](const KeptHalf &kept) { return kept.half.generation == request.holds; });
    if (held != halves->end()) {
        if (auto done = shredOlder(writer, request.device, *held); !done) return tl::unexpected(done.error());
        halves->erase(halves->begin(), held);
    }
    const auto another = needsAnother(writer, request, *halves);
    if (!another) return tl::unexpected(another.error());
    if (*another) {
        const int newest = halves->isEmpty() ? 0 : halves->constLast().half.generation;
        const auto added = addHalf(writer, secrets, request.device, qMax(newest, request.holds) + 1);
        if (!added) return tl::unexpected(added.error());
        halves->append(*added);
    }
    LeaseGrant grant{{}, writer.clock().now().addDays(request.lease.count()), writer.clock().now()};
    for (const KeptHalf &kept : std::as_const(*halves))
        grant.halves.append(kept.half);
    Statement extend(writer.sideTables(), u"UPDATE device_keys SET lease_ends_at = ? WHERE device = ?"_s);
    return extend.bind(0, grant.endsAt).bind(1, request.device.value).run().map([&] { return grant; });
}

Result<void> destroyKeys(Writer &writer, const DeviceId &device)
{
    Statement remove(writer.sideTables(), u"DELETE FROM device_keys WHERE device = ?"_s);
    return remove.bind(0, device.value).run();
}

Result<void> destroyOverdueKeys(Writer &writer)
{
    const QDateTime now = writer.clock().now();
    Statement mark(writer.sideTables(),
                   u"UPDATE erasure_devices SET lease_ended_at = ? WHERE acked_at IS NULL AND lease_ended_at IS NULL "
                   "AND device IN (SELECT device FROM device_keys WHERE lease_ends_at < ?)"_s);
    if (auto done = mark.bind(0, now).bind(1, now).run(); !done) return done;
    Statement remove(writer.sideTables(),
                     u"DELETE FROM device_keys WHERE lease_ends_at < ? AND device IN "
                     "(SELECT device FROM erasure_devices WHERE acked_at IS NULL)"_s);
    return remove.bind(0, now).run();
}

QStringList tablesOutsideBackups() { return {u"device_keys"_s}; }

} // namespace akwaba::store

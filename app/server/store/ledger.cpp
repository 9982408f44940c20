// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/ledger.h"

#include "app/server/store/writer.h"
#include "core/base/clock.h"
#include "core/database/database.h"
#include "core/database/statement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::store {

Result<std::optional<Outcome>> decided(Database &database, const DeviceId &device, const QString &iid)
{
    Statement select(database,
                     u"SELECT outcome, reason, entity, seq, rev FROM intent_ledger "
                     "WHERE device = :device AND iid = :iid"_s);
    return select.bind(u":device"_s, device.value).bind(u":iid"_s, iid).first([&iid](const Statement &row) {
        return Outcome{iid,
                       fromWireName<OutcomeKind>(row.text(0)).value_or(OutcomeKind::Transient),
                       fromWireName<Reason>(row.text(1)).value_or(Reason::None),
                       row.integer(3),
                       row.integer(4),
                       row.text(2),
                       {}};
    });
}

Result<DeviceProgress> progressOf(Database &database, const DeviceId &device)
{
    Statement select(database, u"SELECT last_dseq, acked_through FROM device_progress WHERE device = :device"_s);
    return select.bind(u":device"_s, device.value)
        .first([](const Statement &row) { return DeviceProgress{row.integer(0), row.integer(1)}; })
        .map([](const std::optional<DeviceProgress> &row) { return row.value_or(DeviceProgress{}); });
}

namespace {

Result<void> writeEntry(Writer &writer, const DeviceId &device, qint64 dseq, const Outcome &outcome)
{
    Statement insert(writer.database(),
                     u"INSERT INTO intent_ledger (device, iid, dseq, outcome, reason, entity, seq, rev, \"at\") "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    insert.bind(0, device.value).bind(1, outcome.iid).bind(2, dseq).bind(3, wireName(outcome.kind));
    insert.bind(4, wireName(outcome.reason)).bind(5, outcome.entity).bind(6, outcome.seq).bind(7, outcome.rev);
    return insert.bind(8, writer.clock().now()).run();
}

} // namespace

Result<void> recordOutcome(Writer &writer, const DeviceId &device, qint64 dseq, const Outcome &outcome)
{
    Result<void> done;
    // Blocked is not decided for good: after an upgrade it is to be tried.
    if (outcome.kind != OutcomeKind::Blocked) done = writeEntry(writer, device, dseq, outcome);
    const auto progress = writer.progressOf(device);
    if (!progress) return tl::unexpected(progress.error());
    writer.keepProgress(device, {std::max(progress->lastDseq, dseq), progress->ackedThrough});
    return done.and_then([&] {
        Statement upsert(writer.database(),
                         u"INSERT INTO device_progress (device, last_dseq, acked_through) VALUES (?, ?, 0) "
                         "ON CONFLICT (device) DO UPDATE SET last_dseq = excluded.last_dseq "
                         "WHERE excluded.last_dseq > device_progress.last_dseq"_s);
        return upsert.bind(0, device.value).bind(1, dseq).run();
    });
}

Result<void> acknowledge(Writer &writer, const DeviceId &device, qint64 through)
{
    const auto progress = writer.progressOf(device);
    if (!progress) return tl::unexpected(progress.error());
    through = std::min(through, progress->lastDseq);
    if (through > progress->ackedThrough) writer.keepProgress(device, {progress->lastDseq, through});
    Statement forget(writer.database(), u"DELETE FROM intent_ledger WHERE device = :device AND dseq <= :through"_s);
    return forget.bind(u":device"_s, device.value).bind(u":through"_s, through).run().and_then([&] {
        Statement update(writer.database(),
                         u"UPDATE device_progress SET acked_through = :through "
                         "WHERE device = :device AND acked_through < :through"_s);
        return update.bind(u":through"_s, through).bind(u":device"_s, device.value).run();
    });
}

} // namespace akwaba::store

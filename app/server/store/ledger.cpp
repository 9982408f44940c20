// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/ledger.h"

#include "app/server/store/manyrows.h"
#include "app/server/store/writer.h"
#include "core/base/clock.h"
#include "core/database/database.h"
#include "core/database/statement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

const auto entryColumns = u"e.outcome, e.reason, e.entity, e.seq, e.rev"_s;

Outcome readOutcome(const Statement &row, const QString &iid)
{
    return Outcome{iid,
                   fromWireName<OutcomeKind>(row.text(0)).value_or(OutcomeKind::Transient),
                   fromWireName<Reason>(row.text(1)).value_or(Reason::None),
                   row.integer(3),
                   row.integer(4),
                   row.text(2),
                   {}};
}

Result<void> forget(Database &database, const QMap<QString, qint64> &forgotten)
{
    for (auto each = forgotten.cbegin(); each != forgotten.cend(); ++each) {
        Statement forget(database, u"DELETE FROM intent_ledger WHERE device = ? AND dseq <= ?"_s);
        if (auto done = forget.bind(0, each.key()).bind(1, each.value()).run(); !done) return done;
    }
    return {};
}

Result<void> writeEntries(Database &database, const QList<LedgerEntry> &entries)
{
    QList<QVariantList> rows;
    for (const LedgerEntry &entry : entries) {
        const Outcome &outcome = entry.outcome;
        rows.append({entry.device.value, outcome.iid, entry.dseq, wireName(outcome.kind), wireName(outcome.reason),
                     outcome.entity, outcome.seq, outcome.rev, entry.at});
    }
    return runForRows(database,
                      u"INSERT INTO intent_ledger (device, iid, dseq, outcome, reason, entity, seq, rev, \"at\") %1"_s,
                      "ttntttnnn", rows);
}

Result<void> writeProgress(Database &database, const QMap<QString, DeviceProgress> &progress)
{
    QList<QVariantList> rows;
    for (auto each = progress.cbegin(); each != progress.cend(); ++each)
        rows.append({each.key(), each->lastDseq, each->ackedThrough});
    return runForRows(database,
                      u"INSERT INTO device_progress (device, last_dseq, acked_through) %1 ON CONFLICT (device) DO "
                      "UPDATE SET last_dseq = excluded.last_dseq, acked_through = excluded.acked_through"_s,
                      "tnn", rows);
}

} // namespace

Result<std::optional<Outcome>> decided(Database &database, const DeviceId &device, const QString &iid)
{
    return entriesOf(database, {{device, iid}}).map([](const QList<LedgerEntry> &found) {
        return found.isEmpty() ? std::optional<Outcome>() : std::optional(found.constFirst().outcome);
    });
}

Result<DeviceProgress> progressOf(Database &database, const DeviceId &device)
{
    return progressOf(database, QList{device}).map([&device](const auto &found) { return found.value(device); });
}

Result<QList<LedgerEntry>> entriesOf(Database &database, const QList<IntentKey> &keys)
{
    QList<QVariantList> asked;
    for (const IntentKey &key : keys)
        asked.append({key.device.value, key.iid});
    QList<LedgerEntry> found;
    return selectForRows(database,
                         u"WITH asked (device, iid) AS (%1) SELECT "_s + entryColumns
                             + u", e.device, e.iid, e.dseq FROM asked JOIN intent_ledger e ON e.device = asked.device "
                               "AND e.iid = asked.iid"_s,
                         "tt", asked,
                         [&found](const Statement &row) {
                             found.append({{row.text(5)}, row.integer(7), readOutcome(row, row.text(6)), {}});
                         })
        .map([&found] { return std::move(found); });
}

Result<QHash<DeviceId, DeviceProgress>> progressOf(Database &database, const QList<DeviceId> &devices)
{
    QList<QVariantList> asked;
    for (const DeviceId &device : devices)
        asked.append({device.value});
    QHash<DeviceId, DeviceProgress> found;
    return selectForRows(
               database,
               u"WITH asked (device) AS (%1) SELECT p.device, p.last_dseq, p.acked_through FROM asked "
               "JOIN device_progress p ON p.device = asked.device"_s,
               "t", asked,
               [&found](const Statement &row) { found.insert({row.text(0)}, {row.integer(1), row.integer(2)}); })
        .map([&found] { return std::move(found); });
}

Result<void> writeLedger(Database &database, const LedgerChanges &changes)
{
    // In this order: a name that was forgotten may have been decided once more.
    return forget(database, changes.forgotten)
        .and_then([&] { return writeEntries(database, changes.entries); })
        .and_then([&] { return writeProgress(database, changes.progress); });
}

Result<std::optional<Outcome>> decided(const Writer &writer, const DeviceId &device, const QString &iid)
{
    return writer.behind().entry({device, iid}).map([](const std::optional<LedgerEntry> &entry) {
        return entry ? std::optional(entry->outcome) : std::nullopt;
    });
}

Result<void> recordOutcome(Writer &writer, const DeviceId &device, qint64 dseq, const Outcome &outcome)
{
    if (!writer.behind().written()) return writer.behind().written();
    const auto progress = writer.progressOf(device);
    if (!progress) return tl::unexpected(progress.error());
    writer.behind().keepProgress(device, {std::max(progress->lastDseq, dseq), progress->ackedThrough});
    // Blocked is not decided for good: after an upgrade it is to be tried.
    if (outcome.kind == OutcomeKind::Blocked) return {};
    LedgerEntry entry{device, dseq, outcome, writer.clock().now()};
    entry.outcome.patch = {};
    writer.keepOutcome(entry);
    return {};
}

Result<void> acknowledge(Writer &writer, const DeviceId &device, qint64 through)
{
    const auto progress = writer.progressOf(device);
    if (!progress) return tl::unexpected(progress.error());
    through = std::min(through, progress->lastDseq);
    if (through <= progress->ackedThrough) return {};
    writer.behind().keepProgress(device, {progress->lastDseq, through});
    writer.behind().forgetEntries(device, through);
    return {};
}

} // namespace akwaba::store

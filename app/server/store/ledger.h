// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/protocol/intent.h"

#include <QHash>
#include <QMap>

#include <optional>

namespace akwaba {
class Database;
}

namespace akwaba::store {

class Writer;

/// How far a device has come with its intents.
struct DeviceProgress {
    qint64 lastDseq = 0; // the highest that was decided
    qint64 ackedThrough = 0; // what the device needs no answer for any more
};

/// An intent, as the ledger knows it.
struct IntentKey {
    DeviceId device;
    QString iid;
    bool operator==(const IntentKey &) const = default;
};
[[nodiscard]] inline size_t qHash(const IntentKey &key, size_t seed = 0)
{
    return qHashMulti(seed, key.device, key.iid);
}

/// What became of an intent. Without `patch`: the ledger holds no content.
struct LedgerEntry {
    DeviceId device;
    qint64 dseq = 0;
    Outcome outcome;
    QDateTime at;

    [[nodiscard]] bool isOf(const IntentKey &key) const { return outcome.iid == key.iid && device == key.device; }
};

/// What is to be written into the ledger and into the progress of devices.
struct LedgerChanges {
    QList<LedgerEntry> entries;
    QMap<QString, DeviceProgress> progress; // by device
    QMap<QString, qint64> forgotten; // by device: entries up to this dseq that are in the table already

    [[nodiscard]] bool isEmpty() const { return entries.isEmpty() && progress.isEmpty() && forgotten.isEmpty(); }
};

[[nodiscard]] Result<std::optional<Outcome>> decided(Database &database, const DeviceId &device, const QString &iid);
[[nodiscard]] Result<DeviceProgress> progressOf(Database &database, const DeviceId &device);
/// Of many at once; of what there is nothing, nothing.
[[nodiscard]] Result<QList<LedgerEntry>> entriesOf(Database &database, const QList<IntentKey> &keys);
[[nodiscard]] Result<QHash<DeviceId, DeviceProgress>> progressOf(Database &database, const QList<DeviceId> &devices);
[[nodiscard]] Result<void> writeLedger(Database &database, const LedgerChanges &changes);

/// As the jobs before in the same transaction have left it.
[[nodiscard]] Result<std::optional<Outcome>> decided(const Writer &writer, const DeviceId &device, const QString &iid);

/// In the transaction of the effect: the outcome, and that the device has come this far. The lane fills in the sequence
/// number of an outcome that changed something (changelog.h).
[[nodiscard]] Result<void> recordOutcome(Writer &writer, const DeviceId &device, qint64 dseq, const Outcome &outcome);

/// Forgets outcomes that the device has, as far as there are any: it may not take what is still to come for done.
[[nodiscard]] Result<void> acknowledge(Writer &writer, const DeviceId &device, qint64 through);

} // namespace akwaba::store

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"
#include "core/protocol/erasure.h"

#include <QSet>

/// Which data have to leave which devices, and what the devices say (sync.md 3.2).
namespace akwaba {
class Clock;
class Database;
class Random;
} // namespace akwaba

namespace akwaba::store {

class Writer;

struct NewErasure {
    QString id;
    ErasureCause cause = ErasureCause::Erasure;
    QString digest; // of the person, under a key; empty for a loss of scope
    QList<IdsOfType> ids;
};

[[nodiscard]] QString newErasureId(const Clock &clock, Random &random);
[[nodiscard]] Result<void> addErasure(Writer &writer, const NewErasure &erasure);
/// From now on they have to answer. Each hears of it: its row counts as changed.
[[nodiscard]] Result<void> expectDevices(Writer &writer, const QString &erasure, const QSet<DeviceId> &devices);
/// After their agents lost a scope: their devices have to let go of what they held by it. A device that has to already
/// is not asked twice, since it is told what its agent may see when it asks.
[[nodiscard]] Result<void> addScopeErasures(Writer &writer, const QList<AgentId> &agents);

/// What this device has still to do, the oldest first.
[[nodiscard]] Result<QStringList> pendingErasures(Database &database, const DeviceId &device);
[[nodiscard]] Result<QList<ErasureOrder>> erasureOrders(Database &database, const DeviceId &device,
                                                        const QStringList &scopes);
/// The first answer counts. Code::NotFound where this device was not asked.
[[nodiscard]] Result<void> acknowledgeErasure(Writer &writer, const DeviceId &device, const ErasureAck &ack);

/// How far one has come.
struct ErasureStatus {
    QString id;
    ErasureCause cause = ErasureCause::Erasure;
    QString digest;
    QDateTime createdAt;
    qint64 expected = 0; // devices
    qint64 acked = 0;
    qint64 byteClean = 0; // of those, at L2
    qint64 shredded = 0; // of those, where no key of that time exists any more (L3)
    qint64 leaseEnded = 0; // of the pending ones: their key is destroyed (L4)
    QStringList pending; // devices
};
/// The newest first.
[[nodiscard]] Result<QList<ErasureStatus>> erasureStatus(Database &database);

} // namespace akwaba::store

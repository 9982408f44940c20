// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/methoderror.h"
#include "core/domain/ids.h"
#include "core/protocol/erasure.h"

#include <functional>

namespace akwaba::store {
struct ErasureStatus;
class Snapshot;
class Store;
} // namespace akwaba::store

namespace akwaba::jmap {

/// The answer to Erasure/pending: what a device has to make vanish, the oldest first, and of which lineage that is.
[[nodiscard]] QJsonObject pendingObject(const QList<ErasureOrder> &orders, const store::Snapshot &snapshot,
                                        const QDateTime &serverTime);

/// How far an erasure has come, for whoever answers for it.
[[nodiscard]] QJsonObject statusObject(const store::ErasureStatus &status);

/// Erasure/ack: what a device says it has done. The same again is no error. Answers once, on the thread of the store.
void acknowledgeErasure(store::Store &store, const DeviceId &device, const QJsonObject &arguments,
                        std::function<void(const MethodResult &)> done);

} // namespace akwaba::jmap

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"
#include "core/protocol/lease.h"

#include <QStringList>

/// The server's half of the key of each device's cache, and how long a device may open its cache without us (sync.md
/// 3.4, 3.5).
namespace akwaba::store {

class SecretBox;
class Writer;

/// What a device says of itself when it asks, and what the company allows it.
struct LeaseRequest {
    DeviceId device;
    int holds = 0; // the generation that its cache is under; 0: none
    std::chrono::days lease{};
};

/// A contact: the lease begins anew. A device that answered to an erasure since its key was made is given a new one;
/// once it says that its cache is under that one, the older ones are destroyed and the erasure is shredded there (L3).
[[nodiscard]] Result<LeaseGrant> renewLease(Writer &writer, SecretBox &secrets, const LeaseRequest &request);

/// At once: what lies on the device can be opened until its lease ends, and never again.
[[nodiscard]] Result<void> destroyKeys(Writer &writer, const DeviceId &device);

/// Those of devices whose lease has ended while an erasure waits for them (L4). They go on waiting.
[[nodiscard]] Result<void> destroyOverdueKeys(Writer &writer);

/// Tables that no backup may hold: else a key that was destroyed here would still be somewhere.
[[nodiscard]] QStringList tablesOutsideBackups();

} // namespace akwaba::store

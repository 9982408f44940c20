// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agent.h"

#include "core/base/result.h"

namespace akwaba::store {

class Snapshot;
class Writer;

/// Ends of sessions, within a job of the commit lane. Whatever ends one also moves the row of its device, so that every
/// process of this database hears of it and looks again at the sockets of that agent.

/// All of an agent, but the one with the token `kept`, which may be empty.
[[nodiscard]] Result<void> endSessions(Writer &writer, const AgentId &agent, const QString &kept = {});
/// The one with this token: its agent logs out.
[[nodiscard]] Result<void> logOut(Writer &writer, const QString &token);
/// The device is never let in again, and our half of the key of its cache is destroyed; its installation becomes a new
/// device at the next log-in. `by` is empty for the
/// command line. Code::NotFound.
[[nodiscard]] Result<void> revokeDevice(Writer &writer, const DeviceId &device, const AgentId &by);

/// A device and since when it is known.
struct KnownDevice {
    Device device;
    QDateTime createdAt;
};

/// Those of an agent, the last seen first.
[[nodiscard]] Result<QList<KnownDevice>> devicesOf(const Snapshot &snapshot, const AgentId &agent);

} // namespace akwaba::store

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/store.h"

/// The part of `akwaba-server user` that is about how somebody logs in.
namespace akwaba::commands {

/// For who lost his telephone and his recovery codes. Code::NotFound where he has no second factor.
[[nodiscard]] Result<void> resetSecondFactor(store::Store &store, const AgentId &agent);

/// A line for each, the last seen first: id, state, when it was first and last seen, version and name, separated by
/// tabs.
[[nodiscard]] Result<void> listDevices(store::Store &store, const AgentId &agent);
/// Code::NotFound for a device that is not this agent's.
[[nodiscard]] Result<void> revokeDevice(store::Store &store, const AgentId &agent, const DeviceId &device);

} // namespace akwaba::commands

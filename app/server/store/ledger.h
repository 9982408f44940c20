// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/batchmemory.h"
#include "core/protocol/intent.h"

namespace akwaba::store {

class Writer;

/// What became of an intent. Without `patch`: the ledger holds no content.
[[nodiscard]] Result<std::optional<Outcome>> decided(Database &database, const DeviceId &device, const QString &iid);
[[nodiscard]] Result<DeviceProgress> progressOf(Database &database, const DeviceId &device);

/// In the transaction of the effect: the outcome, and that the device has come this far. The lane fills in the sequence
/// number of an outcome that changed something (changelog.h).
[[nodiscard]] Result<void> recordOutcome(Writer &writer, const DeviceId &device, qint64 dseq, const Outcome &outcome);

/// Forgets outcomes that the device has, as far as there are any: it may not take what is still to come for done.
[[nodiscard]] Result<void> acknowledge(Writer &writer, const DeviceId &device, qint64 through);

} // namespace akwaba::store

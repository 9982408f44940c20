// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace akwaba::store {

class Store;

/// What has to follow when the tables are those of a backup (sync.md 2.20), before anybody is served: a new lineage, so
/// that consoles notice and offer again what was lost, and no mail that was on its way then goes out now, since the
/// lost server has most likely sent it; it is marked as unknown, for its author to see.
[[nodiscard]] Result<void> settleRestored(Store &store);

} // namespace akwaba::store

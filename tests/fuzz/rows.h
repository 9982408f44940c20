// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/store.h"

namespace akwaba::fuzz {

/// Of everything that was written since the change `before`: the log has no gap, every row reads and writes back by its
/// field table, and its scope keys are those that its own fields or its ticket's give.
void promiseSoundRows(store::Store &store, qint64 before);

} // namespace akwaba::fuzz

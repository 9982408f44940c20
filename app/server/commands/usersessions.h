// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/store.h"

/// The part of `akwaba-server user` that is about how somebody logs in.
namespace akwaba::commands {

/// For who lost his telephone and his recovery codes. Code::NotFound where he has no second factor.
[[nodiscard]] Result<void> resetSecondFactor(store::Store &store, const AgentId &agent);

} // namespace akwaba::commands

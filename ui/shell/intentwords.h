// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/readmodel.h"

namespace akwaba {

/// What an intent does, in words: "Reply, then Waiting for customer". An op that this program does not know is named
/// as it is.
[[nodiscard]] QString intentTitle(const Intent &intent);
/// What the agent wrote with it; empty for one without words of his own.
[[nodiscard]] QString intentText(const Intent &intent);
/// The drawing that stands for it.
[[nodiscard]] QString intentIcon(const Intent &intent);
/// Where it is on its way: "waiting for the network", "being sent", or why it was refused.
[[nodiscard]] QString itemState(const OutboxItem &item, bool online);
/// "No. 4812 · Rosine Bamba", "number pending · ..." before the server gave a number.
[[nodiscard]] QString itemTitle(const OutboxItem &item);

} // namespace akwaba

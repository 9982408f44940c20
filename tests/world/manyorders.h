// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace akwaba::world {

/// Lives all orders of smallworld.h in so many processes and says how many there were, as JSON on the last line; not 0
/// where one of them ended wrong.
[[nodiscard]] int liveAllOrders(int jobs);
/// What the other process reads: parts.h.
void livePartOfOrders(int part, int jobs);

} // namespace akwaba::world

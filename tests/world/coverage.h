// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "worldconsole.h"

namespace akwaba::world {

/// Of each state of the engine and each event: has it happened there?
struct Coverage {
    int reached = 0;
    int all = 0;
    QStringList missing; // "Live x Started"
};

[[nodiscard]] Coverage coverageOf(const PairCounts &pairs);
void add(PairCounts &to, const PairCounts &more);

} // namespace akwaba::world

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/demo/generator.h"

namespace akwaba::demo {

/// What a story is told from.
struct StoryInput {
    const Scenario &scenario;
    const Person &person;
    const Order &order;
    Catalogue::Pair goods;
    const Staff &staff;
    QDateTime receivedAt;
    QDateTime now;
};

/// Tells one story: how far the conversation got follows from its age. Moves `clock` along, so that ids sort by time.
[[nodiscard]] Story tell(const StoryInput &input, ManualClock &clock, Random &random);

} // namespace akwaba::demo

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/domain/livefigures.h"

#include <functional>
#include <optional>

namespace akwaba {

/// The way to the figures at the server; empty where there is none.
struct SupervisionWays {
    std::function<QFuture<Result<LiveFigures>>()> live;
    // Those of the last time, on this machine.
    std::function<void(const LiveFigures &)> keep = {};
    std::function<std::optional<LiveFigures>()> kept = {};
};

} // namespace akwaba

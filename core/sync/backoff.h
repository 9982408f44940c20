// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <chrono>

namespace akwaba {

/// How long to wait after failures in a row: full jitter below a ceiling that doubles from 1 s to 5 min, for ever.
/// (sync.md 2.8: there is no limit of attempts.)
class Backoff {
public:
    explicit Backoff(Random &random) : m_random(random) { }

    /// Counts one more failure and gives the time to wait.
    [[nodiscard]] std::chrono::milliseconds next();
    void reset() { m_failures = 0; }

private:
    Random &m_random;
    int m_failures = 0;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/backoff.h"

#include <algorithm>

namespace akwaba {

using namespace std::chrono_literals;

std::chrono::milliseconds Backoff::next()
{
    constexpr std::chrono::milliseconds first = 1s;
    constexpr std::chrono::milliseconds last = 5min;
    constexpr int doublings = 9; // 2^9 s is beyond 5 min
    const auto ceiling = std::min(last, first * (1 << std::min(m_failures, doublings)));
    ++m_failures;
    return 1ms + std::chrono::milliseconds(m_random.below(quint64(ceiling.count())));
}

} // namespace akwaba

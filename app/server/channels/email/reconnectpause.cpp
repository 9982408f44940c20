// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/reconnectpause.h"

#include "core/base/random.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace akwaba::mail {

std::chrono::milliseconds reconnectPause(int failures, Code why, Random &random)
{
    const bool isLogIn = why == Code::Unauthenticated;
    const std::chrono::milliseconds first = isLogIn ? 1min : 2s;
    const std::chrono::milliseconds longest = isLogIn ? 30min : 5min;
    const int doublings = std::clamp(failures - 1, 0, 10);
    const std::chrono::milliseconds most = std::min(first * (1 << doublings), longest);
    // A log-in is never tried at once, whatever chance says.
    const std::chrono::milliseconds least = isLogIn ? most / 2 : 100ms;
    return least + std::chrono::milliseconds(random.below(quint64((most - least).count()) + 1));
}

} // namespace akwaba::mail

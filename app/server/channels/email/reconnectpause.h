// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <chrono>

namespace akwaba {
class Random;
}

namespace akwaba::mail {

/// How long a mailbox is left alone after so many failures in a row: longer each time and never all at the same moment
/// (full jitter), up to 5 minutes. One that refuses the log-in is asked more rarely, up to 30 minutes: providers lock
/// accounts of those who insist.
[[nodiscard]] std::chrono::milliseconds reconnectPause(int failures, Code why, Random &random);

} // namespace akwaba::mail

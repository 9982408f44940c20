// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicemanager.h"

namespace akwaba::servicemanager {

void sayReady() { }
void sayReloading() { }
void sayStopping() { }
void sayAlive() { }
std::optional<std::chrono::milliseconds> aliveEvery() { return std::nullopt; }

} // namespace akwaba::servicemanager

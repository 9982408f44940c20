// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

/// How we are, told to the service manager that started us: systemd on Linux. Without one nothing happens.
namespace akwaba::servicemanager {

void sayReady();
/// Until the next sayReady().
void sayReloading();
void sayStopping();
void sayAlive();
/// How often it wants to hear sayAlive(), with a margin; nothing where it does not ask for it.
[[nodiscard]] std::optional<std::chrono::milliseconds> aliveEvery();

} // namespace akwaba::servicemanager

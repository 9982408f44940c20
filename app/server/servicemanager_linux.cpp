// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicemanager.h"

#include <ctime>
#include <systemd/sd-daemon.h>

namespace akwaba::servicemanager {

void sayReady() { sd_notify(0, "READY=1"); }

void sayReloading()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now); // what sd_notify(3) wants to compare with
    sd_notifyf(0, "RELOADING=1\nMONOTONIC_USEC=%lld", now.tv_sec * 1'000'000LL + now.tv_nsec / 1000);
}

void sayStopping() { sd_notify(0, "STOPPING=1"); }

void sayAlive() { sd_notify(0, "WATCHDOG=1"); }

std::optional<std::chrono::milliseconds> aliveEvery()
{
    uint64_t within = 0;
    if (sd_watchdog_enabled(0, &within) <= 0) return std::nullopt;
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::microseconds(within)) / 2;
}

} // namespace akwaba::servicemanager

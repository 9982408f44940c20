// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace akwaba {

class Outbox;

/// The server's offset as it was known when the program last ran: a console that starts offline shows right times.
[[nodiscard]] std::optional<std::chrono::milliseconds> storedOffset(Outbox &outbox);
/// Writes it down where it moved by more than a second: the outbox syncs the disk at every write.
void storeOffset(Outbox &outbox, std::chrono::milliseconds offset);

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakeworld.h"

namespace akwaba::world {

/// Something that an agent may do to a ticket that his console shows, of any type of command there is: one that has no
/// way to be made does not compile here. Nothing where this console shows nothing to do it to.
[[nodiscard]] std::optional<Command> someCommand(FakeWorld &world, WorldConsole &console, const Ticket &ticket);

} // namespace akwaba::world

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agent.h"
#include "core/domain/escalation.h"

namespace akwaba {

/// Whether it may be this agent's turn: he is of the team that asked or was asked, or the one in it. Who is over teams
/// is on both sides. The server decides by it, and the console offers what it will decide.
[[nodiscard]] bool isOnSide(const Agent &agent, const Escalation &escalation, EscalationSide side);

} // namespace akwaba

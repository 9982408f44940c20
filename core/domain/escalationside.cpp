// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/escalationside.h"

namespace akwaba {

bool isOnSide(const Agent &agent, const Escalation &escalation, EscalationSide side)
{
    if (agent.roles.contains(Role::Supervisor) || agent.roles.contains(Role::Administrator)) return true;
    if (side == EscalationSide::Receiver)
        return agent.teams.contains(escalation.team) || escalation.acceptedBy == agent.id;
    return agent.teams.contains(escalation.fromTeam) || escalation.fromAgent == agent.id
        || escalation.openedBy == agent.id;
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/ticketrow.h"
#include "core/domain/agent.h"

namespace akwaba {

/// The folders that every agent has. Their numbers are in Counters.
enum class Folder {
    Mine,
    Unassigned,
    Late,
    AtRisk,
    WaitingCustomer,
    Drafts,
    Followed,
    AllActive,
    StoppedLoops,
    Escalations,
    EscalationsToAccept,
    EscalationsMine,
    EscalationsWaiting, ///< for a third party
    PromisesToday,
    Unanswered, ///< the customer wrote, and had no answer yet
};

[[nodiscard]] ViewSpec folderView(Folder folder);
[[nodiscard]] ViewSpec teamView(const TeamId &team);
[[nodiscard]] ViewSpec agentView(const AgentId &agent);
[[nodiscard]] ViewSpec channelView(Channel channel);
/// A saved list. A sort or group that this program does not know is the default one.
[[nodiscard]] ViewSpec viewOf(const View &view);

} // namespace akwaba

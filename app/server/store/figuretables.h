// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/enums.h"
#include "core/domain/livefigures.h"

#include <QList>

namespace akwaba {
class Database;
} // namespace akwaba

namespace akwaba::store {

/// Stretches of time for which figures are counted, in milliseconds since 1970.
struct FigureTimes {
    qint64 now = 0;
    qint64 dayFrom = 0;
    qint64 dayTo = 0; // the beginning of the next one
    qint64 monthFrom = 0;
};

/// Of LiveFigures what needs no calendar and no devices: all but hours, openingHours, agents and phone.
[[nodiscard]] Result<LiveFigures> countedFigures(Database &database, const FigureTimes &times);

/// Open tickets of a team whose next clock is due in the minute that ends then.
struct DueMinute {
    qint64 minute = 0; // since 1970
    TeamId team;
    qint64 tickets = 0;
};
/// In (after, through], in the order of time.
[[nodiscard]] Result<QList<DueMinute>> dueMinutes(Database &database, qint64 after, qint64 through);

/// Of each agent who has any: tickets and drafts. Without his state.
[[nodiscard]] Result<QList<AgentLoad>> agentLoads(Database &database, qint64 now);
/// Agents of whom a device was seen since then.
[[nodiscard]] Result<QList<AgentId>> agentsSeenSince(Database &database, qint64 since);

struct CallFact {
    qint64 at = 0;
    int ringSeconds = 0;
    CallOutcome outcome = CallOutcome::Answered;
};
/// Incoming calls of which is known how long they rang.
[[nodiscard]] Result<QList<CallFact>> callsSince(Database &database, qint64 since);

} // namespace akwaba::store

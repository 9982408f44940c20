// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/enums.h"
#include "core/domain/livefigures.h"

#include <QList>

#include <functional>
#include <optional>

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

/// Of LiveFigures what is told by sums over the tables: nothing of the clocks that are due next, no calendar, no
/// devices.
[[nodiscard]] Result<LiveFigures> countedFigures(Database &database, const FigureTimes &times);

/// The clock of an open ticket that is due next, as the list of tickets has it; of two that are due at once the older
/// one.
struct NextClock {
    qint64 dueAt = 0;
    std::optional<qint64> atRiskAt;
    bool isPromise = false; // a date given to the customer
    TeamId team;
    AgentId assignee;
    bool hasDraft = false; // looked up only while it is at risk, and not late
};
[[nodiscard]] Result<void> forEachNextClock(Database &database, qint64 now,
                                            const std::function<void(const NextClock &)> &visit);

/// Of each active agent open tickets and drafts, and the state that he gave himself; nothing of what is late.
[[nodiscard]] Result<QList<AgentLoad>> agentLoads(Database &database);
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

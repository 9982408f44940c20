// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/place.h"
#include "core/database/database.h"
#include "core/domain/livefigures.h"

#include <QSet>

namespace akwaba::servicelevels {

/// The live page's figures from the rows of what happened, in SQL (rawfigures.sql): a second opinion that shares
/// nothing with the engine, with the clocks that are kept, or with the page's queries. It knows the promises and the
/// opening hours of tst_figuresinsql only. What fails ends the test loudly.
class RawFigures {
public:
    /// As of `now`, on a connection of its own.
    RawFigures(const store::Place &place, const QDateTime &now, const QSet<AgentId> &connected);

    [[nodiscard]] LiveFigures figures();
    /// Kept clocks that are others here, with their tickets; for people.
    [[nodiscard]] QStringList otherClocks();
    /// Tickets for which it matters most what counts at this very moment; for people.
    [[nodiscard]] QStringList ticketsOnTheEdge();
    /// How many clocks there are, so that nobody compares nothing.
    [[nodiscard]] qint64 clocks();

private:
    void run(const QString &sql);
    void prepare(const QDateTime &now, const QSet<AgentId> &connected);
    void countNext(LiveFigures &figures);
    void countTickets(LiveFigures &figures);
    void countHours(LiveFigures &figures);
    void countDecided(LiveFigures &figures);
    void countAgents(LiveFigures &figures);
    void countCalls(LiveFigures &figures);

    Database m_database;
};

} // namespace akwaba::servicelevels

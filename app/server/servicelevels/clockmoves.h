// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/clocktables.h"
#include "core/domain/servicelevelchange.h"

/// What other rules make of kept clocks: the same for whoever keeps them and for whoever only wants to know.
namespace akwaba::servicelevels {

inline constexpr int ticketsInSlice = 50; // by their facts: some milliseconds
inline constexpr int ticketsToPass = 1000; // of which most are done, and nobody looks at their facts
inline constexpr int clocksInSlice = 1000; // of which most are moved without a look at the facts

struct Moves {
    QList<store::KeptClock> moved; // as they are from now on
    QStringList needFacts; // tickets that only their facts can tell of
    qsizetype looked = 0; // so many of the clocks
    QString last; // the last ticket that was looked at; empty where there was none
};
/// Of open clocks in the order of their tickets, as many as a slice has time for. Another calendar or holiday moves the
/// dates of what runs; whatever was late, becomes late or has another version is judged by what happened.
[[nodiscard]] Moves movesOf(const QList<store::KeptClock> &clocks, const sla::Edition &edition, qint64 now);

/// By the id of their ticket, and of each in the order of targets and instances.
using ClocksByTicket = QHash<QString, QList<store::KeptClock>>;
[[nodiscard]] ClocksByTicket byTicket(const QList<store::KeptClock> &clocks);

/// All clocks of these tickets, by their facts; those that are not there are left out.
[[nodiscard]] Result<ClocksByTicket> clocksByFacts(const store::Reader &reader, const sla::Rules &rules,
                                                   const QStringList &tickets, qint64 now);
[[nodiscard]] ClocksByTicket clocksByFacts(const QHash<QString, sla::Facts> &facts, const sla::Rules &rules,
                                           qint64 now);

/// Adds what became of the open clocks among `before`, of which nothing did where they are not in `after`, and what is
/// open in `after` only.
void addEffect(RuleEffect &effect, const QList<store::KeptClock> &before, const QList<store::KeptClock> &after,
               qint64 now);

} // namespace akwaba::servicelevels

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/bulk.h"
#include "core/cache/readmodel.h"

#include <optional>

namespace akwaba {

/// What a change of many tickets does to one of them, and what has become of it so far.
struct BulkItem {
    Ticket ticket; ///< as it was; with an empty id when it was gone
    BulkStep step; ///< of none that is skipped
    std::optional<BulkSkip> skip;
    QStringList after; ///< iids without which the step means nothing
    QString iid; ///< once it is written down
    std::optional<OutboxItem> outcome; ///< as far as the outbox knows
    bool takenBack = false; ///< before it was sent

    enum class State : quint8 { Skipped, Planned, Waiting, Done, Refused, TakenBack };
    [[nodiscard]] State state() const;
};

/// One change of many tickets, from the plan to the last answer of the server. A value.
struct BulkRun {
    BulkChange change;
    QList<BulkItem> items;
    bool isUndo = false;
    QDateTime endedAt; ///< when all that could be was written down; invalid before

    [[nodiscard]] int count(BulkItem::State state) const;
    /// Those that are to be changed.
    [[nodiscard]] int steps() const;
};

/// What is to be done to these tickets: one item for each key, those that are no longer here at the end.
[[nodiscard]] QList<BulkItem> itemsOf(const QList<TicketNow> &tickets, qsizetype keys, const BulkChange &change);
/// What takes `done` back, as far as nobody else has changed the ticket since; nothing where nothing was done to it.
[[nodiscard]] std::optional<BulkItem> inverseOf(const BulkItem &done, const Ticket *now);

} // namespace akwaba

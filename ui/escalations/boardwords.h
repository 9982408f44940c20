// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/readmodel.h"
#include "ui/text/directories.h"

/// The board of open escalations, as it is drawn. Pure.
namespace akwaba {

/// One escalation on the board.
struct BoardCard {
    EscalationId id;
    TicketId ticket;
    EscalationState state = EscalationState::Requested;
    QString title; ///< the ticket's number and subject
    QString people; ///< the customer, and who works on it
    QString due; ///< "accept by 14:30"; empty where nothing is due
    QString promised; ///< to the customer; empty where he was promised nothing
    bool isLate = false;
    bool operator==(const BoardCard &) const = default;

    /// All of it, as it is read aloud.
    [[nodiscard]] QString sentence() const;
};

/// A tier, and who stands on it.
struct BoardTier {
    int tier = 0;
    QString title;
    QString paths; ///< that lead to it
    QList<BoardCard> cards; ///< what is due first stands first
    bool operator==(const BoardTier &) const = default;
};

/// The tiers of all paths, and those at which an escalation is, lowest first.
[[nodiscard]] QList<BoardTier> boardOf(const QList<OpenEscalation> &open, const Directories &directories,
                                       const QDateTime &now);

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/actions.h"
#include "core/protocol/commands.h"

#include <tl/expected.hpp>

#include <variant>

/// One change of many tickets: what is to be done to each of them, which are left alone and why, and what takes it
/// back. Pure functions; an order becomes one command per ticket, never more.
namespace akwaba {

/// To somebody, or to nobody; without a team each ticket keeps its own.
struct BulkAssign {
    TeamId team;
    AgentId assignee;
    bool operator==(const BulkAssign &) const = default;
};
/// By the agent himself: of two who do it the first one has the ticket.
struct BulkTake {
    AgentId me;
    bool operator==(const BulkTake &) const = default;
};
struct BulkStatus {
    TicketStatus to = TicketStatus::Open;
    bool operator==(const BulkStatus &) const = default;
};
struct BulkPriority {
    Priority to = Priority::Normal;
    bool operator==(const BulkPriority &) const = default;
};
struct BulkCategory {
    CategoryId to;
    bool operator==(const BulkCategory &) const = default;
};
struct BulkTag {
    TagId tag;
    bool add = true;
    bool operator==(const BulkTag &) const = default;
};
/// Until an invalid moment: they wake up.
struct BulkSnooze {
    QDateTime until;
    bool operator==(const BulkSnooze &) const = default;
};

using BulkChange = std::variant<BulkAssign, BulkTake, BulkStatus, BulkPriority, BulkCategory, BulkTag, BulkSnooze>;

/// Why a ticket is left alone.
enum class BulkSkip {
    AlreadySo,
    Merged,
    Done, ///< only tickets that are not done can be snoozed
    NotFromHere, ///< its status does not lead to the wanted one
    Gone, ///< no longer here
    ChangedSince, ///< undo: somebody has changed it again
    NotReached, ///< it was stopped before
};

/// What is done to one ticket, and what takes it back.
struct BulkStep {
    TicketId ticket;
    CustomerId customer;
    Command command;
    Command inverse;
    bool operator==(const BulkStep &) const = default;
};

/// Whether this action can be done to many tickets at once.
[[nodiscard]] bool isForMany(ActionId id);

/// `newest` is the last message on the ticket that the server had when the agent decided.
[[nodiscard]] tl::expected<BulkStep, BulkSkip> stepOf(const Ticket &ticket, const MessageId &newest,
                                                      const BulkChange &change);

/// True while the ticket has what the command gave it, so that its inverse undoes nobody else's work.
[[nodiscard]] bool stillHolds(const Command &done, const Ticket &now);

/// With more tickets than this an agent is asked first.
inline constexpr int bulkAsksAbove = 20;
/// More than this at once are too many for whoever would have to read what became of them.
inline constexpr int bulkLimit = 5000;

} // namespace akwaba

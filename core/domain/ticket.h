// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/values.h"

namespace akwaba {

/// One request of one customer, over all channels. Instants are UTC, set by the server. The next due date and the state
/// of its clock are derived on each side, never synced, so they are not here.
struct Ticket {
    TicketId id;
    QString number; // made by the server at acceptance: A-10482; empty while pending
    QString subject;
    TicketStatus status = TicketStatus::New;
    Priority priority = Priority::Normal;
    Complexity complexity = Complexity::Simple;
    Channel channel = Channel::Email; // of origin
    CategoryId category;
    QList<TagId> tags;
    QString language; // BCP 47: fr, en
    CustomerId customer;
    OrderId order;
    ProductId product;
    TeamId team;
    AgentId assignee; // who does the work
    AgentId customerOwner; // who answers to the customer
    QList<AgentId> followers;
    QDateTime receivedAt;
    QDateTime firstResponseAt;
    QDateTime lastCustomerMessageAt;
    QDateTime lastAgentMessageAt;
    QDateTime waitingSince; // oldest unanswered customer message
    QDateTime snoozedUntil;
    QDateTime resolvedAt;
    QDateTime closedAt;
    QDateTime loopStoppedAt; // mail went round; until somebody resumes it, it is kept and does nothing else
    QString cause;
    QString solution;
    TicketId mergedInto;
    TicketId splitFrom;
    TicketId parent;
    QList<TicketId> links;
    SlaPolicyId policy;
    qint64 rev = 0;
    bool operator==(const Ticket &) const = default;
};

/// True while somebody at the company still has to do something, or waits to.
[[nodiscard]] constexpr bool isActive(TicketStatus status)
{
    return status == TicketStatus::New || status == TicketStatus::Open || status == TicketStatus::WaitingCustomer
        || status == TicketStatus::WaitingThirdParty;
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/intents/ticketrules.h"

namespace akwaba::intents {

bool movesInstants(const Message &message)
{
    return message.kind == MessageKind::Public || message.kind == MessageKind::Call;
}

void deriveInstants(Ticket &ticket, const QList<Message> &timeLine)
{
    ticket.firstResponseAt = {};
    ticket.lastCustomerMessageAt = {};
    ticket.lastAgentMessageAt = {};
    ticket.waitingSince = {};
    for (const Message &message : timeLine) {
        if (isFromCustomer(message)) {
            ticket.lastCustomerMessageAt = message.at;
            if (!ticket.waitingSince.isValid()) ticket.waitingSince = message.at;
        }
        // An answered call is both: the customer asked and was answered.
        if (isAnswer(message)) {
            ticket.lastAgentMessageAt = message.at;
            if (!ticket.firstResponseAt.isValid()) ticket.firstResponseAt = message.at;
            ticket.waitingSince = {};
        }
    }
    if (!isActive(ticket.status)) ticket.waitingSince = {};
}

void changeStatus(Ticket &ticket, TicketStatus to, const QDateTime &at)
{
    ticket.status = to;
    if (isActive(to)) {
        ticket.resolvedAt = {};
        ticket.closedAt = {};
        return;
    }
    ticket.snoozedUntil = {};
    if ((to == TicketStatus::Resolved || to == TicketStatus::Closed) && !ticket.resolvedAt.isValid())
        ticket.resolvedAt = at;
    if (to == TicketStatus::Resolved)
        ticket.closedAt = {};
    else if (!ticket.closedAt.isValid())
        ticket.closedAt = at;
}

TicketStatus afterCustomerMessage(TicketStatus status)
{
    const bool reopens =
        status == TicketStatus::WaitingCustomer || status == TicketStatus::Resolved || status == TicketStatus::Closed;
    return reopens ? TicketStatus::Open : status;
}

} // namespace akwaba::intents

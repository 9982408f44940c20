// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/message.h"
#include "core/domain/ticket.h"

/// What follows for a ticket from what happens to it: pure rules, used by the intents and by the channels.
namespace akwaba::intents {

/// Whether the instants that deriveInstants() finds may be others with this message: notes and events move none.
[[nodiscard]] bool movesInstants(const Message &message);
/// Sets firstResponseAt, lastCustomerMessageAt, lastAgentMessageAt and waitingSince from the whole time line, in its
/// order. Nobody waits on a ticket that is done.
void deriveInstants(Ticket &ticket, const QList<Message> &timeLine);

/// The newest thing that the customer wrote after `basedOn`; null where there is none. Who has seen nothing has missed
/// everything.
[[nodiscard]] const Message *unseenFromCustomer(const QList<Message> &timeLine, const MessageId &basedOn);
/// The last mail that came in, which what we write answers; null where there is none.
[[nodiscard]] const Message *lastMailOfCustomer(const QList<Message> &timeLine);

/// Changes the status and the instants that belong to it.
void changeStatus(Ticket &ticket, TicketStatus to, const QDateTime &at);

/// Makes it the work of this team, and of this agent or of nobody yet; adds what that changes.
void handOver(Ticket &ticket, const TeamId &team, const AgentId &assignee, QList<FieldChange> &changes);

/// What a ticket becomes when the customer writes: waiting and done ones are open again, the others stay.
[[nodiscard]] TicketStatus afterCustomerMessage(TicketStatus status);

} // namespace akwaba::intents

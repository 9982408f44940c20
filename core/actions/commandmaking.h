// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/commands.h"

/// From what stands on the screen to what is meant: pure functions that make commands. They fill in what the agent saw
/// ("from", "basedOn"), so that the server can tell a stale wish from a fresh one.
namespace akwaba {

/// The statuses that an agent may choose for a ticket, in the order of the menu, without the one that it has.
[[nodiscard]] QList<TicketStatus> statusChoices(TicketStatus from);
/// What a reply does to the status unless the agent chooses otherwise.
[[nodiscard]] TicketStatus statusAfterReply(TicketStatus from);

/// To whom an answer goes: who wrote last, or else where the customer is reached.
[[nodiscard]] QList<EmailAddress> recipientsOf(const QList<Message> &timeLine, const Customer &customer);
[[nodiscard]] Reply replyOf(const Draft &draft, const Ticket &ticket, TicketStatus then, const MessageId &id);
[[nodiscard]] AddNote noteOf(const Draft &draft, const MessageId &id);
[[nodiscard]] LogCall callOf(const Draft &draft, Direction direction, int seconds, CallOutcome outcome,
                             const MessageId &id);

[[nodiscard]] SetStatus withStatus(const Ticket &ticket, TicketStatus to, const MessageId &basedOn);
[[nodiscard]] Assign taken(const Ticket &ticket, const AgentId &me);
[[nodiscard]] Assign assigned(const Ticket &ticket, const TeamId &team, const AgentId &assignee);
[[nodiscard]] SetField withPriority(const Ticket &ticket, Priority to);
[[nodiscard]] SetField withCategory(const Ticket &ticket, const CategoryId &to);
[[nodiscard]] SetField withSubject(const Ticket &ticket, const QString &to);
/// What has to be added and removed so that the ticket has the wanted tags.
[[nodiscard]] SetTags withTags(const Ticket &ticket, const QList<TagId> &wanted);
[[nodiscard]] Follow followToggled(const Ticket &ticket, const AgentId &me);
/// Whether somebody said of the customer's last words that they want no reply.
[[nodiscard]] bool saysNoReplyNeeded(const Ticket &ticket, const QList<Message> &timeLine);
/// The date that the customer was last given for the next news; invalid for none.
[[nodiscard]] QDateTime promisedDate(const Ticket &ticket, const QList<Message> &timeLine);
/// An invalid moment wakes it up.
[[nodiscard]] SetField snoozed(const Ticket &ticket, const QDateTime &until);
/// What takes a command back on a ticket that was like this before; nothing where it can't be.
[[nodiscard]] std::optional<Command> takenBack(const Command &command, const Ticket &before);
/// Whether these roles go beyond the agent's own teams, as the server has it.
[[nodiscard]] bool supervises(const QList<Role> &roles);

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/intents/ticketrules.h"

#include "core/sla/facts.h"

using namespace Qt::StringLiterals;

namespace akwaba::intents {

namespace {

/// Whether somebody says in this event that no reply is needed, or takes it back; nothing where it is of other things.
std::optional<bool> noReplyNeeded(const Message &event)
{
    for (const FieldChange &change : event.changes) {
        if (change.field == sla::noReplyNeededField) return !change.to.isEmpty();
    }
    return std::nullopt;
}

} // namespace

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
    QDateTime unneeded; // what he waited for since then, if somebody takes it back that no reply is needed
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
            unneeded = {};
        }
        const std::optional<bool> said = noReplyNeeded(message);
        if (!said) continue;
        const bool isWaitedFor = ticket.waitingSince.isValid();
        if (*said && isWaitedFor) unneeded = std::exchange(ticket.waitingSince, {});
        if (!*said && !isWaitedFor) ticket.waitingSince = std::exchange(unneeded, {});
    }
    if (!isActive(ticket.status)) ticket.waitingSince = {};
}

const Message *unseenFromCustomer(const QList<Message> &timeLine, const MessageId &basedOn)
{
    for (auto message = timeLine.crbegin(); message != timeLine.crend(); ++message) {
        if (message->id == basedOn) return nullptr;
        if (isFromCustomer(*message) && !isAnswer(*message)) return &*message;
    }
    return nullptr;
}

const Message *lastMailOfCustomer(const QList<Message> &timeLine)
{
    for (auto message = timeLine.crbegin(); message != timeLine.crend(); ++message) {
        if (message->direction == Direction::Incoming && !message->emailMessageId.isEmpty()) return &*message;
    }
    return nullptr;
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

void handOver(Ticket &ticket, const TeamId &team, const AgentId &assignee, QList<FieldChange> &changes)
{
    if (ticket.team != team) changes.append({u"team"_s, ticket.team.value, team.value});
    if (ticket.assignee != assignee) changes.append({u"assignee"_s, ticket.assignee.value, assignee.value});
    ticket.team = team;
    ticket.assignee = assignee;
}

TicketStatus afterCustomerMessage(TicketStatus status)
{
    const bool reopens =
        status == TicketStatus::WaitingCustomer || status == TicketStatus::Resolved || status == TicketStatus::Closed;
    return reopens ? TicketStatus::Open : status;
}

} // namespace akwaba::intents

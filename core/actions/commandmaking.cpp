// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/commandmaking.h"

#include "core/protocol/codec.h"
#include "core/sla/facts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

QList<TicketStatus> statusChoices(TicketStatus from)
{
    QList<TicketStatus> choices;
    switch (from) {
    case TicketStatus::New:
    case TicketStatus::Open:
    case TicketStatus::WaitingCustomer:
    case TicketStatus::WaitingThirdParty:
        choices = {TicketStatus::Open, TicketStatus::WaitingCustomer, TicketStatus::WaitingThirdParty,
                   TicketStatus::Resolved, TicketStatus::Spam};
        break;
    case TicketStatus::Resolved: choices = {TicketStatus::Open, TicketStatus::Closed}; break;
    case TicketStatus::Closed:
    case TicketStatus::Spam: choices = {TicketStatus::Open}; break;
    case TicketStatus::Merged: break;
    }
    choices.removeAll(from);
    return choices;
}

TicketStatus statusAfterReply(TicketStatus from) { return isActive(from) ? TicketStatus::WaitingCustomer : from; }

QList<EmailAddress> recipientsOf(const QList<Message> &timeLine, const Customer &customer)
{
    for (auto message = timeLine.crbegin(); message != timeLine.crend(); ++message)
        if (message->kind == MessageKind::Public && message->direction == Direction::Incoming
            && !message->sender.address.isEmpty())
            return {message->sender};
    if (customer.emails.isEmpty()) return {};
    const EmailAddress &known = customer.emails.first();
    return {{known.name.isEmpty() ? customer.name : known.name, known.address}};
}

Reply replyOf(const Draft &draft, const Ticket &ticket, TicketStatus then, const MessageId &id)
{
    return {.id = id,
            .ticket = ticket.id,
            .toAddresses = draft.toAddresses,
            .ccAddresses = draft.ccAddresses,
            .text = draft.text,
            .basedOn = draft.basedOn,
            .fromStatus = ticket.status,
            .thenStatus = then,
            .draft = draft.id,
            .draftRev = draft.rev};
}

AddNote noteOf(const Draft &draft, const MessageId &id)
{
    return {.id = id, .ticket = draft.ticket, .text = draft.text, .draft = draft.id, .draftRev = draft.rev};
}

LogCall callOf(const Draft &draft, Direction direction, int seconds, CallOutcome outcome, const MessageId &id)
{
    return {.id = id,
            .ticket = draft.ticket,
            .direction = direction,
            .text = draft.text,
            .callSeconds = seconds,
            .callOutcome = outcome,
            .draft = draft.id,
            .draftRev = draft.rev};
}

SetStatus withStatus(const Ticket &ticket, TicketStatus to, const MessageId &basedOn)
{
    return {.ticket = ticket.id, .from = ticket.status, .to = to, .basedOn = basedOn};
}

Assign taken(const Ticket &ticket, const AgentId &me)
{
    return {.ticket = ticket.id, .team = ticket.team, .assignee = me, .ifFrom = ticket.assignee, .take = true};
}

Assign assigned(const Ticket &ticket, const TeamId &team, const AgentId &assignee)
{
    return {.ticket = ticket.id, .team = team, .assignee = assignee, .ifFrom = ticket.assignee, .take = false};
}

SetField withPriority(const Ticket &ticket, Priority to)
{
    return {.ticket = ticket.id, .name = u"priority"_s, .from = wireName(ticket.priority), .to = wireName(to)};
}

SetField withCategory(const Ticket &ticket, const CategoryId &to)
{
    return {.ticket = ticket.id, .name = u"category"_s, .from = ticket.category.value, .to = to.value};
}

SetField withSubject(const Ticket &ticket, const QString &to)
{
    return {.ticket = ticket.id, .name = u"subject"_s, .from = ticket.subject, .to = to.simplified()};
}

SetTags withTags(const Ticket &ticket, const QList<TagId> &wanted)
{
    SetTags command{.ticket = ticket.id, .add = {}, .remove = {}};
    std::ranges::copy_if(wanted, std::back_inserter(command.add),
                         [&](const TagId &tag) { return !ticket.tags.contains(tag); });
    std::ranges::copy_if(ticket.tags, std::back_inserter(command.remove),
                         [&](const TagId &tag) { return !wanted.contains(tag); });
    return command;
}

Follow followToggled(const Ticket &ticket, const AgentId &me)
{
    return {.ticket = ticket.id, .follow = !ticket.followers.contains(me)};
}

bool saysNoReplyNeeded(const Ticket &ticket, const QList<Message> &timeLine)
{
    using Kind = sla::Fact::Kind;
    const std::vector<sla::Fact> facts = sla::factsOf(ticket, timeLine).facts;
    const auto last = std::find_if(facts.crbegin(), facts.crend(), [](const sla::Fact &fact) {
        return fact.kind == Kind::CustomerWrote || fact.kind == Kind::NoReplyNeeded || fact.kind == Kind::ReplyNeeded;
    });
    return last != facts.crend() && last->kind == Kind::NoReplyNeeded;
}

QDateTime promisedDate(const Ticket &ticket, const QList<Message> &timeLine)
{
    using Kind = sla::Fact::Kind;
    const std::vector<sla::Fact> facts = sla::factsOf(ticket, timeLine).facts;
    // An answer keeps what was promised.
    const auto last = std::find_if(facts.crbegin(), facts.crend(), [](const sla::Fact &fact) {
        return fact.kind == Kind::Promised || fact.kind == Kind::Answered;
    });
    const bool stands = last != facts.crend() && last->promised.has_value();
    return stands ? QDateTime::fromMSecsSinceEpoch(*last->promised, Qt::UTC) : QDateTime();
}

SetField snoozed(const Ticket &ticket, const QDateTime &until)
{
    return {.ticket = ticket.id,
            .name = u"snoozedUntil"_s,
            .from = utcDate(ticket.snoozedUntil),
            .to = until.isValid() ? utcDate(until) : QString()};
}

bool supervises(const QList<Role> &roles)
{
    return roles.contains(Role::Supervisor) || roles.contains(Role::Administrator);
}

std::optional<Command> takenBack(const Command &command, const Ticket &before)
{
    if (const auto *status = std::get_if<SetStatus>(&command))
        return SetStatus{status->ticket, status->to, status->from, status->basedOn};
    if (const auto *field = std::get_if<SetField>(&command))
        return SetField{field->ticket, field->name, field->to, field->from};
    if (const auto *tags = std::get_if<SetTags>(&command)) return SetTags{tags->ticket, tags->remove, tags->add};
    if (const auto *assign = std::get_if<Assign>(&command))
        return Assign{assign->ticket, before.team, before.assignee, assign->assignee, false};
    return std::nullopt;
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/intents/handling.h"
#include "app/server/intents/ticketrules.h"

using namespace Qt::StringLiterals;

namespace akwaba::intents {

namespace {

/// What the console may say about a new ticket; the rest is the server's.
Ticket begun(const Ticket &wanted, const QDateTime &at)
{
    Ticket ticket = wanted;
    ticket.receivedAt = at;
    ticket.firstResponseAt = {};
    ticket.lastCustomerMessageAt = {};
    ticket.lastAgentMessageAt = {};
    ticket.waitingSince = {};
    ticket.resolvedAt = {};
    ticket.closedAt = {};
    ticket.mergedInto = {};
    ticket.policy = {};
    return ticket;
}

template <class T, class I> Result<bool> areKnown(const Handling &handling, const QList<I> &ids)
{
    for (const I &id : ids) {
        const auto known = handling.isKnown<T>(id);
        if (!known || !*known) return known;
        if (id.isEmpty()) return false;
    }
    return true;
}

/// Who sees the ticket follows from some of these: a name that nobody has must not be among them.
Result<bool> pointsSomewhere(const Handling &handling, const Ticket &ticket)
{
    for (const auto &known : {handling.isKnown<Customer>(ticket.customer), handling.isKnown<Team>(ticket.team),
                              handling.isKnown<Agent>(ticket.assignee), handling.isKnown<Category>(ticket.category),
                              handling.isKnown<Order>(ticket.order), handling.isKnown<Product>(ticket.product),
                              handling.isKnown<Agent>(ticket.customerOwner), handling.isKnown<Ticket>(ticket.parent),
                              handling.isKnown<Ticket>(ticket.splitFrom), areKnown<Agent>(handling, ticket.followers),
                              areKnown<Tag>(handling, ticket.tags), areKnown<Ticket>(handling, ticket.links)}) {
        if (!known || !*known) return known;
    }
    return true;
}

/// Somebody else who has one of the addresses: two cards of one person are worse than a refusal.
Result<std::optional<CustomerId>> ownerOfAnAddress(const Handling &handling, const Customer &customer)
{
    for (const EmailAddress &email : customer.emails) {
        const auto owner = handling.writer().customerByAddress(email.address);
        if (!owner) return tl::unexpected(owner.error());
        if (*owner) return std::optional((*owner)->id);
    }
    return std::optional<CustomerId>();
}

} // namespace

Result<Outcome> decide(const Handling &handling, const CreateCustomer &command)
{
    const Customer &customer = command.customer;
    const auto refusal = handling.refusalOfNew<Customer>(customer.id);
    if (!refusal) return tl::unexpected(refusal.error());
    if (*refusal != Reason::None) return handling.rejected(*refusal, customer.id.value);
    const auto owner = ownerOfAnAddress(handling, customer);
    if (!owner) return tl::unexpected(owner.error());
    if (*owner) {
        return handling.rejected(Reason::AlreadyExists, customer.id.value, {{u"customer"_s, (*owner)->value}});
    }
    const auto stored = handling.writer().put(customer);
    if (!stored) return tl::unexpected(stored.error());
    return handling.writer().setMaker(customer.id, handling.agent().id).map([&] {
        return handling.accepted(customer.id.value, stored->rev);
    });
}

Result<Outcome> decide(const Handling &handling, const CreateTicket &command)
{
    const QString id = command.ticket.id.value;
    const auto refusal = handling.refusalOfNew<Ticket>(command.ticket.id);
    if (!refusal) return tl::unexpected(refusal.error());
    if (*refusal != Reason::None) return handling.rejected(*refusal, id);
    const auto known = pointsSomewhere(handling, command.ticket);
    if (!known) return tl::unexpected(known.error());
    if (!*known || !isActive(command.ticket.status)) return handling.rejected(Reason::Invalid, id);
    auto number = handling.writer().nextTicketNumber();
    if (!number) return tl::unexpected(number.error());
    Ticket ticket = begun(command.ticket, handling.now());
    ticket.number = std::move(*number);
    return handling.change(ticket, {{u"status"_s, QString(), wireName(ticket.status)}}).map([&](const Ticket &stored) {
        Outcome outcome = handling.accepted(id, stored.rev);
        outcome.patch = {{u"number"_s, stored.number}};
        return outcome;
    });
}

} // namespace akwaba::intents

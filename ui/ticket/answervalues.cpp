// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/answervalues.h"

#include "core/actions/commandmaking.h"
#include "ui/text/macrowords.h"

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// An unknown value is not there.
VariableValues knownOf(VariableValues values)
{
    values.removeIf([](const auto &entry) { return entry.value().isEmpty(); });
    return values;
}

} // namespace

VariableValues answerValues(const Conversation &conversation, const Directories &directories, const AgentId &me,
                            const QString &language)
{
    const Ticket &ticket = conversation.ticket;
    const NameOf nameOf = directories.names();
    return knownOf({
        {Variable::CustomerName, conversation.customer.name},
        {Variable::TicketNumber, ticket.number},
        {Variable::TicketSubject, ticket.subject},
        {Variable::AgentName, nameOf(me.value)},
        {Variable::TeamName, nameOf(ticket.team.value)},
        {Variable::OrderNumber, conversation.order.number},
        {Variable::ProductReference, conversation.product.reference},
        {Variable::PromisedDate, writtenDate(promisedDate(ticket, conversation.messages), language)},
    });
}

} // namespace akwaba

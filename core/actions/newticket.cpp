// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/newticket.h"

#include "core/base/clock.h"
#include "core/base/random.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace akwaba {

Customer customerFrom(const QString &name, const QString &contact, Channel channel)
{
    static const QRegularExpression phone(u"^\\+?[0-9][0-9 ().-]{5,}$"_s);
    Customer customer;
    customer.name = name.simplified();
    const QString reached = contact.trimmed();
    if (reached.isEmpty()) return customer;
    if (phone.match(reached).hasMatch())
        customer.phones = {{reached, {}}};
    else if (reached.contains(u'@') && !reached.startsWith(u'@'))
        customer.emails = {{customer.name, reached}};
    else
        customer.onlineServices = {{wireName(channel), reached, {}}};
    return customer;
}

QList<Command> commandsOf(const NewTicket &wanted, const Clock &clock, Random &random)
{
    QList<Command> commands;
    Customer customer = wanted.customer;
    if (customer.id.isEmpty()) {
        customer.id = newId<CustomerId>(clock, random);
        commands.append(CreateCustomer{customer});
    }
    Ticket ticket;
    ticket.id = newId<TicketId>(clock, random);
    ticket.subject = wanted.subject.simplified();
    ticket.channel = wanted.channel;
    ticket.customer = customer.id;
    ticket.team = wanted.team;
    ticket.assignee = wanted.assignee;
    ticket.language = customer.preferredLanguages.value(0);
    commands.append(CreateTicket{ticket});
    const MessageId message = newId<MessageId>(clock, random);
    if (wanted.channel == Channel::Phone)
        commands.append(LogCall{.id = message,
                                .ticket = ticket.id,
                                .direction = wanted.direction,
                                .text = wanted.text,
                                .callSeconds = wanted.callSeconds,
                                .callOutcome = wanted.callOutcome});
    else
        commands.append(CaptureMessage{.id = message,
                                       .ticket = ticket.id,
                                       .channel = wanted.channel,
                                       .author = customer.id,
                                       .text = wanted.text,
                                       .externalId = wanted.link,
                                       .at = wanted.writtenAt});
    return commands;
}

} // namespace akwaba

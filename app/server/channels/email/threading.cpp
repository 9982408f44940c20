// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/threading.h"

#include "core/text/subject.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::mail {
namespace {

// A bounce names the mail that came back only in the copy that it carries.
QStringList answeredIds(const IncomingMail &mail)
{
    QStringList ids;
    if (!mail.bouncedMessageId.isEmpty()) ids.append(mail.bouncedMessageId);
    if (!mail.inReplyTo.isEmpty()) ids.append(mail.inReplyTo);
    for (auto id = mail.references.crbegin(); id != mail.references.crend(); ++id)
        ids.append(*id);
    ids.removeDuplicates();
    return ids;
}

QStringList addressedTo(const IncomingMail &mail)
{
    QStringList addresses;
    for (const EmailAddress &recipient : mail.to + mail.cc)
        addresses += recipient.address;
    return addresses;
}

bool isWrittenByOneOf(const IncomingMail &mail, const QStringList &senders)
{
    return std::any_of(mail.from.begin(), mail.from.end(), [&senders](const EmailAddress &from) {
        return senders.contains(from.address, Qt::CaseInsensitive);
    });
}

} // namespace

ThreadPlace threadPlace(const IncomingMail &mail, const ThreadLookups &lookups, const QStringList &recipients)
{
    for (const QString &id : answeredIds(mail)) {
        if (const TicketId ticket = lookups.ticketByMessageId(id); !ticket.isEmpty()) return {ticket, u"messageId"_s};
    }
    if (lookups.ticketByToken) {
        for (const QString &address : addressedTo(mail) + recipients) {
            if (const TicketId ticket = lookups.ticketByToken(address); !ticket.isEmpty()) return {ticket, u"token"_s};
        }
    }
    if (const QString number = ticketNumberIn(mail.subject); !number.isEmpty()) {
        const TicketId ticket = lookups.ticketByNumber(number);
        if (!ticket.isEmpty() && isWrittenByOneOf(mail, lookups.sendersOfTicket(ticket))) return {ticket, u"number"_s};
    }
    return {};
}

} // namespace akwaba::mail

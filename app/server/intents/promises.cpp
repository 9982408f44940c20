// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/intents/handling.h"
#include "app/server/intents/ticketrules.h"
#include "core/sla/facts.h"

using namespace Qt::StringLiterals;

// What an agent says of a ticket's clocks: that nobody waits, or until when the customer was told to.

namespace akwaba::intents {

namespace {

/// What the last event about the field says; nothing where there is none.
QString lastSaid(const QList<Message> &timeLine, QLatin1StringView field)
{
    for (auto message = timeLine.crbegin(); message != timeLine.crend(); ++message) {
        for (const FieldChange &change : message->changes) {
            if (change.field == field) return change.to;
        }
    }
    return {};
}

} // namespace

Result<Outcome> decide(const Handling &handling, const NeedNoReply &command)
{
    auto work = handling.ticket(command.ticket);
    if (!work) return tl::unexpected(work.error());
    if (work->refusal != Reason::None) return handling.rejected(work->refusal, command.ticket.value);
    Ticket &ticket = work->ticket;
    auto timeLine = handling.writer().messagesOf(ticket.id);
    if (!timeLine) return tl::unexpected(timeLine.error());
    const Message *newer = command.noReplyNeeded ? unseenFromCustomer(*timeLine, command.basedOn) : nullptr;
    if (newer != nullptr)
        return handling.needsReview(Reason::NewerCustomerMessage, ticket.id.value, {{u"latest"_s, newer->id.value}});
    const FieldChange change{sla::noReplyNeededField, command.noReplyNeeded ? QString() : u"true"_s,
                             command.noReplyNeeded ? u"true"_s : QString()};
    Message said; // as the event will stand there
    said.kind = MessageKind::Event;
    said.changes = {change};
    timeLine->append(said);
    const QDateTime before = ticket.waitingSince;
    deriveInstants(ticket, *timeLine);
    if (before == ticket.waitingSince) return handling.accepted(ticket.id.value, ticket.rev); // it is so already
    return handling.change(ticket, {change}).map([&handling](const Ticket &stored) {
        return handling.accepted(stored.id.value, stored.rev);
    });
}

Result<Outcome> decide(const Handling &handling, const Promise &command)
{
    const auto work = handling.ticket(command.ticket);
    if (!work) return tl::unexpected(work.error());
    if (work->refusal != Reason::None) return handling.rejected(work->refusal, command.ticket.value);
    const Ticket &ticket = work->ticket;
    if (!isActive(ticket.status)) return handling.rejected(Reason::StatusChanged, ticket.id.value);
    const bool isOver = command.promisedAt.isValid() && command.promisedAt <= handling.now();
    if (isOver && !handling.isRepeated()) return handling.rejected(Reason::TooLate, ticket.id.value);
    const auto timeLine = handling.writer().messagesOf(ticket.id);
    if (!timeLine) return tl::unexpected(timeLine.error());
    const QString before = lastSaid(*timeLine, sla::promisedAtField);
    const QString to = command.promisedAt.isValid() ? utcDate(command.promisedAt) : QString();
    if (before == to) return handling.accepted(ticket.id.value, ticket.rev);
    return handling.change(ticket, {{sla::promisedAtField, before, to}}).map([&handling](const Ticket &stored) {
        return handling.accepted(stored.id.value, stored.rev);
    });
}

} // namespace akwaba::intents

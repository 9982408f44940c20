// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/intents/handling.h"
#include "app/server/intents/ticketrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// What is only written down: notes, calls, messages captured by hand.

namespace akwaba::intents {

namespace {

Message entry(const Handling &handling, const MessageId &id, const TicketId &ticket, const QString &text)
{
    Message message;
    message.id = id;
    message.ticket = ticket;
    message.direction = Direction::Outgoing;
    message.channel = Channel::Other;
    message.author = handling.actor();
    message.at = handling.now();
    message.writtenAt = handling.intent().writtenAt;
    message.text = text;
    return message;
}

/// Refuses, or writes what `make` makes, with what follows for the ticket's status.
template <class Command, class Make>
Result<Outcome> writeDown(const Handling &handling, const Command &command, Make make)
{
    auto work = handling.ticket(command.ticket);
    const auto refusal = handling.refusalOfNew<Message>(command.id);
    if (!work) return tl::unexpected(work.error());
    if (!refusal) return tl::unexpected(refusal.error());
    if (work->refusal != Reason::None) return handling.rejected(work->refusal, command.id.value);
    if (*refusal != Reason::None) return handling.rejected(*refusal, command.id.value);
    Ticket &ticket = work->ticket;
    const Message message = make(entry(handling, command.id, command.ticket, command.text));
    QList<FieldChange> changes;
    if (isFromCustomer(message) && afterCustomerMessage(ticket.status) != ticket.status) {
        const TicketStatus to = afterCustomerMessage(ticket.status);
        changes.append({u"status"_s, wireName(ticket.status), wireName(to)});
        changeStatus(ticket, to, handling.now());
    }
    return handling.addMessage(message, ticket, changes)
        .and_then([&](const Ticket &) -> Result<void> {
            if constexpr (requires { command.draft; }) return handling.discardSent(command.draft);
            return {};
        })
        .map([&] { return handling.accepted(command.id.value, 1); });
}

} // namespace

Result<Outcome> decide(const Handling &handling, const AddNote &command)
{
    if (command.text.trimmed().isEmpty()) return handling.rejected(Reason::Invalid, command.id.value);
    return writeDown(handling, command, [](Message message) {
        message.kind = MessageKind::Note;
        return message;
    });
}

Result<Outcome> decide(const Handling &handling, const LogCall &command)
{
    if (command.callSeconds < 0) return handling.rejected(Reason::Invalid, command.id.value);
    return writeDown(handling, command, [&command](Message message) {
        message.kind = MessageKind::Call;
        message.channel = Channel::Phone;
        message.direction = command.direction;
        message.callSeconds = command.callSeconds;
        message.callOutcome = command.callOutcome;
        return message;
    });
}

Result<Outcome> decide(const Handling &handling, const CaptureMessage &command)
{
    const auto known = handling.isKnown<Customer>(command.author);
    const auto timeLine = handling.writer().messagesOf(command.ticket);
    if (!known) return tl::unexpected(known.error());
    if (!timeLine) return tl::unexpected(timeLine.error());
    if (!*known || command.author.isEmpty()) return handling.rejected(Reason::Invalid, command.id.value);
    const bool captured = std::ranges::any_of(*timeLine, [&command](const Message &message) {
        return !command.externalId.isEmpty() && message.channel == command.channel
            && message.externalId == command.externalId;
    });
    if (captured) return handling.rejected(Reason::AlreadyExists, command.id.value);
    return writeDown(handling, command, [&command](Message message) {
        message.kind = MessageKind::Public;
        message.direction = Direction::Incoming;
        message.channel = command.channel;
        message.author = {command.author.value};
        message.externalId = command.externalId;
        if (command.at.isValid()) message.writtenAt = command.at;
        return message;
    });
}

} // namespace akwaba::intents

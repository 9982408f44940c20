// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/intents/handling.h"
#include "app/server/intents/sending.h"
#include "app/server/intents/ticketrules.h"
#include "app/server/store/mailtables.h"

using namespace Qt::StringLiterals;

namespace akwaba::intents {

namespace {

bool isDecidable(const Reply &command, const Ticket &ticket)
{
    return isSendable(command, ticket) && command.thenStatus != TicketStatus::Merged;
}

} // namespace

Result<Outcome> decide(const Handling &handling, const Reply &command)
{
    auto work = handling.ticket(command.ticket);
    const auto refusal = handling.refusalOfNew<Message>(command.id);
    if (!work) return tl::unexpected(work.error());
    if (!refusal) return tl::unexpected(refusal.error());
    if (work->refusal != Reason::None) return handling.rejected(work->refusal, command.id.value);
    if (*refusal != Reason::None) return handling.rejected(*refusal, command.id.value);
    Ticket &ticket = work->ticket;
    if (!isDecidable(command, ticket)) return handling.rejected(Reason::Invalid, command.id.value);
    const auto timeLine = handling.writer().messagesOf(ticket.id);
    if (!timeLine) return tl::unexpected(timeLine.error());
    if (const auto review = reviewOf(handling, command, *timeLine, command.id.value)) return *review;
    QList<FieldChange> changes;
    const TicketStatus before = ticket.status;
    const bool wantsStatus = command.thenStatus != command.fromStatus && command.thenStatus != before;
    if (wantsStatus) {
        changeStatus(ticket, command.thenStatus, handling.now());
        changes.append({u"status"_s, wireName(before), wireName(command.thenStatus)});
    }
    const Message message = outgoing(handling, command, ticket, *timeLine);
    const auto stored = handling.addMessage(message, ticket, changes);
    if (!stored) return tl::unexpected(stored.error());
    const auto done = queueMail(handling, message).and_then([&] { return handling.discardSent(command.draft); });
    if (!done) return tl::unexpected(done.error());
    if (!wantsStatus || before == command.fromStatus) return handling.accepted(command.id.value, 1);
    return handling.merged(command.id.value, 1, {{u"status"_s, wireName(before)}});
}

Result<Outcome> decide(const Handling &handling, const CancelSend &command)
{
    auto &writer = handling.writer();
    const auto work = handling.ticket(command.ticket);
    auto message = writer.find<Message>(command.message);
    auto job = store::mailJob(writer.sideTables(), command.message);
    if (!work) return tl::unexpected(work.error());
    if (!message) return tl::unexpected(message.error());
    if (!job) return tl::unexpected(job.error());
    if (work->refusal != Reason::None) return handling.rejected(work->refusal, command.message.value);
    // Of a reply that was sent before a restore there is no job: it was taken back there, as far as anybody can know.
    if (*message && !*job && handling.isRepeated()) {
        job = store::MailJob{command.message, command.ticket};
        (*job)->sendAfter = handling.now();
    }
    if (!*message || !*job || (*message)->ticket != command.ticket)
        return handling.rejected(Reason::NotFound, command.message.value);
    if ((*message)->author != handling.actor() && !handling.isOverTeams())
        return handling.rejected(Reason::Denied, command.message.value);
    if ((*job)->state == Delivery::Cancelled) return handling.accepted(command.message.value, (*message)->rev);
    if ((*job)->state != Delivery::Queued || (*job)->attempts > 0)
        return handling.rejected(Reason::TooLate, command.message.value);
    (*job)->state = Delivery::Cancelled;
    (*message)->delivery = Delivery::Cancelled;
    (*message)->sendAfter = {};
    if (const auto done = putMailJob(writer, **job); !done) return tl::unexpected(done.error());
    return handling.addMessage(**message, work->ticket, {})
        .and_then([&](const Ticket &) { return writer.find<Message>(command.message); })
        .map([&](const std::optional<Message> &now) { return handling.accepted(command.message.value, now->rev); });
}

} // namespace akwaba::intents

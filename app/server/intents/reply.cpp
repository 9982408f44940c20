// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/intents/handling.h"
#include "app/server/intents/ticketrules.h"
#include "app/server/store/mailtables.h"
#include "core/text/subject.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace akwaba::intents {

namespace {

/// The 10 s in which an agent can take a reply back, and some for his click to arrive.
constexpr auto undoTime = 13s;
/// A reply that waited for longer does not go out past a customer's message that its author has not seen.
constexpr auto staleAfter = 15min;

/// What stands in the way of a reply: an answer of somebody else that its author has not seen, or a customer's message
/// while the reply waited offline.
std::optional<std::pair<Reason, Message>> guard(const Handling &handling, const Reply &command,
                                                const QList<Message> &timeLine)
{
    const bool waited = handling.intent().writtenAt.isValid()
        && handling.intent().writtenAt.msecsTo(handling.now()) > std::chrono::milliseconds(staleAfter).count();
    std::optional<Message> customer;
    for (qsizetype i = timeLine.size() - 1; i >= 0; --i) {
        const Message &message = timeLine.at(i);
        if (message.id == command.basedOn) break;
        const bool another = message.author != handling.actor();
        if (message.kind == MessageKind::Public && isAnswer(message) && another)
            return std::pair(Reason::NewerAgentReply, message);
        if (isFromCustomer(message) && !isAnswer(message) && !customer) customer = message;
    }
    if (customer && waited) return std::pair(Reason::NewerCustomerMessage, *customer);
    return std::nullopt;
}

const Message *lastMailOfCustomer(const QList<Message> &timeLine)
{
    for (qsizetype i = timeLine.size() - 1; i >= 0; --i) {
        const Message &message = timeLine.at(i);
        if (message.direction == Direction::Incoming && !message.emailMessageId.isEmpty()) return &message;
    }
    return nullptr;
}

Message reply(const Handling &handling, const Reply &command, const Ticket &ticket, const QList<Message> &timeLine)
{
    Message message;
    message.id = command.id;
    message.ticket = ticket.id;
    message.direction = Direction::Outgoing;
    message.author = handling.actor();
    message.at = handling.now();
    message.writtenAt = handling.intent().writtenAt;
    message.text = command.text;
    message.toAddresses = command.toAddresses;
    message.ccAddresses = command.ccAddresses;
    message.basedOn = command.basedOn;
    // Where we have no interface to send by, the agent has copied the text himself.
    message.channel = command.toAddresses.isEmpty() ? ticket.channel : Channel::Email;
    if (message.channel != Channel::Email) return message;
    message.subject = replySubject(ticket.subject, ticket.number);
    switch (handling.sentBefore()) {
    case SentBefore::Accepted: // by the server that was lost, which has sent it as far as anybody can know
        message.delivery = Delivery::Sent;
        break;
    case SentBefore::Unanswered: // for its author to see, and to send once more
        message.delivery = Delivery::Unknown;
        message.deliveryLog.append({message.at, Delivery::Unknown, {}});
        break;
    case SentBefore::No:
        message.delivery = Delivery::Queued;
        message.sendAfter = message.at.addMSecs(std::chrono::milliseconds(undoTime).count());
        break;
    }
    if (const Message *mail = lastMailOfCustomer(timeLine)) {
        message.emailInReplyTo = mail->emailMessageId;
        message.emailReferences = mail->emailReferences;
        message.emailReferences.append(mail->emailMessageId);
    }
    return message;
}

Result<void> queue(const Handling &handling, const Message &message)
{
    if (message.delivery != Delivery::Queued) return {};
    store::MailJob job;
    job.message = message.id;
    job.ticket = message.ticket;
    job.sendAfter = message.sendAfter;
    return putMailJob(handling.writer(), job);
}

bool isSendable(const Reply &command, const Ticket &ticket)
{
    const bool needsAddress = ticket.channel == Channel::Email || ticket.channel == Channel::Form;
    const bool addressed = !command.toAddresses.isEmpty() || !needsAddress;
    return addressed && !command.text.trimmed().isEmpty() && command.thenStatus != TicketStatus::Merged;
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
    if (!isSendable(command, ticket)) return handling.rejected(Reason::Invalid, command.id.value);
    const auto timeLine = handling.writer().messagesOf(ticket.id);
    if (!timeLine) return tl::unexpected(timeLine.error());
    if (const auto inTheWay = handling.isRepeated() ? std::nullopt : guard(handling, command, *timeLine)) {
        const auto &[reason, message] = *inTheWay;
        return handling.needsReview(
            reason, command.id.value,
            {{u"seen"_s, command.basedOn.value}, {u"latest"_s, message.id.value}, {u"author"_s, message.author.value}});
    }
    QList<FieldChange> changes;
    const TicketStatus before = ticket.status;
    const bool wantsStatus = command.thenStatus != command.fromStatus && command.thenStatus != before;
    if (wantsStatus) {
        changeStatus(ticket, command.thenStatus, handling.now());
        changes.append({u"status"_s, wireName(before), wireName(command.thenStatus)});
    }
    const Message message = reply(handling, command, ticket, *timeLine);
    const auto stored = handling.addMessage(message, ticket, changes);
    if (!stored) return tl::unexpected(stored.error());
    const auto done = queue(handling, message).and_then([&] { return handling.discardSent(command.draft); });
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
    return handling.addMessage(**message, work->ticket, {}).map([&](const Ticket &) {
        return handling.accepted(command.message.value, (*message)->rev + 1);
    });
}

} // namespace akwaba::intents

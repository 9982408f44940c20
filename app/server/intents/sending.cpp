// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/intents/sending.h"

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
std::optional<std::pair<Reason, Message>> guard(const Handling &handling, const Reply &what,
                                                const QList<Message> &timeLine)
{
    const bool waited = handling.intent().writtenAt.isValid()
        && handling.intent().writtenAt.msecsTo(handling.now()) > std::chrono::milliseconds(staleAfter).count();
    std::optional<Message> customer;
    for (qsizetype i = timeLine.size() - 1; i >= 0; --i) {
        const Message &message = timeLine.at(i);
        if (message.id == what.basedOn) break;
        const bool another = message.author != handling.actor();
        if (message.kind == MessageKind::Public && isAnswer(message) && another)
            return std::pair(Reason::NewerAgentReply, message);
        if (isFromCustomer(message) && !isAnswer(message) && !customer) customer = message;
    }
    if (customer && waited) return std::pair(Reason::NewerCustomerMessage, *customer);
    return std::nullopt;
}

} // namespace

bool isSendable(const Reply &what, const Ticket &ticket)
{
    const bool needsAddress = ticket.channel == Channel::Email || ticket.channel == Channel::Form;
    const bool addressed = !what.toAddresses.isEmpty() || !needsAddress;
    return addressed && !what.text.trimmed().isEmpty();
}

std::optional<Outcome> reviewOf(const Handling &handling, const Reply &what, const QList<Message> &timeLine,
                                const QString &entity)
{
    const auto inTheWay = handling.isRepeated() ? std::nullopt : guard(handling, what, timeLine);
    if (!inTheWay) return std::nullopt;
    const auto &[reason, message] = *inTheWay;
    return handling.needsReview(
        reason, entity,
        {{u"seen"_s, what.basedOn.value}, {u"latest"_s, message.id.value}, {u"author"_s, message.author.value}});
}

Message outgoing(const Handling &handling, const Reply &what, const Ticket &ticket, const QList<Message> &timeLine)
{
    Message message;
    message.id = what.id;
    message.ticket = ticket.id;
    message.direction = Direction::Outgoing;
    message.author = handling.actor();
    message.at = handling.now();
    message.writtenAt = handling.intent().writtenAt;
    message.text = what.text;
    message.toAddresses = what.toAddresses;
    message.ccAddresses = what.ccAddresses;
    message.basedOn = what.basedOn;
    // Where we have no interface to send by, the agent has copied the text himself.
    message.channel = what.toAddresses.isEmpty() ? ticket.channel : Channel::Email;
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

Result<void> queueMail(const Handling &handling, const Message &message)
{
    if (message.delivery != Delivery::Queued) return {};
    store::MailJob job;
    job.message = message.id;
    job.ticket = message.ticket;
    job.sendAfter = message.sendAfter;
    return putMailJob(handling.writer(), job);
}

} // namespace akwaba::intents

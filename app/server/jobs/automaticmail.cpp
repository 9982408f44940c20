// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/automaticmail.h"

#include "app/server/store/mailtables.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/text/subject.h"

namespace akwaba::jobs {

Result<void> sendByItself(store::Writer &writer, const Ticket &ticket, const QList<EmailAddress> &to,
                          const QString &text, const AnsweredMail &answered)
{
    Message message;
    message.id = newId<MessageId>(writer.clock(), writer.random());
    message.ticket = ticket.id;
    message.direction = Direction::Outgoing;
    message.at = writer.clock().now();
    message.writtenAt = message.at;
    message.subject = replySubject(ticket.subject, ticket.number);
    message.toAddresses = to;
    message.text = text;
    message.delivery = Delivery::Queued;
    message.sendAfter = message.at;
    if (!answered.messageId.isEmpty()) {
        message.emailInReplyTo = answered.messageId;
        message.emailReferences = answered.references;
        message.emailReferences.append(answered.messageId);
    }
    store::MailJob job;
    job.message = message.id;
    job.ticket = ticket.id;
    job.sendAfter = message.sendAfter;
    return writer.put(message).and_then([&](const Message &) { return putMailJob(writer, job); });
}

} // namespace akwaba::jobs

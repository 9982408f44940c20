// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/macro.h"

namespace akwaba {

/// Anything on a ticket's time line. Append-only: order is the server's.
struct Message {
    MessageId id;
    TicketId ticket;
    MessageKind kind = MessageKind::Public;
    Direction direction = Direction::Incoming;
    Channel channel = Channel::Email;
    ActorId author; // customer, agent, or empty for the system
    QDateTime at; // server time: receipt or acceptance
    QDateTime writtenAt; // author's clock, information only
    QString subject;
    EmailAddress sender; // as it stood in the mail
    QList<EmailAddress> toAddresses;
    QList<EmailAddress> ccAddresses;
    QString html; // rewritten by the allow-list
    QString text; // complete text
    QList<MessageNotice> notices; // what of the mail is displayed otherwise than it was written
    QList<AttachmentId> attachments;
    QString emailMessageId; // without angle brackets
    QString emailInReplyTo;
    QStringList emailReferences;
    QString externalId; // id or link on the channel
    QString joinedBecause; // messageId, token, number, loop; empty when it opened the ticket
    Delivery delivery = Delivery::None;
    QList<DeliveryAttempt> deliveryLog;
    MessageId basedOn; // last message the agent had seen
    QDateTime sendAfter; // held for undo until then
    int callSeconds = 0;
    int ringSeconds = 0;
    CallOutcome callOutcome = CallOutcome::Answered;
    QList<FieldChange> changes; // of an event
    qint64 rev = 0;
    bool operator==(const Message &) const = default;
};

/// True for what the server wrote to the customer by itself. It answers nobody: somebody still has to.
[[nodiscard]] inline bool isAutomatic(const Message &message)
{
    return message.kind == MessageKind::Public && message.direction == Direction::Outgoing && message.author.isEmpty();
}

/// True for what the customer said or wrote.
[[nodiscard]] inline bool isFromCustomer(const Message &message)
{
    return message.direction == Direction::Incoming
        && (message.kind == MessageKind::Public || message.kind == MessageKind::Call);
}

/// True for an answer that reaches the customer: somebody's public message that was not taken back, or a call that
/// got through. An incoming call that got through is from the customer as well.
[[nodiscard]] inline bool isAnswer(const Message &message)
{
    if (message.kind == MessageKind::Call) return message.callOutcome == CallOutcome::Answered;
    return message.kind == MessageKind::Public && message.direction == Direction::Outgoing
        && message.delivery != Delivery::Cancelled && !isAutomatic(message);
}

struct Attachment {
    AttachmentId id;
    MessageId message;
    TicketId ticket;
    QString name;
    QString type; // media type
    qint64 size = 0;
    BlobId blob;
    QString contentId; // of an inline picture, without angle brackets
    bool isInline = false;
    qint64 rev = 0;
    bool operator==(const Attachment &) const = default;
};

/// Text not yet sent, of one agent on one object and one form.
struct Draft {
    DraftId id;
    AgentId agent;
    DeviceId device;
    TicketId ticket;
    DraftForm form = DraftForm::Reply;
    Visibility visibility = Visibility::Private;
    QList<EmailAddress> toAddresses;
    QList<EmailAddress> ccAddresses;
    QString text;
    QList<MacroStep> steps; // of a macro: done when it is sent
    MessageId basedOn;
    QDateTime writtenAt;
    qint64 rev = 0;
    bool operator==(const Draft &) const = default;
};

} // namespace akwaba

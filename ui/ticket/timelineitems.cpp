// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/timelineitems.h"

#include <algorithm>

namespace akwaba {

namespace {

MessageLook lookOf(const Message &message)
{
    switch (message.kind) {
    case MessageKind::Note: return MessageLook::Note;
    case MessageKind::Call: return MessageLook::Call;
    case MessageKind::Public:
    case MessageKind::Event:
        return message.direction == Direction::Incoming ? MessageLook::Customer : MessageLook::Agent;
    }
    Q_UNREACHABLE();
}

MessageState stateOf(const Conversation &conversation, const Message &message)
{
    if (!conversation.unsent.contains(message.id)) return MessageState::Settled;
    switch (conversation.unsent.value(message.id)) {
    case IntentState::NeedsReview:
    case IntentState::Rejected: return MessageState::Refused;
    case IntentState::Held:
    case IntentState::Ready:
    case IntentState::Inflight:
    case IntentState::Blocked: return MessageState::Waiting;
    case IntentState::Accepted:
    case IntentState::Merged:
    case IntentState::Cancelled: return MessageState::Settled;
    }
    Q_UNREACHABLE();
}

QDate dayOf(const Message &message)
{
    return (message.at.isValid() ? message.at : message.writtenAt).toLocalTime().date();
}

} // namespace

MessageId firstUnread(const Conversation &conversation)
{
    const auto found = std::ranges::find_if(conversation.messages, [&](const Message &message) {
        return isFromCustomer(message) && (!conversation.seenAt.isValid() || message.at > conversation.seenAt);
    });
    return found == conversation.messages.end() ? MessageId() : found->id;
}

MessageId lastMessage(const Conversation &conversation)
{
    for (auto message = conversation.messages.crbegin(); message != conversation.messages.crend(); ++message)
        if (message->kind != MessageKind::Event && !conversation.unsent.contains(message->id)) return message->id;
    return {};
}

QList<TimelineItem> timelineItems(const Conversation &conversation)
{
    QList<TimelineItem> items;
    const MessageId unread = firstUnread(conversation);
    QDate day;
    for (const Message &message : conversation.messages) {
        // On a ticket never opened everything is new: a line above the first message would say nothing.
        const bool startsUnread = message.id == unread && !unread.isEmpty() && !items.isEmpty();
        if (dayOf(message) != day || startsUnread) {
            day = dayOf(message);
            TimelineItem separator;
            separator.kind = TimelineItem::Kind::Day;
            separator.day = day;
            separator.unread = startsUnread;
            items.append(separator);
        }
        if (message.kind == MessageKind::Event) {
            if (!items.isEmpty() && items.last().kind == TimelineItem::Kind::Events) {
                items.last().messages.append(message);
                continue;
            }
            TimelineItem events;
            events.kind = TimelineItem::Kind::Events;
            events.messages = {message};
            items.append(events);
            continue;
        }
        TimelineItem item;
        item.messages = {message};
        item.look = lookOf(message);
        item.state = stateOf(conversation, message);
        item.attachments = conversation.attachments.value(message.id);
        items.append(item);
    }
    return items;
}

} // namespace akwaba

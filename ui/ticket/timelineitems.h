// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/readmodel.h"

#include <QDate>

namespace akwaba {

/// How a message is drawn.
enum class MessageLook { Customer, Agent, Note, Call };
/// Where an outgoing message is on its way.
enum class MessageState { Settled, Waiting, Refused };

/// One thing of the time line: a separator, a message, or events folded into one line.
struct TimelineItem {
    enum class Kind { Day, Message, Events };

    Kind kind = Kind::Message;
    QDate day; ///< of a separator
    bool unread = false; ///< a separator: from here on the agent has not read
    QList<Message> messages; ///< one, or the folded events
    MessageLook look = MessageLook::Customer;
    MessageState state = MessageState::Settled;
    QList<Attachment> attachments;
    bool operator==(const TimelineItem &) const = default;
};

/// The time line of a conversation, oldest first: separators between the days and before the first message that the
/// agent has not read, neighbouring events together. Pure; days are those of the local zone.
[[nodiscard]] QList<TimelineItem> timelineItems(const Conversation &conversation);

/// The first message of the customer after the agent last looked; empty when there is none.
[[nodiscard]] MessageId firstUnread(const Conversation &conversation);
/// The last message that counts for "you had seen": of anybody, but no event.
[[nodiscard]] MessageId lastMessage(const Conversation &conversation);

} // namespace akwaba

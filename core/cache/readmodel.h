// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/ticketrow.h"
#include "core/domain/agent.h"
#include "core/domain/customer.h"
#include "core/domain/escalation.h"
#include "core/domain/message.h"
#include "core/domain/notice.h"

#include <QHash>
#include <QSet>

namespace akwaba {

// What the rooms of the console read, one value each.

/// The numbers of the side bar. Tickets are counted while they are active (new, open, waiting).
struct Counters {
    qint64 active = 0;
    qint64 mine = 0;
    qint64 unassigned = 0;
    qint64 waitingCustomer = 0;
    qint64 followed = 0;
    qint64 late = 0; ///< at the time that was asked for
    qint64 atRisk = 0; ///< the same, without what is late
    QDateTime nextDueAt; ///< of what is not late; invalid where nothing is due
    qint64 stoppedLoops = 0; ///< whatever their status
    qint64 drafts = 0; ///< tickets with a draft of this agent
    qint64 escalated = 0; ///< tickets with an open escalation, whatever their status, and so the next three
    qint64 escalatedToAccept = 0;
    qint64 escalatedMine = 0;
    qint64 escalatedWaiting = 0;
    qint64 promisedToday = 0;
    qint64 unreadNotices = 0;
    QHash<TeamId, qint64> teams;
    QHash<Channel, qint64> channels;
    bool operator==(const Counters &) const = default;
};

/// One ticket with its time line, oldest first; what is ours and not accepted yet stands at the end.
struct Conversation {
    TicketRow row;
    Ticket ticket;
    Customer customer; ///< with an empty id when it is not here
    Order order; ///< the same, and when the ticket has none
    Product product; ///< the same
    QList<Message> messages;
    QHash<MessageId, QList<Attachment>> attachments;
    QList<Escalation> escalations; ///< oldest first, however they ended
    QHash<MessageId, IntentState> unsent; ///< of the messages that the server has not accepted
    QSet<EscalationId> unsentEscalations; ///< those with something of ours that it has not accepted
    QDateTime seenAt; ///< messages after this are new to the agent; invalid when never opened
};

/// An escalation of which something is still expected, with its ticket.
struct OpenEscalation {
    Escalation escalation;
    TicketRow ticket; ///< with an empty id where it is not here
};

/// What stands beside a conversation.
struct CustomerCard {
    Customer customer;
    qint64 ticketCount = 0;
    QList<TicketRow> tickets; ///< newest first, at most 50
    QList<Order> orders; ///< newest first, at most 50
};

struct SearchResult {
    QList<TicketRow> tickets; ///< newest first
    QList<Customer> customers;
};

/// What a change of many tickets has to know of one.
struct TicketNow {
    Ticket ticket;
    MessageId newest; ///< the last message, not an event, that the server has
};

/// An intent as a person sees it: in "Not yet sent" or in the "Not sent" tray.
struct OutboxItem {
    Intent intent;
    IntentState state = IntentState::Ready;
    Reason reason = Reason::None;
    int attempts = 0;
    bool sent = false; ///< it was in a request: too late to cancel
    TicketId ticket;
    QString number;
    QString subject;
    QString customerName;
    QJsonObject patch; ///< what stands in the way, as the server said
    QString colleague; ///< who was faster, where it says so
};

/// A notice with what its words say of the first of its tickets; empty where that is not here.
struct NoticeItem {
    Notice notice;
    QString number;
    QString subject;
    QString customerName;
};

/// A draft with what the list of drafts shows of its ticket.
struct DraftItem {
    Draft draft;
    bool local = false; ///< from this device's journal
    QString number;
    QString subject;
    QString customerName;
};

} // namespace akwaba

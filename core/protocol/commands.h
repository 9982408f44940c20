// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"
#include "core/domain/escalation.h"
#include "core/domain/message.h"
#include "core/domain/notice.h"
#include "core/domain/ticket.h"

#include <variant>

/// What an agent can mean: one plain struct each, with a field table in commandfields.h. A command becomes an Intent
/// (intent.h), travels, and is decided by its handler on the server. Its `op` is Fields<...>::type.
namespace akwaba {

/// Op "customer.create". The id is the console's.
struct CreateCustomer {
    Customer customer;
    bool operator==(const CreateCustomer &) const = default;
};

/// Op "ticket.create": a call logged, a social message captured, a mail begun by us. The server gives the number.
struct CreateTicket {
    Ticket ticket;
    bool operator==(const CreateTicket &) const = default;
};

/// Op "ticket.setStatus". `basedOn` is the last message the agent had seen.
struct SetStatus {
    TicketId ticket;
    TicketStatus from = TicketStatus::New;
    TicketStatus to = TicketStatus::Open;
    MessageId basedOn;
    bool operator==(const SetStatus &) const = default;
};

/// Op "ticket.assign". `take` is an agent taking it for himself: it is refused where the assignee is no longer
/// `ifFrom`; assigning to somebody else is last-accepted-wins.
struct Assign {
    TicketId ticket;
    TeamId team;
    AgentId assignee;
    AgentId ifFrom;
    bool take = false;
    bool operator==(const Assign &) const = default;
};

/// Op "ticket.field": a scalar of the ticket by its wire name, values as on the wire (instants as UTCDate).
struct SetField {
    TicketId ticket;
    QString name;
    QString from;
    QString to;
    bool operator==(const SetField &) const = default;
};

/// Op "ticket.tags".
struct SetTags {
    TicketId ticket;
    QList<TagId> add;
    QList<TagId> remove;
    bool operator==(const SetTags &) const = default;
};

/// Op "ticket.follow", by the agent who sends it.
struct Follow {
    TicketId ticket;
    bool follow = true;
    bool operator==(const Follow &) const = default;
};

/// Op "message.reply": a public message to the customer, and the status that the ticket gets with it: from `fromStatus`
/// to `thenStatus`, equal when it stays.
struct Reply {
    MessageId id;
    TicketId ticket;
    QList<EmailAddress> toAddresses;
    QList<EmailAddress> ccAddresses;
    QString text;
    MessageId basedOn;
    TicketStatus fromStatus = TicketStatus::Open;
    TicketStatus thenStatus = TicketStatus::Open;
    DraftId draft{}; // that it was written in, and which goes with it; empty: in none
    qint64 draftRev = 0; // of that draft, as its author saw it
    bool operator==(const Reply &) const = default;
};

/// Op "message.note".
struct AddNote {
    MessageId id;
    TicketId ticket;
    QString text;
    DraftId draft{}; // as of a reply
    qint64 draftRev = 0;
    bool operator==(const AddNote &) const = default;
};

/// Op "message.call".
struct LogCall {
    MessageId id;
    TicketId ticket;
    Direction direction = Direction::Incoming;
    QString text;
    int callSeconds = 0;
    CallOutcome callOutcome = CallOutcome::Answered;
    DraftId draft{}; // as of a reply
    qint64 draftRev = 0;
    bool operator==(const LogCall &) const = default;
};

/// Op "message.capture": what a customer wrote where we have no interface, typed or pasted by an agent.
struct CaptureMessage {
    MessageId id;
    TicketId ticket;
    Channel channel = Channel::Other;
    CustomerId author;
    QString text;
    QString externalId; // the link
    QDateTime at; // when the customer wrote it
    bool operator==(const CaptureMessage &) const = default;
};

/// Op "message.cancelSend": undo, while the server still holds the reply.
struct CancelSend {
    MessageId message;
    TicketId ticket;
    bool operator==(const CancelSend &) const = default;
};

/// Op "draft.save".
struct SaveDraft {
    Draft draft;
    bool operator==(const SaveDraft &) const = default;
};

/// Op "draft.discard". What another device wrote in it and the agent has not seen stays.
struct DiscardDraft {
    DraftId draft;
    qint64 draftRev = 0; // as the agent saw it
    bool operator==(const DiscardDraft &) const = default;
};

/// Op "ticket.resumeMail", of those who are over teams: mail may reopen the ticket and be answered again, after a loop
/// was stopped.
struct ResumeMail {
    TicketId ticket;
    bool operator==(const ResumeMail &) const = default;
};

/// Op "ticket.noReplyNeeded": the customer's last words want no answer, or, taken back, do (sla.md rule 7).
struct NeedNoReply {
    TicketId ticket;
    bool noReplyNeeded = true;
    MessageId basedOn; // the last message that the agent had seen
    bool operator==(const NeedNoReply &) const = default;
};

/// Op "ticket.promise": a date that the customer was given for the next news (sla.md rule 8); none takes it back.
struct Promise {
    TicketId ticket;
    QDateTime promisedAt;
    bool operator==(const Promise &) const = default;
};

/// Op "escalation.request". What the server decides of the escalation is empty in it. The notice to the customer is
/// part of it (escalation.md rule 2), under the id that it names; where it names none, it says why.
struct Escalate {
    Escalation escalation;
    QList<EmailAddress> toAddresses; // of the notice
    QString text; // of the notice
    MessageId basedOn; // the last message that the agent had seen
    bool operator==(const Escalate &) const = default;
};

/// Op "escalation.move": along one of escalationMoves(). The texts say what the move needs: why it is refused or
/// withdrawn, or what is handed back.
struct MoveEscalation {
    EscalationId escalation;
    TicketId ticket;
    EscalationState from = EscalationState::Requested;
    EscalationState to = EscalationState::Accepted;
    QString note;
    QString answer;
    QString cause;
    bool faqCandidate = false;
    bool operator==(const MoveEscalation &) const = default;
};

/// Op "notice.read", by the agent whom it tells.
struct ReadNotice {
    NoticeId notice;
    bool operator==(const ReadNotice &) const = default;
};

using Command = std::variant<CreateCustomer, CreateTicket, SetStatus, Assign, SetField, SetTags, Follow, Reply, AddNote,
                             LogCall, CaptureMessage, CancelSend, SaveDraft, DiscardDraft, ResumeMail, NeedNoReply,
                             Promise, Escalate, MoveEscalation, ReadNotice>;

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/escalations.h"
#include "app/server/intents/handling.h"
#include "app/server/intents/sending.h"
#include "app/server/intents/ticketrules.h"
#include "core/domain/escalationside.h"
#include "core/sla/facts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::intents {

namespace {

Reply noticeOf(const Escalate &command)
{
    Reply notice;
    notice.id = command.escalation.notice;
    notice.ticket = command.escalation.ticket;
    notice.toAddresses = command.toAddresses;
    notice.text = command.text;
    notice.basedOn = command.basedOn;
    return notice;
}

/// He is told, with a date, or there is a reason why he is not (escalation.md rule 2).
bool isComplete(const Escalate &command, const Ticket &ticket)
{
    const Escalation &wanted = command.escalation;
    if (wanted.asked.trimmed().isEmpty() || !isActive(ticket.status)) return false;
    if (wanted.notice.isEmpty()) return !wanted.noticeWaived.trimmed().isEmpty();
    return wanted.promisedAt.isValid() && isSendable(noticeOf(command), ticket);
}

/// The open one of its kind on the same ticket, if any.
Result<std::optional<Escalation>> openOne(const Handling &handling, const Escalation &wanted)
{
    return store::escalationsOf(handling.writer(), wanted.ticket).map([&](const QList<Escalation> &all) {
        const auto found = std::ranges::find_if(
            all, [&](const Escalation &each) { return each.kind == wanted.kind && isOpen(each.state); });
        return found == all.end() ? std::optional<Escalation>() : *found;
    });
}

FieldChange stateChange(const QString &from, EscalationState to) { return {u"escalation"_s, from, wireName(to)}; }

void setStatus(const Handling &handling, Ticket &ticket, TicketStatus to, QList<FieldChange> &changes)
{
    if (ticket.status == to || !isActive(ticket.status)) return;
    changes.append({u"status"_s, wireName(ticket.status), wireName(to)});
    changeStatus(ticket, to, handling.now());
}

/// What its author says of it, and the rest as the server decides.
Result<Escalation> begun(const Handling &handling, const Escalation &wanted, const EscalationPath &path,
                         const Ticket &ticket)
{
    Escalation made;
    made.id = wanted.id;
    made.ticket = wanted.ticket;
    made.path = path.id;
    made.kind = path.kind;
    made.tier = path.tier;
    made.reason = wanted.reason;
    made.tried = wanted.tried;
    made.asked = wanted.asked;
    made.fromTeam = ticket.team;
    made.fromAgent = ticket.assignee.isEmpty() ? handling.agent().id : ticket.assignee;
    made.team = path.team;
    made.openedBy = handling.agent().id;
    made.openedAt = handling.now();
    made.notice = wanted.notice;
    if (made.notice.isEmpty())
        made.noticeWaived = wanted.noticeWaived;
    else
        made.promisedAt = wanted.promisedAt;
    return store::escalationDue(handling.writer(), path, Target::Pickup, handling.now())
        .map([&made](const QDateTime &due) {
            made.pickupDueAt = due;
            return std::move(made);
        });
}

/// Writes it, with the notice and what becomes of the ticket.
Result<Outcome> escalate(const Handling &handling, const Escalation &made, const Reply &notice, Ticket ticket,
                         const QList<Message> &timeLine)
{
    QList<FieldChange> changes{stateChange({}, made.state)};
    if (ticket.customerOwner != made.fromAgent)
        changes.append({u"customerOwner"_s, ticket.customerOwner.value, made.fromAgent.value});
    ticket.customerOwner = made.fromAgent;
    handOver(ticket, made.team, {}, changes);
    if (made.promisedAt.isValid()) changes.append({sla::promisedAtField, {}, utcDate(made.promisedAt)});
    const auto stored = handling.writer().put(made);
    if (!stored) return tl::unexpected(stored.error());
    const auto accepted = [&](const Ticket &) { return handling.accepted(stored->id.value, stored->rev); };
    if (notice.id.isEmpty()) return handling.change(ticket, changes).map(accepted);
    const Message message = outgoing(handling, notice, ticket, timeLine);
    return handling.addMessage(message, ticket, changes).and_then([&](const Ticket &changed) {
        return queueMail(handling, message).map([&] { return accepted(changed); });
    });
}

/// Why this move can't be made by this agent; the patch says what it is now.
std::optional<Outcome> refusalOf(const Handling &handling, const MoveEscalation &command, const Escalation &now)
{
    const QString id = now.id.value;
    const EscalationMove *move = escalationMove(command.from, command.to);
    const bool lacksWords = needsNote(command.to) && command.note.trimmed().isEmpty();
    const bool lacksAnswer = command.to == EscalationState::HandedBack && command.answer.trimmed().isEmpty();
    if (move == nullptr || lacksWords || lacksAnswer) return handling.rejected(Reason::Invalid, id);
    if (!isOnSide(handling.agent(), now, move->by)) return handling.rejected(Reason::Denied, id);
    if (now.state == command.from) return std::nullopt;
    const bool isTaken = command.to == EscalationState::Accepted && !now.acceptedBy.isEmpty();
    if (isTaken && now.acceptedBy == handling.agent().id) return handling.accepted(id, now.rev);
    return handling.rejected(
        isTaken ? Reason::Taken : Reason::StatusChanged, id,
        {{u"state"_s, wireName(now.state)},
         {u"assignee"_s, now.acceptedBy.value},
         {u"at"_s, now.acceptedAt.isValid() ? QJsonValue(utcDate(now.acceptedAt)) : QJsonValue()}});
}

/// What the move makes of the escalation and of whose work the ticket is.
void make(const Handling &handling, const MoveEscalation &command, Escalation &escalation, Ticket &ticket,
          QList<FieldChange> &changes)
{
    const QDateTime now = handling.now();
    if (!command.note.trimmed().isEmpty()) escalation.note = command.note;
    switch (command.to) {
    case EscalationState::Accepted:
        escalation.acceptedBy = handling.agent().id;
        escalation.acceptedAt = now;
        return handOver(ticket, ticket.team, handling.agent().id, changes);
    case EscalationState::WaitingThirdParty:
        return setStatus(handling, ticket, TicketStatus::WaitingThirdParty, changes);
    case EscalationState::Requested: // it was not enough
        ++escalation.bounces;
        escalation.acceptedBy = {};
        escalation.acceptedAt = {};
        escalation.stepDueAt = {};
        escalation.handedBackAt = {};
        return handOver(ticket, escalation.team, {}, changes);
    case EscalationState::HandedBack:
        escalation.handedBackAt = now;
        escalation.answer = command.answer;
        escalation.cause = command.cause;
        escalation.faqCandidate = command.faqCandidate;
        break;
    case EscalationState::Refused:
    case EscalationState::Withdrawn: escalation.closedAt = now; break;
    case EscalationState::Closed: escalation.closedAt = now; return;
    default: break;
    }
    if (ticket.status == TicketStatus::WaitingThirdParty) setStatus(handling, ticket, TicketStatus::Open, changes);
    if (!isInHand(command.to)) handOver(ticket, escalation.fromTeam, escalation.fromAgent, changes);
}

/// Until when the next thing has to happen, from now.
Result<void> setDue(const Handling &handling, Escalation &escalation)
{
    const bool isRequested = escalation.state == EscalationState::Requested;
    const bool isStep =
        escalation.state == EscalationState::Accepted || escalation.state == EscalationState::WaitingThirdParty;
    if (!isRequested && !isStep) return {};
    return handling.writer()
        .find<EscalationPath>(escalation.path)
        .and_then([&](const std::optional<EscalationPath> &path) -> Result<void> {
            if (!path) return {};
            return store::escalationDue(handling.writer(), *path, isRequested ? Target::Pickup : Target::Update,
                                        handling.now())
                .map(
                    [&](const QDateTime &due) { (isRequested ? escalation.pickupDueAt : escalation.stepDueAt) = due; });
        });
}

} // namespace

Result<Outcome> decide(const Handling &handling, const Escalate &command)
{
    const Escalation &wanted = command.escalation;
    const QString id = wanted.id.value;
    auto work = handling.ticket(wanted.ticket);
    if (!work) return tl::unexpected(work.error());
    if (work->refusal != Reason::None) return handling.rejected(work->refusal, id);
    const auto refusal = handling.refusalOfNew<Escalation>(wanted.id);
    const auto noticeRefusal =
        wanted.notice.isEmpty() ? Result<Reason>(Reason::None) : handling.refusalOfNew<Message>(wanted.notice);
    const auto path = handling.writer().find<EscalationPath>(wanted.path);
    const auto timeLine = handling.writer().messagesOf(wanted.ticket);
    if (!refusal) return tl::unexpected(refusal.error());
    if (!noticeRefusal) return tl::unexpected(noticeRefusal.error());
    if (!path) return tl::unexpected(path.error());
    if (!timeLine) return tl::unexpected(timeLine.error());
    if (*refusal != Reason::None) return handling.rejected(*refusal, id);
    if (*noticeRefusal != Reason::None) return handling.rejected(*noticeRefusal, id);
    Ticket &ticket = work->ticket;
    if (!*path || !(*path)->active || (*path)->team.isEmpty() || !isComplete(command, ticket))
        return handling.rejected(Reason::Invalid, id);
    const auto made = begun(handling, wanted, **path, ticket);
    if (!made) return tl::unexpected(made.error());
    const auto open = openOne(handling, *made);
    if (!open) return tl::unexpected(open.error());
    if (*open) return handling.rejected(Reason::AlreadyEscalated, id, {{u"escalation"_s, (*open)->id.value}});
    const Reply notice = noticeOf(command);
    if (!notice.id.isEmpty()) {
        if (const auto review = reviewOf(handling, notice, *timeLine, id)) return *review;
        // The customer would be told a date that is over.
        if (made->promisedAt <= handling.now() && !handling.isRepeated())
            return handling.needsReview(Reason::TooLate, id, {});
    }
    return escalate(handling, *made, notice, std::move(ticket), *timeLine);
}

Result<Outcome> decide(const Handling &handling, const MoveEscalation &command)
{
    auto work = handling.ticket(command.ticket);
    if (!work) return tl::unexpected(work.error());
    if (work->refusal != Reason::None) return handling.rejected(work->refusal, command.escalation.value);
    const auto found = handling.writer().find<Escalation>(command.escalation);
    if (!found) return tl::unexpected(found.error());
    if (!*found || (*found)->ticket != command.ticket)
        return handling.rejected(Reason::NotFound, command.escalation.value);
    if (const auto refused = refusalOf(handling, command, **found)) return *refused;
    Escalation escalation = **found;
    Ticket &ticket = work->ticket;
    escalation.state = command.to;
    QList<FieldChange> changes{stateChange(wireName(command.from), command.to)};
    make(handling, command, escalation, ticket, changes);
    if (const auto done = setDue(handling, escalation); !done) return tl::unexpected(done.error());
    const auto stored = handling.writer().put(escalation);
    if (!stored) return tl::unexpected(stored.error());
    return handling.change(ticket, changes).map([&](const Ticket &) {
        return handling.accepted(stored->id.value, stored->rev);
    });
}

} // namespace akwaba::intents

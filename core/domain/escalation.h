// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/servicelevel.h"

#include <span>

/// Somebody else has to work on a ticket, and the customer is told what happens and until when (escalation.md).
namespace akwaba {

/// A way on which tickets are escalated: to whom, how long each part of it may take, and what customers are told.
struct EscalationPath {
    EscalationPathId id;
    QString nameFr;
    QString nameEn;
    EscalationKind kind = EscalationKind::Functional;
    int tier = 2; // that it leads to; tickets arrive at the first
    TeamId team; // that receives them
    QList<SlaTarget> targets; // pickup; update: until the next news of it
    EscalationPathId otherwise; // where it goes on if nobody accepts it in time
    QStringList stepsFr; // told to the customer, in their order
    QStringList stepsEn;
    int position = 0;
    bool active = true;
    qint64 rev = 0;
    bool operator==(const EscalationPath &) const = default;
};

/// One act of asking somebody else, from the question to the answer. A ticket has at most one open one of each kind.
/// The customer's owner stays who he was; the work changes hands.
struct Escalation {
    EscalationId id;
    TicketId ticket;
    EscalationPathId path;
    EscalationKind kind = EscalationKind::Functional; // of the path
    EscalationState state = EscalationState::Requested;
    int tier = 2; // that it is at
    EscalationReason reason = EscalationReason::Other;
    QStringList tried; // before
    QString asked; // of those who receive it
    TeamId fromTeam; // where it goes back to
    AgentId fromAgent; // the same; the customer's owner
    TeamId team; // that received it
    AgentId openedBy;
    QDateTime openedAt;
    QDateTime pickupDueAt; // somebody accepts it until then
    AgentId acceptedBy;
    QDateTime acceptedAt;
    QDateTime stepDueAt; // the next news of it, once accepted
    QDateTime promisedAt; // to the customer
    MessageId notice; // by which he was told; empty where he was not
    QString noticeWaived; // why he was not
    int slips = 0; // dates that the customer was given later instead
    int bounces = 0; // times that it was sent again after it was handed back
    QString answer; // handed back: a draft of the reply to the customer
    QString cause; // of the trouble, as found
    bool faqCandidate = false; // others should read about it
    QString note; // why it was refused or withdrawn
    QDateTime handedBackAt;
    QDateTime closedAt; // however it ended
    EscalationId follows; // the one that expired before
    qint64 rev = 0;
    bool operator==(const Escalation &) const = default;
};

/// Whose turn it is.
enum class EscalationSide { Sender, Receiver };

/// What somebody may make of it. The server alone lets one expire.
struct EscalationMove {
    EscalationState from;
    EscalationState to;
    EscalationSide by;
};
[[nodiscard]] std::span<const EscalationMove> escalationMoves();
/// Null where one does not follow on the other.
[[nodiscard]] const EscalationMove *escalationMove(EscalationState from, EscalationState to);

/// False once nothing is expected of anybody any more.
[[nodiscard]] bool isOpen(EscalationState state);
/// True while those who received it have it in hand.
[[nodiscard]] bool isInHand(EscalationState state);
/// True where it says why: who refuses or withdraws has to.
[[nodiscard]] bool needsNote(EscalationState to);

/// The path's time for one thing; null where it has none.
[[nodiscard]] const SlaTarget *targetOf(const EscalationPath &path, Target target);

} // namespace akwaba

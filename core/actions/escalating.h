// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agent.h"
#include "core/domain/escalation.h"
#include "core/protocol/commands.h"

#include <QTimeZone>

namespace akwaba::sla {
class Rules;
}

/// What an agent can do about escalations, as the server will decide it: pure functions.
namespace akwaba {

/// Those on which the ticket can be escalated now: it has at most one open escalation of each kind.
[[nodiscard]] QList<EscalationPath> pathsLeft(const QList<EscalationPath> &paths, const QList<Escalation> &escalations);

/// What can be made of an escalation next, and whether it is this agent's turn to make it.
struct PossibleMove {
    EscalationState to = EscalationState::Requested;
    EscalationSide by = EscalationSide::Receiver;
    bool isAllowed = false;
};
[[nodiscard]] QList<PossibleMove> movesOf(const Escalation &escalation, const Agent &me);
[[nodiscard]] bool hasMoves(const QList<Escalation> &escalations, const Agent &me);
/// True for a move that says something: why, what is missing, or the answer.
[[nodiscard]] bool needsWords(EscalationState to);
[[nodiscard]] MoveEscalation moved(const Escalation &escalation, EscalationState to);

/// Until when the path wants something from now on; invalid where it says nothing.
[[nodiscard]] QDateTime pathDue(const sla::Rules *rules, const EscalationPath &path, Target target,
                                const QDateTime &now);
/// In which the path's answers are counted; invalid where nobody says.
[[nodiscard]] QTimeZone pathZone(const sla::Rules *rules, const EscalationPath &path, const QDateTime &now);
/// What the customer can be promised: the answer as expected, but not after his own due date while that lies ahead.
[[nodiscard]] QDateTime promiseFor(const QDateTime &expectedAt, const QDateTime &customerDueAt, const QDateTime &now);
/// A date that leaves time to answer before the customer's due date; invalid where that comes too soon.
[[nodiscard]] QDateTime earlierThan(const QDateTime &customerDueAt, const QDateTime &now);

} // namespace akwaba

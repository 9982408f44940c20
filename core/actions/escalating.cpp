// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/escalating.h"

#include "core/domain/escalationside.h"
#include "core/sla/rules.h"

#include <algorithm>

namespace akwaba {

namespace {

constexpr qint64 timeToAnswer = 60 * 60; // seconds between our answer and the customer's due date

/// One that the server has not got yet has no kind of its own.
EscalationKind kindOf(const Escalation &escalation, const QList<EscalationPath> &paths)
{
    const auto path = std::ranges::find(paths, escalation.path, &EscalationPath::id);
    return path == paths.end() ? escalation.kind : path->kind;
}

} // namespace

QList<EscalationPath> pathsLeft(const QList<EscalationPath> &paths, const QList<Escalation> &escalations)
{
    QList<EscalationPath> left;
    std::ranges::copy_if(paths, std::back_inserter(left), [&](const EscalationPath &path) {
        const bool isTaken = std::ranges::any_of(escalations, [&](const Escalation &each) {
            return isOpen(each.state) && kindOf(each, paths) == path.kind;
        });
        return path.active && !path.team.isEmpty() && !isTaken;
    });
    return left;
}

QList<PossibleMove> movesOf(const Escalation &escalation, const Agent &me)
{
    QList<PossibleMove> moves;
    for (const EscalationMove &move : escalationMoves()) {
        if (move.from == escalation.state) moves.append({move.to, move.by, isOnSide(me, escalation, move.by)});
    }
    return moves;
}

bool hasMoves(const QList<Escalation> &escalations, const Agent &me)
{
    return std::ranges::any_of(escalations, [&me](const Escalation &escalation) {
        return std::ranges::any_of(movesOf(escalation, me), &PossibleMove::isAllowed);
    });
}

bool needsWords(EscalationState to)
{
    return needsNote(to) || to == EscalationState::HandedBack || to == EscalationState::Requested;
}

MoveEscalation moved(const Escalation &escalation, EscalationState to)
{
    MoveEscalation command;
    command.escalation = escalation.id;
    command.ticket = escalation.ticket;
    command.from = escalation.state;
    command.to = to;
    return command;
}

QDateTime pathDue(const sla::Rules *rules, const EscalationPath &path, Target target, const QDateTime &now)
{
    const SlaTarget *wanted = targetOf(path, target);
    if (rules == nullptr || wanted == nullptr) return {};
    const std::optional<qint64> due = sla::dueOf(*rules, *wanted, now.toMSecsSinceEpoch());
    return due ? QDateTime::fromMSecsSinceEpoch(*due, Qt::UTC) : QDateTime();
}

QTimeZone pathZone(const sla::Rules *rules, const EscalationPath &path, const QDateTime &now)
{
    const SlaTarget *target = targetOf(path, Target::Update);
    if (rules == nullptr || target == nullptr) return {};
    const sla::Edition &edition = rules->editions().at(rules->editionAt(now.toMSecsSinceEpoch()));
    const sla::CalendarInForce calendar = edition.calendars.value(target->calendar);
    return QTimeZone(calendar.version != nullptr ? calendar.version->zone.toUtf8() : QByteArray());
}

QDateTime promiseFor(const QDateTime &expectedAt, const QDateTime &customerDueAt, const QDateTime &now)
{
    const bool isBinding = customerDueAt.isValid() && customerDueAt > now;
    return isBinding && customerDueAt < expectedAt ? customerDueAt : expectedAt;
}

QDateTime earlierThan(const QDateTime &customerDueAt, const QDateTime &now)
{
    const QDateTime earlier = customerDueAt.addSecs(-timeToAnswer);
    return earlier.isValid() && earlier > now ? earlier : QDateTime();
}

} // namespace akwaba

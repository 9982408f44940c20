// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"
#include "core/domain/escalation.h"
#include "core/domain/message.h"
#include "core/domain/ticket.h"
#include "ui/widgets/paint.h"

/// Escalations in the agent's words. Pure.
namespace akwaba {

/// What the agent presses to make it so: "Accept", "Refuse…". Three dots where it asks for words.
[[nodiscard]] QString moveLabel(EscalationState to);
/// Why an agent may not make such a move.
[[nodiscard]] QString whyNotMine(EscalationSide by);
[[nodiscard]] QString iconOf(EscalationState state);
[[nodiscard]] Tone toneOf(EscalationState state);
/// The next thing that its receivers owe: that they accept it, or news. Invalid where it is not their turn.
[[nodiscard]] QDateTime nextDueOf(const Escalation &escalation);
/// A date, and that it is over: "14:30, late".
[[nodiscard]] QString dueWords(const QDateTime &at, const QDateTime &now);
/// "2 h of business time", "1 working day".
[[nodiscard]] QString lengthWords(const SlaTarget &target);
/// What the console knows to have been looked at before somebody else is asked; `product` is its name.
[[nodiscard]] QStringList knownFacts(const Ticket &ticket, const Order *order, const QString &product,
                                     const QList<Message> &timeLine, const QDateTime &now);

} // namespace akwaba

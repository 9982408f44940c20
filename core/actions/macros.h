// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"
#include "core/domain/macro.h"
#include "core/protocol/commands.h"
#include "core/sla/rules.h"

/// Which text modules and macros an agent is offered, and what a macro comes to on one ticket: pure functions.
namespace akwaba {

/// How often each was used on this device, by its id.
using UseCounts = QHash<QString, int>;

/// Those in use of which all typed words stand in the keyword, the name or a text; first those whose keyword begins
/// with what was typed, then what is used most.
[[nodiscard]] QList<TextModule> offered(const QList<TextModule> &modules, const QString &typed, const UseCounts &uses);
/// Those in use that fit the ticket and the place, by the same rule for what was typed.
[[nodiscard]] QList<Macro> offered(const QList<Macro> &macros, const sla::Attributes &ticket, MacroPlace place,
                                   const QString &typed, const UseCounts &uses);
/// What conditions ask for, of the ticket and of whom and what it is about.
[[nodiscard]] sla::Attributes attributesOf(const Ticket &ticket, const Customer &customer, const Product &product);

/// "fr" or "en": that of the ticket, else of the customer, else the agent's own.
[[nodiscard]] QString writingLanguage(const Ticket &ticket, const Customer &customer, const QString &own);
/// The text of a language; the other one where it has none.
[[nodiscard]] QString textIn(const QString &language, const QString &fr, const QString &en);

/// The step that writes; null where the macro writes nothing.
[[nodiscard]] const MacroStep *textStep(const Macro &macro);
/// The others, in their order.
[[nodiscard]] QList<MacroStep> deeds(const Macro &macro);
/// The status that it sets; nothing where it sets none.
[[nodiscard]] std::optional<TicketStatus> statusOf(const QList<MacroStep> &steps);

/// Who applies it, when, and what he had seen.
struct Applying {
    AgentId me;
    MessageId basedOn;
    QDateTime now;
};
/// What the steps mean on this ticket as it is, in their order: tags together, and team and agent. What it has already
/// is no command; neither is a text.
[[nodiscard]] QList<Command> commandsOf(const QList<MacroStep> &steps, const Ticket &ticket, const Applying &applying);

} // namespace akwaba

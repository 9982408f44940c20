// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"

/// What the agent reads for each value of the domain. Total: a new value does not compile without its word.
namespace akwaba {

[[nodiscard]] QString word(TicketStatus value);
[[nodiscard]] QString word(Priority value);
[[nodiscard]] QString word(Complexity value);
[[nodiscard]] QString word(Channel value);
[[nodiscard]] QString word(MessageKind value);
[[nodiscard]] QString word(Direction value);
[[nodiscard]] QString word(Delivery value);
[[nodiscard]] QString word(Role value);
[[nodiscard]] QString word(AgentState value);
[[nodiscard]] QString word(Visibility value);
[[nodiscard]] QString word(IntentState value);
[[nodiscard]] QString word(DeviceState value);
[[nodiscard]] QString word(PaymentMeans value);
[[nodiscard]] QString word(OrderState value);
[[nodiscard]] QString word(ProductKind value);
[[nodiscard]] QString word(CallOutcome value);
[[nodiscard]] QString word(DraftForm value);
[[nodiscard]] QString word(EscalationKind value);
[[nodiscard]] QString word(EscalationState value);
[[nodiscard]] QString word(EscalationReason value);
[[nodiscard]] QString word(HolidayState value);

/// "fr" as the name of the language in the agent's own; the tag itself when it is none that we know.
[[nodiscard]] QString languageWord(const QString &tag);

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/servicelevelchange.h"
#include "core/sla/rules.h"

/// Holidays in the agent's language.
namespace akwaba {

[[nodiscard]] QString nameOf(const Holiday &holiday);
/// "Wed 27 May", "Wed 27 – Thu 28 May", with the hours where it is a part of the day.
[[nodiscard]] QString daysOf(const Holiday &holiday);
[[nodiscard]] QString sentence(sla::HolidayFlaw flaw);
/// "4 holidays were added as planned; 2 events were left out: …"
[[nodiscard]] QString sentence(const HolidayImport &import);

/// What was decided, once the server has it.
[[nodiscard]] QString decisionOf(const Holiday &holiday);
/// What the server refuses is said in other words than a ticket's.
[[nodiscard]] QString whyNotSet(Code code);
[[nodiscard]] QString whyNotImported(Code code);

} // namespace akwaba

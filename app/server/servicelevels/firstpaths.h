// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/escalation.h"

namespace akwaba {
class Clock;
class Random;
} // namespace akwaba

namespace akwaba::servicelevels {

/// Who receives what is escalated. Where it is nobody, the path waits until a team is named.
struct EscalationTeams {
    TeamId experts; ///< second tier
    TeamId supplier; ///< third: those who ask manufacturers and carriers
    TeamId supervisors;
};

/// To whom a new company escalates, in which times (escalation.md): experts, supplier, supervisor. What nobody accepts
/// in time goes on to the supervisor. `opening` is the calendar of its opening hours.
[[nodiscard]] QList<EscalationPath> firstPaths(const CalendarId &opening, const EscalationTeams &teams,
                                               const Clock &clock, Random &random);

} // namespace akwaba::servicelevels

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/trials.h"
#include "app/server/servicelevels/ruledecision.h"
#include "app/server/store/clocktables.h"

namespace akwaba::jmap {

/// Calendars and policies, for administrators and supervisors. POST /admin/calendars/try with {calendar}, a
/// CalendarEdit, says what it would do to the clocks that run, if it counted at once: {looked, moved, …}. .../set gives
/// the calendar another version and answers {calendar} as it is then. /admin/policies/try and .../set do the same with
/// {policies}, a list of PolicyEdit that are decided together; a trial also counts which policy takes what of the open
/// tickets, and says what may not have been meant (PolicyTrial). What can't be is refused with its {flaw}. Registers
/// itself in the router and must outlive it.
class RuleRoutes {
public:
    RuleRoutes(http::Router &router, store::Store &store, const Door &door);
    Q_DISABLE_COPY_MOVE(RuleRoutes)

private:
    [[nodiscard]] Result<Session> supervisor(const http::Request &request) const;
    void tryCalendar(const http::Request &request, http::Responder responder);
    void tryPolicies(const http::Request &request, http::Responder responder);
    [[nodiscard]] http::Response setCalendar(const http::Request &request) const;
    [[nodiscard]] http::Response setPolicies(const http::Request &request) const;
    [[nodiscard]] servicelevels::Decision decisionOf(const Session &session) const;

    store::Store &m_store;
    const Door m_door;
    Trials m_trials;
};

} // namespace akwaba::jmap

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/trials.h"
#include "app/server/servicelevels/holidaydecision.h"
#include "app/server/store/clocktables.h"

namespace akwaba::jmap {

/// The company's holidays, for administrators and supervisors. POST /admin/holidays/try with {holiday} says what it
/// would do to the clocks that run: {looked, moved, becomeLate, noLongerLate, …}; it takes as long as there are open
/// tickets, while others are served. .../set with {holiday} declares, confirms, cancels or corrects it and answers
/// {holiday} as it is then. .../import with {ics} adds what stands in a calendar file and is not here yet, as planned:
/// {added, skipped}. Registers itself in the router and must outlive it.
class HolidayRoutes {
public:
    HolidayRoutes(http::Router &router, store::Store &store, const Door &door);
    Q_DISABLE_COPY_MOVE(HolidayRoutes)

private:
    [[nodiscard]] Result<Session> supervisor(const http::Request &request) const;
    void tryOut(const http::Request &request, http::Responder responder);
    [[nodiscard]] http::Response set(const http::Request &request) const;
    [[nodiscard]] http::Response import(const http::Request &request) const;
    [[nodiscard]] servicelevels::Decision decisionOf(const Session &session) const;

    store::Store &m_store;
    const Door m_door;
    Trials m_trials;
};

} // namespace akwaba::jmap

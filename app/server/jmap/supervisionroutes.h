// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/router.h"
#include "app/server/jmap/door.h"
#include "app/server/store/readaside.h"
#include "core/domain/livefigures.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <utility>
#include <vector>

namespace akwaba::jmap {

/// What supervisors and administrators see at a glance: GET /supervision/live answers LiveFigures, over all teams.
/// Counting takes as long as there are open tickets, so it is done aside; several who ask at a time get the same
/// figures, and those are not counted again before ten times as long has passed. Registers itself in the router and
/// must outlive it.
class SupervisionRoutes {
public:
    /// Agents with a device that is connected to this process.
    using Connected = std::function<QSet<AgentId>()>;

    SupervisionRoutes(http::Router &router, store::Store &store, const Door &door, Connected connected);
    Q_DISABLE_COPY_MOVE(SupervisionRoutes)

private:
    using Waiting = std::pair<DeviceId, http::Responder>;

    void live(const http::Request &request, http::Responder responder);
    void count();
    void take(const Result<LiveFigures> &counted, std::chrono::milliseconds began);

    store::Store &m_store;
    const Door m_door;
    const Connected m_connected;
    QObject m_context; // counting is of no use any more when it dies
    store::ReadAside m_aside;
    bool m_isCounting = false;
    std::vector<Waiting> m_waiting;
    LiveFigures m_last;
    std::chrono::milliseconds m_lastsUntil{0}; // by the clock's monotonic()
};

} // namespace akwaba::jmap

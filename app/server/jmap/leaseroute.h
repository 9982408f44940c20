// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/router.h"
#include "app/server/jmap/door.h"

#include <chrono>

namespace akwaba::jmap {

/// POST /auth/lease {holds}: a device renews the time for which it may open its cache without us, and gets our half of
/// the key (core/protocol/lease.h). Registers itself in the router and must outlive it.
class LeaseRoute {
public:
    LeaseRoute(http::Router &router, store::Store &store, const Door &door, std::chrono::days lease);
    Q_DISABLE_COPY_MOVE(LeaseRoute)

private:
    void renew(const http::Request &request, http::Responder responder) const;

    store::Store &m_store;
    const Door m_door;
    const std::chrono::days m_lease;
};

} // namespace akwaba::jmap

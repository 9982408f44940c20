// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/router.h"
#include "app/server/jmap/door.h"

namespace akwaba::jmap {

/// Where an agent is logged in: GET /auth/devices lists his devices, POST /auth/devices/revoke {device} ends one for
/// good. An administrator sees those of another with ?agent=ID and revokes any. Registers itself in the router and must
/// outlive it.
class DeviceRoutes {
public:
    DeviceRoutes(http::Router &router, store::Store &store, const Door &door);
    Q_DISABLE_COPY_MOVE(DeviceRoutes)

private:
    [[nodiscard]] http::Response list(const http::Request &request) const;
    [[nodiscard]] http::Response revoke(const http::Request &request) const;

    store::Store &m_store;
    const Door m_door;
};

} // namespace akwaba::jmap

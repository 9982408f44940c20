// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/router.h"
#include "app/server/jmap/door.h"

namespace akwaba::jmap {

/// An agent's own second factor: POST /auth/totp/begin gives a secret, /auth/totp/confirm {code} puts it in force and
/// gives recovery codes, /auth/totp/disable {password, code} ends it. Registers itself in the router and must outlive
/// it.
class SecondFactorRoutes {
public:
    SecondFactorRoutes(http::Router &router, store::Store &store, const Door &door);
    Q_DISABLE_COPY_MOVE(SecondFactorRoutes)

private:
    [[nodiscard]] http::Response begin(const http::Request &request) const;
    [[nodiscard]] http::Response confirm(const http::Request &request) const;
    void disable(const http::Request &request, http::Responder responder) const;
    [[nodiscard]] Result<void> remove(const Session &session) const;

    store::Store &m_store;
    const Door m_door;
};

} // namespace akwaba::jmap

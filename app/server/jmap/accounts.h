// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/router.h"
#include "app/server/jmap/deviceroutes.h"
#include "app/server/jmap/door.h"
#include "app/server/jmap/secondfactorroutes.h"

namespace akwaba::store {
struct Installation;
}

namespace akwaba::jmap {

/// POST /auth/login: name and password for a device's token. POST /auth/logout: the token's end. POST /auth/password: a
/// new password for the old one; every other session of the agent ends. Registers itself in the router and must outlive
/// it.
class Accounts {
public:
    Accounts(http::Router &router, store::Store &store, const Door &door);
    Q_DISABLE_COPY_MOVE(Accounts)

private:
    void logIn(const http::Request &request, http::Responder responder) const;
    [[nodiscard]] http::Response loggedIn(const AgentId &agent, const store::Installation &installation) const;
    [[nodiscard]] http::Response logOut(const http::Request &request) const;
    void changePassword(const http::Request &request, http::Responder responder) const;
    void setPassword(const Session &session, const QString &password,
                     const std::shared_ptr<http::Responder> &later) const;

    store::Store &m_store;
    const Door m_door;
    SecondFactorRoutes m_secondFactor;
    DeviceRoutes m_devices;
};

} // namespace akwaba::jmap

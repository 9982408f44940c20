// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/router.h"
#include "app/server/jmap/authenticator.h"

#include <functional>

namespace akwaba::jmap {

/// POST /auth/login: name and password for a device's token. POST /auth/logout: the token's end. Registers itself in
/// the router and must outlive it.
class Accounts {
public:
    Accounts(http::Router &router, store::Store &store, const Authenticator &authenticator,
             std::function<void(const QString &token)> loggedOut);
    Q_DISABLE_COPY_MOVE(Accounts)

private:
    [[nodiscard]] http::Response logIn(const http::Request &request) const;
    [[nodiscard]] http::Response logOut(const http::Request &request) const;

    store::Store &m_store;
    const Authenticator &m_authenticator;
    std::function<void(const QString &token)> m_loggedOut;
};

} // namespace akwaba::jmap

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/message.h"
#include "app/server/store/caller.h"
#include "core/base/result.h"
#include "core/domain/agent.h"

namespace akwaba::store {
class Store;
}

namespace akwaba::jmap {

class Doorkeeper;

/// Who is logged in on which device, by which token.
struct Session {
    store::Caller caller;
    Agent agent;
    QString token;
};

/// Who a request comes from, by its Authorization: a device's token, or on a test instance a name and a password.
class Authenticator {
public:
    Authenticator(store::Store &store, Doorkeeper &doorkeeper, bool basicAllowed)
        : m_store(store), m_doorkeeper(doorkeeper), m_basicAllowed(basicAllowed)
    {
    }

    /// Code::Unauthenticated for anybody unknown, Code::Throttled for who guesses.
    [[nodiscard]] Result<store::Caller> callerOf(const http::Headers &headers) const;
    /// By a token only: for what concerns the session itself.
    [[nodiscard]] Result<Session> sessionOf(const http::Headers &headers) const;
    /// The answer to somebody who was not let in, or whom the database could not be asked about.
    [[nodiscard]] http::Response refusal(const Error &error) const;
    /// The answer to somebody whose session goes on, although the password or code that he gave is wrong: 401 would
    /// tell his console that it is over.
    [[nodiscard]] http::Response refusalWithin(const Error &error) const;
    /// Empty where there is none.
    [[nodiscard]] static QString tokenOf(const http::Headers &headers);

private:
    [[nodiscard]] Result<store::Caller> byPassword(const QByteArray &credentials) const;

    store::Store &m_store;
    Doorkeeper &m_doorkeeper;
    bool m_basicAllowed;
};

} // namespace akwaba::jmap

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/router.h"
#include "app/server/jmap/accounts.h"
#include "app/server/jmap/authenticator.h"
#include "app/server/jmap/blobs.h"
#include "app/server/jmap/dispatcher.h"
#include "app/server/jmap/door.h"
#include "app/server/jmap/doorkeeper.h"
#include "app/server/jmap/erasureroutes.h"
#include "app/server/jmap/eventsource.h"
#include "app/server/jmap/herald.h"
#include "app/server/jmap/leaseroute.h"
#include "app/server/jmap/push.h"
#include "app/server/jmap/requestreader.h"
#include "app/server/jmap/settings.h"

namespace akwaba::jmap {

/// Everything under /jmap and /auth, put on a router: session, requests, blobs, push, event streams, log-in. Must
/// outlive the server that uses the router, and be outlived by the store.
class Api {
public:
    Api(http::Router &router, store::Store &store, ApplyIntents apply, Settings settings);
    Q_DISABLE_COPY_MOVE(Api)

    /// For routes that are no part of JMAP.
    [[nodiscard]] Door door() { return {m_authenticator, m_doorkeeper}; }
    [[nodiscard]] const Push &push() const { return m_push; }
    [[nodiscard]] const EventSource &events() const { return m_events; }

private:
    [[nodiscard]] http::Response session(const http::Request &request) const;
    void answer(const http::Request &request, http::Responder responder);
    void run(const Request &request, const store::Caller &caller, const std::shared_ptr<void> &place,
             const std::shared_ptr<http::Responder> &later) const;

    store::Store &m_store;
    const Settings m_settings;
    Doorkeeper m_doorkeeper;
    const Authenticator m_authenticator;
    RequestReader m_reader;
    const Dispatcher m_dispatcher;
    Herald m_herald;
    PresenceBoard m_presence;
    Push m_push;
    EventSource m_events;
    Accounts m_accounts;
    ErasureRoutes m_erasures;
    LeaseRoute m_lease;
    Blobs m_blobs;
};

} // namespace akwaba::jmap

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/router.h"
#include "app/server/jmap/door.h"

namespace akwaba::jmap {

/// Erasure beside the JMAP API. For privacy officers: POST /admin/erasures with {customer} erases, GET /admin/erasures
/// says how far each erasure has come. For devices that are let in for nothing else any more: POST /erasures/pending
/// and /erasures/ack are Erasure/pending and Erasure/ack for a token that was good once, whatever became of it or its
/// agent: what such a device holds has to go all the same (sync.md 3.2). Registers itself in the router and must
/// outlive it.
class ErasureRoutes {
public:
    ErasureRoutes(http::Router &router, store::Store &store, const Door &door);
    Q_DISABLE_COPY_MOVE(ErasureRoutes)

private:
    [[nodiscard]] Result<Session> officer(const http::Request &request) const;
    [[nodiscard]] http::Response list(const http::Request &request) const;
    [[nodiscard]] http::Response erase(const http::Request &request) const;
    [[nodiscard]] http::Response pending(const http::Request &request) const;
    void acknowledge(const http::Request &request, http::Responder responder) const;

    store::Store &m_store;
    const Door m_door;
};

} // namespace akwaba::jmap

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/supervisionroutes.h"

#include "app/server/jmap/requesterror.h"
#include "app/server/servicelevels/livefigures.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/domain/livefiguresfields.h"
#include "core/protocol/codec.h"

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

constexpr int restAfterCounting = 10; // times as long

} // namespace

SupervisionRoutes::SupervisionRoutes(http::Router &router, store::Store &store, const Door &door, Connected connected)
    : m_store(store), m_door(door), m_connected(std::move(connected))
{
    router.add("GET", u"/supervision/live"_s,
               [this](const http::Request &request, http::Responder responder) { responder.answer(live(request)); });
}

http::Response SupervisionRoutes::live(const http::Request &request)
{
    const auto session = sessionOf(m_door, request, {Role::Supervisor, Role::Administrator});
    if (!session) return m_door.authenticator.refusal(session.error());
    const auto counted = figures();
    if (!counted) return m_door.authenticator.refusal(counted.error());
    return forDevice(session->caller.device, jsonResponse(200, toJson(*counted)));
}

Result<LiveFigures> SupervisionRoutes::figures()
{
    const Clock &clock = m_store.clock();
    const auto began = clock.monotonic();
    if (began < m_lastsUntil) return m_last;
    return m_store.read()
        .and_then([&](const store::Snapshot &snapshot) {
            return servicelevels::liveFigures(snapshot, clock.now(), m_connected());
        })
        .map([&](const LiveFigures &counted) {
            const auto ended = clock.monotonic();
            m_last = counted;
            m_lastsUntil = ended + (ended - began) * restAfterCounting;
            return counted;
        });
}

} // namespace akwaba::jmap

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
    : m_store(store), m_door(door), m_connected(std::move(connected)), m_aside(store.place(), store.clock())
{
    router.add("GET", u"/supervision/live"_s, [this](const http::Request &request, http::Responder responder) {
        live(request, std::move(responder));
    });
}

void SupervisionRoutes::live(const http::Request &request, http::Responder responder)
{
    const auto session = sessionOf(m_door, request, {Role::Supervisor, Role::Administrator});
    if (!session) return responder.answer(m_door.authenticator.refusal(session.error()));
    const DeviceId device = session->caller.device;
    if (m_store.clock().monotonic() < m_lastsUntil)
        return responder.answer(forDevice(device, jsonResponse(200, toJson(m_last))));
    m_waiting.emplace_back(device, std::move(responder));
    if (!m_isCounting) count();
}

void SupervisionRoutes::count()
{
    m_isCounting = true;
    const Clock &clock = m_store.clock();
    const auto counted = m_aside.run([now = clock.now(), connected = m_connected()](const store::Reader &reader) {
        return servicelevels::liveFigures(reader, now, connected);
    });
    onResult(counted, &m_context,
             [this, began = clock.monotonic()](const Result<LiveFigures> &figures) { take(figures, began); });
}

void SupervisionRoutes::take(const Result<LiveFigures> &counted, std::chrono::milliseconds began)
{
    m_isCounting = false;
    if (counted) {
        const auto ended = m_store.clock().monotonic();
        m_last = *counted;
        m_lastsUntil = ended + (ended - began) * restAfterCounting;
    }
    for (auto &[device, responder] : std::exchange(m_waiting, {})) {
        responder.answer(counted ? forDevice(device, jsonResponse(200, toJson(*counted)))
                                 : m_door.authenticator.refusal(counted.error()));
    }
}

} // namespace akwaba::jmap

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/deviceroutes.h"

#include "app/server/jmap/requesterror.h"
#include "app/server/store/sessions.h"
#include "app/server/store/store.h"
#include "core/protocol/codec.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

bool mayManage(const store::Caller &caller, const AgentId &agent)
{
    return agent == caller.agent || caller.has(Role::Administrator);
}

QJsonObject deviceObject(const store::KnownDevice &known, const DeviceId &current)
{
    const Device &device = known.device;
    return {{u"id"_s, device.id.value},
            {u"name"_s, device.name},
            {u"version"_s, device.version},
            {u"state"_s, wireName(device.state)},
            {u"createdAt"_s, utcDate(known.createdAt)},
            {u"lastSeenAt"_s, utcDate(device.lastSeenAt)},
            {u"isCurrent"_s, device.id == current}};
}

} // namespace

DeviceRoutes::DeviceRoutes(http::Router &router, store::Store &store, const Door &door) : m_store(store), m_door(door)
{
    router.add("GET", u"/auth/devices"_s,
               [this](const http::Request &request, http::Responder responder) { responder.answer(list(request)); });
    router.add("POST", u"/auth/devices/revoke"_s,
               [this](const http::Request &request, http::Responder responder) { responder.answer(revoke(request)); });
}

http::Response DeviceRoutes::list(const http::Request &request) const
{
    const Result<Session> session = m_door.authenticator.sessionOf(request.headers);
    if (!session) return m_door.authenticator.refusal(session.error());
    const store::Caller &caller = session->caller;
    AgentId agent{request.query.queryItemValue(u"agent"_s)};
    if (agent.isEmpty()) agent = caller.agent;
    if (!mayManage(caller, agent)) return m_door.authenticator.refusal({Code::Denied, {}});
    const auto devices = m_store.read().and_then(
        [&agent](const store::Snapshot &snapshot) { return store::devicesOf(snapshot, agent); });
    if (!devices) return m_door.authenticator.refusal(devices.error());
    QJsonArray list;
    for (const store::KnownDevice &device : *devices)
        list.append(deviceObject(device, caller.device));
    return forDevice(caller.device, jsonResponse(200, {{u"devices"_s, list}}));
}

http::Response DeviceRoutes::revoke(const http::Request &request) const
{
    const Result<Session> session = m_door.authenticator.sessionOf(request.headers);
    if (!session) return m_door.authenticator.refusal(session.error());
    const DeviceId device{QJsonDocument::fromJson(request.body).object().value(u"device"_s).toString()};
    const Result<void> revoked = m_store.write([&](store::Writer &writer) -> Result<void> {
        const auto found = writer.find<Device>(device);
        if (!found) return tl::unexpected(found.error());
        // Who may not is told the same as where there is none.
        if (!*found || !mayManage(session->caller, (*found)->agent)) return fail(Code::NotFound, u"device"_s);
        return store::revokeDevice(writer, device, session->caller.agent);
    });
    return revoked ? nothingToSay(session->caller.device) : m_door.authenticator.refusal(revoked.error());
}

} // namespace akwaba::jmap

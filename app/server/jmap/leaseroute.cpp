// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/leaseroute.h"

#include "app/server/store/devicekeys.h"
#include "app/server/store/store.h"

#include <QJsonDocument>

#include <memory>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

LeaseRoute::LeaseRoute(http::Router &router, store::Store &store, const Door &door, std::chrono::days lease)
    : m_store(store), m_door(door), m_lease(lease)
{
    router.add("POST", u"/auth/lease"_s, [this](const http::Request &request, http::Responder responder) {
        renew(request, std::move(responder));
    });
}

void LeaseRoute::renew(const http::Request &request, http::Responder responder) const
{
    const Result<Session> session = m_door.authenticator.sessionOf(request.headers);
    if (!session) return responder.answer(m_door.authenticator.refusal(session.error()));
    const QJsonValue holds = QJsonDocument::fromJson(request.body).object().value(u"holds"_s);
    if (!holds.isDouble() || holds.toInt(-1) < 0)
        return responder.answer(m_door.authenticator.refusal({Code::BadInput, u"holds"_s}));
    const DeviceId device = session->caller.device;
    const auto grant = std::make_shared<LeaseGrant>();
    const auto later = std::make_shared<http::Responder>(std::move(responder));
    m_store.submit(
        [this, wanted = store::LeaseRequest{device, holds.toInt(), m_lease}, grant](store::Writer &writer) {
            return store::renewLease(writer, m_door.doorkeeper.secrets(), wanted).map([&](const LeaseGrant &given) {
                *grant = given;
            });
        },
        [this, device, grant, later](const Result<void> &kept) {
            later->answer(kept ? forDevice(device, jsonResponse(200, toJson(*grant)))
                               : m_door.authenticator.refusal(kept.error()));
        });
}

} // namespace akwaba::jmap

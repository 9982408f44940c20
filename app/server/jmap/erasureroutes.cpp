// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/erasureroutes.h"

#include "app/server/jmap/erasuremethods.h"
#include "app/server/jmap/requesterror.h"
#include "app/server/store/erasuretables.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"

#include <QJsonArray>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

ErasureRoutes::ErasureRoutes(http::Router &router, store::Store &store, const Door &door) : m_store(store), m_door(door)
{
    router.add("GET", u"/admin/erasures"_s,
               [this](const http::Request &request, http::Responder responder) { responder.answer(list(request)); });
    router.add("POST", u"/admin/erasures"_s,
               [this](const http::Request &request, http::Responder responder) { responder.answer(erase(request)); });
    router.add("POST", u"/erasures/pending"_s,
               [this](const http::Request &request, http::Responder responder) { responder.answer(pending(request)); });
    router.add("POST", u"/erasures/ack"_s, [this](const http::Request &request, http::Responder responder) {
        acknowledge(request, std::move(responder));
    });
}

Result<Session> ErasureRoutes::officer(const http::Request &request) const
{
    return sessionOf(m_door, request, {Role::PrivacyOfficer});
}

http::Response ErasureRoutes::list(const http::Request &request) const
{
    const Result<Session> session = officer(request);
    if (!session) return m_door.authenticator.refusal(session.error());
    const auto all = m_store.read().and_then(
        [](const store::Snapshot &snapshot) { return store::erasureStatus(snapshot.database()); });
    if (!all) return m_door.authenticator.refusal(all.error());
    QJsonArray erasures;
    for (const store::ErasureStatus &status : *all)
        erasures.append(statusObject(status));
    return forDevice(session->caller.device, jsonResponse(200, {{u"erasures"_s, erasures}}));
}

http::Response ErasureRoutes::erase(const http::Request &request) const
{
    const Result<Session> session = officer(request);
    if (!session) return m_door.authenticator.refusal(session.error());
    const CustomerId customer{bodyOf(request).value(u"customer"_s).toString()};
    const Result<QString> erasure = m_store.eraseCustomer(customer, session->caller.agent);
    if (!erasure) return m_door.authenticator.refusal(erasure.error());
    return forDevice(session->caller.device, jsonResponse(200, {{u"erasure"_s, *erasure}}));
}

http::Response ErasureRoutes::pending(const http::Request &request) const
{
    const Result<store::Caller> former = m_store.formerCaller(Authenticator::tokenOf(request.headers));
    if (!former) return m_door.authenticator.refusal(former.error());
    const auto answer = m_store.read().and_then([&](const store::Snapshot &snapshot) {
        return store::erasureOrders(snapshot.database(), former->device, former->member.scopes)
            .map([&](const QList<ErasureOrder> &orders) {
                return pendingObject(orders, snapshot, m_store.clock().now());
            });
    });
    if (!answer) return m_door.authenticator.refusal(answer.error());
    return forDevice(former->device, jsonResponse(200, *answer));
}

void ErasureRoutes::acknowledge(const http::Request &request, http::Responder responder) const
{
    const Result<store::Caller> former = m_store.formerCaller(Authenticator::tokenOf(request.headers));
    if (!former) return responder.answer(m_door.authenticator.refusal(former.error()));
    const auto later = std::make_shared<http::Responder>(std::move(responder));
    acknowledgeErasure(m_store, former->device, bodyOf(request),
                       [later, device = former->device](const MethodResult &kept) {
                           if (kept) return later->answer(forDevice(device, jsonResponse(200, *kept)));
                           const bool isLater = kept.error().type == u"serverUnavailable";
                           later->answer(forDevice(device, jsonResponse(isLater ? 503 : 400, toJson(kept.error()))));
                       });
}

} // namespace akwaba::jmap

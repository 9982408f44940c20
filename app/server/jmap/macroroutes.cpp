// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/macroroutes.h"

#include "app/server/macros/macrodecision.h"
#include "app/server/store/store.h"
#include "core/domain/macrofields.h"
#include "core/domain/macroflaw.h"
#include "core/protocol/codec.h"

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

MacroRoutes::MacroRoutes(http::Router &router, store::Store &store, const Door &door) : m_store(store), m_door(door)
{
    router.add("POST", u"/admin/textmodules/set"_s, [this](const http::Request &request, http::Responder responder) {
        responder.answer(set<TextModule>(request, u"textModule"_s));
    });
    router.add("POST", u"/admin/macros/set"_s, [this](const http::Request &request, http::Responder responder) {
        responder.answer(set<Macro>(request, u"macro"_s));
    });
}

template <class T> http::Response MacroRoutes::set(const http::Request &request, const QString &member) const
{
    const auto session = sessionOf(m_door, request, {Role::Supervisor, Role::Administrator});
    if (!session) return m_door.authenticator.refusal(session.error());
    const QJsonObject body = bodyOf(request);
    const auto wanted = fromJson<T>(body.value(member).toObject());
    if (!wanted) return m_door.authenticator.refusal(wanted.error());
    const qint64 ifRev = body.value(u"ifRev"_s).toInteger();
    T stored;
    const auto done = m_store.write([&](store::Writer &writer) {
        return macros::set(writer, *wanted, ifRev).map([&stored](const T &value) { stored = value; });
    });
    if (!done) return flawRefusal<MacroFlaw>(m_door, done.error());
    return forDevice(session->caller.device, jsonResponse(200, {{member, toJson(stored)}}));
}

} // namespace akwaba::jmap

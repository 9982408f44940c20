// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/authenticator.h"
#include "app/server/jmap/doorkeeper.h"
#include "app/server/jmap/requesterror.h"

#include <QJsonDocument>

#include <algorithm>

namespace akwaba::jmap {

/// Who finds out who somebody is: by a token, or by a password.
struct Door {
    const Authenticator &authenticator;
    Doorkeeper &doorkeeper;
};

/// Of somebody who has one of these roles; Code::Denied for anybody else.
[[nodiscard]] inline Result<Session> sessionOf(const Door &door, const http::Request &request, const QList<Role> &roles)
{
    return door.authenticator.sessionOf(request.headers).and_then([&roles](const Session &session) -> Result<Session> {
        const bool may = std::ranges::any_of(roles, [&session](Role role) { return session.caller.has(role); });
        return may ? Result<Session>(session) : fail(Code::Denied);
    });
}

/// Empty for a body that is no object.
[[nodiscard]] inline QJsonObject bodyOf(const http::Request &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

/// The same as anything else that was refused, with the name of what is wrong where `error` has one in its detail.
template <class Flaw> [[nodiscard]] http::Response flawRefusal(const Door &door, const Error &error)
{
    if (error.code != Code::BadInput || !fromWireName<Flaw>(error.detail)) return door.authenticator.refusal(error);
    return jsonResponse(400,
                        {{QStringLiteral("type"), codeName(error.code)},
                         {QStringLiteral("status"), 400},
                         {QStringLiteral("flaw"), error.detail}});
}

/// Nothing more to say to somebody who was let in.
[[nodiscard]] inline http::Response nothingToSay(const DeviceId &device)
{
    http::Response response;
    response.status = 204;
    return forDevice(device, std::move(response));
}

} // namespace akwaba::jmap

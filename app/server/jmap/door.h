// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/authenticator.h"
#include "app/server/jmap/doorkeeper.h"
#include "app/server/jmap/requesterror.h"

namespace akwaba::jmap {

/// Who finds out who somebody is: by a token, or by a password.
struct Door {
    const Authenticator &authenticator;
    Doorkeeper &doorkeeper;
};

/// Nothing more to say to somebody who was let in.
[[nodiscard]] inline http::Response nothingToSay(const DeviceId &device)
{
    http::Response response;
    response.status = 204;
    return forDevice(device, std::move(response));
}

} // namespace akwaba::jmap

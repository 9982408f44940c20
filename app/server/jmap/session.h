// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/message.h"
#include "app/server/jmap/settings.h"
#include "app/server/store/caller.h"

#include <QDateTime>
#include <QJsonObject>

namespace akwaba::jmap {

/// Where clients reach this server: the operator's URL, or what the request itself was addressed to. Invalid for a Host
/// that is none.
[[nodiscard]] QUrl baseUrl(const Settings &settings, const http::Request &request);

/// The state of the Session object: another one as soon as anything in it is another, but the time.
[[nodiscard]] QString sessionState(const Settings &settings, const store::Caller &caller);

/// The Session object of RFC 8620 2, with absolute URLs. Its username is the agent's e-mail address.
[[nodiscard]] QJsonObject sessionObject(const Settings &settings, const QUrl &base, const store::Caller &caller,
                                        const QDateTime &now);

} // namespace akwaba::jmap

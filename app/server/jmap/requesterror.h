// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/message.h"
#include "core/domain/ids.h"

#include <QJsonObject>
#include <QString>

namespace akwaba::jmap {

/// A request-level error (RFC 8620 3.6.1): the whole request is refused, as a problem of RFC 7807.
struct RequestError {
    QString type; // "urn:ietf:params:jmap:error:..."
    int status = 400;
    QString detail;
    QString limit; // the name of the limit, where that is the type
};

[[nodiscard]] RequestError notJson(); ///< also for another media type (RFC 8620 3.6.1)
[[nodiscard]] RequestError notRequest(const QString &detail);
[[nodiscard]] RequestError unknownCapability(const QString &capability);
[[nodiscard]] RequestError overLimit(const QString &limit, int status = 400);

[[nodiscard]] QJsonObject toJson(const RequestError &error);
[[nodiscard]] http::Response problem(const RequestError &error);
/// A problem that its status says all of (RFC 7807 4.2).
[[nodiscard]] http::Response problemResponse(int status);
[[nodiscard]] http::Response jsonResponse(int status, const QJsonObject &object);
/// What somebody is answered who was let in. His device stands in the access log; who comes with a password has none.
[[nodiscard]] http::Response forDevice(const DeviceId &device, http::Response response);

} // namespace akwaba::jmap

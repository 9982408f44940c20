// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QString>

namespace akwaba::jmap {

/// A method-level error by its registered name (RFC 8620 3.6.2), or a vendor's one; `more` are further members.
struct MethodError {
    QString type;
    QString description; // for developers; never personal data
    QJsonObject more;
};

using MethodResult = tl::expected<QJsonObject, MethodError>;

[[nodiscard]] tl::unexpected<MethodError> methodFail(const QString &type, const QString &description = {},
                                                     const QJsonObject &more = {});
[[nodiscard]] tl::unexpected<MethodError> invalidArguments(const QString &description);
/// What a failure of the store is to a client: serverUnavailable where trying again helps, else serverFail.
[[nodiscard]] MethodError methodErrorOf(const Error &error);
[[nodiscard]] QJsonObject toJson(const MethodError &error);

} // namespace akwaba::jmap

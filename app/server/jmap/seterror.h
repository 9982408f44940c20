// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/protocol/intent.h"

#include <QJsonObject>
#include <QStringList>

namespace akwaba::jmap {

/// Why one object was not created, updated or destroyed (RFC 8620 5.3), by its registered name.
struct SetError {
    QString type;
    QStringList properties; // those that are invalid, where that is why
    QJsonObject more;
};

enum class SetVerb { Create, Update, Destroy };

[[nodiscard]] tl::unexpected<SetError> setFail(const QString &type, const QJsonObject &more = {});
[[nodiscard]] tl::unexpected<SetError> invalidProperties(const QStringList &names);
/// What an outcome that changed nothing is to a client: the registered name that comes closest, and beside it the
/// vendor's `reason`. `properties` are those that said what was refused.
[[nodiscard]] SetError setErrorOf(const Outcome &outcome, SetVerb verb, const QStringList &properties);
/// What a failure of the store is.
[[nodiscard]] SetError setErrorOf(const Error &error);
[[nodiscard]] QJsonObject toJson(const SetError &error);

} // namespace akwaba::jmap

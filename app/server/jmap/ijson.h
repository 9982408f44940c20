// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonDocument>

namespace akwaba::jmap {

/// How much may be built of somebody's bytes.
struct JsonLimits {
    int depth; // of arrays and objects
    qsizetype values; // each costs dozens of bytes, whatever it takes on the wire; a name counts as one
};
enum class JsonFlaw { NotJson, TooManyValues };

/// JSON as the Internet may send it (RFC 7493): UTF-8, no half of a surrogate pair, and within the limits, which is
/// found out before anything is built of it. What is too deep is NotJson. Of members of the same name the last one
/// counts. Pure.
[[nodiscard]] tl::expected<QJsonDocument, JsonFlaw> parseIJson(const QByteArray &bytes, JsonLimits limits);

} // namespace akwaba::jmap

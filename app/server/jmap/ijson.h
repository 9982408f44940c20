// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>

#include <optional>

namespace akwaba::jmap {

/// JSON as the Internet may send it (RFC 7493): UTF-8, no half of a surrogate pair, and no deeper than `maxDepth`,
/// which is found out before anything is built of it. Of members of the same name the last one counts. Pure.
[[nodiscard]] std::optional<QJsonDocument> parseIJson(const QByteArray &bytes, int maxDepth);

} // namespace akwaba::jmap

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/message.h"

#include <optional>

namespace akwaba::http {

/// What every answer tells browsers, whoever made it: not to guess types, not to tell others where they were, to load
/// nothing, to keep nothing, and over TLS never to come without it. A field that the answer has already stays as it is.
/// `origins` are the sites whose pages may read answers (CORS); none by default, never all.
void decorate(Response &response, const Headers &request, bool secure, const QByteArrayList &origins);

/// The answer to a browser that asks beforehand for one of these sites; nothing for any other request.
[[nodiscard]] std::optional<Response> preflight(const Request &request, const QByteArrayList &origins);

} // namespace akwaba::http

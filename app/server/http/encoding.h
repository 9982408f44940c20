// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/limits.h"
#include "app/server/http/message.h"

#include <QDateTime>

namespace akwaba::http {

/// Whether a body came with Content-Encoding.
[[nodiscard]] bool isPacked(const Request &request);
/// Unpacks a body that came with Content-Encoding; 0, or the status of the refusal (400, 413, 415).
[[nodiscard]] int decodeBody(Request &request, const Limits &limits);
/// Packs a body with gzip where the client takes it and it pays.
void encodeBody(Response &response, const Headers &request, const Limits &limits);

struct Framing {
    bool headOnly = false; ///< the answer to HEAD: every field, no body
    bool keepAlive = true;
};
/// The bytes of an answer, framed by Content-Length.
[[nodiscard]] QByteArray serialise(const Response &response, Framing framing, const QDateTime &now);

} // namespace akwaba::http

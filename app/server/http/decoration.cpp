// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/decoration.h"

#include <array>

namespace akwaba::http {

namespace {

constexpr std::array always{
    std::pair{"X-Content-Type-Options", "nosniff"},
    std::pair{"Referrer-Policy", "no-referrer"},
    std::pair{"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
    std::pair{"Cache-Control", "no-store"},
};
constexpr auto overTls = std::pair{"Strict-Transport-Security", "max-age=31536000"};

void setDefault(Headers &headers, const std::pair<const char *, const char *> &field)
{
    if (!headers.contains(field.first)) headers.add(field.first, field.second);
}

} // namespace

void decorate(Response &response, const Headers &request, bool secure, const QByteArrayList &origins)
{
    for (const auto &field : always)
        setDefault(response.headers, field);
    if (secure) setDefault(response.headers, overTls);
    if (origins.isEmpty()) return;
    // Without Vary a cache would give one site the answer that was for another.
    response.headers.add("Vary", "Origin");
    // No Access-Control-Allow-Credentials: who a request is from stands in Authorization, which a page must know.
    if (const QByteArray origin = request.value("Origin"); origins.contains(origin))
        response.headers.set("Access-Control-Allow-Origin", origin);
}

std::optional<Response> preflight(const Request &request, const QByteArrayList &origins)
{
    const bool isPreflight = request.method == "OPTIONS" && request.headers.contains("Access-Control-Request-Method")
        && origins.contains(request.headers.value("Origin"));
    if (!isPreflight) return std::nullopt;
    Response response;
    response.status = 204;
    response.headers.add("Access-Control-Allow-Methods", "GET, HEAD, POST");
    response.headers.add("Access-Control-Allow-Headers", "Authorization, Content-Type, Last-Event-ID");
    response.headers.add("Access-Control-Max-Age", "600");
    return response;
}

} // namespace akwaba::http

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/connection.h"

#include "app/server/http/decoration.h"
#include "app/server/http/encoding.h"
#include "core/base/clock.h"
#include "core/base/workers.h"

#include <QPointer>

#include <algorithm>

// The part of Connection from a whole request to its answer.

namespace akwaba::http {

namespace {

/// A request with its body unpacked, or why it could not be.
struct Unpacked {
    Request request;
    int refusal = 0;
};

} // namespace

void Connection::dispatch()
{
    m_keepAlive = m_parser->keepsAlive() && !m_finishing;
    Request request = std::move(m_parser->request());
    m_parser.reset();
    m_headOnly = request.method == "HEAD";
    m_requestHeaders = request.headers;
    m_phase = Phase::Answering;
    m_askedAt = m_around.clock.monotonic();
    if (!isPacked(request)) return route(std::move(request));
    Limits limits = m_around.limits;
    if (const auto own = m_around.router.bodyLimitFor(request))
        limits.inflatedBody = std::min(limits.inflatedBody, *own);
    // A few kilobytes may unpack to megabytes: not while everybody waits.
    const auto unpack = [request = std::move(request), limits]() mutable -> Result<Unpacked> {
        const int refusal = decodeBody(request, limits);
        return Unpacked{std::move(request), refusal};
    };
    onResult(m_around.workers.run(unpack), this, [this](const Result<Unpacked> &unpacked) {
        if (m_phase != Phase::Answering) return;
        if (!unpacked || unpacked->refusal != 0)
            answer(textResponse(unpacked ? unpacked->refusal : 500));
        else
            route(unpacked->request);
    });
}

void Connection::route(Request request)
{
    if (std::optional<Response> response = preflight(request, m_around.origins)) return answer(std::move(*response));
    const Router::Match match = m_around.router.match(request);
    if (!match.pattern.isEmpty()) m_exchange.route = match.pattern;
    if (match.handler)
        (*match.handler)(std::move(request), responder());
    else
        answer(match.refusal);
}

Responder Connection::responder()
{
    return Responder([self = QPointer(this), serial = ++m_serial](Response response) {
        if (self && self->m_serial == serial && self->m_phase == Phase::Answering) self->answer(std::move(response));
    });
}

void Connection::answer(Response response)
{
    m_authenticated = m_authenticated || response.authenticated;
    m_exchange.principal = response.principal;
    decorate(response, m_requestHeaders, m_secure, m_around.origins);
    if (response.stream) return stream(response);
    if (response.body.size() <= m_around.limits.compressAsideAbove) {
        encodeBody(response, m_requestHeaders, m_around.limits);
        return send(response);
    }
    ++m_serial; // answered: nobody else may any more
    const auto pack = [response, headers = m_requestHeaders, limits = m_around.limits]() mutable -> Result<Response> {
        encodeBody(response, headers, limits);
        return std::move(response);
    };
    onResult(m_around.workers.run(pack), this, [this](const Result<Response> &packed) {
        if (m_phase == Phase::Answering) send(packed ? *packed : textResponse(500));
    });
}

void Connection::send(const Response &response)
{
    m_keepAlive = m_keepAlive && !m_finishing && !response.headers.hasToken("Connection", "close");
    const QByteArray bytes =
        serialise(response, {.headOnly = m_headOnly, .keepAlive = m_keepAlive}, m_around.clock.now());
    m_exchange.status = response.status;
    account(bytes.size());
    write(bytes);
    if (!m_keepAlive) {
        m_phase = Phase::Closing;
        closeWhenSent();
        return;
    }
    m_phase = Phase::Head;
    m_headBegun = false;
    m_deadline = m_around.clock.monotonic() + m_around.limits.idle;
    advance();
}

/// Figures and log. What comes behind it on this connection begins with nothing.
void Connection::account(qint64 bytes)
{
    m_exchange.bytes = bytes;
    m_exchange.took = m_around.clock.monotonic() - m_askedAt;
    m_around.counters.add(m_exchange);
    if (m_around.log) m_around.log(m_exchange);
    m_exchange = {};
    m_askedAt = m_around.clock.monotonic();
}

/// Answers what cannot be read further, and closes: nobody knows where the next request would begin.
void Connection::refuse(int status, Drop why)
{
    m_around.counters.add(why);
    m_keepAlive = false;
    m_lingers = true;
    m_headOnly = false;
    m_requestHeaders = {};
    m_phase = Phase::Answering;
    answer(textResponse(status));
}

} // namespace akwaba::http

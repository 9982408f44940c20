// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/connection.h"

#include "app/server/http/encoding.h"
#include "app/server/http/stream.h"
#include "core/base/clock.h"

// The part of Connection for answers that go on. The end of such a body is the end of the connection.

namespace akwaba::http {

void Connection::stream(const Response &response)
{
    m_keepAlive = false;
    m_stream = response.stream;
    const QByteArray head = serialise(response, {.headOnly = m_headOnly, .keepAlive = false}, m_around.clock.now());
    m_exchange.status = response.status;
    account(head.size());
    write(head);
    if (m_headOnly) return closeWhenSent();
    m_phase = Phase::Streaming;
    connect(m_stream.get(), &Stream::piece, this, [this](const QByteArray &bytes) { writePiece(bytes); });
    connect(m_stream.get(), &Stream::ended, this, [this] {
        if (m_phase == Phase::Streaming) closeWhenSent();
    });
}

void Connection::writePiece(const QByteArray &bytes)
{
    if (m_phase != Phase::Streaming) return;
    if (m_socket->bytesToWrite() > m_around.limits.unsentReply) return abort(Drop::SlowReader);
    write(bytes);
}

/// Whoever sends is told last, since he may do away with the stream.
void Connection::leaveStream()
{
    if (const std::shared_ptr<Stream> stream = std::exchange(m_stream, nullptr)) Q_EMIT stream->closed();
}

} // namespace akwaba::http

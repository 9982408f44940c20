// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/counters.h"
#include "app/server/http/limits.h"
#include "app/server/http/proxies.h"
#include "app/server/http/requestparser.h"
#include "app/server/http/router.h"

#include <QObject>
#include <QTcpSocket>

#include <memory>

namespace akwaba {
class Clock;
class Workers;
} // namespace akwaba

namespace akwaba::http {

class Stream;
class WebSocketGate;

/// One client's connection: reads a request, has it answered, and only then looks at the next, so that pipelined
/// requests are answered in order and a client costs one request at a time. Ends by itself, saying `closed`. On the
/// server's thread.
class Connection : public QObject {
    Q_OBJECT
public:
    struct Surroundings {
        const Router &router;
        const Limits &limits;
        const Clock &clock;
        WebSocketGate &gate;
        Workers &workers;
        Counters &counters;
        const QByteArrayList &origins; // CORS
        const Proxies &proxies;
        const std::function<void(const Exchange &)> &log; // may be empty
    };

    /// Owns the socket, until it becomes a WebSocket. With TLS its handshake may still be going on: it counts for the
    /// deadline of the first head.
    Connection(std::unique_ptr<QTcpSocket> socket, bool secure, const Surroundings &around, QObject *parent);
    ~Connection() override;

    [[nodiscard]] bool isAuthenticated() const { return m_authenticated; }
    /// A whole request is being answered.
    [[nodiscard]] bool isAnswering() const { return m_phase == Phase::Answering; }
    /// Of an unfinished body.
    [[nodiscard]] qsizetype heldBytes() const { return m_phase == Phase::Body ? m_parser->heldBytes() : 0; }
    /// Ends it if a deadline or a minimum rate was missed.
    void checkDeadlines();
    /// No further request; what has begun is finished.
    void finish();
    void abort(Drop why);

Q_SIGNALS:
    /// Its body has grown by a piece that is worth counting.
    void grew();
    void closed();

private:
    enum class Phase { Head, Body, Answering, Streaming, Closing, Closed };

    void advance();
    [[nodiscard]] bool step();
    [[nodiscard]] bool readHead();
    [[nodiscard]] bool takeHead(qsizetype length, QByteArrayView head);
    [[nodiscard]] bool readBody();
    [[nodiscard]] bool upgrade();
    [[nodiscard]] bool discard();
    void dispatch();
    void route(Request request);
    [[nodiscard]] Responder responder();
    void answer(Response response);
    void send(const Response &response);
    void refuse(int status, Drop why);
    void account(qint64 bytes);
    void stream(const Response &response);
    void writePiece(const QByteArray &bytes);
    void leaveStream();
    void write(const QByteArray &bytes);
    void closeWhenSent();
    void closeAtOnce();
    void closeNow();
    [[nodiscard]] bool isTooSlow() const;
    void startWindow();

    std::unique_ptr<QTcpSocket> m_socket;
    const Surroundings m_around;
    std::unique_ptr<RequestParser> m_parser;
    Headers m_requestHeaders; // of the request being answered
    Exchange m_exchange; // the same
    std::chrono::milliseconds m_askedAt{0}; // the same
    std::shared_ptr<Stream> m_stream; // where the answer goes on
    Phase m_phase = Phase::Head;
    quint64 m_serial = 0; // of the request being answered
    bool m_secure = false;
    bool m_headBegun = true; // a fresh connection owes its first head as from now
    bool m_headOnly = false;
    bool m_keepAlive = true;
    bool m_finishing = false;
    bool m_lingers = false;
    bool m_authenticated = false;
    bool m_advancing = false;
    qsizetype m_discarded = 0;
    std::chrono::milliseconds m_deadline{0};
    std::chrono::milliseconds m_windowStart{0};
    qint64 m_windowBytes = 0;
    qsizetype m_toldBytes = 0; // of the body, when grew() was last said
};

} // namespace akwaba::http

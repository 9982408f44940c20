// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/chunkedbody.h"
#include "app/server/http/limits.h"
#include "app/server/http/message.h"

#include <memory>
#include <optional>

namespace akwaba::http {

/// Reads one request out of bytes: a head in one piece, then its body in any pieces. Stricter than RFC 9112 has to be:
/// whatever two parsers could read differently (bare LF, folded lines, two lengths, length and chunked) is refused.
/// Does no I/O. One per request.
class RequestParser {
public:
    /// How far a head has come: `length` > 0 once it is complete; `refusal` is the status to answer, or 0.
    struct Head {
        qsizetype length = 0;
        int refusal = 0;
    };
    explicit RequestParser(const Limits &limits);
    ~RequestParser();
    Q_DISABLE_COPY_MOVE(RequestParser)

    /// Finds the end of the head that starts at the first of these bytes; takes nothing in.
    [[nodiscard]] static Head findHead(QByteArrayView bytes, const Limits &limits);
    /// Takes in a complete head; 0, or the status of the refusal.
    [[nodiscard]] int readHead(QByteArrayView head);
    /// A limit below that of the listener, once the head says where the request goes; 0, or 413 where it announces
    /// more.
    [[nodiscard]] int limitBody(qsizetype bytes);
    /// Takes in some of the body.
    [[nodiscard]] BodyProgress readBody(QByteArrayView bytes);

    [[nodiscard]] bool isComplete() const { return m_chunks ? m_chunks->isComplete() : heldBytes() == m_length; }
    [[nodiscard]] bool keepsAlive() const;
    [[nodiscard]] bool wantsContinue() const;
    /// Only of a request without a body: its bytes would be read as frames.
    [[nodiscard]] bool wantsUpgrade() const;
    /// Of the body, so far.
    [[nodiscard]] qsizetype heldBytes() const { return m_request.body.size(); }
    /// Method, path, query, headers; the body as far as it has come.
    [[nodiscard]] Request &request() { return m_request; }

private:
    struct Beast;
    [[nodiscard]] int checkFields() const;
    [[nodiscard]] int readTarget(QByteArray target);
    void awaitBody();

    const Limits &m_limits;
    std::unique_ptr<Beast> m_beast;
    Request m_request;
    qsizetype m_length = 0; // of the body, as announced
    std::optional<ChunkedBody> m_chunks; // where it comes in chunks
    qsizetype m_bodyLimit = 0;
    qsizetype m_rawBody = 0;
};

} // namespace akwaba::http

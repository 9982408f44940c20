// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/message.h"

#include <functional>

namespace akwaba::http {

/// The duty to answer one request, once, now or later, on the server's thread. Move-only; dropped without an answer
/// it answers 500 by itself. Answering after the client has gone does nothing.
class Responder {
public:
    using Send = std::function<void(Response)>;

    explicit Responder(Send send) : m_send(std::move(send)) { }
    Responder(Responder &&other) noexcept : m_send(std::exchange(other.m_send, nullptr)) { }
    Responder &operator=(Responder &&) = delete;
    Q_DISABLE_COPY(Responder)
    ~Responder();

    void answer(Response response);

private:
    Send m_send;
};

} // namespace akwaba::http

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/responder.h"

namespace akwaba::http {

Responder::~Responder()
{
    if (m_send) m_send(textResponse(500));
}

void Responder::answer(Response response)
{
    Q_ASSERT_X(m_send, "Responder::answer", "answered twice, or moved from");
    if (const Send send = std::exchange(m_send, nullptr)) send(std::move(response));
}

} // namespace akwaba::http

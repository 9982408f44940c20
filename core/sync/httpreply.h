// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace akwaba {

/// What came back for one request: an answer with its HTTP status, or the reason why there is none.
struct HttpReply {
    int status = 0;
    QByteArray body;
    std::optional<std::chrono::milliseconds> retryAfter;
    std::optional<Error> error; // no answer: status and body mean nothing
};

/// Why it is not the answer that was asked for; nothing where it is.
[[nodiscard]] std::optional<Error> errorOf(const HttpReply &reply);

} // namespace akwaba

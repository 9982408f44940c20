// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/sync/httpclient.h"

#include <memory>

namespace akwaba {

/// One POST on a client of its own, which goes when the answer is there; understand(const HttpReply &) makes a
/// Result<T> of it.
template <class T, class F>
[[nodiscard]] QFuture<Result<T>> askOnce(HttpClient *http, const QString &path, const QByteArray &body, F understand)
{
    auto answer = std::make_shared<Answer<T>>();
    QFuture<Result<T>> future = answer->future();
    http->send(1, "POST", path, body, [http, answer, understand](const HttpReply &reply) {
        answer->give(understand(reply));
        http->deleteLater();
    });
    return future;
}

} // namespace akwaba

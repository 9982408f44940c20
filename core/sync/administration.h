// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/protocol/codec.h"
#include "core/sync/httpclient.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <memory>

namespace akwaba {

/// What the server refuses to administrators means more than a request that failed. Of bad input `detail` is the name
/// of what is wrong, where the server gives one.
[[nodiscard]] std::optional<Error> refusalOf(const HttpReply &reply);

/// A trial looks at all open tickets and says nothing until it is over.
inline constexpr HttpLimits trialPatience{std::chrono::seconds(10), std::chrono::seconds(60),
                                          std::chrono::seconds(120)};

/// What an administrator is answered; Code::Protocol for anything else.
template <class T> [[nodiscard]] Result<T> understood(const QJsonObject &object)
{
    return fromJson<T>(object).map_error([](const Error &error) { return Error{Code::Protocol, error.detail}; });
}

/// Asks the server for what people administer there, below one path; nothing of it is kept here. On the thread that
/// made it.
class Administration {
public:
    Administration(const ServerAddress &server, const QByteArray &token, QString path, HttpLimits limits = {})
        : m_http(server, limits), m_path(std::move(path))
    {
        m_http.setToken(token);
    }

    /// `understand` makes the Result<T> of the object that was answered.
    template <class T, class F>
    QFuture<Result<T>> ask(const QByteArray &method, const QString &path, const QJsonObject &body, F understand)
    {
        auto answer = std::make_shared<Answer<T>>();
        QFuture<Result<T>> future = answer->future();
        const QByteArray bytes = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
        m_http.send(++m_request, method, m_path + path, bytes, [answer, understand](const HttpReply &reply) {
            if (const std::optional<Error> error = refusalOf(reply))
                answer->give(Result<T>(tl::unexpected(*error)));
            else
                answer->give(understand(QJsonDocument::fromJson(reply.body).object()));
        });
        return future;
    }

private:
    HttpClient m_http;
    const QString m_path;
    quint64 m_request = 0;
};

} // namespace akwaba

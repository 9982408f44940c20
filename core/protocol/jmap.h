// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

/// The envelopes of RFC 8620 section 3: used by the server's dispatcher and by the console's engine.
namespace akwaba::jmap {

/// One entry of methodCalls or methodResponses: [name, arguments, callId].
struct Invocation {
    QString name;
    QJsonObject arguments;
    QString callId;
    bool operator==(const Invocation &) const = default;
};

struct Request {
    QStringList using_;
    QList<Invocation> methodCalls;
    std::optional<QJsonObject> createdIds; // creation id -> id, where the client keeps them
    bool operator==(const Request &) const = default;
};

struct Response {
    QList<Invocation> methodResponses;
    QString sessionState;
    std::optional<QJsonObject> createdIds;
    bool operator==(const Response &) const = default;
};

[[nodiscard]] QJsonObject toJson(const Request &request);
[[nodiscard]] QJsonObject toJson(const Response &response);
/// Code::BadInput where the members are missing or of the wrong type (RFC 8620 3.6.1, notRequest).
[[nodiscard]] Result<Request> requestFromJson(const QJsonObject &object);
[[nodiscard]] Result<Response> responseFromJson(const QJsonObject &object);

/// The answer of `callId`, whatever its method name; null when there is none.
[[nodiscard]] const Invocation *answerTo(const Response &response, const QString &callId);

} // namespace akwaba::jmap

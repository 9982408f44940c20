// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/administration.h"

namespace akwaba {

std::optional<Error> refusalOf(const HttpReply &reply)
{
    const std::optional<Error> error = errorOf(reply);
    if (!error || reply.error) return error;
    const QJsonObject said = QJsonDocument::fromJson(reply.body).object();
    if (reply.status == 400 || reply.status == 413)
        return Error{Code::BadInput, said.value(QLatin1StringView("flaw")).toString()};
    if (reply.status == 404) return Error{Code::NotFound, {}};
    if (reply.status == 409) return Error{Code::Conflict, {}};
    return error;
}

} // namespace akwaba

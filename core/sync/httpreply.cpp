// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/httpreply.h"

namespace akwaba {

using namespace Qt::StringLiterals;

std::optional<Error> errorOf(const HttpReply &reply)
{
    if (reply.error) return reply.error;
    switch (reply.status) {
    case 200:
    case 204: return std::nullopt;
    case 401: return Error{Code::Unauthenticated, {}};
    case 403: return Error{Code::Denied, {}};
    case 426: return Error{Code::TooOld, {}};
    case 429: return Error{Code::Throttled, {}};
    default: return Error{reply.status >= 500 ? Code::Unreachable : Code::Protocol, u"HTTP %1"_s.arg(reply.status)};
    }
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/methoderror.h"

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

tl::unexpected<MethodError> methodFail(const QString &type, const QString &description, const QJsonObject &more)
{
    return tl::unexpected(MethodError{type, description, more});
}

tl::unexpected<MethodError> invalidArguments(const QString &description)
{
    return methodFail(u"invalidArguments"_s, description);
}

MethodError methodErrorOf(const Error &error)
{
    switch (error.code) {
    case Code::Io:
    case Code::Unreachable:
    case Code::DiskFull:
    case Code::Locked: return {u"serverUnavailable"_s, codeName(error.code), {}};
    case Code::BadInput: return {u"invalidArguments"_s, error.detail, {}};
    case Code::Denied: return {u"forbidden"_s, {}, {}};
    default: return {u"serverFail"_s, codeName(error.code), {}};
    }
}

QJsonObject toJson(const MethodError &error)
{
    QJsonObject object = error.more;
    object.insert(u"type"_s, error.type);
    if (!error.description.isEmpty()) object.insert(u"description"_s, error.description);
    return object;
}

} // namespace akwaba::jmap

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/jmap.h"

#include <algorithm>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

QJsonArray toArray(const QList<Invocation> &invocations)
{
    QJsonArray array;
    for (const Invocation &invocation : invocations)
        array.append(QJsonArray{invocation.name, invocation.arguments, invocation.callId});
    return array;
}

Result<QList<Invocation>> fromArray(const QJsonValue &value)
{
    if (!value.isArray()) return fail(Code::BadInput, u"no array of invocations"_s);
    QList<Invocation> result;
    for (const QJsonValue &entry : value.toArray()) {
        const QJsonArray parts = entry.toArray();
        if (parts.size() != 3 || !parts[0].isString() || !parts[1].isObject() || !parts[2].isString())
            return fail(Code::BadInput, u"an invocation is [name, arguments, id]"_s);
        result.append({parts[0].toString(), parts[1].toObject(), parts[2].toString()});
    }
    return result;
}

} // namespace

QJsonObject toJson(const Request &request)
{
    QJsonObject object{{u"using"_s, QJsonArray::fromStringList(request.using_)},
                       {u"methodCalls"_s, toArray(request.methodCalls)}};
    if (request.createdIds) object.insert(u"createdIds"_s, *request.createdIds);
    return object;
}

QJsonObject toJson(const Response &response)
{
    QJsonObject object{{u"methodResponses"_s, toArray(response.methodResponses)},
                       {u"sessionState"_s, response.sessionState}};
    if (response.createdIds) object.insert(u"createdIds"_s, *response.createdIds);
    return object;
}

Result<Request> requestFromJson(const QJsonObject &object)
{
    if (!object.value(u"using"_s).isArray()) return fail(Code::BadInput, u"using is missing"_s);
    Request request;
    for (const QJsonValue &capability : object.value(u"using"_s).toArray()) {
        if (!capability.isString()) return fail(Code::BadInput, u"using holds strings"_s);
        request.using_.append(capability.toString());
    }
    Result<QList<Invocation>> calls = fromArray(object.value(u"methodCalls"_s));
    if (!calls) return tl::unexpected(calls.error());
    request.methodCalls = std::move(*calls);
    if (object.contains(u"createdIds"_s)) {
        const QJsonValue ids = object.value(u"createdIds"_s);
        const QJsonObject map = ids.toObject();
        const bool fits =
            ids.isObject() && std::all_of(map.begin(), map.end(), [](const QJsonValue &id) { return id.isString(); });
        if (!fits) return fail(Code::BadInput, u"createdIds is a map of ids"_s);
        request.createdIds = map;
    }
    return request;
}

Result<Response> responseFromJson(const QJsonObject &object)
{
    Result<QList<Invocation>> responses = fromArray(object.value(u"methodResponses"_s));
    if (!responses) return tl::unexpected(responses.error());
    Response response{std::move(*responses), object.value(u"sessionState"_s).toString(), {}};
    if (object.value(u"createdIds"_s).isObject()) response.createdIds = object.value(u"createdIds"_s).toObject();
    return response;
}

const Invocation *answerTo(const Response &response, const QString &callId)
{
    for (const Invocation &invocation : response.methodResponses) {
        if (invocation.callId == callId) return &invocation;
    }
    return nullptr;
}

} // namespace akwaba::jmap

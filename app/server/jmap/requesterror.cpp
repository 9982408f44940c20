// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/requesterror.h"

#include <QJsonDocument>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

QString registered(QLatin1StringView name) { return u"urn:ietf:params:jmap:error:"_s + name; }

} // namespace

RequestError notJson() { return {registered("notJSON"_L1), 400, u"the request is no JSON object in UTF-8"_s, {}}; }

RequestError notRequest(const QString &detail) { return {registered("notRequest"_L1), 400, detail, {}}; }

RequestError unknownCapability(const QString &capability)
{
    return {registered("unknownCapability"_L1), 400, capability, {}};
}

RequestError overLimit(const QString &limit, int status)
{
    return {registered("limit"_L1), status, u"over the limit"_s, limit};
}

QJsonObject toJson(const RequestError &error)
{
    QJsonObject object{{u"type"_s, error.type}, {u"status"_s, error.status}, {u"detail"_s, error.detail}};
    if (!error.limit.isEmpty()) object.insert(u"limit"_s, error.limit);
    return object;
}

http::Response problem(const RequestError &error)
{
    http::Response response = jsonResponse(error.status, toJson(error));
    response.headers.set("Content-Type", "application/problem+json");
    return response;
}

http::Response problemResponse(int status)
{
    http::Response response = jsonResponse(status,
                                           {{u"type"_s, u"about:blank"_s},
                                            {u"status"_s, status},
                                            {u"title"_s, QString::fromLatin1(http::reasonPhrase(status))}});
    response.headers.set("Content-Type", "application/problem+json");
    return response;
}

http::Response jsonResponse(int status, const QJsonObject &object)
{
    http::Response response;
    response.status = status;
    response.headers.set("Content-Type", "application/json");
    response.headers.set("Cache-Control", "no-store");
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return response;
}

http::Response forDevice(const DeviceId &device, http::Response response)
{
    response.authenticated = true;
    response.principal = device.value.toLatin1();
    return response;
}

} // namespace akwaba::jmap

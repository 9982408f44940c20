// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/dispatcher.h"

#include "app/server/jmap/ijson.h"
#include "app/server/jmap/run.h"

namespace akwaba::jmap {

Dispatcher::Dispatcher(store::Store &store, ApplyIntents apply, const Settings &settings)
    : m_store(store), m_apply(std::move(apply)), m_settings(settings), m_admission(settings.maxConcurrentRequests)
{
}

tl::expected<std::shared_ptr<void>, RequestError> Dispatcher::admit(const store::Caller &caller) const
{
    std::shared_ptr<void> place = m_admission.enter(caller);
    if (!place) return tl::unexpected(overLimit(QStringLiteral("maxConcurrentRequests"), 429));
    return place;
}

tl::expected<Request, RequestError> Dispatcher::read(const QByteArray &body) const
{
    if (body.size() > m_settings.maxSizeRequest) return tl::unexpected(overLimit(QStringLiteral("maxSizeRequest")));
    const std::optional<QJsonDocument> document = parseIJson(body, m_settings.maxDepth);
    if (!document) return tl::unexpected(notJson());
    if (!document->isObject()) return tl::unexpected(notRequest(QStringLiteral("a request is an object")));
    return read(document->object());
}

tl::expected<Request, RequestError> Dispatcher::read(const QJsonObject &object) const
{
    const Result<Request> request = requestFromJson(object);
    if (!request) return tl::unexpected(notRequest(request.error().detail));
    for (const QString &capability : request->using_) {
        if (capability != coreCapability && capability != webSocketCapability
            && capability != m_settings.vendorCapability)
            return tl::unexpected(unknownCapability(capability));
    }
    if (request->methodCalls.size() > m_settings.maxCallsInRequest)
        return tl::unexpected(overLimit(QStringLiteral("maxCallsInRequest")));
    return *request;
}

void Dispatcher::run(const Request &request, const store::Caller &caller, Done done) const
{
    std::make_shared<Run>(Run::Surroundings{m_store, m_apply, m_settings}, request, caller, std::move(done))->advance();
}

} // namespace akwaba::jmap

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/dispatcher.h"

#include "app/server/jmap/requestreader.h"
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
    return messageIn(body, m_settings).and_then([this](const QJsonObject &message) {
        return requestIn(message, m_settings);
    });
}

void Dispatcher::run(const Request &request, const store::Caller &caller, Done done) const
{
    std::make_shared<Run>(Run::Surroundings{m_store, m_apply, m_settings}, request, caller, std::move(done))->advance();
}

} // namespace akwaba::jmap

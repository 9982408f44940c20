// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/requestreader.h"

#include "app/server/jmap/ijson.h"

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

RequestReader::Read incomingFrom(const QByteArray &bytes, const Settings &settings)
{
    return messageIn(bytes, settings).map([&settings](const QJsonObject &message) {
        return Incoming{message, requestIn(message, settings)};
    });
}

} // namespace

tl::expected<QJsonObject, RequestError> messageIn(const QByteArray &bytes, const Settings &settings)
{
    if (bytes.size() > settings.maxSizeRequest) return tl::unexpected(overLimit(u"maxSizeRequest"_s));
    const auto document = parseIJson(bytes, {.depth = settings.maxDepth, .values = settings.maxValuesInRequest});
    if (!document) {
        const bool isTooMuch = document.error() == JsonFlaw::TooManyValues;
        return tl::unexpected(isTooMuch ? overLimit(u"maxValuesInRequest"_s) : notJson());
    }
    if (!document->isObject()) return tl::unexpected(notRequest(u"a request is an object"_s));
    return document->object();
}

tl::expected<Request, RequestError> requestIn(const QJsonObject &message, const Settings &settings)
{
    const Result<Request> request = requestFromJson(message);
    if (!request) return tl::unexpected(notRequest(request.error().detail));
    for (const QString &capability : request->using_) {
        if (capability != coreCapability && capability != webSocketCapability
            && capability != settings.vendorCapability)
            return tl::unexpected(unknownCapability(capability));
    }
    if (request->methodCalls.size() > settings.maxCallsInRequest)
        return tl::unexpected(overLimit(u"maxCallsInRequest"_s));
    return *request;
}

void RequestReader::read(const QByteArray &bytes, const Done &done)
{
    if (!isLarge(bytes)) return done(incomingFrom(bytes, m_settings));
    const auto work = [bytes, settings = m_settings]() -> Result<Read> { return incomingFrom(bytes, settings); };
    onResult(m_thread.run(work), this, [done](const Result<Read> &read) {
        done(read ? *read : Read(tl::unexpected(notRequest(read.error().detail))));
    });
}

} // namespace akwaba::jmap

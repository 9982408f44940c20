// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/api.h"

#include "app/server/jmap/session.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/protocol/codec.h"

#include <QPointer>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

bool isJson(const QByteArray &contentType)
{
    return contentType.split(';').first().trimmed().compare("application/json", Qt::CaseInsensitive) == 0;
}

} // namespace

Api::Api(http::Router &router, store::Store &store, ApplyIntents apply, Settings settings)
    : m_store(store), m_settings(std::move(settings)), m_doorkeeper(store),
      m_authenticator(store, m_doorkeeper, m_settings.basicAllowed), m_reader(m_settings),
      m_dispatcher(store, std::move(apply), m_settings), m_herald(store), m_presence(store),
      m_push(router, {m_reader, m_dispatcher, m_authenticator, store, m_settings, m_herald, m_presence}),
      m_events(router, {store, m_authenticator, m_settings, m_herald}),
      m_accounts(router, store, {m_authenticator, m_doorkeeper}),
      m_erasures(router, store, {m_authenticator, m_doorkeeper}),
      m_lease(router, store, {m_authenticator, m_doorkeeper}, m_settings.lease),
      m_blobs(router, store, m_authenticator, m_settings)
{
    // The well-known address answers itself: some clients drop their credentials at a redirection.
    for (const QString &path : {u"/.well-known/jmap"_s, u"/jmap/session"_s}) {
        router.add("GET", path, [this](const http::Request &request, http::Responder responder) {
            responder.answer(session(request));
        });
    }
    router.add("POST", u"/jmap/api"_s, [this](const http::Request &request, http::Responder responder) {
        answer(request, std::move(responder));
    });
    store.onCommitted([herald = QPointer(&m_herald)](const store::CommitNotice &notice) {
        if (herald) herald->notice(notice);
    });
}

http::Response Api::session(const http::Request &request) const
{
    const Result<store::Caller> caller = m_authenticator.callerOf(request.headers);
    if (!caller) return m_authenticator.refusal(caller.error());
    const QUrl base = baseUrl(m_settings, request);
    if (!base.isValid()) return http::textResponse(400);
    return forDevice(caller->device,
                     jsonResponse(200, sessionObject(m_settings, base, *caller, m_store.clock().now())));
}

void Api::answer(const http::Request &request, http::Responder responder)
{
    const Result<store::Caller> caller = m_authenticator.callerOf(request.headers);
    if (!caller) return responder.answer(m_authenticator.refusal(caller.error()));
    const auto later = std::make_shared<http::Responder>(std::move(responder));
    const auto refuse = [later, device = caller->device](const RequestError &error) {
        later->answer(forDevice(device, problem(error)));
    };
    if (!isJson(request.headers.value("Content-Type"))) return refuse(notJson());
    // From here on, since a body that waits to be read is held.
    const auto place = m_dispatcher.admit(*caller);
    if (!place) return refuse(place.error());
    m_reader.read(request.body,
                  [this, later, refuse, caller = *caller, kept = *place](const RequestReader::Read &incoming) {
                      const auto wanted = incoming.and_then([](const Incoming &read) { return read.request; });
                      if (!wanted) return refuse(wanted.error());
                      run(*wanted, caller, kept, later);
                  });
}

void Api::run(const Request &request, const store::Caller &caller, const std::shared_ptr<void> &place,
              const std::shared_ptr<http::Responder> &later) const
{
    m_dispatcher.run(request, caller, [this, later, kept = place, device = caller.device](const Response &answered) {
        QJsonObject object = toJson(answered);
        object.insert(u"serverTime"_s, utcDate(m_store.clock().now()));
        later->answer(forDevice(device, jsonResponse(200, object)));
    });
}

} // namespace akwaba::jmap

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

Api::Api(http::Router &router, store::Store &store, ApplyIntents apply, Settings settings)
    : m_store(store), m_settings(std::move(settings)), m_doorkeeper(store),
      m_authenticator(store, m_doorkeeper, m_settings.basicAllowed), m_dispatcher(store, std::move(apply), m_settings),
      m_push(router, {m_dispatcher, m_authenticator, store, m_settings}),
      m_accounts(router, store, {m_authenticator, m_doorkeeper},
                 [this](const QString &token) { m_push.endSessionsOf(token); }),
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
    store.onCommitted([hub = QPointer<Push>(&m_push)](const store::CommitNotice &notice) {
        if (hub) hub->notice(notice);
    });
}

http::Response Api::session(const http::Request &request) const
{
    const Result<store::Caller> caller = m_authenticator.callerOf(request.headers);
    if (!caller) return m_authenticator.refusal(caller.error());
    const QUrl base = baseUrl(m_settings, request);
    if (!base.isValid()) return http::textResponse(400);
    const Result<QString> email = m_store.read().and_then([&caller](const store::Snapshot &snapshot) {
        return snapshot.find<Agent>(caller->agent).map([](const std::optional<Agent> &agent) {
            return agent ? agent->email : QString();
        });
    });
    if (!email) return m_authenticator.refusal(email.error());
    http::Response response =
        jsonResponse(200, sessionObject(m_settings, base, *caller, *email, m_store.clock().now()));
    response.authenticated = true;
    return response;
}

void Api::answer(const http::Request &request, http::Responder responder) const
{
    const Result<store::Caller> caller = m_authenticator.callerOf(request.headers);
    if (!caller) return responder.answer(m_authenticator.refusal(caller.error()));
    const auto wanted = m_dispatcher.read(request.body);
    if (!wanted) {
        http::Response refusal = problem(wanted.error());
        refusal.authenticated = true;
        return responder.answer(std::move(refusal));
    }
    const auto later = std::make_shared<http::Responder>(std::move(responder));
    m_dispatcher.run(*wanted, *caller, [this, later](const Response &answered) {
        QJsonObject object = toJson(answered);
        object.insert(u"serverTime"_s, utcDate(m_store.clock().now()));
        http::Response response = jsonResponse(200, object);
        response.authenticated = true;
        later->answer(std::move(response));
    });
}

} // namespace akwaba::jmap

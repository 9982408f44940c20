// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/engine.h"
#include "core/sync/storedservers.h"
#include "core/sync/storedtime.h"

// What an answer of the server does to the state; what it does to the files is puller's and pusher's.
namespace akwaba {

using namespace std::chrono_literals;

const HttpReply *Engine::current(const SyncEvent &event)
{
    const auto &answered = std::get<event::Answered>(event);
    if (m_inFlight != answered.request) return nullptr; // late, or a duplicate
    m_inFlight.reset();
    return &answered.reply;
}

bool Engine::refused(const HttpReply &reply)
{
    if (reply.error) {
        const Code code = reply.error->code;
        if (code == Code::InsecureAddress || code == Code::UnknownCertificate)
            pause(code);
        else
            retryLater(code);
        return true;
    }
    switch (reply.status) {
    case 200: return false;
    case 401: lockedOut(); return true;
    case 403: pause(Code::Denied); return true;
    case 426: pause(Code::TooOld); return true;
    case 429: retryLater(Code::Throttled, reply.retryAfter.value_or(0ms)); return true;
    default:
        retryLater(reply.status >= 500 ? Code::Unreachable : Code::Protocol, reply.retryAfter.value_or(0ms));
        return true;
    }
}

std::optional<jmap::Response> Engine::responseOf(const HttpReply &reply)
{
    if (refused(reply)) return std::nullopt;
    Result<jmap::Response> response = wire::responseFrom(reply.body);
    if (!response) {
        retryLater(response.error().code);
        return std::nullopt;
    }
    for (const jmap::Invocation &answer : response->methodResponses)
        measure(wire::serverTimeOf(answer));
    return std::move(*response);
}

void Engine::sessionAnswered(const SyncEvent &event)
{
    const HttpReply *reply = current(event);
    if (reply == nullptr || refused(*reply)) return;
    const Result<wire::Session> session = wire::sessionFrom(reply->body);
    if (!session) return retryLater(session.error().code);
    // Another account's data would look like the loss of all of ours.
    if (session->agent != m_me.me || session->device != m_me.device) return pause(Code::Denied);
    m_session = *session;
    storeServers(m_outbox, m_session.servers);
    if (!m_session.servers.isEmpty()) m_effects.emplace_back(effect::UseServers{m_session.servers});
    measure(m_session.serverTime);
    if (const auto again = m_pusher.retryBlocked(m_session); again) tell(*again); // or with the next session
    m_pullWanted = true; // a push may have been lost: pull once after every reconnect
    m_pushedLast = false;
    askForErasures();
}

void Engine::pageAnswered(const SyncEvent &event)
{
    const HttpReply *reply = current(event);
    if (reply == nullptr) return;
    if (m_puller.holdsPage() && !written(m_puller.takeHeld())) return; // the answer was faster than we
    const std::optional<jmap::Response> response = responseOf(*reply);
    if (!response) return;
    // Not while something waits to be sent: that comes between two pages.
    const std::optional<QByteArray> next = mayPush() ? std::nullopt : m_puller.readAhead(m_session, *response);
    if (next) {
        send(State::Filling, "POST", m_session.apiPath, *next);
        m_effects.emplace_back(effect::Continue{});
    } else if (written(m_puller.take(*response))) {
        goOn();
    }
}

void Engine::writeHeldPage(const SyncEvent &)
{
    if (m_puller.holdsPage()) (void)written(m_puller.takeHeld());
}

/// Tells what a page has changed; false when it was not written and the state is another now.
bool Engine::written(const Result<Pulled> &pulled)
{
    if (!pulled) {
        const bool theirFault = pulled.error().code == Code::Protocol || pulled.error().code == Code::Unreachable;
        if (theirFault)
            retryLater(pulled.error().code);
        else
            localFault(pulled.error());
        return false;
    }
    m_backoff.reset();
    tell(pulled->changed);
    if (pulled->step == Pulled::Step::AskFirst) {
        closePush();
        pause(Code::Protocol);
        return false;
    }
    if (pulled->step == Pulled::Step::EraseFirst) {
        m_pullWanted = true;
        askForErasures();
        return false;
    }
    m_effects.emplace_back(effect::TellStatus{});
    return true;
}

void Engine::outcomesAnswered(const SyncEvent &event)
{
    const HttpReply *reply = current(event);
    if (reply == nullptr) return;
    const std::optional<jmap::Response> response = responseOf(*reply);
    if (!response) return;
    const Result<Pushed> pushed = m_pusher.take(*response);
    if (!pushed) {
        const bool theirFault = pushed.error().code == Code::Protocol || pushed.error().code == Code::Unreachable;
        return theirFault ? retryLater(pushed.error().code) : localFault(pushed.error());
    }
    if (pushed->decided > 0 || pushed->movedOn) m_transientBackoff.reset();
    if (pushed->repeated > 0) m_intentsNotBefore = m_clock.monotonic() + m_transientBackoff.next();
    tell(pushed->changed);
    m_effects.emplace_back(effect::TellStatus{});
    m_pullWanted = true; // our own writes come back like everybody's
    goOn();
}

void Engine::measure(const QDateTime &serverTime)
{
    if (!serverTime.isValid()) return;
    m_time.measured(serverTime, m_clock.now(), m_clock.monotonic() - m_sentAt);
    storeOffset(m_outbox, *m_time.offset());
}

} // namespace akwaba

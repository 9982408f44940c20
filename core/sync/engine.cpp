// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/engine.h"

#include "core/sync/storedtime.h"

namespace akwaba {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto requestLimit = 120s; // the driver has tighter limits of its own (sync.md 2.14): this is the last resort
constexpr auto pollWithoutPush = 60s; // +- 20 %
constexpr auto pollWithPush = 5min; // a push is a hint and may be lost

} // namespace

Engine::Engine(Cache &cache, Outbox &outbox, const Clock &clock, Random &random, ApplyContext me,
               const WindowPolicy &window)
    : m_cache(cache), m_outbox(outbox), m_clock(clock), m_random(random), m_me(std::move(me)),
      m_puller(cache, outbox, clock, m_me, window), m_pusher(cache, outbox, m_me), m_eraser(cache, outbox, clock, m_me),
      m_eviction(cache, outbox, m_me, window), m_time(storedOffset(outbox)), m_backoff(random), m_pushBackoff(random),
      m_transientBackoff(random), m_readerBackoff(random)
{
}

Effects Engine::step(const SyncEvent &event)
{
    m_effects.clear();
    if (std::holds_alternative<event::TimerFired>(event)) m_timerArmed = false;
    const Handler handler = table()[std::size_t(m_state)][event.index()];
    (this->*handler)(event);
    return std::exchange(m_effects, {});
}

std::optional<Changed> Engine::tidy(const TicketId &shown)
{
    // A request under way asks for messages of those tickets only that were not here when it was made.
    return m_state == State::Live ? m_eviction.some(shown) : std::nullopt;
}

SyncStatus Engine::status() const
{
    SyncStatus status;
    switch (m_state) {
    case State::Offline: status.phase = SyncPhase::Offline; break;
    case State::Connecting: status.phase = SyncPhase::Connecting; break;
    case State::Erasing:
    case State::Filling: status.phase = SyncPhase::Syncing; break;
    case State::Pushing:
    case State::Pulling: status.phase = m_caughtUp ? SyncPhase::Live : SyncPhase::Syncing; break;
    case State::Live: status.phase = SyncPhase::Live; break;
    case State::Paused: status.phase = SyncPhase::Paused; break;
    }
    status.reason = m_reason;
    status.dataAsOf = m_puller.completeAsOf();
    status.pending = m_outbox.pendingCount();
    status.notSent = m_outbox.notSentCount();
    status.rowsDone = m_puller.rowsDone();
    status.rowsTotal = m_puller.rowsTotal();
    status.usable = m_puller.isUsable();
    status.wasSetBack = m_pusher.wasSetBack();
    status.serverOffset = m_time.offset().value_or(std::chrono::milliseconds(0));
    status.clockIsOff = m_time.isFarOff();
    return status;
}

// ------------------------------------------------------------------------------------------------ starting, pausing

void Engine::start(const SyncEvent &)
{
    if (m_started) return;
    m_started = true;
    if (m_offlineByChoice) return pause(Code::Offline);
    connectToServer();
}

void Engine::pauseByChoice(const SyncEvent &)
{
    m_offlineByChoice = true;
    pause(Code::Offline);
}

void Engine::resumeByChoice(const SyncEvent &)
{
    const bool waitsForChoice = m_offlineByChoice;
    m_offlineByChoice = false;
    if (m_started && waitsForChoice) connectToServer();
}

void Engine::connectNow(const SyncEvent &)
{
    m_time.forgetSamples(); // the machine may have slept, the route may be another
    connectToServer();
}

void Engine::retryIfItMayHelp(const SyncEvent &)
{
    // A choice and a missing log-in are not overcome by trying again; a lying or old server may have been mended.
    if (!m_started || m_offlineByChoice || m_reason == Code::Unauthenticated) return;
    m_puller.allowResync();
    connectToServer();
}

void Engine::logInAgain(const SyncEvent &)
{
    if (m_started && !m_offlineByChoice) connectToServer();
}

void Engine::reconnectWithNewToken(const SyncEvent &)
{
    abandonRequest();
    closePush();
    connectToServer();
}

void Engine::connectToServer()
{
    m_caughtUp = false;
    m_reason.reset();
    m_mayOnlyErase = false;
    m_puller.startRound();
    send(State::Connecting, "GET", u"/jmap/session"_s, {});
}

void Engine::pause(Code reason)
{
    abandonRequest();
    closePush();
    m_reason = reason;
    m_caughtUp = false;
    m_timerArmed = false;
    m_effects.emplace_back(effect::StopTimer{});
    enter(State::Paused);
}

void Engine::retryLater(Code reason, std::chrono::milliseconds atLeast)
{
    m_reason = reason;
    m_caughtUp = false;
    abandonRequest();
    closePush();
    // After a restart of the server all its consoles come back at once unless each waits a little longer than told.
    const auto spread = atLeast > 0ms ? std::chrono::milliseconds(m_random.below(30'000)) : 0ms;
    armTimer(std::max(m_backoff.next(), atLeast + spread));
    enter(State::Offline);
}

void Engine::localFault(const Error &error)
{
    if (error.code != Code::Corrupt) return retryLater(error.code); // a full disk may have room later
    pause(Code::Corrupt);
    m_effects.emplace_back(effect::RebuildCache{});
}

void Engine::requestTimedOut(const SyncEvent &) { retryLater(Code::Unreachable); }

// ------------------------------------------------------------------------------------------------ pushing, pulling

void Engine::goOn()
{
    const bool mayPull = m_pullWanted || m_puller.isUnderWay();
    if (mayPush() && !(m_pushedLast && mayPull)) return beginPush();
    if (mayPull) return beginPull();
    becomeLive();
}

bool Engine::mayPush() const { return m_outbox.hasReady() && m_clock.monotonic() >= m_intentsNotBefore; }

void Engine::beginPush()
{
    const Result<QByteArray> body = m_pusher.compose(m_session);
    if (!body) return localFault(body.error());
    m_pushedLast = true;
    if (body->isEmpty()) { // what is ready waits for something else
        m_intentsNotBefore = m_clock.monotonic() + pollWithoutPush;
        return goOn();
    }
    send(State::Pushing, "POST", m_session.apiPath, *body);
}

void Engine::beginPull()
{
    m_pushedLast = false;
    if (m_puller.opensRound()) m_pullWanted = false; // a later page of an older round brings nothing newer
    const Result<QByteArray> body = m_puller.next(m_session);
    if (!body) return localFault(body.error());
    send(m_puller.isFilling() ? State::Filling : State::Pulling, "POST", m_session.apiPath, *body);
}

void Engine::becomeLive()
{
    m_backoff.reset();
    m_caughtUp = true;
    m_pushedLast = false;
    if (!m_pushWanted && m_clock.monotonic() >= m_channelNotBefore) openPush();
    armTimer(untilNextLook());
    enter(State::Live);
}

std::chrono::milliseconds Engine::untilNextLook()
{
    auto wait = std::chrono::milliseconds(m_pushOpen ? pollWithPush : pollWithoutPush);
    wait += wait * int(m_random.below(41)) / 100 - wait / 5;
    const auto now = m_clock.monotonic();
    if (!m_pushWanted) wait = std::min(wait, m_channelNotBefore - now);
    if (m_outbox.hasReady()) wait = std::min(wait, m_intentsNotBefore - now);
    return std::max(wait, std::chrono::milliseconds(1ms));
}

void Engine::push(const SyncEvent &)
{
    m_effects.emplace_back(effect::TellStatus{});
    goOn();
}

void Engine::pull(const SyncEvent &)
{
    m_pullWanted = true;
    goOn();
}

void Engine::notePush(const SyncEvent &) { m_pullWanted = true; }

void Engine::tellPending(const SyncEvent &) { m_effects.emplace_back(effect::TellStatus{}); }

void Engine::pushOpened(const SyncEvent &)
{
    m_pushOpen = true;
    m_pushBackoff.reset();
    m_pullWanted = true; // what changed before was told to nobody
    if (m_state == State::Live) goOn();
}

void Engine::pushLost(const SyncEvent &)
{
    m_pushOpen = false;
    m_pushWanted = false;
    m_channelNotBefore = m_clock.monotonic() + m_pushBackoff.next();
    if (m_state == State::Live) armTimer(untilNextLook()); // that look opens it again
}

void Engine::dropPush(const SyncEvent &) { closePush(); }

// ------------------------------------------------------------------------------------------------ effects

void Engine::send(State state, const QByteArray &method, const QString &path, const QByteArray &body)
{
    Q_ASSERT(!m_inFlight);
    m_inFlight = ++m_lastRequest;
    m_sentAt = m_clock.monotonic();
    m_effects.emplace_back(effect::Send{m_lastRequest, method, path, body});
    armTimer(requestLimit);
    enter(state);
}

void Engine::abandonRequest()
{
    if (!m_inFlight) return;
    m_effects.emplace_back(effect::Abort{*m_inFlight});
    m_inFlight.reset();
}

void Engine::armTimer(std::chrono::milliseconds after)
{
    m_timerArmed = true;
    m_effects.emplace_back(effect::ArmTimer{after});
}

void Engine::enter(State state)
{
    m_state = state;
    m_effects.emplace_back(effect::TellStatus{});
}

void Engine::tell(const Changed &changed)
{
    if (!changed.isEmpty()) m_effects.emplace_back(effect::TellChanged{changed});
}

void Engine::openPush()
{
    m_pushWanted = true;
    m_effects.emplace_back(effect::OpenPush{});
}

void Engine::closePush()
{
    if (m_pushWanted || m_pushOpen) m_effects.emplace_back(effect::ClosePush{});
    m_pushWanted = false;
    m_pushOpen = false;
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/cache/eraser.h"
#include "core/sync/backoff.h"
#include "core/sync/events.h"
#include "core/sync/eviction.h"
#include "core/sync/puller.h"
#include "core/sync/pusher.h"
#include "core/sync/servertime.h"
#include "core/sync/syncstatus.h"

#include <array>

namespace akwaba {

/// The way between the console's two files and the server, as a state machine: an event goes in, effects come out
/// (sync.md 2.23). It has no thread, socket, clock or event loop; it reads and writes the files it is given. Used from
/// one thread. What it promises: every pair of state and event is answered; a timer is armed in every state but Paused;
/// one request is under way at most; absence is never taken for deletion; nothing in the outbox is ever dropped here.
class Engine {
public:
    enum class State {
        Offline, ///< waiting to try again
        Connecting, ///< asking for the session
        Erasing, ///< data have to leave this device, before anything else happens (sync.md 2.15)
        Filling, ///< first sync, resync, or rows of a new scope: page by page
        Pushing, ///< intents are under way
        Pulling, ///< changes since the cursor are under way
        Live, ///< nothing to do
        Paused, ///< only an event brings it on: not started, offline by choice, log-in needed
    };
    static constexpr std::size_t stateCount = 8;
    static constexpr std::size_t eventCount = std::variant_size_v<SyncEvent>;

    Engine(Cache &cache, Outbox &outbox, const Clock &clock, Random &random, ApplyContext me,
           const WindowPolicy &window = {});
    Q_DISABLE_COPY_MOVE(Engine)

    [[nodiscard]] Effects step(const SyncEvent &event);

    /// Something to do while there is nothing to do: takes a few rows out of the cache that have left its window.
    /// Nothing when there are no more, or it is not the time. `shown` is on the screen and stays.
    [[nodiscard]] std::optional<Changed> tidy(const TicketId &shown);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isTimerArmed() const { return m_timerArmed; }
    [[nodiscard]] SyncStatus status() const;
    /// Server minus this machine; nothing before the first contact ever.
    [[nodiscard]] std::optional<std::chrono::milliseconds> serverOffset() const { return m_time.offset(); }

    using Handler = void (Engine::*)(const SyncEvent &);
    using Table = std::array<std::array<Handler, eventCount>, stateCount>;
    /// What is done in each state on each event; no entry is null. In enginetable.cpp.
    [[nodiscard]] static const Table &table();

private:
    struct Rows; // of the table

    // What the table names.
    void nothing(const SyncEvent &) { }
    void start(const SyncEvent &event);
    void pauseByChoice(const SyncEvent &event);
    void resumeByChoice(const SyncEvent &event);
    void connectNow(const SyncEvent &event);
    void retryIfItMayHelp(const SyncEvent &event);
    void logInAgain(const SyncEvent &event);
    void reconnectWithNewToken(const SyncEvent &event);
    void requestTimedOut(const SyncEvent &event);
    void tellPending(const SyncEvent &event);
    void push(const SyncEvent &event);
    void pull(const SyncEvent &event);
    void notePush(const SyncEvent &event);
    void pushOpened(const SyncEvent &event);
    void pushLost(const SyncEvent &event);
    void dropPush(const SyncEvent &event);
    void sessionAnswered(const SyncEvent &event);
    void erasureAnswered(const SyncEvent &event);
    void eraseOn(const SyncEvent &event);
    void eraseLater(const SyncEvent &event);
    void pageAnswered(const SyncEvent &event);
    void writeHeldPage(const SyncEvent &event);
    void outcomesAnswered(const SyncEvent &event);

    // Steps of more than one handler.
    void connectToServer();
    void goOn();
    [[nodiscard]] bool mayPush() const;
    [[nodiscard]] bool written(const Result<Pulled> &pulled);
    void lockedOut();
    void askForErasures();
    void erase();
    void reportErasure();
    void nothingToErase();
    [[nodiscard]] std::optional<QJsonObject> erasureAnswer(const HttpReply &reply);
    void beginPush();
    void beginPull();
    void becomeLive();
    void pause(Code reason);
    void retryLater(Code reason, std::chrono::milliseconds atLeast = {});
    void localFault(const Error &error);
    void send(State state, const QByteArray &method, const QString &path, const QByteArray &body);
    [[nodiscard]] std::chrono::milliseconds untilNextLook();
    [[nodiscard]] const HttpReply *current(const SyncEvent &event);
    [[nodiscard]] bool refused(const HttpReply &reply);
    [[nodiscard]] std::optional<jmap::Response> responseOf(const HttpReply &reply);
    void measure(const QDateTime &serverTime);
    void abandonRequest();
    void armTimer(std::chrono::milliseconds after);
    void enter(State state);
    void tell(const Changed &changed);
    void openPush();
    void closePush();

    Cache &m_cache;
    Outbox &m_outbox;
    const Clock &m_clock;
    Random &m_random;
    const ApplyContext m_me;
    Puller m_puller;
    Pusher m_pusher;
    Eraser m_eraser;
    Eviction m_eviction;
    ServerTime m_time;
    Backoff m_backoff; // of the way to the server
    Backoff m_pushBackoff; // of the push channel, which a proxy may refuse for ever
    Backoff m_transientBackoff; // of intents that the server asked to repeat
    Backoff m_readerBackoff; // of a reader that is in a file which is to be emptied
    Effects m_effects; // of the step under way

    State m_state = State::Paused;
    std::optional<Code> m_reason;
    bool m_started = false;
    bool m_offlineByChoice = false;
    bool m_timerArmed = false;
    bool m_pushWanted = false; // OpenPush was asked for
    bool m_pushOpen = false;
    bool m_pullWanted = false;
    bool m_pushedLast = false; // pushes and pulls take turns
    bool m_mayOnlyErase = false; // the server lets us in for nothing else
    bool m_reporting = false; // the erasure that was done is on its way to the server
    bool m_caughtUp = false; // was live since the last failure
    std::chrono::milliseconds m_intentsNotBefore{0}; // monotonic
    std::chrono::milliseconds m_channelNotBefore{0}; // monotonic
    quint64 m_lastRequest = 0;
    std::optional<quint64> m_inFlight;
    std::chrono::milliseconds m_sentAt{0}; // monotonic
    wire::Session m_session;
};

} // namespace akwaba

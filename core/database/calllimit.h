// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/sockethold.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace akwaba {

/// Ends calls to one PostgreSQL that last too long. libpq waits for an answer without a limit, and a server whose
/// process, machine or disk hangs keeps its connections open and says nothing. When a call exceeds the limit, the
/// sockets of all connections under it are shut down: libpq then returns with an error, in this call and in the next
/// one of each other connection, which would hang as well. Any thread; it has one of its own, which looks eight times
/// in the length of the limit and sleeps while there are no calls.
class CallLimit {
public:
    explicit CallLimit(std::chrono::milliseconds longest);
    Q_DISABLE_COPY_MOVE(CallLimit)
    ~CallLimit();

    [[nodiscard]] std::chrono::milliseconds longest() const { return m_longest; }
    /// How often connections were given up.
    [[nodiscard]] int exceeded() const { return m_exceeded; }

    class Connection;

private:
    using Instant = std::chrono::steady_clock::time_point;
    struct Watched {
        explicit Watched(qintptr handle) : socket(handle) { }

        const SocketHold socket;
        std::optional<Instant> calledAt; // while a call goes on
    };

    void watch();
    [[nodiscard]] bool isInUse();
    void endWhatIsOverdue();

    const std::chrono::milliseconds m_longest;
    std::atomic<int> m_exceeded = 0;
    std::mutex m_mutex; // of what follows
    std::condition_variable m_changed;
    std::list<Watched> m_watched;
    bool m_wasCalled = false; // since the last look
    bool m_isEnding = false;
    std::thread m_thread;
};

/// The calls of one connection. Without a limit they may last. Calls don't nest.
class CallLimit::Connection {
public:
    Connection() = default;
    Q_DISABLE_COPY_MOVE(Connection)
    ~Connection() { release(); }

    /// False where the system had no handle left for it.
    [[nodiscard]] bool putUnder(const std::shared_ptr<CallLimit> &limit, qintptr socket);
    /// Before the socket is closed for good.
    void release();

    void begin();
    void end();

private:
    std::shared_ptr<CallLimit> m_limit;
    std::list<Watched>::iterator m_watched; // where there is a limit
};

/// A call goes on for as long as it lives.
class Call {
public:
    explicit Call(CallLimit::Connection &connection) : m_connection(connection) { m_connection.begin(); }
    Q_DISABLE_COPY_MOVE(Call)
    ~Call() { m_connection.end(); }

private:
    CallLimit::Connection &m_connection;
};

} // namespace akwaba

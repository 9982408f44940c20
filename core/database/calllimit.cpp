// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/calllimit.h"

#include <algorithm>
#include <utility>

namespace akwaba {

namespace {

constexpr int looksInTheLimit = 8;

} // namespace

CallLimit::CallLimit(std::chrono::milliseconds longest) : m_longest(longest), m_thread([this] { watch(); }) { }

CallLimit::~CallLimit()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

/// Calls take microseconds, so they wake nobody: only the first one after a rest does.
void CallLimit::watch()
{
    std::unique_lock lock(m_mutex);
    while (!m_isEnding) {
        if (isInUse())
            m_changed.wait_for(lock, m_longest / looksInTheLimit, [this] { return m_isEnding; });
        else
            m_changed.wait(lock, [this] { return m_isEnding || m_wasCalled; });
        endWhatIsOverdue();
    }
}

bool CallLimit::isInUse()
{
    return std::exchange(m_wasCalled, false)
        || std::ranges::any_of(m_watched, [](const Watched &one) { return one.calledAt.has_value(); });
}

void CallLimit::endWhatIsOverdue()
{
    const Instant oldest = std::chrono::steady_clock::now() - m_longest;
    const bool isOverdue = std::ranges::any_of(
        m_watched, [oldest](const Watched &one) { return one.calledAt && *one.calledAt <= oldest; });
    if (!isOverdue) return;
    ++m_exceeded;
    for (Watched &one : m_watched) {
        one.socket.shutDown();
        one.calledAt.reset();
    }
}

bool CallLimit::Connection::putUnder(const std::shared_ptr<CallLimit> &limit, qintptr socket)
{
    release();
    if (!limit) return true;
    const std::lock_guard lock(limit->m_mutex);
    const auto watched = limit->m_watched.emplace(limit->m_watched.end(), socket);
    if (!watched->socket.isValid()) {
        limit->m_watched.erase(watched);
        return false;
    }
    m_limit = limit;
    m_watched = watched;
    return true;
}

void CallLimit::Connection::release()
{
    const auto limit = std::exchange(m_limit, nullptr);
    if (!limit) return;
    const std::lock_guard lock(limit->m_mutex);
    limit->m_watched.erase(m_watched);
}

void CallLimit::Connection::begin()
{
    if (!m_limit) return;
    const std::lock_guard lock(m_limit->m_mutex);
    Q_ASSERT(!m_watched->calledAt);
    m_watched->calledAt = std::chrono::steady_clock::now();
    if (!std::exchange(m_limit->m_wasCalled, true)) m_limit->m_changed.notify_one();
}

void CallLimit::Connection::end()
{
    if (!m_limit) return;
    const std::lock_guard lock(m_limit->m_mutex);
    m_watched->calledAt.reset();
}

} // namespace akwaba

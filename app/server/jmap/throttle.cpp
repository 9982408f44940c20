// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/throttle.h"

#include <algorithm>
#include <memory>

namespace akwaba::jmap {

using namespace std::chrono_literals;

std::chrono::milliseconds Throttle::pauseAfter(int failures) const
{
    if (failures < m_rule.free) return 0ms;
    std::chrono::milliseconds pause = m_rule.first;
    for (int i = m_rule.free; i < failures && pause < m_rule.most; ++i)
        pause *= 2;
    return std::min(pause, m_rule.most);
}

std::chrono::milliseconds Throttle::wait(const QByteArray &key, std::chrono::milliseconds now) const
{
    const Counter *counter = m_counters.object(key);
    if (counter == nullptr) return 0ms;
    return std::max<std::chrono::milliseconds>(0ms, counter->last + pauseAfter(counter->failures) - now);
}

void Throttle::count(const QByteArray &key, std::chrono::milliseconds now)
{
    Counter *counter = m_counters.object(key);
    const auto forgotten = counter == nullptr ? 0 : (now - counter->last) / m_rule.forgetEvery;
    const int kept = counter == nullptr ? 0 : int(std::max<qint64>(0, counter->failures - forgotten));
    if (counter != nullptr)
        *counter = {kept + 1, now};
    else
        m_counters.insert(key, std::make_unique<Counter>(Counter{1, now}).release());
}

void Throttle::takeBack(const QByteArray &key)
{
    Counter *counter = m_counters.object(key);
    if (counter == nullptr) return; // forgotten meanwhile
    if (--counter->failures <= 0) m_counters.remove(key);
}

} // namespace akwaba::jmap

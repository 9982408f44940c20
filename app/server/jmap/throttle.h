// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCache>

#include <chrono>

namespace akwaba::jmap {

/// How attempts of one kind are slowed down.
struct ThrottleRule {
    int free; // failures without a wait
    std::chrono::milliseconds first; // the wait after these; doubled by each further one
    std::chrono::milliseconds most;
    std::chrono::milliseconds forgetEvery; // one failure
};

/// Counts failures by key and says how long the next attempt has to wait. An attempt is counted when it begins, so that
/// many at a time are no way around, and what ends better is taken back. Remembers as many keys as its capacity, those
/// used last. No clock: `now` is an argument, of a clock that never goes back.
class Throttle {
public:
    Throttle(ThrottleRule rule, int capacity) : m_rule(rule), m_counters(capacity) { }

    /// Zero: it may be made now.
    [[nodiscard]] std::chrono::milliseconds wait(const QByteArray &key, std::chrono::milliseconds now) const;
    void count(const QByteArray &key, std::chrono::milliseconds now);
    void takeBack(const QByteArray &key);
    void clear(const QByteArray &key) { m_counters.remove(key); }
    [[nodiscard]] qsizetype size() const { return m_counters.size(); }

private:
    struct Counter {
        int failures = 0; // at the last one
        std::chrono::milliseconds last{0};
    };
    [[nodiscard]] std::chrono::milliseconds pauseAfter(int failures) const;

    ThrottleRule m_rule;
    QCache<QByteArray, Counter> m_counters;
};

} // namespace akwaba::jmap

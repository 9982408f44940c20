// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"

#include <QMap>
#include <QString>

#include <functional>
#include <queue>

namespace akwaba::world {

/// What can go wrong with one message, in percent. All zero: a good network with a little delay.
struct Faults {
    int lost = 0; // never arrives
    int duplicated = 0; // arrives twice
    int slow = 0; // takes up to four minutes: longer than anybody waits, so it overtakes and is overtaken
    int cut = 0; // an answer ends in the middle
    int refused = 0; // each: 503 and 429 instead of an answer, nothing was done
    int silent = 0; // the sender is told at once that nobody is there
};

/// Time and messages in flight: things happen in the order of their time, and in the order of their making within one
/// instant, so that the same seed gives the same world.
class Schedule {
public:
    using Action = std::function<void()>;

    explicit Schedule(ManualClock &clock) : m_clock(clock) { }

    void after(std::chrono::milliseconds delay, Action action)
    {
        m_queue.push({m_clock.monotonic() + delay, m_made++, std::move(action)});
    }
    [[nodiscard]] bool isEmpty() const { return m_queue.empty(); }
    [[nodiscard]] std::chrono::milliseconds nextAt() const { return m_queue.top().at; }
    void runNext()
    {
        const Entry entry = m_queue.top();
        m_queue.pop();
        if (entry.at > m_clock.monotonic()) m_clock.advance(entry.at - m_clock.monotonic());
        entry.action();
    }

private:
    struct Entry {
        std::chrono::milliseconds at;
        quint64 made;
        Action action;
        bool operator<(const Entry &other) const { return std::tie(other.at, other.made) < std::tie(at, made); }
    };

    ManualClock &m_clock;
    std::priority_queue<Entry> m_queue;
    quint64 m_made = 0;
};

/// Decides the fate of each message by the faults of the hour and counts what it did.
class FaultyWire {
public:
    FaultyWire(Schedule &schedule, Random &random) : m_schedule(schedule), m_random(random) { }

    void setFaults(const Faults &faults) { m_faults = faults; }
    [[nodiscard]] const Faults &faults() const { return m_faults; }

    /// Brings something to the other side: once, twice or never, sooner or later.
    void carry(const Schedule::Action &arrive);
    [[nodiscard]] bool strikes(int percent, const char *fault);
    [[nodiscard]] const QMap<QString, int> &counts() const { return m_counts; }
    void count(const QString &fault) { ++m_counts[fault]; }

private:
    Schedule &m_schedule;
    Random &m_random;
    Faults m_faults;
    QMap<QString, int> m_counts;
};

} // namespace akwaba::world

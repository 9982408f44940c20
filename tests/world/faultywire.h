// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"

#include <QMap>
#include <QString>

#include <algorithm>
#include <functional>
#include <map>

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

    enum class Kind { Local, Message };
    /// `console` is the one whose business it is.
    void after(std::chrono::milliseconds delay, int console, Action action, Kind kind = Kind::Local)
    {
        m_queue.emplace(std::pair(m_clock.monotonic() + delay, m_made++), Entry{console, std::move(action), kind});
    }
    [[nodiscard]] bool isEmpty() const { return m_queue.empty(); }
    [[nodiscard]] std::chrono::milliseconds nextAt() const { return m_queue.begin()->first.first; }
    void runNext() { run(m_queue.begin()); }
    /// The next thing of this console, whatever else is due before; false when there is none.
    bool runNextOf(int console)
    {
        const auto next =
            std::ranges::find_if(m_queue, [console](const auto &entry) { return entry.second.console == console; });
        if (next == m_queue.end()) return false;
        run(next);
        return true;
    }

    /// The next message of this console, or to it, never arrives; false when there is none.
    bool loseNextOf(int console)
    {
        const auto next = std::ranges::find_if(m_queue, [console](const auto &entry) {
            return entry.second.console == console && entry.second.kind == Kind::Message;
        });
        if (next == m_queue.end()) return false;
        m_queue.erase(next);
        return true;
    }

    /// All that is on its way breaks off.
    void loseMessages()
    {
        std::erase_if(m_queue, [](const auto &entry) { return entry.second.kind == Kind::Message; });
    }

private:
    struct Entry {
        int console = 0;
        Action action;
        Kind kind = Kind::Local;
    };
    using Queue = std::map<std::pair<std::chrono::milliseconds, quint64>, Entry>; // by time, then by order of making

    void run(Queue::iterator entry)
    {
        const std::chrono::milliseconds at = entry->first.first;
        const Action action = std::move(entry->second.action);
        m_queue.erase(entry);
        if (at > m_clock.monotonic()) m_clock.advance(at - m_clock.monotonic());
        action();
    }

    ManualClock &m_clock;
    Queue m_queue;
    quint64 m_made = 0;
};

/// Decides the fate of each message by the faults of the hour and counts what it did.
class FaultyWire {
public:
    FaultyWire(Schedule &schedule, Random &random) : m_schedule(schedule), m_random(random) { }

    void setFaults(const Faults &faults) { m_faults = faults; }
    [[nodiscard]] const Faults &faults() const { return m_faults; }

    /// Brings something of this console to the other side: once, twice or never, sooner or later.
    void carry(int console, const Schedule::Action &arrive);
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

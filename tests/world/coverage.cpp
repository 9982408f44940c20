// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "coverage.h"

namespace akwaba::world {

using namespace Qt::StringLiterals;

namespace {

// In the order of Engine::State and of SyncEvent.
constexpr std::array<QLatin1StringView, Engine::stateCount> states{
    "Offline"_L1, "Connecting"_L1, "Erasing"_L1, "Filling"_L1, "Pushing"_L1, "Pulling"_L1, "Live"_L1, "Paused"_L1};
constexpr std::array<QLatin1StringView, Engine::eventCount> events{
    "Started"_L1,  "WentOffline"_L1, "WentOnline"_L1,  "Woken"_L1,      "Written"_L1,   "TimerFired"_L1,
    "Answered"_L1, "PushOpened"_L1,  "PushChanged"_L1, "PushClosed"_L1, "Continued"_L1, "LoggedIn"_L1};

} // namespace

Coverage coverageOf(const PairCounts &pairs)
{
    Coverage coverage;
    for (std::size_t state = 0; state < pairs.size(); ++state) {
        for (std::size_t event = 0; event < pairs[state].size(); ++event) {
            ++coverage.all;
            if (pairs[state][event] > 0)
                ++coverage.reached;
            else
                coverage.missing.append(states[state] + u" x "_s + events[event]);
        }
    }
    return coverage;
}

void add(PairCounts &to, const PairCounts &more)
{
    for (std::size_t state = 0; state < to.size(); ++state) {
        for (std::size_t event = 0; event < to[state].size(); ++event)
            to[state][event] += more[state][event];
    }
}

} // namespace akwaba::world

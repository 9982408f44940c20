// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/engine.h"

namespace akwaba {

// One row per state, in the order of Engine::State; one column per event, in the order of SyncEvent. A pair that needs
// no reaction says `nothing`, so that it was thought of. An answer that nobody waits for any more (`Answered` where no
// request is under way) is nothing too: it may be late or a duplicate.
struct Engine::Rows {
    static constexpr auto none = &Engine::nothing;
    static constexpr auto wentOff = &Engine::pauseByChoice;
    static constexpr auto told = &Engine::tellPending;
    static constexpr auto newToken = &Engine::reconnectWithNewToken;
    static constexpr auto late = &Engine::requestTimedOut;
    static constexpr auto hint = &Engine::notePush;

    // clang-format off
    static constexpr Table all{{
        // Started        WentOffline WentOnline             Woken                       Written        TimerFired           Answered                   PushOpened           PushChanged    PushClosed         Continued               LoggedIn
        {{ none,          wentOff,    &Engine::connectNow,   &Engine::connectNow,        told,          &Engine::connectNow, none,                      &Engine::dropPush,   none,          &Engine::pushLost, none,                   &Engine::connectNow }}, // Offline
        {{ none,          wentOff,    none,                  none,                       told,          late,                &Engine::sessionAnswered,  &Engine::pushOpened, none,          &Engine::pushLost, none,                   newToken }}, // Connecting
        {{ none,          wentOff,    none,                  none,                       told,          &Engine::eraseLater, &Engine::erasureAnswered,  &Engine::pushOpened, hint,          &Engine::pushLost, &Engine::eraseOn,       newToken }}, // Erasing
        {{ none,          wentOff,    none,                  none,                       told,          late,                &Engine::pageAnswered,     &Engine::pushOpened, hint,          &Engine::pushLost, &Engine::writeHeldPage, newToken }}, // Filling
        {{ none,          wentOff,    none,                  hint,                       told,          late,                &Engine::outcomesAnswered, &Engine::pushOpened, hint,          &Engine::pushLost, none,                   newToken }}, // Pushing
        {{ none,          wentOff,    none,                  hint,                       told,          late,                &Engine::pageAnswered,     &Engine::pushOpened, hint,          &Engine::pushLost, none,                   newToken }}, // Pulling
        {{ none,          wentOff,    none,                  &Engine::pull,              &Engine::push, &Engine::pull,       none,                      &Engine::pushOpened, &Engine::pull, &Engine::pushLost, none,                   newToken }}, // Live
        {{ &Engine::start, wentOff,   &Engine::resumeByChoice, &Engine::retryIfItMayHelp, told,         none,                none,                      &Engine::dropPush,   none,          &Engine::pushLost, none,                   &Engine::logInAgain }}, // Paused
    }};
    // clang-format on
};

const Engine::Table &Engine::table() { return Rows::all; }

} // namespace akwaba

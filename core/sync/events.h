// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/changed.h"
#include "core/sync/httpreply.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <variant>
#include <vector>

namespace akwaba {

/// What can happen to the engine. Each pair of a state and one of these is answered in enginetable.cpp.
namespace event {
struct Started { }; // the profile is open
struct WentOffline { }; // by the agent's choice
struct WentOnline { };
struct Woken { }; // "sync now", another network, the machine woke up
struct Written { }; // an intent lies durable in the outbox
struct TimerFired { };
struct Answered {
    quint64 request = 0;
    HttpReply reply;
};
struct PushOpened { };
struct PushChanged { }; // a hint that something changed, never the content
struct PushClosed { };
struct Continued { }; // after effect::Continue
struct LoggedIn { }; // the driver holds a new token
} // namespace event

using SyncEvent = std::variant<event::Started, event::WentOffline, event::WentOnline, event::Woken, event::Written,
                               event::TimerFired, event::Answered, event::PushOpened, event::PushChanged,
                               event::PushClosed, event::Continued, event::LoggedIn>;

/// What the engine wants done. The driver does it in this order.
namespace effect {
struct Send {
    quint64 request = 0; // comes back in event::Answered
    QByteArray method; // GET, POST
    QString path; // from the server's root
    QByteArray body;
    bool operator==(const Send &) const = default;
};
/// Nobody waits for this answer any more.
struct Abort {
    quint64 request = 0;
    bool operator==(const Abort &) const = default;
};
/// Replaces the timer that was armed before: there is one.
struct ArmTimer {
    std::chrono::milliseconds after{0};
    bool operator==(const ArmTimer &) const = default;
};
struct StopTimer {
    bool operator==(const StopTimer &) const = default;
};
struct OpenPush {
    bool operator==(const OpenPush &) const = default;
};
struct ClosePush {
    bool operator==(const ClosePush &) const = default;
};
struct TellStatus {
    bool operator==(const TellStatus &) const = default;
};
struct TellChanged {
    Changed changed;
};
/// Where else the same company can be reached.
struct UseServers {
    QStringList urls;
    bool operator==(const UseServers &) const = default;
};
/// Come back with event::Continued once what was asked before this is under way: the rest of the work can be done while
/// the server works too.
struct Continue {
    bool operator==(const Continue &) const = default;
};
/// The cache can't be read: make a new one and a new engine. The outbox is untouched.
struct RebuildCache {
    bool operator==(const RebuildCache &) const = default;
};
} // namespace effect

using Effect =
    std::variant<effect::Send, effect::Abort, effect::ArmTimer, effect::StopTimer, effect::OpenPush, effect::ClosePush,
                 effect::TellStatus, effect::TellChanged, effect::UseServers, effect::Continue, effect::RebuildCache>;
using Effects = std::vector<Effect>;

} // namespace akwaba

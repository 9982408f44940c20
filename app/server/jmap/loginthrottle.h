// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/throttle.h"
#include "core/domain/ids.h"

#include <QHostAddress>

namespace akwaba {
class Clock;
}

namespace akwaba::jmap {

/// Who says to be whom, and from where.
struct LogInAttempt {
    QString email; // as typed
    QHostAddress from;
    DeviceId knownDevice; // of this very agent, who logged in on it before; else empty
};

/// How long somebody has to wait who tries to log in. The pair of account and address waits soon; account and address
/// alone wait much later, against a botnet and a spray. A device that the agent logged in on before is counted by
/// itself and by nothing else, so that a stranger's guesses never keep him out (decisions/0002). Of accounts and
/// addresses only hashes are kept, in memory, and never more than some thousands. One thread.
class LogInThrottle {
public:
    explicit LogInThrottle(const Clock &clock) : m_clock(clock) { }

    /// Zero: it may be made, and is counted as a failure until told otherwise. An attempt that has to wait costs
    /// nothing and is not counted.
    [[nodiscard]] std::chrono::seconds admit(const LogInAttempt &attempt);
    /// It was not an attempt after all.
    void takeBack(const LogInAttempt &attempt);
    void succeeded(const LogInAttempt &attempt);

    /// The same for one-time codes, which only who knows the password comes to: by account, from wherever he comes.
    [[nodiscard]] std::chrono::seconds codeWait(const LogInAttempt &attempt) const;
    void countCode(const LogInAttempt &attempt);
    void codeFitted(const LogInAttempt &attempt);

    /// How many counters there are.
    [[nodiscard]] qsizetype size() const;

private:
    const Clock &m_clock;
    Throttle m_pairs{{5, std::chrono::seconds(2), std::chrono::minutes(15), std::chrono::minutes(15)}, 20'000};
    Throttle m_accounts{{100, std::chrono::seconds(2), std::chrono::minutes(1), std::chrono::minutes(1)}, 5'000};
    Throttle m_addresses{{100, std::chrono::seconds(1), std::chrono::minutes(1), std::chrono::seconds(20)}, 20'000};
    Throttle m_codes{{5, std::chrono::seconds(10), std::chrono::minutes(15), std::chrono::minutes(30)}, 5'000};
};

} // namespace akwaba::jmap

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>
#include <deque>
#include <optional>

namespace akwaba {

/// How far the server's clock is from this machine's, from the answer with the shortest round trip of the last ten
/// (sync.md 2.13). No clock of its own: times are arguments.
class ServerTime {
public:
    explicit ServerTime(std::optional<std::chrono::milliseconds> known = {}) : m_offset(known) { }

    /// An answer that left the server at `server` arrived at `here` after a round trip of `trip`.
    void measured(const QDateTime &server, const QDateTime &here, std::chrono::milliseconds trip);
    /// After a sleep or a jump of the clock: earlier samples say nothing.
    void forgetSamples() { m_samples.clear(); }

    /// Server minus here; nothing before the first measurement.
    [[nodiscard]] std::optional<std::chrono::milliseconds> offset() const { return m_offset; }
    [[nodiscard]] bool isFarOff() const;

private:
    struct Sample {
        std::chrono::milliseconds offset;
        std::chrono::milliseconds trip;
    };
    std::deque<Sample> m_samples;
    std::optional<std::chrono::milliseconds> m_offset;
};

} // namespace akwaba

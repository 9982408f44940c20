// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/exchange.h"

#include <array>
#include <map>
#include <tuple>

namespace akwaba::http {

/// Why a connection was ended by us and not by its client.
enum class Drop {
    Malformed, ///< nobody knows where its next request would begin, or it is too large
    SlowHead,
    SlowBody,
    SlowReader,
    Stranger, ///< the oldest of too many who have not proved who they are
    Crowd, ///< one of too many, all of them known
    Shutdown,
};
inline constexpr std::size_t dropCount = std::size_t(Drop::Shutdown) + 1;

/// How long answers took, by upper bounds in milliseconds; the last one is for all above.
struct Latency {
    static constexpr std::array<int, 8> bounds{1, 5, 25, 100, 250, 1000, 2500, 10000};
    std::array<quint64, bounds.size() + 1> count{};
    std::chrono::milliseconds sum{0};
};

/// What a server did since its start. Its connections write it, whoever shows it reads it; one thread.
struct Counters {
    using Answered = std::tuple<QString, QByteArray, int>; // route, method, status

    std::map<Answered, quint64> answers;
    std::map<QString, Latency> latency; // by route
    std::array<quint64, dropCount> dropped{};
    quint64 accepted = 0;
    quint64 refusedByKernel = 0; ///< accept() failed: no file descriptors
    quint64 bytesSent = 0;

    void add(const Exchange &exchange);
    void add(Drop why) { ++dropped[std::size_t(why)]; }
};

} // namespace akwaba::http

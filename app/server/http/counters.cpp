// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/counters.h"

#include <algorithm>

namespace akwaba::http {

void Counters::add(const Exchange &exchange)
{
    ++answers[{exchange.route, exchange.method, exchange.status}];
    bytesSent += quint64(exchange.bytes);
    Latency &times = latency[exchange.route];
    const auto *const bound =
        std::lower_bound(Latency::bounds.begin(), Latency::bounds.end(), int(exchange.took.count()));
    ++times.count[std::size_t(bound - Latency::bounds.begin())];
    times.sum += exchange.took;
}

} // namespace akwaba::http

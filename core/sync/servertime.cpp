// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/servertime.h"

#include <algorithm>

namespace akwaba {

using namespace std::chrono_literals;

void ServerTime::measured(const QDateTime &server, const QDateTime &here, std::chrono::milliseconds trip)
{
    if (!server.isValid()) return;
    constexpr std::size_t samplesKept = 10;
    // The answer was on its way for about half of the round trip.
    m_samples.push_back({std::chrono::milliseconds(here.msecsTo(server)) + trip / 2, trip});
    if (m_samples.size() > samplesKept) m_samples.pop_front();
    m_offset = std::ranges::min_element(m_samples, {}, &Sample::trip)->offset;
}

bool ServerTime::isFarOff() const { return m_offset && std::chrono::abs(*m_offset) > 2min; }

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/eviction.h"

namespace akwaba {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds betweenLooks = 1h;
constexpr int rowsAtOnce = 16; // with their words, some milliseconds: an own write of the agent waits no longer

} // namespace

bool Eviction::isDue() const
{
    const QDateTime now = m_cache.asOf();
    return !m_doneAt.isValid() || now < m_doneAt || now >= m_doneAt.addSecs(betweenLooks.count());
}

std::optional<Changed> Eviction::some(const TicketId &shown)
{
    Window window{windowStart(m_policy, m_cache.asOf()), {}};
    if (!window.from.isValid() || (!m_place && !isDue())) return std::nullopt;
    auto kept = m_outbox.ticketsAtWork();
    const auto pending = m_outbox.pending();
    if (!kept || !pending) return std::nullopt; // a later moment will do
    window.kept = std::move(*kept);
    window.kept.insert(shown.value);
    if (!m_place) m_place = Cache::Place();
    auto gone = m_cache.evictSome(window, *m_place, rowsAtOnce, *pending, m_me);
    if (!gone) return std::nullopt;
    if (m_place->isAtEnd) {
        m_place.reset();
        m_doneAt = m_cache.asOf();
    }
    return std::move(*gone);
}

} // namespace akwaba

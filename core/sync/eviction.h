// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cache.h"
#include "core/cache/outbox.h"

#include <optional>

namespace akwaba {

/// Takes out of the cache what has left its window (core/cache/window.h), a few rows at a time: goes through the old
/// tickets once, and again when the server's clock has moved on by an hour. It is the server's time of the last pull
/// that counts, so that no wrong clock of this machine costs a row. Not while an answer of the server is awaited.
class Eviction {
public:
    Eviction(Cache &cache, Outbox &outbox, ApplyContext me, const WindowPolicy &policy)
        : m_cache(cache), m_outbox(outbox), m_me(std::move(me)), m_policy(policy)
    {
    }

    /// What went; nothing when there is nothing to do. `shown` stays.
    [[nodiscard]] std::optional<Changed> some(const TicketId &shown);

private:
    [[nodiscard]] bool isDue() const;

    Cache &m_cache;
    Outbox &m_outbox;
    const ApplyContext m_me;
    const WindowPolicy m_policy;
    std::optional<Cache::Place> m_place; // while it goes through them
    QDateTime m_doneAt;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/herald.h"

#include "app/server/jmap/statewatch.h"
#include "app/server/store/store.h"

#include <algorithm>

namespace akwaba::jmap {

Herald::Herald(store::Store &store) : m_store(store)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { tellDue(); });
}

void Herald::notice(const store::CommitNotice &notice)
{
    if (m_watches.empty()) return;
    const Result<store::Snapshot> moment = m_store.read();
    const std::vector<StateWatch *> all = m_watches; // a write may end one
    for (StateWatch *watch : all)
        watch->notice(notice, moment ? &*moment : nullptr);
}

void Herald::comeBackIn(std::chrono::milliseconds pause)
{
    // Whoever has to wait longer asks again then.
    if (!m_timer.isActive() || m_timer.remainingTimeAsDuration() > pause) m_timer.start(pause);
}

void Herald::tellDue()
{
    const std::vector<StateWatch *> all = m_watches;
    if (std::ranges::none_of(all, &StateWatch::isDue)) return;
    const Result<store::Snapshot> moment = m_store.read();
    for (StateWatch *watch : all)
        watch->tellDue(moment ? &*moment : nullptr);
}

} // namespace akwaba::jmap

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultywire.h"

namespace akwaba::world {

bool FaultyWire::strikes(int percent, const char *fault)
{
    if (m_random.below(100) >= quint64(percent)) return false;
    count(QString::fromLatin1(fault));
    return true;
}

void FaultyWire::carry(int console, const Schedule::Action &arrive)
{
    const auto delay = [this] {
        if (strikes(m_faults.slow, "slow")) return std::chrono::milliseconds(1000 + m_random.below(240'000));
        return std::chrono::milliseconds(1 + m_random.below(80));
    };
    if (!strikes(m_faults.lost, "lost")) m_schedule.after(delay(), console, arrive, Schedule::Kind::Message);
    if (strikes(m_faults.duplicated, "duplicated")) m_schedule.after(delay(), console, arrive, Schedule::Kind::Message);
}

} // namespace akwaba::world

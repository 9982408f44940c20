// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/admission.h"

namespace akwaba::jmap {

std::shared_ptr<void> Admission::enter(const store::Caller &caller) const
{
    // Who comes with a name and a password has no device: his requests count together.
    const QString who = caller.device.isEmpty() ? caller.agent.value : caller.device.value;
    int &count = (*m_running)[who];
    if (count >= m_most) return nullptr;
    ++count;
    return {m_running.get(), [running = m_running, who](void *) {
                if (--(*running)[who] == 0) running->remove(who);
            }};
}

} // namespace akwaba::jmap

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/failurelog.h"

#include "app/server/store/store.h"

namespace akwaba::jmap {

using namespace std::chrono_literals;

FailureLog::FailureLog(store::Store &store) : m_store(store)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(1min);
    QObject::connect(&m_pause, &QTimer::timeout, &m_pause, [this] { write(); });
}

FailureLog::~FailureLog() { write(); }

void FailureLog::note(store::AuditAction action, const AgentId &subject, store::AuditResult result)
{
    ++m_gathered[{action, subject, result}];
    if (!m_pause.isActive()) write();
}

void FailureLog::write()
{
    if (m_gathered.isEmpty()) return;
    QList<store::AuditEntry> entries;
    for (const auto &[key, count] : std::as_const(m_gathered).asKeyValueRange()) {
        const auto &[action, subject, result] = key;
        entries.append({action, {}, subject, {}, result, count});
    }
    m_gathered.clear();
    m_store.submit(
        [entries](store::Writer &writer) -> Result<void> {
            for (const store::AuditEntry &entry : entries) {
                if (auto done = store::writeAudit(writer, entry); !done) return done;
            }
            return {};
        },
        {});
    m_pause.start();
}

} // namespace akwaba::jmap

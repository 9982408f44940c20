// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/audit.h"

#include <QMap>
#include <QTimer>

#include <tuple>

namespace akwaba::store {
class Store;
}

namespace akwaba::jmap {

/// Writes failed attempts into the audit trail, gathered: the first at once, later ones once a minute with their
/// number, one row for each account and reason, so that a flood of guesses is no flood of rows. On the server's thread.
class FailureLog {
public:
    explicit FailureLog(store::Store &store);
    Q_DISABLE_COPY_MOVE(FailureLog)
    /// Hands over what was gathered.
    ~FailureLog();

    void note(store::AuditAction action, const AgentId &subject, store::AuditResult result);

private:
    using Key = std::tuple<store::AuditAction, AgentId, store::AuditResult>;
    void write();

    store::Store &m_store;
    QMap<Key, qint64> m_gathered;
    QTimer m_pause; // after a row was written, until the next may be
};

} // namespace akwaba::jmap

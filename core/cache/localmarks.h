// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/protocol/intent.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

namespace akwaba {

class Database;

/// What this device alone knows of some tickets: the marks on their rows.
struct LocalMarks {
    QSet<QString> pending;
    QHash<QString, Reason> refused;
    QSet<QString> drafts;
    QHash<QString, QDateTime> seen;
};

[[nodiscard]] Result<LocalMarks> marksOf(Database &outbox, Database &cache, const QStringList &tickets,
                                         const AgentId &me);
/// The tickets on which this agent has drafts, from his journal and from the server.
[[nodiscard]] Result<QStringList> ticketsWithDraft(Database &outbox, Database &cache, const AgentId &me);
[[nodiscard]] Result<QStringList> ticketsWithPending(Database &outbox);

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/protocol/lineages.h"

namespace akwaba {
class Database;
}

namespace akwaba::store {

class Store;

/// From here on the log has another lineage, and of the one before it only the numbers up to `through` count.
[[nodiscard]] Result<void> beginLineage(Database &database, const QString &lineage, qint64 through);
[[nodiscard]] Result<Lineages> lineagesOf(Database &database);
/// The revs of this history are higher than this: one that a client saw in a history which was lost is that of nothing
/// here (sync.md 2.20). 2^32 for each restore.
[[nodiscard]] Result<qint64> revsBehind(Database &database);

/// In the transaction that makes the tables those of a backup (sync.md 2.20): a new lineage, so that consoles notice
/// and offer again what was lost, and that the rest is still to be done.
[[nodiscard]] Result<void> markRestored(Database &database, const QString &lineage);

/// Does that rest, where there is one, before anybody is served: no mail that was on its way then goes out now, since
/// the lost server has most likely sent it; it is marked as unknown, for its author to see. Whoever dies in the middle
/// of it goes on when the store is opened again.
[[nodiscard]] Result<void> settleRestored(Store &store);

} // namespace akwaba::store

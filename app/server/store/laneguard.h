// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace akwaba {
class Database;
}

/// What makes the commit lane the only way to write where a database has more than one client: PostgreSQL (sync.md
/// 2.2). SQLite's write lock does the same by itself, and there all of this does nothing.
namespace akwaba::store {

/// Within a transaction: this is the lane. Waits until no other process is in its own, so that whoever writes has read
/// what the one before has written; Code::Locked after 2 s.
[[nodiscard]] Result<void> enterLane(Database &database);

/// Within a transaction: wakes the other processes when it is committed. A hint; `seq` is all that it says.
[[nodiscard]] Result<void> wakeOthers(Database &database, qint64 seq);

/// The triggers that refuse whoever writes to what is synced without having entered the lane; they may be made again.
[[nodiscard]] QStringList laneGuard();

/// What is listened to.
[[nodiscard]] QString commitChannel();
/// Where server processes pass on what is stored nowhere.
[[nodiscard]] QString talkChannel();
/// Says something there; nothing on SQLite.
[[nodiscard]] Result<void> talk(Database &database, const QString &message);

} // namespace akwaba::store

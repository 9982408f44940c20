// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/bulkrun.h"
#include "ui/text/directories.h"

/// What a change of many tickets is called, and what it does and did.
namespace akwaba {

/// "Status: Resolved", "Undo of “Status: Resolved”".
[[nodiscard]] QString bulkTitle(const BulkRun &run, const NameOf &nameOf, const QDateTime &now);
/// Before it is done: "25 tickets change. 3 skipped: already so."
[[nodiscard]] QString bulkEffect(const BulkRun &run);
/// Afterwards: "25 done, 2 refused, 3 skipped".
[[nodiscard]] QString bulkSummary(const BulkRun &run, bool online);
/// What became of one ticket, and its icon.
[[nodiscard]] QString bulkItemState(const BulkItem &item, bool online);
[[nodiscard]] QString bulkItemIcon(const BulkItem &item);
[[nodiscard]] QString bulkItemTitle(const BulkItem &item);

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/reader.h"
#include "core/domain/escalation.h"

#include <chrono>

namespace akwaba::store {

/// Of a ticket, oldest first, however they ended.
[[nodiscard]] Result<QList<Escalation>> escalationsOf(const Reader &reader, const TicketId &ticket);
/// Those of which something is due by itself at `now`: nobody has accepted it in time and there is somebody else to
/// ask, its customer's date comes within `notice`, or its ticket is done. In the order of their ids.
[[nodiscard]] Result<QList<Escalation>> escalationsDue(const Reader &reader, const QDateTime &now,
                                                       std::chrono::milliseconds notice);
/// When the path says that this is due, if it begins at `from`; invalid where it says nothing.
[[nodiscard]] Result<QDateTime> escalationDue(const Reader &reader, const EscalationPath &path, Target target,
                                              const QDateTime &from);

} // namespace akwaba::store

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace akwaba {

class Outbox;

/// The further addresses of the company as they were told last: a console that starts while the first one is gone knows
/// where else to ask.
[[nodiscard]] QStringList storedServers(Outbox &outbox);
/// Writes them down where they differ: the outbox syncs the disk at every write.
void storeServers(Outbox &outbox, const QStringList &urls);

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/macros.h"

/// How often text modules and macros were used here, in the settings of this device: they only rank a list, may be
/// lost, and are nobody else's business; the outbox holds what has to reach the server.
namespace akwaba {

[[nodiscard]] UseCounts readUseCounts();
void countUse(const QString &id);

} // namespace akwaba

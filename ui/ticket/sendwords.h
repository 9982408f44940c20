// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"

namespace akwaba {

/// What the send button does, said whole: "Send and set waiting for customer".
[[nodiscard]] QString sendLabel(TicketStatus from, TicketStatus then);

} // namespace akwaba

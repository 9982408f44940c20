// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/presence.h"
#include "ui/text/eventwords.h"

namespace akwaba {

/// Everybody there but oneself.
[[nodiscard]] TicketPresence withoutMe(TicketPresence presence, const AgentId &me);
/// "Koffi is replying, Awa is viewing"; empty where nobody is.
[[nodiscard]] QString presenceSentence(const TicketPresence &presence, const NameOf &nameOf);

} // namespace akwaba

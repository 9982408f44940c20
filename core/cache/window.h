// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ticket.h"

#include <QSet>

namespace akwaba {

/// How much of what the agent may see is kept on this disk (sync.md 2.5): open tickets, those with which something
/// happened in the last days, and those that concern him. What he may see is the server's business.
struct WindowPolicy {
    int days = 0; ///< by the server's time; 0: everything is kept
};

/// The policy at one moment.
struct Window {
    QDateTime from; ///< what is older goes; invalid: nothing is too old
    QSet<QString> kept; ///< tickets that stay whatever their age
};

/// Invalid where everything is kept, or the server's time is not known.
[[nodiscard]] QDateTime windowStart(const WindowPolicy &policy, const QDateTime &serverTime);

/// Whether the console of this agent keeps the ticket for what it is, if its window begins at `from`. What else keeps
/// it (drafts, intents, being on the screen) is in Window::kept.
[[nodiscard]] bool isInside(const Ticket &ticket, const QDateTime &from, const AgentId &me);

} // namespace akwaba

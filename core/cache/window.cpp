// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/window.h"

#include <algorithm>

namespace akwaba {

QDateTime windowStart(const WindowPolicy &policy, const QDateTime &serverTime)
{
    return policy.days > 0 && serverTime.isValid() ? serverTime.addDays(-policy.days) : QDateTime();
}

bool isInside(const Ticket &ticket, const QDateTime &from, const AgentId &me)
{
    if (!from.isValid() || isActive(ticket.status)) return true;
    if (!me.isEmpty() && (ticket.assignee == me || ticket.customerOwner == me || ticket.followers.contains(me)))
        return true;
    const QDateTime happened[]{ticket.receivedAt, ticket.lastCustomerMessageAt, ticket.lastAgentMessageAt,
                               ticket.resolvedAt, ticket.closedAt};
    return std::ranges::any_of(happened, [&](const QDateTime &at) { return at.isValid() && at >= from; });
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/cache/readmodel.h"

namespace akwaba::items {

inline const QDateTime now({2026, 11, 22}, {12, 0}, Qt::UTC);

/// What waits in the outbox of an agent, for the windows that show it.
inline OutboxItem item(const Command &command, const QString &number, const QString &customer)
{
    static SeededRandom random(7);
    const ManualClock clock(now);
    OutboxItem made;
    made.intent = makeIntent(command, clock, random);
    made.ticket = ticketOf(command);
    made.number = number;
    made.customerName = customer;
    return made;
}

inline OutboxItem reply(const QString &text)
{
    Reply reply;
    reply.id = MessageId{QStringLiteral("m-1")};
    reply.ticket = TicketId{QStringLiteral("t-1")};
    reply.text = text;
    return item(reply, QStringLiteral("4812"), QStringLiteral("Rosine Bamba"));
}

inline OutboxItem status()
{
    SetStatus status;
    status.ticket = TicketId{QStringLiteral("t-2")};
    status.to = TicketStatus::Resolved;
    return item(status, QStringLiteral("4813"), QStringLiteral("Aya Brou"));
}

inline OutboxItem refused(OutboxItem item, Reason reason)
{
    item.state = IntentState::Rejected;
    item.reason = reason;
    item.sent = true;
    return item;
}

} // namespace akwaba::items

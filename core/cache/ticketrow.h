// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ticket.h"
#include "core/protocol/intent.h"
#include "core/text/searchterms.h"

#include <optional>
#include <vector>

namespace akwaba {

/// The clock of a ticket that is due next, as far as a list shows it. What is left of it is computed when it is drawn.
struct NextClock {
    Target target = Target::FirstResponse;
    QDateTime dueAt; ///< invalid while it is paused, or where nobody can say
    QDateTime atRiskAt;
    CalendarId calendar; ///< empty where it counts day and night
    qint64 length = 0; ///< milliseconds of what it counts
    qint64 left = 0; ///< the same, of a paused one
    bool isPaused = false;
    bool isPromise = false; ///< a date that was given by hand
    bool operator==(const NextClock &) const = default;
};

/// Everything that a row of the list draws. A value: data() of a model is a look-up in it.
struct TicketRow {
    qint64 key = 0; ///< stays the same for as long as the ticket is in the cache
    TicketId id;
    QString number; ///< empty until the server has accepted it
    CustomerId customer;
    QString customerName;
    QString subject;
    QString extract; ///< of the newest public message; of a search, of where it was found
    QList<TextSpan> marks; ///< what was searched for, in the extract
    TicketStatus status = TicketStatus::New;
    Priority priority = Priority::Normal;
    Channel channel = Channel::Email;
    bool unread = false; ///< the customer wrote after this agent last looked
    TeamId team;
    AgentId assignee;
    QString assigneeName;
    QStringList tags; ///< their names
    QDateTime at; ///< last activity, server time
    QDateTime waitingSince;
    QDateTime snoozedUntil;
    std::optional<NextClock> clock; ///< nothing where none runs
    bool pending = false; ///< something of ours is not accepted yet
    bool refused = false; ///< something of ours was refused and waits for the agent
    Reason refusal = Reason::None;
    bool draft = false;
    bool gone = false; ///< asked for by its key, and no longer there
    bool operator==(const TicketRow &) const = default;
};

enum class TicketSort {
    LastActivity, ///< newest first, and so are the others but where they say otherwise
    Received,
    WaitingSince, ///< the longest wait first; tickets that don't wait at the end
    Priority, ///< urgent first, then the newest activity
    Due, ///< what is due next first, then paused clocks, then tickets without any
};
enum class TicketGrouping { None, Age, Status, Priority, Assignee, Team, Due };

/// What is asked of the list. Conditions are those of a View: "me" and "none" stand for the agent who looks and for
/// nobody; an instant is "none" or "any"; besides ticket fields there are "active" (true, false), "draft" (true),
/// "pending" (true), "late" (true), "atRisk" (true, also of what is late), "promised" (today: the next clock is a date
/// given to the customer that falls on the day of `now`), "escalation" (open, toAccept, mine or waiting, as in
/// viewquery.h), and what a search asks for: "from" (words of the customer's name or addresses), "numbered" (the
/// number, or where it begins), "before" and "since" (an instant, of the last activity).
struct ViewSpec {
    QList<FieldCondition> conditions; ///< all hold
    TicketSort sort = TicketSort::LastActivity;
    bool reversed = false;
    TicketGrouping grouping = TicketGrouping::None;
    QString search; ///< words as typed (searchterms.h, without operators); the newest 2,000 texts that match count
    QDateTime now; ///< server time, for what is late and for groups by due date
    bool operator==(const ViewSpec &) const = default;
};

/// A run of rows in the order of the list. `key` is today, yesterday, thisWeek or older for Age; late, today, tomorrow,
/// later, paused or none for Due; else the value as on the wire (a status, an id, empty for none).
struct TicketGroup {
    QString key;
    qint64 count = 0;
    bool operator==(const TicketGroup &) const = default;
};

/// The whole order of a view: row keys, and the groups they fall into, one after the other (none without grouping).
struct TicketKeys {
    std::vector<qint64> keys;
    QList<TicketGroup> groups;
};

} // namespace akwaba

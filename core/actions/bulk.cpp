// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/bulk.h"

#include "core/actions/commandmaking.h"
#include "core/protocol/codec.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

using Decision = tl::expected<Command, BulkSkip>;

Decision skipped(BulkSkip why) { return tl::unexpected(why); }

/// Of one kind of change each, for a ticket that is not merged.
struct Decide {
    const Ticket &ticket;
    const MessageId &newest;

    [[nodiscard]] Decision assignment(const Assign &command) const
    {
        const bool sameTeam = command.team.isEmpty() || command.team == ticket.team;
        if (sameTeam && command.assignee == ticket.assignee) return skipped(BulkSkip::AlreadySo);
        return command;
    }
    Decision operator()(const BulkAssign &change) const
    {
        const TeamId team = change.team.isEmpty() ? ticket.team : change.team;
        return assignment(assigned(ticket, team, change.assignee));
    }
    Decision operator()(const BulkTake &change) const { return assignment(taken(ticket, change.me)); }
    Decision operator()(const BulkStatus &change) const
    {
        const bool isDone = change.to == TicketStatus::Resolved && ticket.status == TicketStatus::Closed;
        if (ticket.status == change.to || isDone) return skipped(BulkSkip::AlreadySo);
        if (!statusChoices(ticket.status).contains(change.to)) return skipped(BulkSkip::NotFromHere);
        return withStatus(ticket, change.to, newest);
    }
    Decision operator()(const BulkPriority &change) const
    {
        if (ticket.priority == change.to) return skipped(BulkSkip::AlreadySo);
        return withPriority(ticket, change.to);
    }
    Decision operator()(const BulkCategory &change) const
    {
        if (ticket.category == change.to) return skipped(BulkSkip::AlreadySo);
        return withCategory(ticket, change.to);
    }
    Decision operator()(const BulkTag &change) const
    {
        if (ticket.tags.contains(change.tag) == change.add) return skipped(BulkSkip::AlreadySo);
        const SetTags adding{ticket.id, {change.tag}, {}};
        const SetTags removing{ticket.id, {}, {change.tag}};
        return change.add ? adding : removing;
    }
    Decision operator()(const BulkSnooze &change) const
    {
        if (!isActive(ticket.status)) return skipped(BulkSkip::Done);
        if (ticket.snoozedUntil == change.until) return skipped(BulkSkip::AlreadySo);
        return snoozed(ticket, change.until);
    }
};

/// Of one kind of command each.
struct Holds {
    const Ticket &now;

    bool operator()(const Assign &done) const
    {
        return done.assignee == now.assignee && (done.team.isEmpty() || done.team == now.team);
    }
    bool operator()(const SetStatus &done) const { return done.to == now.status; }
    bool operator()(const SetField &done) const { return toJson(now).value(done.name).toString() == done.to; }
    bool operator()(const SetTags &done) const
    {
        const auto has = [this](const TagId &tag) { return now.tags.contains(tag); };
        return std::ranges::all_of(done.add, has) && std::ranges::none_of(done.remove, has);
    }
    bool operator()(const auto &) const { return false; }
};

} // namespace

bool isForMany(ActionId id)
{
    switch (id) {
    case ActionId::Take:
    case ActionId::Assign:
    case ActionId::Status:
    case ActionId::Resolve:
    case ActionId::Priority:
    case ActionId::Category:
    case ActionId::Tags:
    case ActionId::Snooze: return true;
    default: return false;
    }
}

tl::expected<BulkStep, BulkSkip> stepOf(const Ticket &ticket, const MessageId &newest, const BulkChange &change)
{
    if (ticket.status == TicketStatus::Merged) return tl::unexpected(BulkSkip::Merged);
    return std::visit(Decide{ticket, newest}, change).map([&ticket](const Command &command) {
        return BulkStep{ticket.id, ticket.customer, command, *takenBack(command, ticket)};
    });
}

bool stillHolds(const Command &done, const Ticket &now) { return std::visit(Holds{now}, done); }

} // namespace akwaba

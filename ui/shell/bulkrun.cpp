// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bulkrun.h"

#include <algorithm>

namespace akwaba {

BulkItem::State BulkItem::state() const
{
    if (skip) return State::Skipped;
    if (takenBack) return State::TakenBack;
    if (iid.isEmpty()) return State::Planned;
    if (!outcome) return State::Waiting;
    switch (outcome->state) {
    case IntentState::Held:
    case IntentState::Ready:
    case IntentState::Inflight: return State::Waiting;
    case IntentState::Accepted:
    case IntentState::Merged: return State::Done;
    case IntentState::NeedsReview:
    case IntentState::Rejected:
    case IntentState::Blocked: return State::Refused;
    case IntentState::Cancelled: break;
    }
    return State::TakenBack;
}

int BulkRun::count(BulkItem::State state) const
{
    return int(std::ranges::count_if(items, [state](const BulkItem &item) { return item.state() == state; }));
}

int BulkRun::steps() const { return int(items.size()) - count(BulkItem::State::Skipped); }

QList<BulkItem> itemsOf(const QList<TicketNow> &tickets, qsizetype keys, const BulkChange &change)
{
    QList<BulkItem> items;
    for (const TicketNow &now : tickets) {
        BulkItem item{.ticket = now.ticket};
        const auto step = stepOf(now.ticket, now.newest, change);
        if (step)
            item.step = *step;
        else
            item.skip = step.error();
        items.append(item);
    }
    for (qsizetype i = tickets.size(); i < keys; ++i)
        items.append(BulkItem{.skip = BulkSkip::Gone});
    return items;
}

std::optional<BulkItem> inverseOf(const BulkItem &done, const Ticket *now)
{
    const BulkItem::State state = done.state();
    if (state != BulkItem::State::Done && state != BulkItem::State::Waiting) return std::nullopt;
    BulkItem item{.ticket = now != nullptr ? *now : done.ticket};
    if (now == nullptr)
        item.skip = BulkSkip::Gone;
    else if (!stillHolds(done.step.command, *now))
        item.skip = BulkSkip::ChangedSince;
    item.step = {done.step.ticket, done.step.customer, done.step.inverse, done.step.command};
    if (state == BulkItem::State::Waiting) item.after = {done.iid}; // what is refused is not taken back
    return item;
}

} // namespace akwaba

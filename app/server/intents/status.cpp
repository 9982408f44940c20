// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/intents/handling.h"
#include "app/server/intents/ticketrules.h"

using namespace Qt::StringLiterals;

namespace akwaba::intents {

namespace {

bool isClosing(TicketStatus status) { return status == TicketStatus::Resolved || status == TicketStatus::Closed; }

} // namespace

Result<Outcome> decide(const Handling &handling, const SetStatus &command)
{
    auto work = handling.ticket(command.ticket);
    if (!work) return tl::unexpected(work.error());
    if (work->refusal != Reason::None) return handling.rejected(work->refusal, command.ticket.value);
    Ticket &ticket = work->ticket;
    // Merging is an act of its own.
    if (command.to == TicketStatus::Merged) return handling.rejected(Reason::Invalid, ticket.id.value);
    if (ticket.status == command.to) return handling.accepted(ticket.id.value, ticket.rev);
    const auto timeLine = handling.writer().messagesOf(ticket.id);
    if (!timeLine) return tl::unexpected(timeLine.error());
    if (isClosing(command.to)) {
        if (const Message *unseen = unseenFromCustomer(*timeLine, command.basedOn)) {
            return handling.needsReview(Reason::NewerCustomerMessage, ticket.id.value,
                                        {{u"latest"_s, unseen->id.value}});
        }
    }
    const TicketStatus before = ticket.status;
    changeStatus(ticket, command.to, handling.now());
    deriveInstants(ticket, *timeLine);
    const auto stored = handling.change(ticket, {{u"status"_s, wireName(before), wireName(command.to)}});
    if (!stored) return tl::unexpected(stored.error());
    if (before == command.from) return handling.accepted(ticket.id.value, stored->rev);
    return handling.merged(ticket.id.value, stored->rev, {{u"status"_s, wireName(before)}});
}

} // namespace akwaba::intents

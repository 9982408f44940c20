// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/intents/handling.h"

using namespace Qt::StringLiterals;

namespace akwaba::intents {

Result<Outcome> decide(const Handling &handling, const ResumeMail &command)
{
    auto work = handling.ticket(command.ticket);
    if (!work) return tl::unexpected(work.error());
    if (work->refusal != Reason::None) return handling.rejected(work->refusal, command.ticket.value);
    if (!handling.isOverTeams()) return handling.rejected(Reason::Denied, command.ticket.value);
    Ticket &ticket = work->ticket;
    if (!ticket.loopStoppedAt.isValid()) return handling.accepted(ticket.id.value, ticket.rev);
    const FieldChange change{u"loopStoppedAt"_s, utcDate(ticket.loopStoppedAt), {}};
    ticket.loopStoppedAt = {};
    return handling.change(ticket, {change}).map([&handling](const Ticket &stored) {
        return handling.accepted(stored.id.value, stored.rev);
    });
}

} // namespace akwaba::intents

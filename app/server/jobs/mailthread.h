// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/threading.h"
#include "app/server/store/writer.h"

/// Which ticket a mail belongs to (channels.md, e-mail, rule 2), and the tickets that are begun by mail.
namespace akwaba::jobs {

/// The ticket that the mail names, as it was named: it may have been merged or closed since.
[[nodiscard]] Result<mail::ThreadPlace> placeNamedBy(store::Writer &writer, const mail::IncomingMail &mail);

/// The ticket, or the one that it was merged into; nothing where that is gone.
[[nodiscard]] Result<std::optional<Ticket>> survivorOf(store::Writer &writer, TicketId id);

/// Where the conversation of a closed ticket goes on: of the tickets that its customer's mails opened after it, the
/// newest one that is not closed itself.
[[nodiscard]] Result<std::optional<Ticket>> continuationOf(store::Writer &writer, const Ticket &closed);

/// A ticket of the sender, for the team of the recipient.
[[nodiscard]] Result<Ticket> beginTicket(store::Writer &writer, const mail::IncomingMail &mail,
                                         const QStringList &recipients);

/// A ticket that goes on where a closed one ended: same customer, team and language, linked on both sides. The closed
/// one says so on its time line.
[[nodiscard]] Result<Ticket> beginContinuation(store::Writer &writer, const mail::IncomingMail &mail, Ticket closed);

} // namespace akwaba::jobs

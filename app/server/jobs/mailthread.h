// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/replytoken.h"
#include "app/server/channels/email/threading.h"
#include "app/server/jobs/receivemail.h"
#include "app/server/store/writer.h"

namespace akwaba::store {
class Store;
}

/// Which ticket a mail belongs to (channels.md, e-mail, rule 2), and the tickets that are begun by mail.
namespace akwaba::jobs {

/// A mail as it came: what it says, the recipients of its envelope, what proves that we wrote an address, and what an
/// operator wants of it.
struct Arrival {
    const mail::IncomingMail &mail;
    const QStringList &recipients;
    const mail::ReplyTokens &tokens;
    const ReceiveSettings &settings;
};

/// The tokens of a company's reply addresses.
[[nodiscard]] mail::ReplyTokens replyTokens(const store::Store &store);

/// The ticket that the mail names, as it was named: it may have been merged or closed since.
[[nodiscard]] Result<mail::ThreadPlace> placeNamedBy(store::Writer &writer, const Arrival &arrival);

/// The ticket, or the one that it was merged into; nothing where that is gone.
[[nodiscard]] Result<std::optional<Ticket>> survivorOf(store::Writer &writer, TicketId id);

/// Where the conversation of a closed ticket goes on: of the tickets that its customer's mails opened after it, the
/// newest one that is not closed itself.
[[nodiscard]] Result<std::optional<Ticket>> continuationOf(store::Writer &writer, const Ticket &closed);

/// A ticket of the sender, for the team of the recipient.
[[nodiscard]] Result<Ticket> beginTicket(store::Writer &writer, const Arrival &arrival);

/// A ticket that goes on where a closed one ended: same customer, team and language, linked on both sides. The closed
/// one says so on its time line.
[[nodiscard]] Result<Ticket> beginContinuation(store::Writer &writer, const mail::IncomingMail &mail, Ticket closed);

} // namespace akwaba::jobs

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/incomingmail.h"

#include <functional>

namespace akwaba::mail {

/// What the store is asked, in the order of channels.md rule 2. Each answers an
/// empty id when there is nothing.
struct ThreadLookups {
    std::function<TicketId(const QString &messageId)> ticketByMessageId;
    std::function<TicketId(const QString &address)> ticketByToken; // signed token in a recipient address; may be unset
    std::function<TicketId(const QString &number)> ticketByNumber;
    std::function<QStringList(const TicketId &ticket)> sendersOfTicket; // addresses, any case
};

/// Where a mail belongs; an empty ticket means a new one. `because` is stored on
/// the message and shown: "messageId", "token", "number", or empty.
struct ThreadPlace {
    TicketId ticket;
    QString because;
    bool operator==(const ThreadPlace &) const = default;
};

/// First our Message-ID in In-Reply-To or References (the newest first), then the
/// token in an address that the mail went to, then the number in the subject from a
/// sender who is on that ticket. Never by subject alone. `recipients` are those of
/// the envelope.
[[nodiscard]] ThreadPlace threadPlace(const IncomingMail &mail, const ThreadLookups &lookups,
                                      const QStringList &recipients = {});

} // namespace akwaba::mail

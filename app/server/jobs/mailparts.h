// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/incomingmail.h"
#include "app/server/store/writer.h"

namespace akwaba::jobs {

/// Who wrote: found by his address, or made from what the mail says. Empty where the mail names no sender.
[[nodiscard]] Result<CustomerId> customerOf(store::Writer &writer, const mail::IncomingMail &mail);

/// The team that a mail is for: by the envelope first, then by what the mail says. Empty where no address is a team's.
[[nodiscard]] Result<TeamId> teamFor(store::Writer &writer, const mail::IncomingMail &mail,
                                     const QStringList &recipients);

/// The addresses that we write from: the teams' and this one.
[[nodiscard]] Result<QStringList> ownAddresses(store::Writer &writer, const EmailAddress &fallback);

/// The same mail by another door has other trace headers: what makes it the same is its Message-ID and its content.
[[nodiscard]] QString mailHash(const mail::IncomingMail &mail, const QByteArray &raw);

/// What an agent is told of how the mail is displayed.
[[nodiscard]] QList<MessageNotice> noticesOf(const mail::IncomingMail &mail);

/// Stores the files of a mail and gives their ids.
[[nodiscard]] Result<QList<AttachmentId>> storeAttachments(store::Writer &writer, const mail::IncomingMail &mail,
                                                           const TicketId &ticket, const MessageId &message);

} // namespace akwaba::jobs

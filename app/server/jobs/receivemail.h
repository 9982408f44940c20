// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jobs/autoanswer.h"
#include "app/server/jobs/preparemail.h"
#include "core/domain/ids.h"

#include <QStringList>

#include <optional>

namespace akwaba::store {
class Store;
}

namespace akwaba::jobs {

/// What became of a mail that came in.
struct MailReceipt {
    TicketId ticket; // empty where none was needed: our own mail, a bounce of something unknown
    MessageId message;
    bool isNewTicket = false;
    bool wasKnown = false; // the same mail came before
};

/// What an operator decided of mail that comes in.
struct ReceiveSettings {
    EmailAddress fallbackFrom; // ours, besides those of the teams
    std::optional<AnswerRules> answers; // what is answered by itself; nothing: nothing is
};

/// Takes a mail in, whatever door it came by (channels.md): kept raw, made a message of the ticket it answers or of a
/// new one, its customer found or made by address, its team by recipient. Durable when it returns, and accepted once.
/// Everything that fails may be tried again; Code::Conflict is of this mail alone, everything else would meet others,
/// too.
[[nodiscard]] Result<MailReceipt> receiveMail(store::Store &store, const PreparedMail &prepared,
                                              const QStringList &recipients, const ReceiveSettings &settings = {});
/// Prepares it first, on this thread. Code::BadInput for what is no mail.
[[nodiscard]] Result<MailReceipt> receiveMail(store::Store &store, const QByteArray &raw, const QStringList &recipients,
                                              const ReceiveSettings &settings = {});

} // namespace akwaba::jobs

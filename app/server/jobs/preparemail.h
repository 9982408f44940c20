// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/incomingmail.h"
#include "app/server/channels/email/maskmail.h"

namespace akwaba::jobs {

/// A mail as it may be stored: without the numbers of payment cards, and read.
struct PreparedMail {
    mail::IncomingMail mail;
    QByteArray raw;
    bool rawAltered = false; // it held a card number, so this is not what was received
};

/// What can be done with a mail before the store is needed. Takes up to ten seconds for each PDF in it, so it belongs
/// into a thread that nobody waits for; any thread. Code::BadInput for what is no mail.
[[nodiscard]] Result<PreparedMail> prepareMail(const QByteArray &raw, const mail::TextOfPdf &textOfPdf);

} // namespace akwaba::jobs

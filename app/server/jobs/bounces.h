// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/incomingmail.h"
#include "app/server/jobs/receivemail.h"
#include "app/server/store/writer.h"

namespace akwaba::jobs {

/// Takes in a delivery report about a mail of a ticket. It belongs to the message that came back: that one has failed,
/// and somebody has to do something; or it is late, which its log says.
[[nodiscard]] Result<MailReceipt> receiveBounce(store::Writer &writer, const mail::IncomingMail &mail, Ticket ticket);

} // namespace akwaba::jobs

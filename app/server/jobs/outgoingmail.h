// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/smtpclient.h"
#include "app/server/jobs/mailrunner.h"
#include "app/server/store/writer.h"

namespace akwaba::jobs {

/// A reply as the mail that carries it.
struct Outgoing {
    Message message; // with its Message-ID and sender, for the store
    mail::SmtpEnvelope envelope;
    QByteArray content;
};

/// The same message gives the same mail, each time. Code::BadInput for what can't be one.
[[nodiscard]] Result<Outgoing> outgoingMail(store::Writer &writer, const MessageId &message,
                                            const MailSettings &settings);

} // namespace akwaba::jobs

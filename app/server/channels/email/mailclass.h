// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/gmime.h"
#include "app/server/channels/email/incomingmail.h"

namespace akwaba::mail {

/// Which kind of sender wrote (RFC 3834, 3464, 5965), what a delivery report
/// says, and whether a robot of ours may answer. Headers and subject must be read.
void classify(GMimeMessage *message, IncomingMail &mail);

/// True when one of our own addresses wrote: answering would go round for ever.
[[nodiscard]] bool isOwnMail(const IncomingMail &mail, const QStringList &ownAddresses);

} // namespace akwaba::mail

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/gmime.h"
#include "app/server/channels/email/incomingmail.h"

namespace akwaba::mail {

/// Subject, addresses, ids and date of a message into `mail`.
void readHeaders(GMimeMessage *message, IncomingMail &mail);

/// The ids in a References or In-Reply-To header, without angle brackets, each once.
[[nodiscard]] QStringList messageIdsIn(const QByteArray &header);

} // namespace akwaba::mail

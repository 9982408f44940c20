// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/intents/handling.h"

/// What goes out to a customer, whatever intent it is part of; its statuses and its draft are the intent's.
namespace akwaba::intents {

[[nodiscard]] bool isSendable(const Reply &what, const Ticket &ticket);
/// For its author to look at again, if something that he has not seen stands in its way.
[[nodiscard]] std::optional<Outcome> reviewOf(const Handling &handling, const Reply &what,
                                              const QList<Message> &timeLine, const QString &entity);
/// As it will stand in the time line.
[[nodiscard]] Message outgoing(const Handling &handling, const Reply &what, const Ticket &ticket,
                               const QList<Message> &timeLine);
/// To be sent once it can't be taken back any more; nothing for what goes out on another way.
[[nodiscard]] Result<void> queueMail(const Handling &handling, const Message &message);

} // namespace akwaba::intents

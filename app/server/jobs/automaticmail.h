// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/writer.h"

namespace akwaba::jobs {

/// The mail that another one answers; without an id, none.
struct AnsweredMail {
    QString messageId;
    QStringList references; // of that mail
};

/// Writes what the server says to a customer by itself on a ticket, and has it sent at once.
[[nodiscard]] Result<void> sendByItself(store::Writer &writer, const Ticket &ticket, const QList<EmailAddress> &to,
                                        const QString &text, const AnsweredMail &answered);

} // namespace akwaba::jobs

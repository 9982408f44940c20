// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/mailaccount.h"
#include "core/sync/administration.h"

namespace akwaba {

/// The company's mailboxes, asked for at the server by an administrator who is online; nothing of it is kept here. Each
/// call may end with Code::Denied, Unauthenticated, Unreachable or what else a request ends with. On the thread that
/// made it.
class MailAdministration {
public:
    MailAdministration(const ServerAddress &server, const QByteArray &token);

    [[nodiscard]] QFuture<Result<QList<MailAccount>>> accounts();
    /// A new one where it has no id. Code::Conflict where another team has the address.
    [[nodiscard]] QFuture<Result<void>> set(const MailAccount &account, const MailPasswords &passwords);
    [[nodiscard]] QFuture<Result<void>> remove(const MailAccountId &id);
    /// Takes as long as the mail servers do, some minutes at most. Code::Throttled while another trial goes on.
    [[nodiscard]] QFuture<Result<QList<MailCheck>>> test(const MailAccount &account, const MailPasswords &passwords);

private:
    Administration m_administration;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/mailaccount.h"

#include <QDateTime>

#include <optional>

namespace akwaba {
class Database;
}

namespace akwaba::store {

class SecretBox;
class Writer;

/// The company's mailboxes. Their passwords are sealed, each for its row.

/// In the order of their names, with what is in their way.
[[nodiscard]] Result<QList<MailAccount>> mailAccounts(Database &database);
[[nodiscard]] Result<std::optional<MailAccount>> mailAccount(Database &database, const MailAccountId &id);
/// When one of them was last changed, by whatever process; invalid where none was.
[[nodiscard]] Result<QDateTime> mailAccountsChangedAt(Database &database);
/// An empty password leaves the one that is there, unless another server would get it.
[[nodiscard]] Result<void> putMailAccount(Writer &writer, SecretBox &box, const MailAccount &account,
                                          const MailPasswords &passwords);
/// False where there was none.
[[nodiscard]] Result<bool> removeMailAccount(Writer &writer, const MailAccountId &id);
[[nodiscard]] Result<MailPasswords> mailPasswords(Database &database, SecretBox &box, const MailAccountId &id);

} // namespace akwaba::store

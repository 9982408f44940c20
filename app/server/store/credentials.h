// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QDateTime>

namespace akwaba {
class Database;
}

/// Passwords and tokens: the tables that never leave the server. Passwords are Argon2id, by libsodium; of tokens only a
/// hash is kept.
namespace akwaba::store {

/// Takes some 60 ms and 64 MiB, on purpose.
[[nodiscard]] Result<QString> hashPassword(const QString &password);
/// As slow for an unknown agent (an empty hash) as for a wrong password.
[[nodiscard]] bool passwordFits(const QString &hash, const QString &password);

[[nodiscard]] QString hashToken(const QString &token);

struct TokenRow {
    AgentId agent;
    DeviceId device;
};

[[nodiscard]] Result<QString> passwordHashOf(Database &database, const AgentId &agent);
[[nodiscard]] Result<void> setPasswordHash(Database &database, const AgentId &agent, const QString &hash,
                                           const QDateTime &at);
[[nodiscard]] Result<void> addToken(Database &database, const QString &token, const TokenRow &row, const QDateTime &at);
/// Code::Unauthenticated for one that is unknown or revoked.
[[nodiscard]] Result<TokenRow> tokenRow(Database &database, const QString &token);
/// On which devices an agent is logged in, but with the token `kept`.
[[nodiscard]] Result<QList<DeviceId>> devicesWithTokens(Database &database, const AgentId &agent, const QString &kept);
[[nodiscard]] Result<void> revokeToken(Database &database, const QString &token, const QDateTime &at);
/// All but `kept`, which may be empty.
[[nodiscard]] Result<void> revokeTokensOf(Database &database, const AgentId &agent, const QString &kept,
                                          const QDateTime &at);
[[nodiscard]] Result<void> revokeTokensOf(Database &database, const DeviceId &device, const QDateTime &at);

} // namespace akwaba::store

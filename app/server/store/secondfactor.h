// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QDateTime>
#include <QStringList>

namespace akwaba {
class Database;
}

namespace akwaba::store {

class SecretBox;
class Writer;

/// One-time codes by an authenticator (RFC 6238: 30 seconds, 6 digits, SHA-1) as an agent's second factor, and ten
/// recovery codes for a day without it. Secrets are sealed, recovery codes hashed under a key; each code works once.

/// Whether his log-in asks for a code.
[[nodiscard]] Result<bool> hasSecondFactor(Database &database, const AgentId &agent);

/// A new secret in base32, to be confirmed. Code::Conflict where a second factor is in force.
[[nodiscard]] Result<QString> beginSecondFactor(Writer &writer, SecretBox &box, const AgentId &agent);
/// Puts it in force and gives the recovery codes, which are shown this once. Code::NotFound where none was begun,
/// Code::Conflict where it is in force already, Code::SecondFactorWrong.
[[nodiscard]] Result<QStringList> confirmSecondFactor(Writer &writer, SecretBox &box, const AgentId &agent,
                                                      const QString &code);
/// Takes a code, of the authenticator or for recovery, which then is used up. Code::SecondFactorWrong.
[[nodiscard]] Result<void> useSecondFactor(Writer &writer, SecretBox &box, const AgentId &agent, const QString &code);
/// False where there was none.
[[nodiscard]] Result<bool> removeSecondFactor(Writer &writer, const AgentId &agent);

/// The code of a moment, for a secret in base32.
[[nodiscard]] Result<QString> oneTimeCode(const QString &secret, const QDateTime &at);
/// What an authenticator reads from a picture: otpauth://totp/...
[[nodiscard]] QString enrolmentUrl(const QString &secret, const QString &email);

} // namespace akwaba::store

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/credentials.h"

#include "core/database/database.h"
#include "core/database/statement.h"

#include <QCryptographicHash>

#include <sodium.h>

#include <array>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

/// Of 32 random bytes that were thrown away. A constant, so that the first unknown name is as fast as the next.
constexpr QLatin1StringView decoyHash("$argon2id$v=19$m=65536,t=2,p=1$VXQPAogVbjv4yngtAfjN4w$"
                                      "vK3b4Klttb4lrocIdHuap2QmLdcOnk6KYzje7FHant4");

} // namespace

Result<QString> hashPassword(const QString &password)
{
    if (sodium_init() < 0) return fail(Code::Internal, u"libsodium does not start"_s);
    const QByteArray bytes = password.toUtf8();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const int failed = crypto_pwhash_str(hash.data(), bytes.constData(), static_cast<unsigned long long>(bytes.size()),
                                         crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE);
    if (failed != 0) return fail(Code::Internal, u"not enough memory for a password hash"_s);
    return QString::fromLatin1(hash.data());
}

bool passwordFits(const QString &hash, const QString &password)
{
    if (sodium_init() < 0) return false;
    const QByteArray stored = hash.isEmpty() ? QByteArray(decoyHash.data(), decoyHash.size()) : hash.toLatin1();
    const QByteArray bytes = password.toUtf8();
    const bool fits =
        crypto_pwhash_str_verify(stored.constData(), bytes.constData(), static_cast<unsigned long long>(bytes.size()))
        == 0;
    return fits && !hash.isEmpty();
}

QString hashToken(const QString &token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256).toHex());
}

Result<QString> passwordHashOf(Database &database, const AgentId &agent)
{
    Statement select(database, u"SELECT password_hash FROM credentials WHERE agent = :agent"_s);
    return select.bind(u":agent"_s, agent.value)
        .first([](const Statement &row) { return row.text(0); })
        .map([](const std::optional<QString> &hash) { return hash.value_or(QString()); });
}

Result<void> setPasswordHash(Database &database, const AgentId &agent, const QString &hash, const QDateTime &at)
{
    Statement upsert(database,
                     u"INSERT INTO credentials (agent, password_hash, changed_at) VALUES (?, ?, ?) "
                     "ON CONFLICT (agent) DO UPDATE SET password_hash = excluded.password_hash, "
                     "changed_at = excluded.changed_at"_s);
    return upsert.bind(0, agent.value).bind(1, hash).bind(2, at).run();
}

Result<void> addToken(Database &database, const QString &token, const TokenRow &row, const QDateTime &at)
{
    Statement insert(database, u"INSERT INTO tokens (hash, agent, device, created_at) VALUES (?, ?, ?, ?)"_s);
    return insert.bind(0, hashToken(token)).bind(1, row.agent.value).bind(2, row.device.value).bind(3, at).run();
}

Result<TokenRow> tokenRow(Database &database, const QString &token)
{
    Statement select(database, u"SELECT agent, device FROM tokens WHERE hash = :hash AND revoked_at IS NULL"_s);
    const auto row = select.bind(u":hash"_s, hashToken(token)).first([](const Statement &found) {
        return TokenRow{{found.text(0)}, {found.text(1)}};
    });
    if (!row) return tl::unexpected(row.error());
    if (!*row) return fail(Code::Unauthenticated, u"unknown or revoked token"_s);
    return **row;
}

Result<QList<DeviceId>> devicesWithTokens(Database &database, const AgentId &agent, const QString &kept)
{
    Statement select(
        database,
        u"SELECT DISTINCT device FROM tokens WHERE agent = :agent AND hash <> :kept AND revoked_at IS NULL"_s);
    return select.bind(u":agent"_s, agent.value).bind(u":kept"_s, hashToken(kept)).rows([](const Statement &row) {
        return DeviceId{row.text(0)};
    });
}

Result<void> revokeToken(Database &database, const QString &token, const QDateTime &at)
{
    Statement update(database, u"UPDATE tokens SET revoked_at = :at WHERE hash = :hash AND revoked_at IS NULL"_s);
    return update.bind(u":at"_s, at).bind(u":hash"_s, hashToken(token)).run();
}

Result<void> revokeTokensOf(Database &database, const AgentId &agent, const QString &kept, const QDateTime &at)
{
    Statement update(
        database,
        u"UPDATE tokens SET revoked_at = :at WHERE agent = :agent AND hash <> :kept AND revoked_at IS NULL"_s);
    return update.bind(u":at"_s, at).bind(u":agent"_s, agent.value).bind(u":kept"_s, hashToken(kept)).run();
}

Result<void> revokeTokensOf(Database &database, const DeviceId &device, const QDateTime &at)
{
    Statement update(database, u"UPDATE tokens SET revoked_at = :at WHERE device = :device AND revoked_at IS NULL"_s);
    return update.bind(u":at"_s, at).bind(u":device"_s, device.value).run();
}

} // namespace akwaba::store

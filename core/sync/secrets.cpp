// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/secrets.h"

#include "core/base/random.h"

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {
constexpr char entryVersion = 1;
constexpr qsizetype keySize = 32;
} // namespace

Secrets newSecrets(Random &random, const QByteArray &token)
{
    return {random.bytes(keySize), random.bytes(keySize), token};
}

Result<Secrets> secretsFrom(const QByteArray &entry)
{
    if (entry.size() < 1 + 2 * keySize || entry.front() != entryVersion) return fail(Code::Corrupt, u"keyring entry"_s);
    return Secrets{entry.mid(1, keySize), entry.mid(1 + keySize, keySize), entry.mid(1 + 2 * keySize)};
}

QByteArray toBytes(const Secrets &secrets)
{
    return QByteArray(1, entryVersion) + secrets.cacheKey + secrets.outboxKey + secrets.token;
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/secrets.h"

#include "core/base/random.h"

#include <QCborMap>
#include <QCborValue>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

constexpr char entryVersion = 2; // a CBOR map behind it
constexpr char firstVersion = 1; // two keys and the token, one behind the other
constexpr qsizetype keySize = 32;

qint64 instantOf(const QDateTime &at) { return at.isValid() ? at.toMSecsSinceEpoch() : 0; }

QDateTime fromInstant(qint64 ms) { return ms == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); }

QCborMap mapOf(const KeyHalf &half) { return {{u"generation"_s, half.generation}, {u"bytes"_s, half.bytes}}; }

KeyHalf halfFrom(const QCborValue &value)
{
    const QCborMap map = value.toMap();
    return {static_cast<int>(map.value(u"generation"_s).toInteger()), map.value(u"bytes"_s).toByteArray()};
}

bool isWhole(const Secrets &secrets)
{
    const auto fits = [](const KeyHalf &half) { return half.bytes.isEmpty() || half.bytes.size() == KeyHalf::size; };
    return secrets.deviceHalf.size() == keySize && secrets.outboxKey.size() == keySize && fits(secrets.lease.half)
        && fits(secrets.lease.next);
}

Secrets fromMap(const QCborMap &map)
{
    const auto bytes = [&map](const QString &name) { return map.value(name).toByteArray(); };
    const auto instant = [&map](const QString &name) { return fromInstant(map.value(name).toInteger()); };
    return {bytes(u"deviceHalf"_s),
            bytes(u"outboxKey"_s),
            bytes(u"token"_s),
            {halfFrom(map.value(u"half"_s)), halfFrom(map.value(u"next"_s)), instant(u"leaseEndsAt"_s),
             instant(u"seenAt"_s)}};
}

} // namespace

Secrets newSecrets(Random &random, const QByteArray &token)
{
    return {random.bytes(keySize), random.bytes(keySize), token, {}};
}

Result<Secrets> secretsFrom(const QByteArray &entry)
{
    const auto corrupt = [] { return fail(Code::Corrupt, u"keyring entry"_s); };
    if (entry.isEmpty()) return corrupt();
    if (entry.front() > entryVersion) return fail(Code::TooNew, u"keyring entry"_s);
    Secrets secrets;
    if (entry.front() == entryVersion)
        secrets = fromMap(QCborValue::fromCbor(entry.sliced(1)).toMap());
    else if (entry.front() == firstVersion)
        secrets = {entry.mid(1, keySize), entry.mid(1 + keySize, keySize), entry.mid(1 + 2 * keySize), {}};
    return isWhole(secrets) ? Result<Secrets>(secrets) : corrupt();
}

QByteArray toBytes(const Secrets &secrets)
{
    const Lease &lease = secrets.lease;
    const QCborMap map{{u"deviceHalf"_s, secrets.deviceHalf}, {u"outboxKey"_s, secrets.outboxKey},
                       {u"token"_s, secrets.token},           {u"half"_s, mapOf(lease.half)},
                       {u"next"_s, mapOf(lease.next)},        {u"leaseEndsAt"_s, instantOf(lease.endsAt)},
                       {u"seenAt"_s, instantOf(lease.seenAt)}};
    return entryVersion + QCborValue(map).toCbor();
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/lease.h"

#include "core/protocol/codec.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace akwaba {

QJsonObject toJson(const LeaseGrant &grant)
{
    QJsonArray halves;
    for (const KeyHalf &half : grant.halves)
        halves.append(
            QJsonObject{{u"generation"_s, half.generation}, {u"half"_s, QString::fromLatin1(half.bytes.toBase64())}});
    return {{u"keyHalves"_s, halves},
            {u"leaseEndsAt"_s, utcDate(grant.endsAt)},
            {u"serverTime"_s, utcDate(grant.serverTime)}};
}

Result<LeaseGrant> leaseGrantFromJson(const QJsonObject &object)
{
    LeaseGrant grant{{},
                     fromUtcDate(object.value(u"leaseEndsAt"_s).toString()),
                     fromUtcDate(object.value(u"serverTime"_s).toString())};
    for (const QJsonValue &each : object.value(u"keyHalves"_s).toArray()) {
        const QJsonObject entry = each.toObject();
        const KeyHalf half{entry.value(u"generation"_s).toInt(),
                           QByteArray::fromBase64(entry.value(u"half"_s).toString().toLatin1())};
        const int last = grant.halves.isEmpty() ? 0 : grant.halves.constLast().generation;
        if (half.generation <= last || half.bytes.size() != KeyHalf::size) return fail(Code::Protocol, u"keyHalves"_s);
        grant.halves.append(half);
    }
    if (grant.halves.isEmpty() || !grant.endsAt.isValid() || !grant.serverTime.isValid())
        return fail(Code::Protocol, u"no lease"_s);
    return grant;
}

} // namespace akwaba

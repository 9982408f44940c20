// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/lease.h"

#include "core/sync/askonce.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <algorithm>

namespace akwaba {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds clockPatience = 5min; // clocks are corrected by seconds all the time

QByteArray hmac(const QByteArray &key, const QByteArray &message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

bool isForgotten(const KeyHalf &half) { return half.generation > 0 && half.bytes.isEmpty(); }

Result<LeaseGrant> grantFrom(const HttpReply &reply)
{
    if (const std::optional<Error> error = errorOf(reply)) return tl::unexpected(*error);
    return leaseGrantFromJson(QJsonDocument::fromJson(reply.body).object());
}

} // namespace

LeaseState stateOf(const Lease &lease, const QDateTime &now)
{
    if (!lease.endsAt.isValid()) return LeaseState::Open;
    if (now.addMSecs(clockPatience.count()) < lease.seenAt) return LeaseState::ClockSetBack;
    if (now >= lease.endsAt) return LeaseState::Over;
    // Forgotten before its time: a clock that was set right again does not undo it.
    return isForgotten(lease.half) ? LeaseState::ClockSetBack : LeaseState::Open;
}

Lease renewed(const Lease &lease, const LeaseGrant &grant, const QDateTime &now)
{
    Lease after = lease;
    const auto same = std::ranges::find(grant.halves, lease.half.generation, &KeyHalf::generation);
    if (same != grant.halves.cend()) after.half = *same;
    const KeyHalf newest = grant.halves.constLast();
    after.next = newest.generation > after.half.generation ? newest : KeyHalf();
    // Destroyed there and forgotten here: nobody reads that file again, and it is filled anew.
    if (isForgotten(after.half)) after = rotated(after);
    after.endsAt = now.addMSecs(grant.serverTime.msecsTo(grant.endsAt));
    after.seenAt = now;
    return after;
}

Lease rotated(Lease lease)
{
    if (lease.next.generation > 0) lease.half = std::exchange(lease.next, {});
    return lease;
}

Lease closed(Lease lease)
{
    lease.half.bytes.clear();
    lease.next = {};
    return lease;
}

QByteArray cacheKeyOf(const QByteArray &deviceHalf, const KeyHalf &half)
{
    if (half.generation == 0) return deviceHalf;
    const QByteArray info = "akwaba cache.db " + QByteArray::number(half.generation);
    return hmac(hmac(half.bytes, deviceHalf), info + '\x01'); // 32 bytes are one block
}

QFuture<Result<LeaseGrant>> requestLease(const ServerAddress &server, const QByteArray &token, int holds,
                                         QObject *context)
{
    auto *http = new HttpClient(server, {}, context);
    http->setToken(token);
    const QByteArray body = QJsonDocument(QJsonObject{{u"holds"_s, holds}}).toJson(QJsonDocument::Compact);
    return askOnce<LeaseGrant>(http, u"/auth/lease"_s, body, grantFrom);
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/protocol/lease.h"
#include "core/sync/httpclient.h"

namespace akwaba {

/// How long this device may open its cache without meeting the server, and the server's halves of its key (sync.md
/// 3.4). Kept in the keyring with the device's own half. Times are this machine's. Of a server that grants none it is
/// empty, and the cache stays open.
struct Lease {
    KeyHalf half; ///< that the cache is under
    KeyHalf next; ///< that it is to be written anew under before it is opened; generation 0: none
    QDateTime endsAt;
    QDateTime seenAt; ///< when it was last looked at: time only goes on
    bool operator==(const Lease &) const = default;
};

enum class LeaseState {
    Open,
    Over, ///< no contact for too long
    ClockSetBack, ///< it is earlier than it was: nobody knows how long it has been
};

/// Of both that are not open: the cache stays closed until a contact. The outbox and its drafts don't.
[[nodiscard]] LeaseState stateOf(const Lease &lease, const QDateTime &now);
/// After a contact.
[[nodiscard]] Lease renewed(const Lease &lease, const LeaseGrant &grant, const QDateTime &now);
/// The cache is under the newest half: it was written anew, or there is none and it begins so.
[[nodiscard]] Lease rotated(Lease lease);
/// Of a lease that is not open: the server's halves are forgotten here.
[[nodiscard]] Lease closed(Lease lease);

/// The key of cache.db: HKDF (RFC 5869) of both halves. 32 bytes; the device's half itself where there is no other.
[[nodiscard]] QByteArray cacheKeyOf(const QByteArray &deviceHalf, const KeyHalf &half);

/// POST /auth/lease. Code::Unauthenticated for a token that is over, Code::Unreachable, Code::Protocol for a server
/// that grants none. Ends with Code::Internal when `context` dies.
[[nodiscard]] QFuture<Result<LeaseGrant>> requestLease(const ServerAddress &server, const QByteArray &token, int holds,
                                                       QObject *context);

} // namespace akwaba

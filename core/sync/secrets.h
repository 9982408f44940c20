// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/keyring.h"
#include "core/sync/lease.h"

namespace akwaba {

class Random;

/// What a profile can't be opened without: the keys of its two files, and the token that the server knows the device
/// by. One entry of the keyring, so that no part of it can be missing.
struct Secrets {
    QByteArray deviceHalf; // of the key of cache.db; 32 bytes
    QByteArray outboxKey; // 32 bytes: the server has no part in it
    QByteArray token;
    Lease lease{};

    [[nodiscard]] QByteArray cacheKey() const { return cacheKeyOf(deviceHalf, lease.half); }
    bool operator==(const Secrets &) const = default;
};

/// New keys for a new profile.
[[nodiscard]] Secrets newSecrets(Random &random, const QByteArray &token);

/// Code::Corrupt for an entry that is no secrets, Code::TooNew for one of a newer program.
[[nodiscard]] Result<Secrets> secretsFrom(const QByteArray &entry);
[[nodiscard]] QByteArray toBytes(const Secrets &secrets);

} // namespace akwaba

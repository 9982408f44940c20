// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMetaType>

namespace akwaba {

/// The server's half of the key of a device's cache (sync.md 3.4). Without it the file is nobody's to read; each
/// generation is another half.
struct KeyHalf {
    static constexpr qsizetype size = 32;

    int generation = 0; ///< from 1; 0: none, the cache is under the device's half alone
    QByteArray bytes; ///< 32; empty where a device has to ask for it again
    bool operator==(const KeyHalf &) const = default;
};

/// What a device is told at each contact: how long it may open its cache without another one, and by which halves.
struct LeaseGrant {
    QList<KeyHalf> halves; ///< the oldest first; a file under an older one is to be written anew under the last
    QDateTime endsAt; ///< server time
    QDateTime serverTime;
    bool operator==(const LeaseGrant &) const = default;
};

[[nodiscard]] QJsonObject toJson(const LeaseGrant &grant);
/// Code::Protocol where something is missing or of another size.
[[nodiscard]] Result<LeaseGrant> leaseGrantFromJson(const QJsonObject &object);

} // namespace akwaba

Q_DECLARE_METATYPE(akwaba::LeaseGrant)

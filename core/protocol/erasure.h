// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/enums.h"
#include "core/domain/schema.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>

/// What goes over the wire when data leave devices (sync.md 3.2): an order, and what a device says it has done. Ids
/// and figures only.
namespace akwaba {

/// How much is claimed (sync.md 3.1); never more than was done.
enum class ErasureLevel {
    Logical, ///< L1: the rows are gone, and the files were emptied of them; nothing was there to be looked for
    ByteClean, ///< L2: searched for in every file and page, and not found
};

enum class ErasureCause {
    Erasure, ///< a person was erased
    Scope, ///< the device's agent may no longer see what lies there
};

/// What it took until nothing was found any more.
enum class ErasurePath {
    Clean, ///< nothing more than to delete and to empty the logs
    Rewritten, ///< the text index was merged and both files were written anew
    Rebuilt, ///< the cache was thrown away
};

template <> struct EnumNames<ErasureLevel> {
    static constexpr auto all = std::to_array<std::string_view>({"logical", "byteClean"});
};
template <> struct EnumNames<ErasureCause> {
    static constexpr auto all = std::to_array<std::string_view>({"erasure", "scope"});
};
template <> struct EnumNames<ErasurePath> {
    static constexpr auto all = std::to_array<std::string_view>({"clean", "rewritten", "rebuilt"});
};

struct IdsOfType {
    const TypeInfo *type = nullptr;
    QStringList ids;
    bool operator==(const IdsOfType &) const = default;
};

/// What a device is to make vanish.
struct ErasureOrder {
    QString id;
    ErasureCause cause = ErasureCause::Erasure;
    QList<IdsOfType> ids; ///< of an erasure: rows that are nowhere any more, or have become anonymous
    QStringList scopes; ///< of a loss of scope: what the agent may see now
    bool operator==(const ErasureOrder &) const = default;
};

/// What a device has done. It holds nothing of what was erased.
struct ErasureAck {
    QString erasure;
    ErasureLevel level = ErasureLevel::Logical;
    ErasurePath path = ErasurePath::Clean;
    qint64 filesScanned = 0;
    qint64 bytesScanned = 0; ///< of files, and of decrypted pages
    qint64 needles = 0; ///< pieces of what was erased that were looked for; 0: nothing of it was here to take them from
    qint64 hits = 0; ///< places where one was found at last
    QString sqliteVersion;
    QDateTime endedAt; ///< the device's clock
    bool operator==(const ErasureAck &) const = default;
};

[[nodiscard]] QJsonObject toJson(const ErasureOrder &order);
/// Types that this program does not know are left out: it has no rows of them.
[[nodiscard]] Result<ErasureOrder> erasureOrderFromJson(const QJsonObject &object);
[[nodiscard]] QJsonObject toJson(const ErasureAck &ack);
/// Code::BadInput, naming the member only.
[[nodiscard]] Result<ErasureAck> erasureAckFromJson(const QJsonObject &object);

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cacherekey.h"

#include "core/cache/cache.h"
#include "core/cache/cacheupgrade.h"
#include "core/database/database.h"
#include "core/database/statement.h"

#include <QFile>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// As SQLite's VACUUM INTO takes it.
QString addressOf(const QString &path, const QByteArray &key)
{
    QUrl address = QUrl::fromLocalFile(path);
    address.setQuery(u"cipher=chacha20&key=raw:"_s + QString::fromLatin1(key.toHex()));
    return address.toString(QUrl::FullyEncoded);
}

Result<void> copy(const QString &path, const QByteArray &from, const QString &fresh, const QByteArray &to)
{
    auto old = Database::open(path, {.key = from});
    if (!old) return tl::unexpected(old.error());
    // The last of it too: Code::Locked where somebody reads it.
    if (const auto emptied = old->truncateWal(); !emptied) return emptied;
    Statement vacuum(*old, u"VACUUM INTO ?"_s);
    return vacuum.bind(0, addressOf(fresh, to)).run();
}

bool opens(const QString &path, const QByteArray &key) { return Database::open(path, {.key = key}).has_value(); }

} // namespace

Result<void> rekeyCache(const QString &path, const QByteArray &from, const QByteArray &to)
{
    finishCacheUpgrade(path);
    if (!QFile::exists(path) || from == to || opens(path, to)) return {};
    const QString fresh = unfinishedCache(path);
    Cache::destroy(fresh);
    auto done = copy(path, from, fresh, to);
    // Looked at before the old one goes: what can't be read under the new key would be lost.
    if (done && !opens(fresh, to)) done = fail(Code::Internal, u"the copy does not open"_s);
    if (!done) {
        Cache::destroy(fresh);
        return done;
    }
    Cache::destroy(path);
    finishCacheUpgrade(path);
    return {};
}

} // namespace akwaba

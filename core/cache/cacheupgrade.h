// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace akwaba {

/// Makes the cache at `path`, written under other field tables, one of this program: its rows are carried over as far
/// as both know their columns, so that they can be read without the network, and are filled again at the next contact.
/// On an error the old file is as it was: Code::DiskFull (both need room for a moment), Code::Corrupt. Nobody may have
/// it open.
[[nodiscard]] Result<void> upgradeCache(const QString &path, const QByteArray &key);

/// Where a cache is made that will take the place of the one at `path`.
[[nodiscard]] QString unfinishedCache(const QString &path);

/// Ends an upgrade (or a new key, cacherekey.h) that a crash cut off after the old file was gone; does nothing when
/// there is none.
void finishCacheUpgrade(const QString &path);

} // namespace akwaba

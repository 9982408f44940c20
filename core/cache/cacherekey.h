// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace akwaba {

/// Writes the cache at `path` anew under the key `to`, so that nothing of the old file can be read once `from` is
/// forgotten, in whatever blocks it still lies (sync.md 3.4, L3). Keep both keys until it succeeded: a crash leaves a
/// file under one of them, and a second call goes on. Does nothing without a file. On an error the file is as it was:
/// Code::DiskFull, Code::Locked, Code::Corrupt where it is under neither. Nobody may have it open. Takes seconds for
/// 100 MB: not on the UI thread.
[[nodiscard]] Result<void> rekeyCache(const QString &path, const QByteArray &from, const QByteArray &to);

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace akwaba::store {

/// Writes behind the first `end` bytes of the file, whatever came after them, and returns when it is on the disk. Only
/// its owner may read a file that is made.
[[nodiscard]] Result<void> appendSynced(const QString &path, qint64 end, const QByteArray &content);

} // namespace akwaba::store

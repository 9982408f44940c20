// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/base/result.h"

namespace akwaba::store {

/// The key of the state strings, in a file that only its owner reads, outside the database and its backups (sync.md
/// 3.4). 32 bytes; Code::NotFound where the file is missing, Code::Corrupt where it holds something else.
[[nodiscard]] Result<QByteArray> readStateKey(const QString &directory);
/// A new one, in the place of what was there.
[[nodiscard]] Result<void> makeStateKey(const QString &directory, Random &random);
[[nodiscard]] bool hasStateKey(const QString &directory);

/// For every file whose content only its owner may read: replaced whole or not at all.
[[nodiscard]] Result<void> writeSecret(const QString &path, const QByteArray &content);

} // namespace akwaba::store

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jobs/backup.h"

namespace akwaba::jobs {

/// How the folder of a backup is laid out.
[[nodiscard]] QString tableFile(const QString &folder, const QString &table);
[[nodiscard]] QString blobFolder(const QString &folder);
[[nodiscard]] Result<void> writeManifest(const QString &folder, const BackupManifest &manifest);
/// SHA-256 in hexadecimal.
[[nodiscard]] Result<QString> fileHash(const QString &path);

} // namespace akwaba::jobs

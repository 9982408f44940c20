// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cache/needles.h"

#include <QSet>
#include <QString>

namespace akwaba {

class Database;

/// What a search for what was erased went through, and what it came upon.
struct ScanReport {
    qint64 files = 0;
    qint64 bytes = 0;
    QSet<qsizetype> found; // numbers of needles
};

/// Every file of a folder, as it lies on the disk.
[[nodiscard]] Result<void> scanFiles(const QString &folder, const Needles &needles, ScanReport &report);

/// Every page of a database, decrypted, those of the free list too.
[[nodiscard]] Result<void> scanPages(Database &database, const Needles &needles, ScanReport &report);

/// What can still be read by SQL from tables, which is there by right: others wrote the same words, or the same person
/// wrote them where they stay. Not what only an index holds.
[[nodiscard]] Result<void> scanRows(Database &database, const Needles &needles, QSet<qsizetype> &found);

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QMap>
#include <QString>

namespace akwaba::store {
class Store;
struct Place;
} // namespace akwaba::store

namespace akwaba {
class Clock;
class Random;
} // namespace akwaba

namespace akwaba::jobs {

/// What a backup says of itself: the file manifest.json in its folder.
struct BackupManifest {
    struct Table {
        qint64 rows = 0;
        QString sha256; // of its file
        QStringList columns;
    };

    QDateTime madeAt;
    int schemaVersion = 0;
    QString lineage;
    qint64 seq = 0; // where the change log stood
    qint64 blobs = 0;
    QMap<QString, Table> tables;
};

/// Writes everything that the database and the blob folder hold at one moment into a new folder: a file for each table,
/// the blobs, and the manifest. The server may go on meanwhile. It is the same for both databases, so a company moves
/// from one to the other by its backup. The key of the state strings, the keys of secrets and the certificate are not
/// in it: they have their own copies, or die with what they guard (sync.md 3.4). Code::Conflict for a folder that
/// exists.
[[nodiscard]] Result<BackupManifest> backUp(store::Store &store, const QString &folder);

/// Reads the manifest and checks every file against it. Code::NotFound, Code::Corrupt; Code::TooNew for one that a
/// newer program made.
[[nodiscard]] Result<BackupManifest> checkBackup(const QString &folder);

/// Makes the company of a backup at `place`, with a new lineage. The tables in PostgreSQL must have been made. With
/// `replace` it takes the place of a company that is there (of SQLite the old file is kept, by another name), which is
/// Code::Conflict without. Code::Locked while a server is running. Nothing is changed before the backup was checked.
[[nodiscard]] Result<BackupManifest> restore(const QString &folder, const store::Place &place, bool replace,
                                             const Clock &clock, Random &random);

} // namespace akwaba::jobs

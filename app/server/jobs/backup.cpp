// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/backup.h"

#include "app/server/jobs/backupfolder.h"
#include "app/server/jobs/gziplines.h"
#include "app/server/store/changelog.h"
#include "app/server/store/devicekeys.h"
#include "app/server/store/store.h"
#include "app/server/store/tablecopy.h"
#include "core/base/clock.h"
#include "core/database/migration.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace akwaba::jobs {

namespace {

Result<BackupManifest::Table> writeTable(const store::Snapshot &snapshot, const QString &name, const QString &path)
{
    const auto columns = store::columnsOf(snapshot.database(), name);
    if (!columns) return tl::unexpected(columns.error());
    GzipLineWriter file(path);
    const auto rows = store::writeRows(snapshot.database(), name, *columns,
                                       [&file](const QByteArray &row) { return file.write(row); });
    if (!rows) return tl::unexpected(rows.error());
    return file.finish().and_then([&] { return fileHash(path); }).map([&](const QString &hash) {
        return BackupManifest::Table{*rows, hash, columns->names};
    });
}

/// Each was written before the row that names it, so all of the snapshot are there; but for one that an erasure takes
/// away meanwhile, which ends this backup: the next one is without it.
Result<qint64> copyBlobs(const store::Snapshot &snapshot, store::BlobFiles &from, const QString &folder)
{
    store::BlobFiles to(folder);
    const auto ids = store::blobIds(snapshot.database());
    if (!ids) return tl::unexpected(ids.error());
    for (const BlobId &id : *ids) {
        const auto content = from.read(id);
        if (!content) return fail(content.error().code, u"blob %1"_s.arg(id.value));
        if (const auto put = to.put(*content); !put) return tl::unexpected(put.error());
    }
    return ids->size();
}

Result<BackupManifest> writeAll(store::Store &store, const QString &folder)
{
    auto snapshot = store.readAll();
    if (!snapshot) return tl::unexpected(snapshot.error());
    const auto version = schemaVersion(snapshot->database());
    const auto log = store::clockRow(snapshot->database());
    const auto tables = store::tablesOf(snapshot->database());
    if (!version) return tl::unexpected(version.error());
    if (!log) return tl::unexpected(log.error());
    if (!tables) return tl::unexpected(tables.error());
    BackupManifest manifest{store.clock().now(), *version, log->lineage, log->seq, 0, {}};
    for (const QString &name : *tables) {
        if (store::tablesOutsideBackups().contains(name)) continue;
        const auto table = writeTable(*snapshot, name, tableFile(folder, name));
        if (!table) return tl::unexpected(table.error());
        manifest.tables.insert(name, *table);
    }
    const auto blobs = copyBlobs(*snapshot, store.blobs(), blobFolder(folder));
    if (!blobs) return tl::unexpected(blobs.error());
    manifest.blobs = *blobs;
    return manifest;
}

} // namespace

Result<BackupManifest> backUp(store::Store &store, const QString &folder)
{
    // Under another name until it is whole, so that nobody takes half of one for a backup.
    const QString part = folder + u".part"_s;
    if (QFile::exists(folder)) return fail(Code::Conflict, u"%1 exists"_s.arg(folder));
    if (QFile::exists(part))
        return fail(Code::Conflict, u"%1 is what a backup left that did not end; remove it"_s.arg(part));
    if (!QDir().mkpath(part + u"/tables"_s)) return fail(Code::Io, u"can't make the folder %1"_s.arg(part));
    QFile::setPermissions(part, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    const auto manifest = writeAll(store, part);
    if (!manifest) {
        QDir(part).removeRecursively();
        return manifest;
    }
    if (const auto done = writeManifest(part, *manifest); !done) return tl::unexpected(done.error());
    if (!QFile::rename(part, folder)) return fail(Code::Io, u"can't rename %1"_s.arg(part));
    return manifest;
}

} // namespace akwaba::jobs

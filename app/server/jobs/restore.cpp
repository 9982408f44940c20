// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/backup.h"
#include "app/server/jobs/backupfolder.h"
#include "app/server/jobs/gziplines.h"
#include "app/server/store/changelog.h"
#include "app/server/store/commitwatch.h"
#include "app/server/store/keyfile.h"
#include "app/server/store/laneguard.h"
#include "app/server/store/restored.h"
#include "app/server/store/serverschema.h"
#include "app/server/store/store.h"
#include "app/server/store/tablecopy.h"
#include "core/base/clock.h"
#include "core/database/transaction.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;

namespace akwaba::jobs {

namespace {

/// A backup on its way into a place.
struct Restoring {
    QString folder;
    const BackupManifest &manifest;
    const store::Place &place;
    bool replace;
    QString lineage; // the new one
};

Result<void> readTable(Database &database, const Restoring &work, const QString &name)
{
    const BackupManifest::Table table = work.manifest.tables.value(name);
    GzipLineReader file(tableFile(work.folder, name));
    store::RowReader rows(database, name, table.columns);
    qint64 count = 0;
    for (;;) {
        const auto line = file.next();
        if (!line) return tl::unexpected(line.error());
        if (!*line) break;
        if (auto done = rows.read(**line); !done) return fail(done.error().code, name + u": "_s + done.error().detail);
        ++count;
    }
    return count == table.rows ? Result<void>() : fail(Code::Corrupt, u"%1 lacks rows"_s.arg(name));
}

Result<void> fill(Database &database, const Restoring &work)
{
    auto transaction = Transaction::write(database);
    if (!transaction) return tl::unexpected(transaction.error());
    if (auto done = store::enterLane(database); !done) return done;
    if (auto done = store::emptyTables(database); !done) return done;
    for (const QString &name : work.manifest.tables.keys()) {
        if (auto done = readTable(database, work, name); !done) return done;
    }
    return store::markRestored(database, work.lineage).and_then([&] { return transaction->commit(); });
}

/// The tables as they were when the backup was made; opening them brings them up to this program.
Result<void> fillNewFile(const QString &path, const Restoring &work)
{
    QFile::remove(path);
    DatabaseOptions options;
    options.synchronous = DatabaseOptions::Synchronous::Full;
    auto database = Database::open(path, options);
    const auto migrations = store::serverMigrations();
    if (!database) return tl::unexpected(database.error());
    if (!migrations) return tl::unexpected(migrations.error());
    const auto known = static_cast<std::size_t>(work.manifest.schemaVersion);
    return migrate(*database, std::span(*migrations).first(known)).and_then([&] { return fill(*database, work); });
}

Result<void> setAside(const QString &path, const QDateTime &now)
{
    const QString stamped = path + u".replaced-"_s + now.toString(u"yyyyMMddThhmmss"_s);
    QString aside = stamped;
    for (int copy = 2; QFile::exists(aside); ++copy) // by whoever restores twice in a second
        aside = stamped + u'-' + QString::number(copy);
    for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s}) {
        if (QFile::exists(path + end) && !QFile::rename(path + end, aside + end))
            return fail(Code::Io, u"can't rename %1"_s.arg(path + end));
    }
    return {};
}

Result<void> restoreIntoFile(const Restoring &work, const QDateTime &now)
{
    const QString target = work.place.databaseFile();
    if (!QDir().mkpath(work.place.directory))
        return fail(Code::Io, u"can't make the folder %1"_s.arg(work.place.directory));
    const auto alone = store::lockServing(work.place.directory);
    if (!alone) return tl::unexpected(alone.error());
    if (QFile::exists(target) && !work.replace)
        return fail(Code::Conflict, u"there is a company already in %1"_s.arg(work.place.directory));
    const QString made = target + u".new"_s;
    return fillNewFile(made, work).and_then([&] { return setAside(target, now); }).and_then([&]() -> Result<void> {
        return QFile::rename(made, target) ? Result<void>() : fail(Code::Io, u"can't rename %1"_s.arg(made));
    });
}

Result<void> restoreIntoServer(const Restoring &work, const Clock &clock)
{
    store::DatabaseSource source(work.place, clock);
    auto database = source.open(store::DatabaseSource::Use::Rebuild);
    if (!database) return tl::unexpected(database.error());
    const auto version = schemaVersion(*database);
    if (!version) return tl::unexpected(version.error());
    if (*version != work.manifest.schemaVersion)
        return fail(*version < work.manifest.schemaVersion ? Code::TooOld : Code::TooNew,
                    u"the tables are at version %1, the backup at %2"_s.arg(*version).arg(work.manifest.schemaVersion));
    if (auto leading = store::lockLeading(*database); !leading) return leading;
    // What init promises by itself is nobody's yet.
    const auto people = store::Reader(*database).all<Agent>();
    if (!people) return tl::unexpected(people.error());
    if (!people->isEmpty() && !work.replace)
        return fail(Code::Conflict, u"there is a company already in %1"_s.arg(work.place.name()));
    return fill(*database, work);
}

/// Each is what its name says, or the restore ends here.
Result<void> copyBlobs(const Restoring &work)
{
    const store::BlobFiles from(blobFolder(work.folder));
    store::BlobFiles to(work.place.directory + u"/blobs"_s);
    qint64 count = 0;
    QDirIterator files(blobFolder(work.folder), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        const auto content = from.read(BlobId{files.fileName()});
        if (!content) return tl::unexpected(content.error());
        if (const auto put = to.put(*content); !put) return tl::unexpected(put.error());
        ++count;
    }
    return count == work.manifest.blobs ? Result<void>() : fail(Code::Corrupt, u"blobs are missing in the backup"_s);
}

} // namespace

Result<BackupManifest> restore(const QString &folder, const store::Place &place, bool replace, const Clock &clock,
                               Random &random)
{
    const auto manifest = checkBackup(folder);
    const auto migrations = store::serverMigrations();
    if (!manifest) return manifest;
    if (!migrations) return tl::unexpected(migrations.error());
    if (manifest->schemaVersion > migrations->back().version)
        return fail(Code::TooNew, u"the backup is of a newer program"_s);
    const Restoring work{folder, *manifest, place, replace, store::newLineage(random)};
    // Blobs first: they harm nobody, and rows must not name what is not there.
    auto done = copyBlobs(work).and_then(
        [&] { return place.isPostgresql() ? restoreIntoServer(work, clock) : restoreIntoFile(work, clock.now()); });
    if (done && !store::hasStateKey(place.directory)) done = store::makeStateKey(place.directory, random);
    if (!done) return tl::unexpected(done.error());
    // Opening it settles what follows.
    return store::Store::open(place, clock, random).map([&](const std::unique_ptr<store::Store> &) {
        return *manifest;
    });
}

} // namespace akwaba::jobs

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diskvfs.h"

#include "faultydisk.h"

#include <QByteArrayView>
#include <QList>

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

namespace akwaba::world {

namespace {

using Call = FaultyDisk::Call;

/// What the process knows: SQLite's list of file systems is one for all of it.
struct Shim {
    sqlite3_vfs own{};
    sqlite3_vfs *real = nullptr;
    QList<FaultyDisk *> disks;
};

Shim &shim()
{
    static Shim one;
    return one;
}

FaultyDisk *diskOf(const QString &path)
{
    const QList<FaultyDisk *> &disks = shim().disks;
    const auto found = std::ranges::find_if(disks, [&path](const FaultyDisk *disk) { return disk->isBelow(path); });
    return found == disks.end() ? nullptr : *found;
}

/// SQLite gives the memory; the real file lies behind it.
struct File {
    sqlite3_file base;
    FaultyDisk *disk;
    QString *path;
};

File *fileOf(sqlite3_file *file) { return reinterpret_cast<File *>(file); }
sqlite3_file *realOf(sqlite3_file *file) { return reinterpret_cast<sqlite3_file *>(fileOf(file) + 1); }
const sqlite3_io_methods &methodsOf(sqlite3_file *file) { return *realOf(file)->pMethods; }

int meets(sqlite3_file *file, Call call)
{
    FaultyDisk *disk = fileOf(file)->disk;
    return disk == nullptr ? SQLITE_OK : disk->meets(call);
}

qint64 sizeOf(sqlite3_file *file)
{
    sqlite3_int64 size = 0;
    methodsOf(file).xFileSize(realOf(file), &size);
    return size;
}

QByteArray contentOf(sqlite3_file *file, qint64 offset, qint64 bytes)
{
    QByteArray content(qsizetype(std::max<qint64>(bytes, 0)), 0);
    if (!content.isEmpty()) methodsOf(file).xRead(realOf(file), content.data(), int(content.size()), offset);
    return content;
}

int closeFile(sqlite3_file *file)
{
    delete fileOf(file)->path;
    if (fileOf(file)->disk != nullptr) fileOf(file)->disk->closed();
    return methodsOf(file).xClose(realOf(file));
}

int readFile(sqlite3_file *file, void *into, int bytes, sqlite3_int64 offset)
{
    const int fault = meets(file, Call::Read);
    return fault != SQLITE_OK ? fault : methodsOf(file).xRead(realOf(file), into, bytes, offset);
}

int writeFile(sqlite3_file *file, const void *from, int bytes, sqlite3_int64 offset)
{
    if (const int fault = meets(file, Call::Write); fault != SQLITE_OK) return fault;
    FaultyDisk *disk = fileOf(file)->disk;
    if (disk != nullptr && disk->keepsUnsynced()) {
        const std::optional<qint64> known = disk->sizeOf(*fileOf(file)->path);
        const qint64 size = known ? *known : sizeOf(file);
        const qint64 end = std::min<qint64>(size, offset + bytes);
        disk->written(
            *fileOf(file)->path,
            {offset, bytes, contentOf(file, offset, end - offset), size, std::max<qint64>(size, offset + bytes)});
    }
    return methodsOf(file).xWrite(realOf(file), from, bytes, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    if (const int fault = meets(file, Call::Truncate); fault != SQLITE_OK) return fault;
    FaultyDisk *disk = fileOf(file)->disk;
    if (disk != nullptr && disk->keepsUnsynced()) {
        const qint64 before = sizeOf(file);
        disk->written(*fileOf(file)->path, {size, 0, contentOf(file, size, before - size), before, size});
    }
    return methodsOf(file).xTruncate(realOf(file), size);
}

/// The real disk is not asked to: these files live as long as the test.
int syncFile(sqlite3_file *file, int flags)
{
    if (const int fault = meets(file, Call::Sync); fault != SQLITE_OK) return fault;
    FaultyDisk *disk = fileOf(file)->disk;
    if (disk == nullptr) return methodsOf(file).xSync(realOf(file), flags);
    disk->synced(*fileOf(file)->path);
    return SQLITE_OK;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size) { return methodsOf(file).xFileSize(realOf(file), size); }
int lockFile(sqlite3_file *file, int lock) { return methodsOf(file).xLock(realOf(file), lock); }
int unlockFile(sqlite3_file *file, int lock) { return methodsOf(file).xUnlock(realOf(file), lock); }
int checkLock(sqlite3_file *file, int *result) { return methodsOf(file).xCheckReservedLock(realOf(file), result); }
int control(sqlite3_file *file, int what, void *about)
{
    return methodsOf(file).xFileControl(realOf(file), what, about);
}
int sectorSize(sqlite3_file *file) { return methodsOf(file).xSectorSize(realOf(file)); }
int characteristics(sqlite3_file *file) { return methodsOf(file).xDeviceCharacteristics(realOf(file)); }
int mapShared(sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
    return methodsOf(file).xShmMap(realOf(file), page, size, extend, memory);
}
int lockShared(sqlite3_file *file, int offset, int count, int flags)
{
    return methodsOf(file).xShmLock(realOf(file), offset, count, flags);
}
void barrier(sqlite3_file *file) { methodsOf(file).xShmBarrier(realOf(file)); }
int unmapShared(sqlite3_file *file, int remove) { return methodsOf(file).xShmUnmap(realOf(file), remove); }

const sqlite3_io_methods &ownMethods()
{
    static const sqlite3_io_methods methods = [] {
        sqlite3_io_methods own{};
        own.iVersion = 2; // no memory mapping
        own.xClose = closeFile;
        own.xRead = readFile;
        own.xWrite = writeFile;
        own.xTruncate = truncateFile;
        own.xSync = syncFile;
        own.xFileSize = fileSize;
        own.xLock = lockFile;
        own.xUnlock = unlockFile;
        own.xCheckReservedLock = checkLock;
        own.xFileControl = control;
        own.xSectorSize = sectorSize;
        own.xDeviceCharacteristics = characteristics;
        own.xShmMap = mapShared;
        own.xShmLock = lockShared;
        own.xShmBarrier = barrier;
        own.xShmUnmap = unmapShared;
        return own;
    }();
    return methods;
}

int openFile(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    sqlite3_vfs *real = shim().real;
    file->pMethods = nullptr; // nothing to be closed
    const QString path = QString::fromUtf8(name);
    FaultyDisk *disk = diskOf(path);
    if (disk != nullptr && disk->isDead()) return SQLITE_CANTOPEN;
    if (const int failed = real->xOpen(real, name, realOf(file), flags, outFlags); failed != SQLITE_OK) return failed;
    fileOf(file)->disk = disk;
    fileOf(file)->path = new QString(path);
    file->pMethods = &ownMethods();
    if (disk == nullptr) return SQLITE_OK;
    disk->opened();
    const qint64 size = sizeOf(file);
    if (size == 0 || disk->sizeOf(path).value_or(size) != size) disk->synced(path); // remembered of another file
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *, const char *name, int syncFolder)
{
    const QString path = QString::fromUtf8(name);
    if (FaultyDisk *disk = diskOf(path)) {
        if (const int fault = disk->meets(Call::Delete); fault != SQLITE_OK) return fault;
        disk->synced(path);
        syncFolder = 0;
    }
    return shim().real->xDelete(shim().real, name, syncFolder);
}

/// Below the cipher, which encrypts what comes here.
void install()
{
    Shim &one = shim();
    if (one.real != nullptr) return;
    sqlite3_initialize();
    constexpr QByteArrayView cipher("multipleciphers-"); // the rest of its name is what it lies on
    // All connections are of this process: where SQLite can count on that, it locks in memory.
    one.real = sqlite3_vfs_find("unix-excl");
    if (one.real == nullptr) one.real = sqlite3_vfs_find(sqlite3_vfs_find(nullptr)->zName + cipher.size());
    if (one.real == nullptr) qFatal("world: no file system to put the shim on");
    one.own = *one.real;
    one.own.zName = "akwaba-world";
    one.own.pNext = nullptr;
    one.own.szOsFile = int(sizeof(File)) + one.real->szOsFile;
    one.own.xOpen = openFile;
    one.own.xDelete = deleteFile;
    if (sqlite3_vfs_register(&one.own, 0) != SQLITE_OK || sqlite3mc_vfs_create(one.own.zName, 1) != SQLITE_OK)
        qFatal("world: the shim of the disk can't be registered");
}

} // namespace

void addDisk(FaultyDisk *disk)
{
    install();
    shim().disks.append(disk);
}

void removeDisk(FaultyDisk *disk) { shim().disks.removeOne(disk); }

} // namespace akwaba::world

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/lockfile.h"

#include <QLockFile>

namespace akwaba {

namespace {

constexpr int writingMs = 1000; // far more than a process takes from making the file to writing its name into it

bool namesSomebody(const QLockFile &lock)
{
    qint64 process = 0;
    QString machine;
    QString program;
    return lock.getLockInfo(&process, &machine, &program);
}

} // namespace

bool lockNow(QLockFile &lock)
{
    lock.setStaleLockTime(0);
    if (lock.tryLock()) return true;
    if (lock.error() != QLockFile::LockFailedError) return false;
    // Whose name is not in it yet may be about to hold it, or was killed before he could.
    if (!namesSomebody(lock) && lock.tryLock(writingMs)) return true;
    // A living owner holds the file itself, and the system lets go of it with his process: it is removed only when
    // nobody does. What is written in it may be the number of another process by now, or nothing.
    return lock.removeStaleLockFile() && lock.tryLock();
}

} // namespace akwaba

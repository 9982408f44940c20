// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultydisk.h"

#include "diskvfs.h"

#include <QFile>

#include <sqlite3.h>

#include <algorithm>

namespace akwaba::world {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype sector = 512; // a write is torn at the end of one

int errorOf(FaultyDisk::Call call)
{
    switch (call) {
    case FaultyDisk::Call::Read: return SQLITE_IOERR_READ;
    case FaultyDisk::Call::Write: return SQLITE_IOERR_WRITE;
    case FaultyDisk::Call::Truncate: return SQLITE_IOERR_TRUNCATE;
    case FaultyDisk::Call::Sync: return SQLITE_IOERR_FSYNC;
    case FaultyDisk::Call::Delete: return SQLITE_IOERR_DELETE;
    }
    return SQLITE_IOERR;
}

QString nameOf(DiskFault fault)
{
    switch (fault) {
    case DiskFault::Full: return u"disk full"_s;
    case DiskFault::IoError: return u"I/O error"_s;
    case DiskFault::ProcessDies: return u"killed in a call of the disk"_s;
    case DiskFault::PowerCut: return u"power cut in a call of the disk"_s;
    }
    return {};
}

void put(QFile &file, qint64 offset, const QByteArray &content)
{
    if (!content.isEmpty() && file.seek(offset)) file.write(content);
}

} // namespace

FaultyDisk::FaultyDisk(QString folder) : m_folder(std::move(folder)) { addDisk(this); }

FaultyDisk::~FaultyDisk() { removeDisk(this); }

int FaultyDisk::meets(Call call)
{
    if (m_dead) return errorOf(call);
    if (!m_armed) return SQLITE_OK;
    if (call != Call::Read && ++m_changes == m_dyingOver) return strikeWith(DiskFault::ProcessDies, call);
    if (!m_planned) return SQLITE_OK;
    const bool isRoomNeeded = call == Call::Write;
    if (m_planned->fault == DiskFault::Full && !isRoomNeeded) return SQLITE_OK;
    if (m_planned->after-- > 0) return SQLITE_OK;
    const DiskFault fault = m_planned->fault;
    if (--m_planned->times <= 0) m_planned.reset();
    return strikeWith(fault, call);
}

int FaultyDisk::strikeWith(DiskFault fault, Call call)
{
    const QString name = nameOf(fault);
    if (!m_struck.contains(name)) m_struck.append(name);
    if (fault == DiskFault::ProcessDies) die();
    if (fault == DiskFault::PowerCut) cutPower();
    return fault == DiskFault::Full ? SQLITE_FULL : errorOf(call);
}

void FaultyDisk::revive(Random &random)
{
    if (m_open > 0) qFatal("world: %d files of a process that died are still open", m_open);
    if (m_powerLost) {
        QStringList paths = m_unsynced.keys();
        std::ranges::sort(paths); // so that the same seed loses the same
        for (const QString &path : std::as_const(paths))
            loseUnsynced(path, m_unsynced.value(path), random);
        m_unsynced.clear();
    }
    calm();
    m_powerLost = false;
    m_dead = false;
}

/// Back to what was synced, and from there those writes that happened to reach the disk: any of them, in whole or up to
/// a sector.
void FaultyDisk::loseUnsynced(const QString &path, const QList<Write> &writes, Random &random) const
{
    QFile file(path);
    if (!file.exists() || !file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) return;
    QByteArrayList contents; // what each has written, the last first
    for (auto write = writes.crbegin(); write != writes.crend(); ++write) {
        contents.append(file.seek(write->offset) ? file.read(write->bytes) : QByteArray());
        put(file, write->offset, write->before);
        file.resize(write->sizeBefore);
    }
    const quint64 kept = random.below(3) * 50; // percent
    for (const Write &write : writes) {
        const QByteArray content = contents.takeLast();
        const quint64 dice = random.below(100);
        const bool isTorn = random.below(10) == 0;
        const auto sectors = quint64(write.bytes / sector) + 1;
        const auto part = qsizetype(random.below(sectors)) * sector;
        if (dice >= kept) continue;
        if (write.bytes == 0)
            file.resize(write.sizeAfter);
        else
            put(file, write.offset, isTorn ? content.first(std::min(part, content.size())) : content);
    }
}

} // namespace akwaba::world

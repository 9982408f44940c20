// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace akwaba::world {

enum class DiskFault {
    Full, ///< writes find no room
    IoError, ///< a call fails, and so may some after it
    ProcessDies, ///< nothing of this process reaches the disk from here on; what it had written stays
    PowerCut, ///< the same for the machine: of what was written and not synced some is lost, some is torn
};

/// The disk of one machine: what SQLite does in the files below a folder goes through it (diskvfs.h). A process that
/// died here goes on in memory; whoever drives it has to end it without a word, and to call revive() before the next
/// one begins. One thread.
class FaultyDisk {
public:
    explicit FaultyDisk(QString folder);
    ~FaultyDisk();
    Q_DISABLE_COPY_MOVE(FaultyDisk)

    /// Whether what is not synced is remembered, for a cut of power to lose. Costs time, so not by default.
    void keepUnsynced() { m_keepsUnsynced = true; }

    /// It strikes after so many calls have gone well; Full and IoError then last for `times` calls.
    void strike(DiskFault fault, int after, int times = 1) { m_planned = Plan{fault, after, times}; }
    /// Faults strike only while armed: from the beginning.
    void setArmed(bool armed) { m_armed = armed; }
    void calm()
    {
        m_planned.reset();
        m_dyingOver = 0;
    }
    /// Calls that were to change something while armed, and the process dying over one of them after so many others.
    [[nodiscard]] int changes() const { return m_changes; }
    void dieOverChange(int after) { m_dyingOver = m_changes + after + 1; }
    [[nodiscard]] bool isToDie() const { return m_dyingOver > m_changes; }

    void die() { m_dead = true; }
    void cutPower() { m_dead = m_powerLost = true; }
    [[nodiscard]] bool isDead() const { return m_dead; }
    [[nodiscard]] bool hasLostPower() const { return m_powerLost; }
    /// Another process begins, with what is on the disk.
    void revive(Random &random);
    /// Somebody changed the files behind SQLite's back.
    void forgetUnsynced() { m_unsynced.clear(); }
    /// What has struck since it was asked for the last time.
    [[nodiscard]] QStringList takeStruck() { return std::exchange(m_struck, {}); }

    // For diskvfs.cpp.
    enum class Call { Read, Write, Truncate, Sync, Delete };
    struct Write {
        qint64 offset = 0;
        qint64 bytes = 0; // of a truncation: none
        QByteArray before;
        qint64 sizeBefore = 0;
        qint64 sizeAfter = 0;
    };
    [[nodiscard]] bool isBelow(const QString &path) const { return path.startsWith(m_folder); }
    /// SQLITE_OK, or what the call ends with instead of being done.
    [[nodiscard]] int meets(Call call);
    [[nodiscard]] bool keepsUnsynced() const { return m_keepsUnsynced; }
    void written(const QString &path, Write write) { m_unsynced[path].append(std::move(write)); }
    /// Nothing where it has to be asked.
    [[nodiscard]] std::optional<qint64> sizeOf(const QString &path) const
    {
        const auto unsynced = m_unsynced.constFind(path);
        return unsynced == m_unsynced.cend() ? std::nullopt : std::optional(unsynced->constLast().sizeAfter);
    }
    void synced(const QString &path) { m_unsynced.remove(path); }
    void opened() { ++m_open; }
    void closed() { --m_open; }

private:
    struct Plan {
        DiskFault fault = DiskFault::IoError;
        int after = 0;
        int times = 1;
    };
    [[nodiscard]] int strikeWith(DiskFault fault, Call call);
    void loseUnsynced(const QString &path, const QList<Write> &writes, Random &random) const;

    const QString m_folder;
    std::optional<Plan> m_planned;
    int m_open = 0; // files
    int m_changes = 0;
    int m_dyingOver = 0; // which of them; 0: none
    bool m_armed = true;
    bool m_dead = false;
    bool m_powerLost = false;
    bool m_keepsUnsynced = false;
    QHash<QString, QList<Write>> m_unsynced; // by path, in the order of writing
    QStringList m_struck;
};

} // namespace akwaba::world

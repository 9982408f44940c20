// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/peers/peer.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <csignal>
#include <grp.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace peer {

namespace {

constexpr uid_t nobody = 65534;
constexpr qint64 roomNeeded = 2'000'000'000;

} // namespace

QString memoryPath()
{
    const QString memory = u"/dev/shm"_s;
    const bool isRoomy = QFileInfo(memory).isWritable() && QStorageInfo(memory).bytesAvailable() > roomNeeded;
    return isRoomy ? memory : QDir::tempPath();
}

QString unpacked()
{
    const QString fallback = qEnvironmentVariable("AKWABA_SOURCE_DIR") + u"/build/peers"_s;
    return qEnvironmentVariable("AKWABA_PEERS_DIR", fallback);
}

bool writeText(const QString &file, const QString &text)
{
    QFile opened(file);
    return opened.open(QIODevice::WriteOnly) && opened.write(text.toUtf8()) >= 0;
}

bool copyTree(const QString &from, const QString &to)
{
    if (!QFileInfo(from).isDir()) return QFile::copy(from, to);
    if (!QDir().mkpath(to)) return false;
    for (const QString &name : QDir(from).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden)) {
        if (!copyTree(from + u'/' + name, to + u'/' + name)) return false;
    }
    return true;
}

bool copyLibraries(const QString &target)
{
    int copied = 0;
    for (const QString &triplet : QDir(unpacked() + u"/usr/lib"_s).entryList({u"*-linux-gnu*"_s}, QDir::Dirs)) {
        const QString folder = unpacked() + u"/usr/lib/"_s + triplet;
        QDirIterator libraries(folder, {u"*.so*"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (libraries.hasNext()) {
            const QString from = libraries.next();
            copied += QFile::copy(from, target + u'/' + libraries.fileName()) ? 1 : 0;
        }
    }
    return copied > 0;
}

uint user() { return geteuid() == 0 ? nobody : geteuid(); }

uint group() { return geteuid() == 0 ? nobody : getegid(); }

bool giveAway(const QString &folder)
{
    if (geteuid() != 0) return true;
    const auto give = [](const QString &path) {
        return chown(QFile::encodeName(path).constData(), user(), group()) == 0;
    };
    bool given = give(folder);
    QDirIterator entries(folder, QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext())
        given = give(entries.next()) && given;
    return given;
}

std::function<void()> asPeer(int signal)
{
    return [signal] {
        const bool isRoot = geteuid() == 0;
        if (isRoot && (setgroups(0, nullptr) != 0 || setgid(nobody) != 0 || setuid(nobody) != 0)) _exit(1);
        setpgid(0, 0);
        prctl(PR_SET_PDEATHSIG, signal); // after the change of user, which would clear it
    };
}

void killGroup(QProcess &process)
{
    if (process.state() == QProcess::NotRunning) return;
    ::kill(-pid_t(process.processId()), SIGKILL);
    process.waitForFinished(5000);
}

} // namespace peer

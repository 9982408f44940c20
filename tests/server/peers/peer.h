// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>

#include <functional>

/// What every server that tests run beside them needs: where fetch unpacked it, and a user that is not root.
namespace peer {

/// Where a folder may lie that nobody needs after a power cut: in memory, where there is such a place, since each
/// commit and each new file waits for the disk elsewhere.
[[nodiscard]] QString memoryPath();
/// AKWABA_PEERS_DIR, by default build/peers.
[[nodiscard]] QString unpacked();
[[nodiscard]] bool writeText(const QString &file, const QString &text);
/// Copies a file or a folder with everything in it; the user it runs as may not be allowed to enter the build folder.
[[nodiscard]] bool copyTree(const QString &from, const QString &to);
/// The shared libraries that this machine lacks, into one folder.
[[nodiscard]] bool copyLibraries(const QString &target);

/// The unprivileged user that a peer runs as where we are root, else ourselves.
[[nodiscard]] uint user();
[[nodiscard]] uint group();
/// Gives a folder and what is in it to that user.
[[nodiscard]] bool giveAway(const QString &folder);
/// For QProcess::setChildProcessModifier: becomes that user, leads a group of its own, and dies by `signal` when we do.
[[nodiscard]] std::function<void()> asPeer(int signal);
/// SIGKILL to it and to all that it started and that stayed in its group, as a power cut does it.
void killGroup(QProcess &process);

} // namespace peer

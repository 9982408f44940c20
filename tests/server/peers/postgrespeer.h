// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

/// A real PostgreSQL for tests: a cluster of its own in a temporary folder, on a free port of loopback, as a user that
/// is not root. "postgres" is its superuser and needs no password; other roles do. It ends with the object.
///
/// The program is the one that tests/server/peers/fetch unpacked into AKWABA_PEERS_DIR (default build/peers);
/// without it start() fails.
class PostgresPeer {
public:
    PostgresPeer() = default;
    ~PostgresPeer();
    Q_DISABLE_COPY_MOVE(PostgresPeer)

    /// Makes the cluster at the first call. What was committed survives kill(). `forDisk` waits for the disk at each
    /// commit, as a server does where somebody's data are in it: for measuring.
    [[nodiscard]] bool start(bool forDisk = false);
    /// Lets transactions that are open go, and ends.
    void stop();
    /// SIGKILL, as a power cut does it. start() afterwards recovers.
    void kill();
    /// SIGSTOP to it and to the processes that serve one connection each: the system still takes what is sent to them,
    /// and nobody answers. thaw() lets them go on.
    void freeze() const;
    void thaw() const;

    [[nodiscard]] QString url(const QString &database, const QString &user = QStringLiteral("postgres")) const;
    /// An empty database, as a server wants it, or a copy of another one that nobody is connected to.
    [[nodiscard]] bool createDatabase(const QString &name, const QString &copied = QStringLiteral("template0"));
    /// Why something failed.
    [[nodiscard]] QString report() const { return m_problem; }

private:
    [[nodiscard]] bool prepare(bool forDisk);
    [[nodiscard]] bool makeCluster();
    [[nodiscard]] bool waitUntilReady();
    void signalAll(int signal) const;
    void run(QProcess &process, const QString &program, const QStringList &arguments);
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcess m_process;
    QString m_problem;
    quint16 m_port = 0;
};

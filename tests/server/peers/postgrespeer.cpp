// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/peers/postgrespeer.h"

#include "core/database/database.h"
#include "tests/server/freeport.h"
#include "tests/server/peers/peer.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

const auto home = u"/usr/lib/postgresql/15"_s;
const auto share = u"/usr/share/postgresql/15"_s;

// It finds its files by where it lies, so they keep their places below the folder.
bool copyProgram(const QString &folder)
{
    const QString from = peer::unpacked();
    if (!QDir().mkpath(folder + home + u"/lib"_s)) return false;
    return peer::copyTree(from + home + u"/bin"_s, folder + home + u"/bin"_s)
        && peer::copyTree(from + home + u"/lib/plpgsql.so"_s, folder + home + u"/lib/plpgsql.so"_s)
        && peer::copyTree(from + home + u"/lib/dict_snowball.so"_s, folder + home + u"/lib/dict_snowball.so"_s)
        && peer::copyTree(from + share, folder + share);
}

} // namespace

PostgresPeer::~PostgresPeer() { stop(); }

bool PostgresPeer::start(bool forDisk)
{
    if (m_port == 0 && !prepare(forDisk)) return false;
    // One that was killed leaves children behind for a moment, who hold what the new one needs.
    const QDeadlineTimer deadline(std::chrono::seconds{30});
    while (!deadline.hasExpired()) {
        QStringList settings{u"listen_addresses=127.0.0.1"_s, u"unix_socket_directories="_s, u"max_connections=60"_s,
                             u"shared_buffers=64MB"_s, u"log_timezone=UTC"_s};
        if (!forDisk) settings += {u"fsync=off"_s, u"full_page_writes=off"_s};
        QStringList arguments{u"-D"_s, path(u"data"_s), u"-p"_s, QString::number(m_port)};
        for (const QString &setting : std::as_const(settings))
            arguments += {u"-c"_s, setting};
        if (m_process.state() == QProcess::NotRunning) run(m_process, u"postgres"_s, arguments);
        if (waitUntilReady()) return true;
    }
    return false;
}

bool PostgresPeer::prepare(bool forDisk)
{
    if (!QFile::exists(peer::unpacked() + home + u"/bin/postgres"_s)) {
        m_problem = u"PostgreSQL is missing below %1; tests/server/peers/fetch brings it"_s.arg(peer::unpacked());
        return false;
    }
    m_port = freePort();
    m_folder =
        std::make_unique<QTemporaryDir>((forDisk ? QDir::tempPath() : peer::memoryPath()) + u"/postgres-XXXXXX"_s);
    const bool copied = m_folder->isValid() && m_port != 0 && copyProgram(m_folder->path());
    (void)peer::copyLibraries(m_folder->path()); // where it needs none of them, there are none
    if (copied && peer::giveAway(m_folder->path())) return makeCluster();
    m_problem = u"the folder of the peer could not be prepared"_s;
    return false;
}

bool PostgresPeer::makeCluster()
{
    QProcess process;
    run(process, u"initdb"_s,
        {u"-D"_s, path(u"data"_s), u"-U"_s, u"postgres"_s, u"-A"_s, u"trust"_s, u"-E"_s, u"UTF8"_s, u"--no-locale"_s,
         u"--no-sync"_s});
    const bool done = process.waitForFinished(60'000) && process.exitCode() == 0;
    if (!done) m_problem = u"initdb: "_s + QString::fromUtf8(process.readAll());
    // Who is not the superuser proves who he is.
    return done
        && peer::writeText(path(u"data/pg_hba.conf"_s),
                           u"host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n"_s);
}

void PostgresPeer::run(QProcess &process, const QString &program, const QStringList &arguments)
{
    QProcessEnvironment environment;
    environment.insert(u"LD_LIBRARY_PATH"_s, m_folder->path());
    environment.insert(u"LC_ALL"_s, u"C"_s);
    environment.insert(u"TZ"_s, u"UTC"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder->path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setChildProcessModifier(peer::asPeer(SIGQUIT));
    process.start(path(home.mid(1) + u"/bin/"_s + program), arguments);
}

bool PostgresPeer::waitUntilReady()
{
    const QDeadlineTimer deadline(std::chrono::seconds{20});
    while (!deadline.hasExpired()) {
        if (akwaba::Database::connect({url(u"postgres"_s), {}, false})) return true;
        if (m_process.waitForFinished(20)) break;
    }
    m_problem = u"PostgreSQL does not listen: "_s + QString::fromUtf8(m_process.readAll());
    return false;
}

QString PostgresPeer::url(const QString &database, const QString &user) const
{
    return u"postgresql://%1@127.0.0.1:%2/%3"_s.arg(user).arg(m_port).arg(database);
}

bool PostgresPeer::createDatabase(const QString &name, const QString &copied)
{
    const QString sql = u"CREATE DATABASE \"%1\" TEMPLATE \"%2\" STRATEGY file_copy ENCODING 'UTF8' LC_COLLATE 'C' "
                        "LC_CTYPE 'C'"_s.arg(name, copied);
    const auto made = akwaba::Database::connect({url(u"postgres"_s), {}, false}).and_then([&](akwaba::Database server) {
        return server.execute(sql);
    });
    if (!made) m_problem = made.error().detail;
    return made.has_value();
}

void PostgresPeer::stop()
{
    if (m_process.state() == QProcess::NotRunning) return;
    ::kill(pid_t(m_process.processId()), SIGINT); // disconnects whoever is still there
    if (!m_process.waitForFinished(10'000)) kill();
}

/// With the processes that serve one connection each: they would answer for a moment longer.
void PostgresPeer::kill()
{
    signalAll(SIGKILL);
    m_process.waitForFinished(5000);
}

void PostgresPeer::freeze() const { signalAll(SIGSTOP); }

void PostgresPeer::thaw() const { signalAll(SIGCONT); }

void PostgresPeer::signalAll(int signal) const
{
    if (m_process.state() == QProcess::NotRunning) return;
    const QString pid = QString::number(m_process.processId());
    QFile children(u"/proc/%1/task/%1/children"_s.arg(pid));
    const QByteArrayList all = children.open(QIODevice::ReadOnly) ? children.readAll().split(' ') : QByteArrayList();
    ::kill(pid_t(m_process.processId()), signal);
    for (const QByteArray &child : all) {
        if (child.toInt() > 1) ::kill(child.toInt(), signal);
    }
}

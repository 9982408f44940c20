// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/peers/dovecotpeer.h"

#include "tests/server/channels/tlspeer.h"
#include "tests/server/freeport.h"
#include "tests/server/peers/peer.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTcpSocket>

#include <algorithm>
#include <csignal>
#include <grp.h>
#include <pwd.h>

using namespace Qt::StringLiterals;

namespace {

// %1 is the peer's folder, %2 and %3 its ports, %4 and %5 the names of its user and group, %6 and %7 their numbers, %8
// the quota in kB, %9 more lines.
const auto dovecotConfiguration = uR"(base_dir = %1/run
libexec_dir = %1/lib
state_dir = %1/state
mail_plugin_dir = %1/m
login_plugin_dir = %1/m/login
import_environment = LD_LIBRARY_PATH TZ
log_path = %1/log
protocols = imap
listen = 127.0.0.1
default_login_user = %4
default_internal_user = %4
default_internal_group = %5
first_valid_uid = 0
first_valid_gid = 0
ssl = yes
ssl_cert = <%1/certificate.pem
ssl_key = <%1/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = maildir:~/Maildir
mail_plugins = quota
protocol imap {
  mail_plugins = quota imap_quota
}
plugin {
  quota = maildir:account
  quota_rule = *:storage=%8K
}
passdb {
  driver = passwd-file
  args = scheme=plain username_format=%u %1/users
}
userdb {
  driver = static
  args = uid=%6 gid=%7 home=%1/home
}
namespace inbox {
  inbox = yes
  mailbox Envoyés {
    auto = create
    special_use = \Sent
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = %2
  }
  inet_listener imaps {
    port = %3
  }
}
%9)"_s;

const QByteArray compiledIn = "/usr/lib/dovecot/modules";

/// Where it looks for TLS was compiled in, so in our copy of it that path is another one, of the same length.
bool moveModules(const QString &library, const QString &folder)
{
    QFile file(library);
    if (!file.open(QIODevice::ReadWrite)) return false;
    QByteArray bytes = file.readAll();
    const qsizetype filler = compiledIn.size() - folder.size() - 1;
    if (filler < 1) return false;
    const QByteArray place = folder.toLatin1() + QByteArray(filler, '/') + 'm';
    bytes.replace(compiledIn, place);
    return file.seek(0) && file.write(bytes) == bytes.size();
}

QString userName()
{
    const passwd *entry = getpwuid(peer::user());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString();
}

QString groupName()
{
    const group *entry = getgrgid(peer::group());
    return entry ? QString::fromLocal8Bit(entry->gr_name) : QString();
}

} // namespace

DovecotPeer::~DovecotPeer() { kill(); }

bool DovecotPeer::start()
{
    if (m_port == 0 && !prepare()) return false;
    // One that was killed leaves children behind for a moment, who hold its ports.
    const QDeadlineTimer deadline(std::chrono::seconds{10});
    while (!deadline.hasExpired()) {
        if (m_process.state() == QProcess::NotRunning) run();
        if (waitUntilReady()) return true;
    }
    return false;
}

bool DovecotPeer::prepare()
{
    const QString program = peer::unpacked() + u"/usr/sbin/dovecot"_s;
    if (!QFile::exists(program)) {
        m_problem = program + u" is missing; tests/server/peers/fetch brings it"_s;
        return false;
    }
    m_folder = std::make_unique<QTemporaryDir>(peer::memoryPath() + u"/dove-XXXXXX"_s);
    m_port = freePort();
    m_tlsPort = freePort();
    const bool prepared = m_folder->isValid() && m_port != 0 && m_tlsPort != 0 && copyProgram()
        && QDir().mkpath(maildir() + u"/new"_s) && QDir().mkpath(maildir() + u"/tmp"_s)
        && QDir().mkpath(maildir() + u"/cur"_s) && writeConfiguration() && peer::giveAway(m_folder->path());
    if (!prepared) m_problem = u"the folder of the peer could not be prepared"_s;
    return prepared;
}

bool DovecotPeer::copyProgram() const
{
    const QString from = peer::unpacked() + u"/usr/"_s;
    return peer::copyTree(from + u"lib/dovecot"_s, path(u"lib"_s))
        && QDir().rename(path(u"lib/modules"_s), path(u"m"_s)) && peer::copyLibraries(path(u"lib"_s))
        && QFile::copy(from + u"sbin/dovecot"_s, path(u"lib/dovecot"_s))
        && QFile::copy(from + u"bin/doveconf"_s, path(u"lib/doveconf"_s))
        && moveModules(path(u"lib/libdovecot.so.0"_s), m_folder->path());
}

bool DovecotPeer::writeConfiguration() const
{
    const QString text = dovecotConfiguration.arg(m_folder->path())
                             .arg(m_port)
                             .arg(m_tlsPort)
                             .arg(userName(), groupName())
                             .arg(peer::user())
                             .arg(peer::group())
                             .arg(m_quota)
                             .arg(m_lines);
    return peer::writeText(path(u"dovecot.conf"_s), text)
        && peer::writeText(path(u"users"_s), u"%1:%2\n"_s.arg(QLatin1StringView(user), QLatin1StringView(password)))
        && peer::writeText(path(u"certificate.pem"_s), QString::fromLatin1(akwaba::mail::test::certificate.trimmed()))
        && peer::writeText(path(u"key.pem"_s), QString::fromLatin1(akwaba::mail::test::privateKey.trimmed()));
}

void DovecotPeer::run()
{
    QProcessEnvironment environment;
    environment.insert(u"LD_LIBRARY_PATH"_s, path(u"lib"_s) + u':' + path(u"m/old-stats"_s));
    environment.insert(u"TZ"_s, u"UTC"_s);
    m_process.setProcessEnvironment(environment);
    m_process.setWorkingDirectory(m_folder->path());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setChildProcessModifier(peer::asPeer(SIGTERM));
    // It would call the doveconf of an installation; ours reads the file and becomes it.
    const QString file = path(u"dovecot.conf"_s);
    m_process.start(path(u"lib/doveconf"_s),
                    {u"-f"_s, u"service=master"_s, u"-c"_s, file, u"-m"_s, u"master"_s, u"-e"_s, path(u"lib/dovecot"_s),
                     u"-F"_s, u"-c"_s, file});
}

bool DovecotPeer::waitUntilReady()
{
    const QDeadlineTimer deadline(std::chrono::seconds{10});
    while (!deadline.hasExpired()) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        if (socket.waitForConnected(1000) && socket.waitForReadyRead(1000) && socket.readAll().startsWith("* OK"))
            return true;
        if (m_process.waitForFinished(20)) break;
    }
    QFile log(path(u"log"_s));
    const QByteArray told = log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
    m_problem = u"Dovecot does not listen: "_s + QString::fromUtf8(m_process.readAll()) + QString::fromUtf8(told);
    return false;
}

void DovecotPeer::stop()
{
    if (m_process.state() == QProcess::NotRunning) return;
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) kill();
}

void DovecotPeer::kill() { peer::killGroup(m_process); }

QString DovecotPeer::maildir(const QString &folder) const
{
    return path(u"home/Maildir"_s) + (folder.isEmpty() ? QString() : u"/."_s + folder);
}

bool DovecotPeer::put(const QString &name, const QByteArray &mail, const QString &folder) const
{
    QFile file(maildir(folder) + u"/tmp/"_s + name);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(mail) == mail.size();
    file.close();
    return written && peer::giveAway(file.fileName()) && file.rename(maildir(folder) + u"/new/"_s + name);
}

QStringList DovecotPeer::mails(const QString &folder) const
{
    QStringList files;
    for (const QString &part : {u"/new"_s, u"/cur"_s}) {
        for (const QFileInfo &entry : QDir(maildir(folder) + part).entryInfoList(QDir::Files))
            files.append(entry.filePath());
    }
    return files;
}

qsizetype DovecotPeer::seen() const
{
    const QStringList files = mails();
    return std::ranges::count_if(files, [](const QString &file) { return file.section(u":2,"_s, 1).contains(u'S'); });
}

QString DovecotPeer::report() const
{
    QFile log(m_folder ? path(u"log"_s) : QString());
    if (m_problem.isEmpty() && log.open(QIODevice::ReadOnly)) return QString::fromUtf8(log.readAll());
    return m_problem;
}

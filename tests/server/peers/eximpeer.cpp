// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/peers/eximpeer.h"

#include "tests/server/freeport.h"
#include "tests/server/peers/peer.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTcpSocket>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

// %1 is the peer's folder, %2 its port, %3 the routers, %4 the domain whose mail stays in the spool.
const auto configuration = R"(exim_path = %1/exim4
keep_environment = LD_LIBRARY_PATH : LD_PRELOAD : NSS_WRAPPER_PASSWD : NSS_WRAPPER_GROUP
primary_hostname = peer.test
spool_directory = %1/queue
log_file_path = %1/%slog
pid_file_path = %1/pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = %2
deliver_drop_privilege = true
tls_advertise_hosts =
host_lookup =
rfc1413_query_timeout = 0s
smtp_accept_max = 100
smtp_accept_queue_per_connection = 0
dsn_advertise_hosts = *
queue_run_max = 5
message_size_limit = 60M
never_users =
acl_smtp_rcpt = recipient
acl_smtp_data = accept
begin acl
accept:
  accept
recipient:
  warn
    domains = %4
    queue = kept
    control = queue
  accept
begin routers
%3
rest:
  driver = accept
  transport = maildir
begin transports
lmtp:
  driver = smtp
  protocol = lmtp
  port = 24
  allow_localhost
maildir:
  driver = appendfile
  directory = %1/maildir
  maildir_format
  envelope_to_add
  return_path_add
elsewhere:
  driver = appendfile
  directory = $address_data
  maildir_format
  envelope_to_add
  return_path_add
begin retry
* * F,1h,1s
)"_L1;

} // namespace

EximPeer::EximPeer(QHash<QString, quint16> lmtpPorts)
    : m_lmtpPorts(std::move(lmtpPorts)), m_folder(peer::memoryPath() + u"/exim-XXXXXX"_s)
{
}

EximPeer::~EximPeer() { stop(); }

bool EximPeer::start()
{
    if (m_port == 0 && !prepare()) return false;
    QProcessEnvironment environment;
    environment.insert(u"LD_LIBRARY_PATH"_s, m_folder.path());
    environment.insert(u"LD_PRELOAD"_s, path(u"libnss_wrapper.so"_s));
    environment.insert(u"NSS_WRAPPER_PASSWD"_s, path(u"passwd"_s));
    environment.insert(u"NSS_WRAPPER_GROUP"_s, path(u"group"_s));
    m_process.setProcessEnvironment(environment);
    m_process.setWorkingDirectory(m_folder.path());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    // Exim as root would change its user to "Debian-exim", which exists only where it is installed. So it runs as an
    // ordinary user from the start, and nss_wrapper gives that user the name which was compiled into it.
    m_process.setChildProcessModifier(peer::asPeer(SIGKILL));
    m_process.start(path(u"exim4"_s), {u"-C"_s, path(u"exim.conf"_s), u"-bdf"_s, u"-q1s"_s});
    return waitUntilReady();
}

bool EximPeer::prepare()
{
    const QString program = peer::unpacked() + u"/usr/sbin/exim4"_s;
    if (!QFile::exists(program)) {
        m_problem = program + u" is missing; tests/server/peers/fetch brings it"_s;
        return false;
    }
    m_port = freePort();
    const bool prepared = m_folder.isValid() && m_port != 0 && QFile::copy(program, path(u"exim4"_s))
        && peer::copyLibraries(m_folder.path()) && writeConfiguration() && peer::giveAway(m_folder.path());
    if (!prepared) m_problem = u"the folder of the peer could not be prepared"_s;
    return prepared;
}

bool EximPeer::writeConfiguration() const
{
    const QString user =
        u"Debian-exim:x:%1:%2::%3:/bin/sh\n"_s.arg(peer::user()).arg(peer::group()).arg(m_folder.path());
    const QString group = u"Debian-exim:x:%1:\n"_s.arg(peer::group());
    return peer::writeText(path(u"passwd"_s), u"root:x:0:0::/:/bin/sh\nmail:x:8:8::/:/bin/sh\n"_s + user)
        && peer::writeText(path(u"group"_s), u"root:x:0:\nmail:x:8:\n"_s + group)
        && peer::writeText(
               path(u"exim.conf"_s),
               QString(configuration).arg(m_folder.path(), QString::number(m_port), routers(), m_keptDomain));
}

QString EximPeer::routers() const
{
    QString text;
    for (auto route = m_lmtpPorts.cbegin(); route != m_lmtpPorts.cend(); ++route) {
        text += u"lmtp%1:\n  driver = manualroute\n  transport = lmtp\n  self = send\n"
                "  route_list = %2 127.0.0.1::%1 byname\n"_s.arg(route.value())
                    .arg(route.key());
    }
    int number = 0;
    for (auto route = m_maildirs.cbegin(); route != m_maildirs.cend(); ++route) {
        text += u"maildir%1:\n  driver = accept\n  domains = %2\n  address_data = %3\n  transport = elsewhere\n"_s
                    .arg(++number)
                    .arg(route.key(), route.value());
    }
    return text;
}

bool EximPeer::waitUntilReady()
{
    const QDeadlineTimer deadline(std::chrono::seconds{10});
    while (!deadline.hasExpired()) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        if (socket.waitForConnected(1000)) return true;
        if (m_process.waitForFinished(20)) break;
    }
    m_problem = u"Exim does not listen: "_s + QString::fromUtf8(m_process.readAll());
    return false;
}

void EximPeer::stop()
{
    if (m_process.state() == QProcess::NotRunning) return;
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) m_process.kill();
    m_process.waitForFinished(5000);
}

void EximPeer::kill() { peer::killGroup(m_process); }

void EximPeer::freeze() const { ::kill(-pid_t(m_process.processId()), SIGSTOP); }

void EximPeer::thaw() const { ::kill(-pid_t(m_process.processId()), SIGCONT); }

QStringList EximPeer::spooled() const
{
    static const QRegularExpression field(u"^\\d+\\w? +Message-ID:\\s*<([^>]+)>"_s,
                                          QRegularExpression::MultilineOption
                                              | QRegularExpression::CaseInsensitiveOption);
    const QDir folder(path(u"queue/kept/input"_s));
    QStringList ids;
    for (const QString &name : folder.entryList({u"*-H"_s}, QDir::Files)) {
        QFile envelope(folder.filePath(name));
        if (envelope.open(QIODevice::ReadOnly))
            ids.append(field.match(QString::fromUtf8(envelope.readAll())).captured(1));
    }
    return ids;
}

QStringList EximPeer::delivered() const
{
    const QDir folder(path(u"maildir/new"_s));
    QStringList files;
    const auto entries = folder.entryInfoList(QDir::Files, QDir::Time | QDir::Reversed);
    for (const QFileInfo &entry : entries)
        files.append(entry.filePath());
    return files;
}

QString EximPeer::report() const
{
    QFile log(path(u"mainlog"_s));
    if (m_problem.isEmpty() && log.open(QIODevice::ReadOnly)) return QString::fromUtf8(log.readAll());
    return m_problem;
}

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/abuse/victim.h"

#include "tests/server/e2e/program.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace akwaba::http;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20000; // ms

} // namespace

Victim::Victim()
{
    endWithTest(m_process);
    m_process.setStandardErrorFile(m_dir.filePath(u"log"_s));
}

Victim::~Victim() { end(m_process); }

bool Victim::start()
{
    QFile config(m_dir.filePath(u"server.toml"_s));
    if (!config.open(QIODevice::WriteOnly)) return false;
    m_figuresPort = freePort();
    config.write("data = \"is given\"\n[http]\naccess_log = \"stderr\"\nmetrics_port = "
                 + QByteArray::number(m_figuresPort) + '\n');
    config.close();
    m_process.start(programPath(u"akwaba-server"_s),
                    {u"--test-instance"_s, m_dir.filePath(u"data"_s), u"--config"_s, config.fileName()});
    m_login = QJsonDocument::fromJson(firstLine(m_process, patience)).object();
    m_port = quint16(QUrl(m_login.value(u"url"_s).toString()).port(0));
    m_atStart = memory("VmRSS:");
    return m_port != 0;
}

bool Victim::stop() { return end(m_process); }

QByteArray Victim::authorization() const
{
    return "Authorization: Bearer " + m_login.value(u"token"_s).toString().toLatin1() + "\r\n";
}

bool Victim::isAlive() const
{
    const QList<Answer> answers = answersTo(*this, get("/healthz"));
    return answers.size() == 1 && answers.first().status == 200;
}

qint64 Victim::memory(const QByteArray &figure) const
{
    QFile file(u"/proc/%1/status"_s.arg(m_process.processId()));
    if (!file.open(QIODevice::ReadOnly)) return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(figure)) return line.mid(figure.size()).trimmed().split(' ').value(0).toLongLong() * 1024;
    }
    return -1;
}

qint64 Victim::growth() const
{
    const qint64 peak = memory("VmHWM:");
    return peak < 0 ? -1 : peak - m_atStart;
}

bool Victim::limitFiles(quint64 bytes) const
{
    rlimit limit{};
    limit.rlim_cur = bytes == 0 ? RLIM_INFINITY : rlim_t(bytes);
    limit.rlim_max = RLIM_INFINITY;
    return prlimit(pid_t(m_process.processId()), RLIMIT_FSIZE, &limit, nullptr) == 0;
}

bool Victim::command(const QStringList &words) const
{
    return QProcess::execute(programPath(u"akwaba-server"_s),
                             words + QStringList{u"--data"_s, m_dir.filePath(u"data"_s)})
        == 0;
}

qint64 Victim::figure(const QByteArray &name) const
{
    Client client(m_figuresPort);
    client.send(get("/metrics"));
    (void)QTest::qWaitFor([&client] { return !client.answers().isEmpty(); }, patience);
    for (const QByteArray &line : client.answers().value(0).body.split('\n')) {
        if (line.startsWith(QByteArray(name + ' '))) return line.mid(name.size() + 1).toLongLong();
    }
    return -1;
}

QByteArray Victim::log() const
{
    QFile file(m_dir.filePath(u"log"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<Answer> answersTo(const Victim &victim, const QByteArray &bytes, int count)
{
    Client client(victim.port());
    client.send(bytes);
    (void)QTest::qWaitFor([&] { return client.isClosed() || client.answers().size() >= count; }, patience);
    return client.answers();
}

QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &fields)
{
    return "POST " + path + " HTTP/1.1\r\nHost: h\r\n" + fields + "Content-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

QByteArray get(const QByteArray &path, const QByteArray &fields)
{
    return "GET " + path + " HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n";
}

QByteArray upgrade(const QByteArray &fields)
{
    return get("/jmap/ws",
               fields
                   + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: jmap\r\n");
}

QByteArray logIn(const QString &user, const QString &password)
{
    const QJsonObject credentials{{u"email"_s, user}, {u"password"_s, password}};
    return post("/auth/login", QJsonDocument(credentials).toJson(), "Content-Type: application/json\r\n");
}

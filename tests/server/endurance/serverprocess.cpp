// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/endurance/serverprocess.h"

#include "tests/server/e2e/program.h"
#include "tests/server/peers/peer.h"

#include <QDir>
#include <QFile>
#include <QNetworkReply>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// %1 is the data directory, %2 the port of the mail server, %3 the section of the database, %4 others.
const auto serverToml = R"(data = "%1"
[mail]
smtp_host = "127.0.0.1"
smtp_port = %2
smtp_tls = "none"
tenant = "test.invalid"
%3%4)"_L1;

constexpr int answerMs = 30'000;

} // namespace

akwaba::store::Place onAnotherMachine(const akwaba::store::Place &place)
{
    const akwaba::store::Place copy(place.directory + u"-copy"_s, place.databaseUrl);
    QDir().mkpath(copy.directory);
    QDir().mkpath(place.directory + u"/blobs"_s);
    bool copied = QFile::link(place.directory + u"/blobs"_s, copy.directory + u"/blobs"_s);
    for (const QString &name : {u"/state.key"_s, u"/secrets.key"_s, u"/test-login.json"_s}) {
        if (QFile::exists(place.directory + name))
            copied = QFile::copy(place.directory + name, copy.directory + name) && copied;
    }
    if (!copied) qFatal("the data directory can't be copied");
    return copy;
}

ServerProcess::ServerProcess(akwaba::store::Place place, quint16 smtpPort)
    : m_place(std::move(place)), m_smtpPort(smtpPort)
{
    m_url.setUrl(u"http://127.0.0.1:%1"_s.arg(freePort()));
    if (!QDir().mkpath(m_place.directory)) qFatal("no folder for the server");
    useDatabase(m_place.isPostgresql() ? u"url = \"%1\""_s.arg(m_place.databaseUrl) : QString());
    endWithTest(m_process);
    m_process.setStandardErrorFile(m_place.directory + u"/server.log"_s, QIODevice::Append);
}

ServerProcess::~ServerProcess() { kill(); }

void ServerProcess::useDatabase(const QString &lines)
{
    m_database = lines.isEmpty() ? QString() : u"[database]\n"_s + lines + u'\n';
    writeConfiguration();
}

void ServerProcess::configure(const QString &sections)
{
    m_sections = sections;
    writeConfiguration();
}

void ServerProcess::writeConfiguration() const
{
    const QString text = QString(serverToml).arg(m_place.directory).arg(m_smtpPort).arg(m_database, m_sections);
    if (!peer::writeText(configFile(), text)) qFatal("no configuration for the server");
}

bool ServerProcess::start()
{
    m_process.start(programPath(u"akwaba-server"_s),
                    QStringList{u"--test-instance"_s, m_place.directory, u"--port"_s, QString::number(m_url.port())}
                        + company());
    const auto spoke = [this] { return m_process.canReadLine() || m_process.state() == QProcess::NotRunning; };
    return QTest::qWaitFor(spoke, answerMs) && m_process.readLine().contains(m_url.toEncoded());
}

void ServerProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning) return;
    m_process.kill();
    m_process.waitForFinished();
}

bool ServerProcess::stop()
{
    m_process.terminate();
    const auto ended = [this] { return m_process.state() == QProcess::NotRunning; };
    return QTest::qWaitFor(ended, answerMs) && m_process.exitStatus() == QProcess::NormalExit
        && m_process.exitCode() == 0;
}

std::optional<QByteArray> ServerProcess::say(const QStringList &words)
{
    QProcess word;
    endWithTest(word);
    word.setStandardErrorFile(m_place.directory + u"/server.log"_s, QIODevice::Append);
    word.start(programPath(u"akwaba-server"_s), words);
    const auto ended = [&word] { return word.state() == QProcess::NotRunning; };
    const bool done = QTest::qWaitFor(ended, answerMs) && word.exitStatus() == QProcess::NormalExit;
    return done && word.exitCode() == 0 ? std::optional(word.readAllStandardOutput()) : std::nullopt;
}

int ServerProcess::readiness()
{
    QUrl url = m_url;
    url.setPath(u"/readyz"_s);
    QNetworkReply *reply = m_network.get(QNetworkRequest(url));
    const bool finished = QTest::qWaitFor([reply] { return reply->isFinished(); }, answerMs);
    reply->deleteLater();
    return finished ? reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
}

QString ServerProcess::report() const
{
    QFile log(m_place.directory + u"/server.log"_s);
    return log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()) : QString();
}

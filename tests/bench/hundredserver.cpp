// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/hundredserver.h"

#include "app/server/jobs/backup.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "tests/bench/child.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace akwaba::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int answerMs = 30'000;
constexpr int makingMs = 600'000;

/// Made under another name first: half a corpus is none.
Result<QString> corpus()
{
    const QString folder = QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../../bench/hundred"_s);
    if (QDir(folder).exists()) return folder;
    const QString making = folder + u".new"_s;
    QDir(making).removeRecursively();
    if (!QDir().mkpath(QFileInfo(folder).path())) return fail(Code::Io, folder);
    QProcess demo;
    endWithMe(demo);
    demo.start(program(u"akwaba-server"_s),
               {u"demo"_s, u"--data"_s, making, u"--tickets"_s, u"10000"_s, u"--seed"_s, u"1"_s});
    if (!demo.waitForFinished(makingMs) || demo.exitCode() != 0 || !QDir().rename(making, folder))
        return fail(Code::Internal, u"the corpus can't be made: "_s + QString::fromUtf8(demo.readAllStandardError()));
    return folder;
}

Result<void> copy(const QString &from, const QString &to)
{
    if (!QDir().mkpath(to)) return fail(Code::Io, to);
    for (const QFileInfo &entry : QDir(from).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        const QString target = to + u'/' + entry.fileName();
        if (entry.isDir()) {
            if (Result<void> copied = copy(entry.filePath(), target); !copied) return copied;
        } else if (!QFile::copy(entry.filePath(), target)) {
            return fail(Code::Io, target);
        }
    }
    return {};
}

} // namespace

QString program(const QString &name)
{
    return QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../bin/"_s + name);
}

QString nameOf(Backend backend) { return backend == Backend::Sqlite ? u"embedded SQLite"_s : u"PostgreSQL"_s; }

Result<store::Place> HundredServer::makePlace(Backend backend)
{
    const store::Place file = m_place;
    const auto copied = corpus().and_then([&file](const QString &made) { return copy(made, file.directory); });
    if (!copied) return tl::unexpected(copied.error());
    if (backend == Backend::Sqlite) return file;
    if (!m_postgresql.start(true) || !m_postgresql.createDatabase(u"hundred"_s))
        return fail(Code::Unreachable, m_postgresql.report());
    const store::Place server(file.directory, m_postgresql.url(u"hundred"_s));
    const QString backup = m_folder.filePath(u"backup"_s);
    const SystemClock clock;
    SystemRandom random;
    return store::Store::open(file, clock, random)
        .and_then([&](const std::unique_ptr<store::Store> &store) { return jobs::backUp(*store, backup); })
        .and_then([&](const jobs::BackupManifest &) { return store::Store::create(server, clock, random); })
        .and_then(
            [&](const std::unique_ptr<store::Store> &) { return jobs::restore(backup, server, true, clock, random); })
        .map([&](const jobs::BackupManifest &) { return server; });
}

/// By hand: a log-in takes the time that it takes to hash a password.
Result<void> HundredServer::logIn(const store::Place &place, int devices)
{
    const SystemClock clock;
    SystemRandom random;
    QFile file(place.directory + u"/test-login.json"_s);
    if (!file.open(QIODevice::ReadOnly)) return fail(Code::NotFound, file.fileName());
    const QString user = QJsonDocument::fromJson(file.readAll()).object().value(u"user"_s).toString();
    auto store = store::Store::open(place, clock, random);
    if (!store) return tl::unexpected(store.error());
    const auto account = (*store)->accountCalled(user);
    if (!account) return tl::unexpected(account.error());
    for (int i = 0; i < devices; ++i) {
        const auto session = (*store)->openSession(account->agent, {u"bench"_s, u"1"_s, {}});
        if (!session) return tl::unexpected(session.error());
        m_tokens += session->token.toLatin1();
    }
    return logInColleague(**store, account->agent);
}

/// Who sees all that the agent sees: the first who shares each of his teams.
Result<void> HundredServer::logInColleague(store::Store &store, const AgentId &agent)
{
    const auto agents = store.read().and_then([](const store::Snapshot &all) { return all.all<Agent>(); });
    if (!agents) return tl::unexpected(agents.error());
    const auto me = std::ranges::find(*agents, agent, &Agent::id);
    for (const Agent &other : *agents) {
        const auto shares = [&other](const TeamId &team) { return other.teams.contains(team); };
        if (other.id == agent || !other.active || !std::ranges::all_of(me->teams, shares)) continue;
        return store.openSession(other.id, {u"bench"_s, u"1"_s, {}}).map([this](const store::Login &login) {
            m_colleague = {login.token.toLatin1(), login.caller.agent, login.caller.device};
        });
    }
    return fail(Code::NotFound, u"an agent of the same teams"_s);
}

Result<void> HundredServer::serve(const store::Place &place)
{
    endWithMe(m_process);
    m_process.setStandardErrorFile(m_folder.filePath(u"server.log"_s));
    QStringList words{u"--test-instance"_s, place.directory, u"--port"_s, u"0"_s};
    if (place.isPostgresql()) {
        QFile config(m_folder.filePath(u"server.toml"_s));
        const QString text = u"data = \"%1\"\n[database]\nurl = \"%2\"\n"_s.arg(place.directory, place.databaseUrl);
        if (!config.open(QIODevice::WriteOnly) || config.write(text.toUtf8()) < 0)
            return fail(Code::Io, config.fileName());
        words += {u"--config"_s, config.fileName()};
    }
    m_process.start(program(u"akwaba-server"_s), words);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(answerMs)) return fail(Code::Unreachable, u"the server does not start"_s);
    }
    const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
    m_address.url = QUrl(ready.value(u"url"_s).toString());
    m_user = ready.value(u"user"_s).toString();
    m_password = ready.value(u"password"_s).toString();
    return {};
}

Result<void> HundredServer::start(Backend backend, int devices)
{
    return makePlace(backend).and_then([&](const store::Place &made) {
        m_place = made;
        return logIn(made, devices).and_then([&] { return serve(made); });
    });
}

HundredServer::~HundredServer()
{
    m_process.terminate();
    if (!m_process.waitForFinished(answerMs)) m_process.kill();
}

} // namespace akwaba::bench

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands/commands.h"
#include "app/server/instance.h"
#include "app/server/processsignals.h"
#include "app/server/servicemanager.h"
#include "app/server/store/credentials.h"
#include "app/server/store/keyfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;

namespace akwaba::commands {

namespace {

/// Who a test instance lets in. Kept beside its data, so that it can be started again.
struct TestLogin {
    QString user;
    QString password;
};

/// Each connection is a file, and many systems begin with 1024 of them.
void raiseFileLimit()
{
#ifdef Q_OS_UNIX
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
#endif
}

/// `wishes` are those since before it said that it is there: whoever reads that may have it stopped at once.
int run(Instance &instance, const ProcessSignals &wishes)
{
    QObject::connect(&wishes, &ProcessSignals::terminationRequested, &instance, [&instance] {
        servicemanager::sayStopping();
        instance.stop();
    });
    QObject::connect(&wishes, &ProcessSignals::reloadRequested, &instance, [&instance] {
        servicemanager::sayReloading();
        instance.reload();
        servicemanager::sayReady();
    });
    QObject::connect(&instance, &Instance::stopped, qApp, [] { QCoreApplication::exit(Ok); });
    QTimer alive; // in the loop that serves: a loop that hangs says nothing
    QObject::connect(&alive, &QTimer::timeout, &alive, [] { servicemanager::sayAlive(); });
    if (const auto every = servicemanager::aliveEvery()) alive.start(*every);
    servicemanager::sayReady();
    return QCoreApplication::exec();
}

QString loginPath(const QString &directory) { return directory + u"/test-login.json"_s; }

Result<TestLogin> readLogin(const QString &directory)
{
    QFile file(loginPath(directory));
    if (!file.open(QIODevice::ReadOnly)) return fail(Code::NotFound, u"this is no data directory of a test instance"_s);
    const QJsonObject login = QJsonDocument::fromJson(file.readAll()).object();
    return TestLogin{login.value(u"user"_s).toString(), login.value(u"password"_s).toString()};
}

/// An empty company with one agent who may do everything.
Result<std::unique_ptr<store::Store>> makeTestStore(Surroundings &system, const store::Place &place)
{
    auto store = store::Store::create(place, system.clock, system.random);
    if (!store) return store;
    Team team;
    team.id = newId<TeamId>(system.clock, system.random);
    team.name = u"Support"_s;
    team.email = {team.name, u"support@test.invalid"_s};
    Agent agent;
    agent.id = newId<AgentId>(system.clock, system.random);
    agent.name = u"Test"_s;
    agent.email = u"agent@test.invalid"_s;
    agent.roles = {Role::Administrator, Role::Supervisor, Role::Agent};
    agent.teams = {team.id};
    const auto done = (*store)->write([&](store::Writer &writer) {
        return writer.put(team).and_then([&](const Team &) { return writer.put(agent); }).map([](const Agent &) {});
    });
    if (!done) return tl::unexpected(done.error());
    const QString password = newPassword(system.random);
    return (*store)
        ->setPassword(agent.id, password)
        .and_then([&] { return keepTestLogin(place.directory, agent.email, password); })
        .map([&store] { return std::move(*store); });
}

Result<store::Login> logIn(store::Store &store, const TestLogin &known)
{
    const auto account = store.accountCalled(known.user);
    if (!account) return tl::unexpected(account.error());
    if (!store::passwordFits(account->passwordHash, known.password))
        return fail(Code::Unauthenticated, u"the agent of the test instance has another password"_s);
    return store.openSession(account->agent, {u"test instance"_s, {}, {}});
}

} // namespace

Result<void> keepTestLogin(const QString &directory, const QString &user, const QString &password)
{
    const QJsonObject login{{u"user"_s, user}, {u"password"_s, password}};
    return store::writeSecret(loginPath(directory), QJsonDocument(login).toJson());
}

int serve(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Serves consoles and takes and sends mail, until SIGTERM."_s);
    parser.addOptions(placeOptions());
    int exit = Ok;
    if (!parse(parser, arguments, exit)) return exit;
    const auto config = configFrom(parser);
    if (!config) return failed(config.error());
    Surroundings system;
    const auto store = store::Store::open(placeOf(*config), system.clock, system.random);
    if (!store) return failed(store.error());
    raiseFileLimit();
    Instance instance(**store, *config, false);
    const ProcessSignals wishes;
    const auto port = instance.start();
    if (!port) return failed(port.error());
    complain(u"akwaba-server listens on %1 port %2%3"_s.arg(config->listenAddress)
                 .arg(*port)
                 .arg(instance.isSecure() ? QString() : u", without TLS"_s));
    return run(instance, wishes);
}

int testInstance(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"A server for tests: plain HTTP on this machine, name and password allowed with "
                                     "each request. Prints one line of JSON when it is ready."_s);
    parser.addOptions(
        {{u"test-instance"_s, u"The data directory; made where it is missing."_s, u"DIR"_s},
         {u"config"_s, u"For its mail and its database; what it says of the network is not used."_s, u"FILE"_s},
         {u"port"_s, u"0 takes a free one."_s, u"PORT"_s, u"0"_s}});
    int exit = Ok;
    if (!parse(parser, arguments, exit)) return exit;
    const QString directory = parser.value(u"test-instance"_s);
    ServerConfig config;
    if (parser.isSet(u"config"_s)) {
        const auto loaded = loadConfig(parser.value(u"config"_s));
        if (!loaded) return failed(loaded.error());
        config = *loaded;
    }
    config.dataDirectory = directory;
    config.listenAddress = u"127.0.0.1"_s;
    config.plainHttp = true;
    config.port = parser.value(u"port"_s).toUShort();
    Surroundings system;
    auto store = store::Store::open(placeOf(config), system.clock, system.random);
    if (!store && store.error().code == Code::NotFound) store = makeTestStore(system, placeOf(config));
    if (!store) return failed(store.error());
    const auto known = readLogin(directory);
    if (!known) return failed(known.error());
    const auto login = logIn(**store, *known);
    if (!login) return failed(login.error());
    raiseFileLimit();
    Instance instance(**store, config, true);
    const ProcessSignals wishes;
    const auto port = instance.start();
    if (!port) return failed(port.error());
    const QJsonObject ready{{u"url"_s, u"http://127.0.0.1:%1"_s.arg(*port)},
                            {u"user"_s, known->user},
                            {u"password"_s, known->password},
                            {u"token"_s, login->token}};
    say(QString::fromUtf8(QJsonDocument(ready).toJson(QJsonDocument::Compact)));
    return run(instance, wishes);
}

} // namespace akwaba::commands

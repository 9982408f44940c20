// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands/commands.h"
#include "app/server/http/certificate.h"

using namespace Qt::StringLiterals;

namespace akwaba::commands {

namespace {

Agent administratorOf(const QCommandLineParser &parser, Surroundings &system)
{
    Agent agent;
    agent.id = newId<AgentId>(system.clock, system.random);
    agent.email = parser.value(u"admin-email"_s).trimmed();
    agent.name = parser.isSet(u"admin-name"_s) ? parser.value(u"admin-name"_s) : agent.email;
    agent.roles = {Role::Administrator, Role::Supervisor, Role::Agent};
    return agent;
}

Result<void> addAdministrator(store::Store &store, const Agent &agent, const QString &password)
{
    return store.write([&](store::Writer &writer) { return writer.put(agent).map([](const Agent &) { }); })
        .and_then([&] { return store.setPassword(agent.id, password); });
}

Result<QString> addCertificate(const QString &directory, const QStringList &hosts, const QDateTime &from)
{
    const QString certificate = directory + u"/server.crt"_s;
    return http::makeCertificate(hosts, from, certificate, directory + u"/server.key"_s).and_then([&] {
        return http::certificateFingerprint(certificate);
    });
}

} // namespace

int init(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Makes a data directory: database, key file and certificate."_s);
    parser.addOptions(
        {dataOption(),
         {u"host"_s, u"A name or address that consoles call the server by; may be repeated."_s, u"NAME"_s},
         {u"admin-email"_s, u"Makes a first administrator with this address."_s, u"ADDRESS"_s},
         {u"admin-name"_s, u"His name."_s, u"NAME"_s},
         passwordOption()});
    int exit = Ok;
    if (!parse(parser, arguments, exit)) return exit;
    const QString directory = parser.value(u"data"_s);
    if (directory.isEmpty()) {
        complain(u"akwaba-server init: --data is missing"_s);
        return Usage;
    }
    Surroundings system;
    const Agent administrator = administratorOf(parser, system);
    if (parser.isSet(u"admin-email"_s) && !isAddress(administrator.email))
        return failed({Code::BadInput, u"--admin-email is no address like awa@shop.ci"_s});
    bool made = false;
    const auto password = passwordFrom(parser, administrator, system.random, made);
    if (!password) return failed(password.error());
    const auto store = store::Store::create(directory, system.clock, system.random);
    if (!store) return failed(store.error());
    QStringList hosts = parser.values(u"host"_s);
    hosts += {u"localhost"_s, u"127.0.0.1"_s};
    hosts.removeDuplicates();
    const auto fingerprint = addCertificate(directory, hosts, system.clock.now());
    if (!fingerprint) return failed(fingerprint.error());
    say(u"Made %1. The certificate's SHA-256 fingerprint, to compare in the console:\n%2"_s.arg(directory,
                                                                                                *fingerprint));
    if (administrator.email.isEmpty()) return Ok;
    const auto added = addAdministrator(**store, administrator, *password);
    if (!added) return failed(added.error());
    say(u"Administrator %1"_s.arg(administrator.email) + (made ? u", password %1"_s.arg(*password) : QString()));
    return Ok;
}

} // namespace akwaba::commands

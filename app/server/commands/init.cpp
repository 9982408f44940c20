// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands/commands.h"
#include "app/server/http/certificate.h"
#include "app/server/macros/firstmacros.h"
#include "app/server/servicelevels/firstpaths.h"
#include "app/server/servicelevels/firstpromises.h"
#include "app/server/store/keyfile.h"
#include "app/server/store/postgresqlsetup.h"

#include <QDir>
#include <QFileInfo>

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

template <class T> Result<void> putAll(store::Writer &writer, const QList<T> &rows)
{
    for (const T &row : rows) {
        if (const auto put = writer.put(row); !put) return tl::unexpected(put.error());
    }
    return {};
}

/// What it promises and answers from now on, until an administrator says otherwise. A company that promises something
/// already keeps that: several servers are made over one database.
Result<void> addPromises(store::Store &store, Surroundings &system)
{
    const auto known = store.read().and_then([](const store::Snapshot &snapshot) { return snapshot.all<SlaPolicy>(); });
    if (!known) return tl::unexpected(known.error());
    if (!known->isEmpty()) return {};
    const servicelevels::ServiceLevels first =
        servicelevels::firstPromises(system.clock, system.random, system.clock.now(), true);
    const QList<EscalationPath> paths =
        servicelevels::firstPaths(first.calendars.last().id, {}, system.clock, system.random);
    const macros::FirstMacros answers = macros::firstMacros(system.clock, system.random);
    return store.write([&](store::Writer &writer) {
        return putAll(writer, first.calendars)
            .and_then([&] { return putAll(writer, first.holidays); })
            .and_then([&] { return putAll(writer, first.policies); })
            .and_then([&] { return putAll(writer, paths); })
            .and_then([&] { return putAll(writer, answers.modules); })
            .and_then([&] { return putAll(writer, answers.macros); });
    });
}

Result<QString> addCertificate(const QString &directory, const QStringList &hosts, const QDateTime &from)
{
    const QString certificate = directory + u"/server.crt"_s;
    return http::makeCertificate(hosts, from, certificate, directory + u"/server.key"_s).and_then([&] {
        return http::certificateFingerprint(certificate);
    });
}

/// Beside an older company's it stays: consoles have confirmed it.
Result<void> sayCertificate(const QString &directory, const QStringList &names, const QDateTime &now)
{
    QStringList hosts = names;
    hosts += {u"localhost"_s, u"127.0.0.1"_s};
    hosts.removeDuplicates();
    const auto fingerprint = QFile::exists(directory + u"/server.crt"_s)
        ? http::certificateFingerprint(directory + u"/server.crt"_s)
        : addCertificate(directory, hosts, now);
    return fingerprint.map([&](const QString &text) {
        say(u"The certificate's SHA-256 fingerprint, to compare in the console:\n%1"_s.arg(text));
    });
}

QString databasePasswordFile(const QString &directory) { return directory + u"/database.password"_s; }

Result<void> keepSecret(const QString &path, const QString &secret)
{
    if (!QDir().mkpath(QFileInfo(path).path())) return fail(Code::Io, u"can't make the folder of %1"_s.arg(path));
    return store::writeSecret(path, secret.toUtf8() + '\n');
}

/// The password that the server's role has already, or nothing where it is still to be made.
Result<QString> knownDatabasePassword(const QCommandLineParser &parser, const QString &directory)
{
    if (parser.isSet(u"server-password-file"_s)) return firstLine(parser.value(u"server-password-file"_s));
    const QString kept = databasePasswordFile(directory);
    return QFile::exists(kept) ? firstLine(kept) : Result<QString>(QString());
}

/// Shows what has to be done in PostgreSQL and, if that is wanted, does it. Nothing where it was only shown.
Result<std::optional<store::Place>> placeInPostgresql(const QCommandLineParser &parser, Surroundings &system)
{
    const QString directory = parser.value(u"data"_s);
    store::PostgresqlWish wish;
    wish.ownerUrl = parser.value(u"database"_s);
    wish.serverRole = parser.value(u"server-role"_s);
    if (parser.isSet(u"owner-password-file"_s)) {
        const auto password = firstLine(parser.value(u"owner-password-file"_s));
        if (!password) return tl::unexpected(password.error());
        wish.ownerPassword = *password;
    }
    const auto known = knownDatabasePassword(parser, directory);
    if (!known) return tl::unexpected(known.error());
    wish.serverPassword = known->isEmpty() ? newPassword(system.random) : *known;
    const auto setup = store::PostgresqlSetup::look(wish);
    if (!setup) return tl::unexpected(setup.error());
    if (!setup->makesRole() && known->isEmpty())
        return fail(Code::BadInput, u"the role %1 exists: --server-password-file is missing"_s.arg(wish.serverRole));
    const QStringList steps = setup->steps();
    say(steps.isEmpty() ? u"Nothing has to be done in PostgreSQL."_s : u"To be done in PostgreSQL:"_s);
    for (qsizetype i = 0; i < steps.size(); ++i)
        say(u"  %1. %2"_s.arg(i + 1).arg(steps.at(i)));
    if (!parser.isSet(u"yes"_s)) {
        say(u"Nothing was changed. The same words with --yes do it, and then make %1."_s.arg(directory));
        return std::optional<store::Place>();
    }
    // Kept before it counts: a role whose password nobody knows is of no use.
    if (auto kept = keepSecret(databasePasswordFile(directory), wish.serverPassword); !kept)
        return tl::unexpected(kept.error());
    return setup->carryOut(system.random).map([&] {
        say(u"Done. In the configuration:\n\n[database]\nurl = \"%1\"\npassword_file = \"%2\"\n"_s.arg(
            setup->serverUrl(), databasePasswordFile(directory)));
        return std::optional(store::Place(directory, setup->serverUrl(), wish.serverPassword));
    });
}

} // namespace

int init(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Makes a data directory: database, key file and certificate."_s);
    parser.addOptions(
        {dataOption(),
         {u"database"_s,
          u"Keeps the tables in PostgreSQL: the URL of whoever owns them, with the name of the database, "
          "postgresql://postgres@db.example.ci/akwaba. Says what has to be done there; --yes does it."_s,
          u"URL"_s},
         {u"owner-password-file"_s, u"A file whose first line is that owner's password."_s, u"FILE"_s},
         {u"server-role"_s, u"The role that the server uses, which may change no table."_s, u"NAME"_s,
          u"akwaba_server"_s},
         {u"server-password-file"_s, u"Its password, where the role exists already."_s, u"FILE"_s},
         {u"yes"_s, u"Does what --database would only show."_s},
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
    Result<std::unique_ptr<store::Store>> store = fail(Code::Internal);
    if (parser.isSet(u"database"_s)) {
        const auto place = placeInPostgresql(parser, system);
        if (!place) return failed(place.error());
        if (!*place) return Ok;
        store = store::Store::join(**place, system.clock, system.random);
    } else {
        store = store::Store::create(directory, system.clock, system.random);
    }
    if (!store) return failed(store.error());
    say(u"Made %1."_s.arg(directory));
    if (const auto said = sayCertificate(directory, parser.values(u"host"_s), system.clock.now()); !said)
        return failed(said.error());
    if (administrator.email.isEmpty()) return Ok; // it is to become another company, by a restore
    if (const auto promised = addPromises(**store, system); !promised) return failed(promised.error());
    const auto added = addAdministrator(**store, administrator, *password);
    if (!added) return failed(added.error());
    say(u"Administrator %1"_s.arg(administrator.email) + (made ? u", password %1"_s.arg(*password) : QString()));
    return Ok;
}

} // namespace akwaba::commands

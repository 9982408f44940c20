// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands/commands.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::commands {

namespace {

Result<std::optional<Agent>> agentCalled(store::Store &store, const QString &email)
{
    return store.read().and_then([&email](const store::Snapshot &snapshot) { return snapshot.agentByEmail(email); });
}

/// The teams of these names, made where they are missing.
Result<QList<TeamId>> teamsCalled(store::Writer &writer, const QStringList &names)
{
    auto known = writer.all<Team>();
    if (!known) return tl::unexpected(known.error());
    QList<TeamId> ids;
    for (const QString &name : names) {
        const auto same = [&name](const Team &team) { return team.name.compare(name, Qt::CaseInsensitive) == 0; };
        const auto found = std::find_if(known->cbegin(), known->cend(), same);
        if (found != known->cend()) {
            ids.append(found->id);
            continue;
        }
        Team team;
        team.id = newId<TeamId>(writer.clock(), writer.random());
        team.name = name;
        if (const auto made = writer.put(team); !made) return tl::unexpected(made.error());
        ids.append(team.id);
    }
    return ids;
}

Result<QList<Role>> rolesCalled(const QStringList &names)
{
    QList<Role> roles;
    for (const QString &name : names) {
        const auto role = fromWireName<Role>(name);
        if (!role) return fail(Code::BadInput, u"unknown role %1"_s.arg(name));
        roles.append(*role);
    }
    return roles.isEmpty() ? QList{Role::Agent} : roles;
}

Result<AgentId> addAgent(store::Store &store, const QCommandLineParser &parser)
{
    const auto roles = rolesCalled(parser.values(u"role"_s));
    if (!roles) return tl::unexpected(roles.error());
    const QString email = parser.value(u"email"_s);
    if (!email.contains(u'@')) return fail(Code::BadInput, u"--email is no address"_s);
    const auto existing = agentCalled(store, email);
    if (!existing) return tl::unexpected(existing.error());
    if (*existing) return fail(Code::Conflict, u"there is an agent with this address"_s);
    Agent agent;
    agent.id = newId<AgentId>(store.clock(), store.random());
    agent.email = email;
    agent.name = parser.isSet(u"name"_s) ? parser.value(u"name"_s) : email;
    agent.language = parser.value(u"language"_s);
    agent.roles = *roles;
    return store
        .write([&](store::Writer &writer) -> Result<void> {
            const auto teams = teamsCalled(writer, parser.values(u"team"_s));
            if (!teams) return tl::unexpected(teams.error());
            agent.teams = *teams;
            return writer.put(agent).map([](const Agent &) { });
        })
        .map([&agent] { return agent.id; });
}

Result<AgentId> known(store::Store &store, const QString &email)
{
    const auto agent = agentCalled(store, email);
    if (!agent) return tl::unexpected(agent.error());
    if (!*agent) return fail(Code::NotFound, u"there is no agent with this address"_s);
    return (*agent)->id;
}

int setPassword(store::Store &store, const QCommandLineParser &parser, const Result<AgentId> &agent)
{
    if (!agent) return failed(agent.error());
    bool made = false;
    const auto password = passwordFrom(parser, store.random(), made);
    if (!password) return failed(password.error());
    if (const auto done = store.setPassword(*agent, *password); !done) return failed(done.error());
    if (made) say(u"Password: %1"_s.arg(*password));
    return Ok;
}

} // namespace

int user(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Adds an agent, gives him a new password, or disables or enables him."_s);
    parser.addPositionalArgument(u"action"_s, u"add, password, disable or enable"_s);
    parser.addOptions(
        {dataOption(),
         {u"email"_s, u"His address."_s, u"ADDRESS"_s},
         {u"name"_s, u"His name."_s, u"NAME"_s},
         {u"language"_s, u"fr or en."_s, u"LANGUAGE"_s, u"fr"_s},
         {u"role"_s, u"agent, supervisor, editor, privacyOfficer, administrator; may be repeated."_s, u"ROLE"_s},
         {u"team"_s, u"A team by its name, made where it is missing; may be repeated."_s, u"NAME"_s},
         passwordOption()});
    int exit = Ok;
    if (!parse(parser, arguments, exit)) return exit;
    const QString action = parser.positionalArguments().value(0);
    const QString email = parser.value(u"email"_s);
    Surroundings system;
    const auto store = system.open(parser.value(u"data"_s));
    if (!store) return failed(store.error());
    if (action == u"add") return setPassword(**store, parser, addAgent(**store, parser));
    if (action == u"password") return setPassword(**store, parser, known(**store, email));
    if (action == u"disable" || action == u"enable") {
        const auto done = known(**store, email).and_then([&](const AgentId &agent) {
            return (*store)->setActive(agent, action == u"enable");
        });
        return done ? Ok : failed(done.error());
    }
    complain(u"akwaba-server user: add, password, disable or enable"_s);
    return Usage;
}

} // namespace akwaba::commands

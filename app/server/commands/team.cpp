// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands/commands.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::commands {

namespace {

Result<void> checkName(const store::Writer &writer, const QString &name, const TeamId &owner)
{
    const auto other = writer.teamByName(name);
    if (!other) return tl::unexpected(other.error());
    if (*other && (*other)->id != owner)
        return fail(Code::Conflict, u"there is a team called %1"_s.arg((*other)->name));
    return {};
}

Result<void> checkAddress(const store::Writer &writer, const QString &address, const TeamId &owner)
{
    const auto teams = writer.all<Team>();
    if (!teams) return tl::unexpected(teams.error());
    for (const Team &team : *teams) {
        if (team.id != owner && team.email.address.compare(address, Qt::CaseInsensitive) == 0)
            return fail(Code::Conflict, u"the team %1 has this address"_s.arg(team.name));
    }
    return {};
}

/// The team with what the options give it.
Result<Team> changed(const store::Writer &writer, Team team, const QCommandLineParser &parser, const QString &name)
{
    if (const auto free = checkName(writer, name, team.id); !free) return tl::unexpected(free.error());
    if (!team.email.address.isEmpty() && team.email.name == team.name) team.email.name = name;
    team.name = name;
    if (!parser.isSet(u"address"_s)) return team;
    const QString address = parser.value(u"address"_s).trimmed();
    if (address.isEmpty()) {
        team.email = {};
        return team;
    }
    if (!isAddress(address)) return fail(Code::BadInput, u"--address is no address like support@shop.ci"_s);
    if (const auto free = checkAddress(writer, address, team.id); !free) return tl::unexpected(free.error());
    team.email = {team.email.name.isEmpty() ? name : team.email.name, address};
    return team;
}

bool isCalled(const EscalationPath &path, const QString &name)
{
    return path.nameFr.compare(name, Qt::CaseInsensitive) == 0 || path.nameEn.compare(name, Qt::CaseInsensitive) == 0;
}

/// Puts the team behind the path that the options name.
Result<void> receive(store::Writer &writer, const TeamId &team, const QCommandLineParser &parser)
{
    if (!parser.isSet(u"receives"_s)) return {};
    const QString name = parser.value(u"receives"_s).trimmed();
    const auto paths = writer.all<EscalationPath>();
    if (!paths) return tl::unexpected(paths.error());
    QStringList names;
    for (EscalationPath path : *paths) {
        names.append(path.nameFr);
        if (!isCalled(path, name)) continue;
        path.team = team;
        return writer.put(path).map([](const EscalationPath &) { });
    }
    return fail(Code::NotFound, u"--receives is one of: %1"_s.arg(names.join(u", "_s)));
}

Result<void> add(store::Store &store, const QCommandLineParser &parser)
{
    const auto name = teamName(parser.value(u"name"_s));
    if (!name) return tl::unexpected(name.error());
    return store.write([&](store::Writer &writer) {
        Team team;
        team.id = newId<TeamId>(writer.clock(), writer.random());
        return changed(writer, team, parser, *name)
            .and_then([&writer](const Team &made) { return writer.put(made); })
            .and_then([&](const Team &made) { return receive(writer, made.id, parser); });
    });
}

Result<void> set(store::Store &store, const QCommandLineParser &parser)
{
    return store.write([&](store::Writer &writer) -> Result<void> {
        const QString called = parser.value(u"name"_s);
        const auto team = writer.teamByName(called);
        if (!team) return tl::unexpected(team.error());
        if (!*team) return fail(Code::NotFound, u"there is no team called %1"_s.arg(called));
        const auto name = parser.isSet(u"rename"_s) ? teamName(parser.value(u"rename"_s)) : (*team)->name;
        if (!name) return tl::unexpected(name.error());
        return changed(writer, **team, parser, *name)
            .and_then([&writer](const Team &changed) { return writer.put(changed); })
            .and_then([&](const Team &changed) { return receive(writer, changed.id, parser); });
    });
}

QString line(const Team &team, const QList<Agent> &agents)
{
    QStringList members;
    for (const Agent &agent : agents)
        if (agent.active && agent.teams.contains(team.id)) members.append(agent.email);
    members.sort();
    return QStringList{team.name, team.email.address, members.join(u", "_s)}.join(u'\t');
}

int list(store::Store &store)
{
    const auto snapshot = store.read();
    if (!snapshot) return failed(snapshot.error());
    auto teams = snapshot->all<Team>();
    const auto agents = snapshot->all<Agent>();
    if (!teams) return failed(teams.error());
    if (!agents) return failed(agents.error());
    std::ranges::sort(*teams, {}, [](const Team &team) { return team.name.toCaseFolded(); });
    for (const Team &team : std::as_const(*teams))
        say(line(team, *agents));
    return Ok;
}

/// What is wrong with the words, before anything is opened.
QString mistakeOfTeam(const QCommandLineParser &parser)
{
    const QString action = parser.positionalArguments().value(0);
    const bool changes = action == u"add" || action == u"set";
    if (parser.positionalArguments().size() != 1 || (!changes && action != u"list"))
        return u"list, add or set; names with spaces in quotes"_s;
    if (changes && !parser.isSet(u"name"_s)) return u"--name is missing"_s;
    if (action == u"add" && parser.isSet(u"rename"_s)) return u"--rename belongs to set"_s;
    if (action == u"set" && !parser.isSet(u"address"_s) && !parser.isSet(u"rename"_s) && !parser.isSet(u"receives"_s))
        return u"--address, --rename or --receives says what to set"_s;
    return {};
}

} // namespace

int team(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Lists the teams (name, address and members, separated by tabs), adds one, or "
                                     "gives one another address or name."_s);
    parser.addPositionalArgument(u"action"_s, u"list, add or set"_s);
    parser.addOptions(placeOptions());
    parser.addOptions(
        {{u"name"_s, u"The team."_s, u"NAME"_s},
         {u"address"_s,
          u"Mail to this address makes tickets of the team, and its answers are sent from it; empty for "
          "none."_s,
          u"ADDRESS"_s},
         {u"receives"_s, u"What is escalated on this path comes to the team, e.g. Superviseur."_s, u"PATH"_s},
         {u"rename"_s, u"Its new name."_s, u"NAME"_s}});
    int exit = Ok;
    if (!parse(parser, arguments, exit)) return exit;
    if (const QString mistake = mistakeOfTeam(parser); !mistake.isEmpty()) {
        complain(u"akwaba-server team: "_s + mistake);
        return Usage;
    }
    Surroundings system;
    const auto store = system.open(parser);
    if (!store) return failed(store.error());
    const QString action = parser.positionalArguments().first();
    if (action == u"list") return list(**store);
    const auto done = action == u"add" ? add(**store, parser) : set(**store, parser);
    return done ? Ok : failed(done.error());
}

} // namespace akwaba::commands

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands/commands.h"
#include "app/server/commands/usersessions.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace akwaba::commands {

namespace {

/// What can be done to an agent; `words` are those after his address.
struct Action {
    QStringView name;
    int words = 0;
};

constexpr std::array actions{Action{u"devices"},  Action{u"revoke", 1}, Action{u"add"},    Action{u"set"},
                             Action{u"password"}, Action{u"disable"},   Action{u"enable"}, Action{u"totp-reset"}};

constexpr auto actionNames = "add, set, password, disable, enable, totp-reset, devices or revoke";

/// As an option, or as the word after the action.
QString emailOf(const QCommandLineParser &parser)
{
    return parser.isSet(u"email"_s) ? parser.value(u"email"_s) : parser.positionalArguments().value(1);
}

Result<std::optional<Agent>> agentCalled(store::Store &store, const QString &email)
{
    return store.read().and_then([&email](const store::Snapshot &snapshot) { return snapshot.agentByEmail(email); });
}

/// The teams of these names, made where they are missing.
Result<QList<TeamId>> teamsCalled(store::Writer &writer, const QStringList &names)
{
    QList<TeamId> ids;
    for (const QString &typed : names) {
        const auto name = teamName(typed);
        if (!name) return tl::unexpected(name.error());
        const auto found = writer.teamByName(*name);
        if (!found) return tl::unexpected(found.error());
        Team team = found->value_or(Team());
        if (!*found) {
            team.id = newId<TeamId>(writer.clock(), writer.random());
            team.name = *name;
            if (const auto made = writer.put(team); !made) return tl::unexpected(made.error());
        }
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

/// His teams after --team and --no-team. Who leaves a team must have named one that exists.
Result<QList<TeamId>> teamsAfter(store::Writer &writer, QList<TeamId> teams, const QCommandLineParser &parser)
{
    const auto joined = teamsCalled(writer, parser.values(u"team"_s));
    if (!joined) return tl::unexpected(joined.error());
    for (const TeamId &team : *joined)
        if (!teams.contains(team)) teams.append(team);
    for (const QString &name : parser.values(u"no-team"_s)) {
        const auto left = writer.teamByName(name);
        if (!left) return tl::unexpected(left.error());
        if (!*left) return fail(Code::NotFound, u"there is no team called %1"_s.arg(name));
        teams.removeAll((*left)->id);
    }
    return teams;
}

Result<QString> languageOf(const QCommandLineParser &parser)
{
    const QString language = parser.value(u"language"_s);
    if (language != u"fr" && language != u"en") return fail(Code::BadInput, u"--language is neither fr nor en"_s);
    return language;
}

Result<AgentId> addAgent(store::Store &store, const QCommandLineParser &parser)
{
    const auto roles = rolesCalled(parser.values(u"role"_s));
    if (!roles) return tl::unexpected(roles.error());
    const auto language = languageOf(parser);
    if (!language) return tl::unexpected(language.error());
    const QString email = emailOf(parser).trimmed();
    if (!isAddress(email)) return fail(Code::BadInput, u"--email is no address like awa@shop.ci"_s);
    const auto existing = agentCalled(store, email);
    if (!existing) return tl::unexpected(existing.error());
    if (*existing) return fail(Code::Conflict, u"there is an agent with this address"_s);
    Agent agent;
    agent.id = newId<AgentId>(store.clock(), store.random());
    agent.email = email;
    agent.name = parser.isSet(u"name"_s) ? parser.value(u"name"_s) : email;
    agent.language = *language;
    agent.roles = *roles;
    return store
        .write([&](store::Writer &writer) -> Result<void> {
            const auto teams = teamsAfter(writer, {}, parser);
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

Result<void> changeAgent(store::Store &store, const QCommandLineParser &parser, const AgentId &id)
{
    const auto roles = rolesCalled(parser.values(u"role"_s));
    const auto language = languageOf(parser);
    if (!roles) return tl::unexpected(roles.error());
    if (!language) return tl::unexpected(language.error());
    return store.write([&](store::Writer &writer) -> Result<void> {
        auto agent = writer.find<Agent>(id);
        if (!agent) return tl::unexpected(agent.error());
        if (!*agent) return fail(Code::NotFound, u"agent"_s);
        const auto teams = teamsAfter(writer, (*agent)->teams, parser);
        if (!teams) return tl::unexpected(teams.error());
        (*agent)->teams = *teams;
        if (parser.isSet(u"role"_s)) (*agent)->roles = *roles;
        if (parser.isSet(u"name"_s)) (*agent)->name = parser.value(u"name"_s);
        if (parser.isSet(u"language"_s)) (*agent)->language = *language;
        return writer.put(**agent).map([](const Agent &) { });
    });
}

/// Who the password would be for: as he stands in the database, or as he is to be made.
Result<Agent> ownerOfPassword(store::Store &store, const QCommandLineParser &parser)
{
    Agent typed;
    typed.email = emailOf(parser);
    typed.name = parser.value(u"name"_s);
    return agentCalled(store, typed.email).map([&typed](const std::optional<Agent> &agent) {
        return agent.value_or(typed);
    });
}

/// The password is read first: where that fails, `find` makes no agent without one.
template <class F> int setPassword(store::Store &store, const QCommandLineParser &parser, F find)
{
    bool made = false;
    const auto password = ownerOfPassword(store, parser).and_then([&](const Agent &owner) {
        return passwordFrom(parser, owner, store.random(), made);
    });
    if (!password) return failed(password.error());
    const Result<AgentId> agent = find();
    if (!agent) return failed(agent.error());
    if (const auto done = store.setPassword(*agent, *password); !done) return failed(done.error());
    if (made) say(u"Password: %1"_s.arg(*password));
    return Ok;
}

int act(store::Store &store, const QCommandLineParser &parser, const QString &action)
{
    const auto find = [&] { return known(store, emailOf(parser)); };
    if (action == u"add") return setPassword(store, parser, [&] { return addAgent(store, parser); });
    if (action == u"password") return setPassword(store, parser, find);
    const auto done = find().and_then([&](const AgentId &id) -> Result<void> {
        if (action == u"devices") return listDevices(store, id);
        if (action == u"revoke") return revokeDevice(store, id, DeviceId{parser.positionalArguments().last()});
        if (action == u"totp-reset") return resetSecondFactor(store, id);
        return action == u"set" ? changeAgent(store, parser, id) : store.setActive(id, action == u"enable");
    });
    return done ? Ok : failed(done.error());
}

/// What is wrong with the words, before anything is opened.
QString mistakeOfUser(const QCommandLineParser &parser)
{
    static const QStringList changes{u"name"_s, u"language"_s, u"role"_s, u"team"_s, u"no-team"_s};
    const QStringList words = parser.positionalArguments();
    const auto action = std::ranges::find(actions, words.value(0), &Action::name);
    if (action == actions.end()) return QString::fromLatin1(actionNames);
    if (emailOf(parser).isEmpty()) return u"--email is missing"_s;
    if (words.size() != (parser.isSet(u"email"_s) ? 1 : 2) + action->words) return u"too many or too few words"_s;
    const auto isSet = [&parser](const QString &option) { return parser.isSet(option); };
    if (words.first() == u"set" && std::ranges::none_of(changes, isSet))
        return u"--name, --language, --role, --team or --no-team says what to set"_s;
    return {};
}

} // namespace

int user(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Adds an agent, changes him, gives him a new password, disables or enables him, "
                                     "ends his second factor, lists his devices, or revokes one."_s);
    parser.addPositionalArgument(u"action"_s, QString::fromLatin1(actionNames));
    parser.addPositionalArgument(u"address"_s, u"His address, unless --email gives it."_s, u"[address]"_s);
    parser.addPositionalArgument(u"device"_s, u"Which one to revoke."_s, u"[device]"_s);
    parser.addOptions(placeOptions());
    parser.addOptions(
        {{u"email"_s, u"His address."_s, u"ADDRESS"_s},
         {u"name"_s, u"His name."_s, u"NAME"_s},
         {u"language"_s, u"fr or en."_s, u"LANGUAGE"_s, u"fr"_s},
         {u"role"_s,
          u"agent, supervisor, editor, privacyOfficer, administrator; may be repeated. Instead of those he had."_s,
          u"ROLE"_s},
         {u"team"_s, u"A team that he joins, by its name, made where it is missing; may be repeated."_s, u"NAME"_s},
         {u"no-team"_s, u"A team that he leaves; may be repeated."_s, u"NAME"_s},
         passwordOption()});
    int exit = Ok;
    if (!parse(parser, arguments, exit)) return exit;
    if (const QString mistake = mistakeOfUser(parser); !mistake.isEmpty()) {
        complain(u"akwaba-server user: "_s + mistake);
        return Usage;
    }
    Surroundings system;
    const auto store = system.open(parser);
    if (!store) return failed(store.error());
    return act(**store, parser, parser.positionalArguments().first());
}

} // namespace akwaba::commands

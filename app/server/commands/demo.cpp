// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands/commands.h"
#include "app/server/demo/fill.h"
#include "app/server/demo/generator.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::commands {

namespace {

/// Somebody with tickets of his own: a supervisor sees more, but his own list is empty.
const Agent *guide(const QList<Agent> &agents)
{
    const auto answers = [](const Agent &agent) { return agent.roles == QList<Role>{Role::Agent}; };
    const auto found = std::ranges::find_if(agents, answers);
    return found == agents.cend() ? nullptr : &*found;
}

} // namespace

int demo(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Fills a new data directory with the invented tickets of a toner shop."_s);
    parser.addOptions({dataOption(),
                       {u"tickets"_s, u"How many."_s, u"N"_s, u"300"_s},
                       {u"seed"_s, u"The same seed invents the same shop."_s, u"S"_s, u"1"_s},
                       passwordOption()});
    int exit = Ok;
    if (!parse(parser, arguments, exit)) return exit;
    bool tickets = false;
    bool seed = false;
    Surroundings system;
    demo::Generator::Settings settings;
    settings.tickets = parser.value(u"tickets"_s).toInt(&tickets);
    settings.seed = parser.value(u"seed"_s).toULongLong(&seed);
    settings.now = system.clock.now();
    const QString directory = parser.value(u"data"_s);
    if (!tickets || settings.tickets <= 0 || !seed || directory.isEmpty()) {
        complain(u"akwaba-server demo: --data DIR --tickets N --seed S"_s);
        return Usage;
    }
    bool made = false;
    const auto password = passwordFrom(parser, {}, system.random, made);
    if (!password) return failed(password.error());
    const auto generator = demo::Generator::create(settings);
    if (!generator) return failed(generator.error());
    const auto store = store::Store::create(directory, system.clock, system.random);
    if (!store) return failed(store.error());
    const auto report = demo::fill(**store, **generator, *password);
    if (!report) return failed(report.error());
    const Agent *agent = guide(report->agents);
    if (agent == nullptr) return failed({Code::Internal, u"a shop without agents"_s});
    const auto kept = keepTestLogin(directory, agent->email, *password);
    if (!kept) return failed(kept.error());
    say(u"%1 tickets, %2 messages. Agent %3"_s.arg(report->tickets).arg(report->messages).arg(agent->email)
        + (made ? u", password %1"_s.arg(*password) : QString()));
    return Ok;
}

} // namespace akwaba::commands

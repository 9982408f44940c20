// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands/commands.h"
#include "app/server/servicelevels/clockkeeper.h"

using namespace Qt::StringLiterals;

namespace akwaba::commands {

int serviceLevels(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"rebuild: computes the clocks of all tickets from what happened to them, and says how many were kept "
        u"otherwise. "
        "That is none, unless something is wrong; it is right afterwards. The server may run meanwhile."_s);
    parser.addOptions(placeOptions());
    parser.addPositionalArgument(u"rebuild"_s, u"The one thing that it does."_s);
    int exit = Ok;
    if (!parse(parser, arguments, exit)) return exit;
    if (parser.positionalArguments() != QStringList{u"rebuild"_s}) {
        complain(u"akwaba-server sla: say rebuild"_s);
        return Usage;
    }
    Surroundings system;
    const auto store = system.open(parser);
    if (!store) return failed(store.error());
    servicelevels::ClockKeeper keeper(**store);
    const auto report = keeper.rebuild();
    if (!report) return failed(report.error());
    say(u"%1 tickets, %2 clocks, %3 tickets had others"_s.arg(report->tickets)
            .arg(report->clocks)
            .arg(report->different));
    return report->different == 0 ? Ok : Failed;
}

} // namespace akwaba::commands

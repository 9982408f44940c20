// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands/commands.h"

#include <QCoreApplication>

#include <array>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

struct Word {
    QStringView name;
    int (*run)(const QStringList &arguments);
    const char *says;
};

constexpr std::array words{
    Word{u"init", commands::init, "make a data directory"},
    Word{u"user", commands::user, "add agents, change them, set passwords, disable"},
    Word{u"team", commands::team, "list teams, add them, set their addresses"},
    Word{u"check-config", commands::checkConfig, "say what a configuration file means, and its mistakes"},
    Word{u"audit", commands::audit, "say as JSON who did what to sessions and devices"},
    Word{u"erase-customer", commands::eraseCustomer, "erase a customer, here and on every console"},
    Word{u"erasures", commands::erasures, "say as JSON how far erasures have come"},
    Word{u"sla", commands::serviceLevels, "compute the clocks of all tickets anew"},
    Word{u"serve", commands::serve, "serve consoles, take and send mail"},
    Word{u"deliver", commands::deliver, "take one mail from standard input"},
    Word{u"import", commands::import, "take orders or products from a CSV file"},
    Word{u"backup", commands::backup, "write everything into a folder"},
    Word{u"restore", commands::restore, "make a company out of a backup"},
    Word{u"demo", commands::demo, "fill a data directory with an invented shop"},
    Word{u"parse-mail", commands::parseMail, "say as JSON what a mail holds"},
    Word{u"strip-reply", commands::stripReply, "say as JSON what was newly written in a reply"},
};

int usage()
{
    commands::complain(u"akwaba-server WORD ..., each with --help; or --test-instance DIR --port 0"_s);
    for (const Word &word : words)
        commands::complain(u"  %1 %2"_s.arg(word.name.toString(), -15).arg(QString::fromLatin1(word.says)));
    return commands::Usage;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"akwaba-server"_s);
    QStringList arguments = QCoreApplication::arguments();
    const QString first = arguments.value(1);
    if (first == u"--test-instance") return commands::testInstance(arguments);
    for (const Word &word : words) {
        if (word.name != first) continue;
        arguments.removeAt(1);
        return word.run(arguments);
    }
    return usage();
}

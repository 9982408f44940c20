// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/soakrun.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

QCommandLineParser &options(QCommandLineParser &parser)
{
    parser.addHelpOption();
    parser.addOptions(
        {{u"consoles"_s, u"How many consoles work."_s, u"n"_s, u"50"_s},
         {u"minutes"_s, u"How long they do; the first quarter warms everything up."_s, u"n"_s, u"10"_s},
         {u"pace"_s, u"Seconds between two deeds of an agent, on average."_s, u"n"_s, u"10"_s},
         {u"together"_s, u"How many consoles share a process, each with threads of its own."_s, u"n"_s, u"10"_s},
         {u"first"_s, u"The seed."_s, u"n"_s, u"1"_s},
         {u"postgresql"_s, u"The company is in PostgreSQL."_s}});
    return parser;
}

} // namespace

/// Real consoles at work over a bad network for as long as it is told, and what that has cost: one line of JSON. On the
/// other stream how it stands, each minute.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    options(parser).process(application);
    const auto ms = [&parser](const QString &option, double factor) {
        return std::chrono::milliseconds(qint64(parser.value(option).toDouble() * factor));
    };
    SoakPlan plan;
    plan.consoles = std::max(1, parser.value(u"consoles"_s).toInt());
    plan.perProcess = std::max(1, parser.value(u"together"_s).toInt());
    plan.pace = ms(u"pace"_s, 1000);
    plan.time = ms(u"minutes"_s, 60'000);
    plan.seed = parser.value(u"first"_s).toULongLong();
    plan.isOnPostgresql = parser.isSet(u"postgresql"_s);

    const SoakFigures figures = SoakRun(plan).run();
    QTextStream out(stdout);
    for (const QString &violation : figures.violations)
        out << "seed " << plan.seed << ": " << violation << Qt::endl;
    QJsonObject line = figures.toJson();
    line.insert(u"firstSeed"_s, qint64(plan.seed));
    line.insert(u"minutes"_s, parser.value(u"minutes"_s).toDouble());
    line.insert(u"paceSeconds"_s, parser.value(u"pace"_s).toDouble());
    out << QJsonDocument(line).toJson(QJsonDocument::Compact) << Qt::endl;
    return figures.violations.isEmpty() && figures.isFlat() ? 0 : 1;
}

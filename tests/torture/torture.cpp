// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/life.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

constexpr int killsOfALife = 20;
constexpr int killsWithWindow = 5; // which take as long
constexpr int onPostgresqlEvery = 5;
constexpr int withWindowEvery = 8;

QJsonObject toJson(const QMap<QString, int> &counts)
{
    QJsonObject object;
    for (auto each = counts.begin(); each != counts.end(); ++each)
        object.insert(each.key(), each.value());
    return object;
}

/// Places where the file system is written, not the network.
qsizetype files(const QMap<QString, int> &places)
{
    return std::ranges::count_if(places.keys(), [](const QString &place) { return !place.contains(u" connection"_s); });
}

void print(QTextStream &out, const QString &program, const QMap<QString, int> &places)
{
    out << program << " died at " << places.size() << " places, " << files(places) << " of them in files" << Qt::endl;
    for (auto place = places.begin(); place != places.end(); ++place)
        out << qSetFieldWidth(6) << place.value() << qSetFieldWidth(0) << "  " << place.key() << Qt::endl;
}

QByteArray jsonLine(const Tally &tally, const Life::Places &places, quint64 first, int lives, double seconds)
{
    const QMap<QString, int> console = places.console.deaths();
    const QMap<QString, int> window = places.window.deaths();
    const QMap<QString, int> server = places.server.deaths();
    QMap<QString, int> distinct = console; // the window's console is the same below it
    distinct.insert(window);
    distinct.insert(server);
    return QJsonDocument(QJsonObject{{u"firstSeed"_s, qint64(first)},
                                     {u"lives"_s, lives},
                                     {u"kills"_s, tally.kills()},
                                     {u"consoleKills"_s, tally.consoleKills},
                                     {u"windowKills"_s, tally.windowKills},
                                     {u"serverKills"_s, tally.serverKills},
                                     {u"callSites"_s, distinct.size()},
                                     {u"fileCallSites"_s, files(distinct)},
                                     {u"acknowledged"_s, tally.acknowledged},
                                     {u"refused"_s, tally.refused},
                                     {u"lost"_s, tally.lost},
                                     {u"mails"_s, tally.mails},
                                     {u"duplicates"_s, tally.duplicates},
                                     {u"unknown"_s, tally.unknown},
                                     {u"repeatedUnderUnknown"_s, tally.repeated},
                                     {u"violations"_s, tally.violations.size()},
                                     {u"seconds"_s, seconds},
                                     {u"consoleSites"_s, toJson(console)},
                                     {u"windowSites"_s, toJson(window)},
                                     {u"serverSites"_s, toJson(server)}})
        .toJson(QJsonDocument::Compact);
}

QCommandLineParser &options(QCommandLineParser &parser)
{
    parser.addHelpOption();
    parser.addOptions({{u"kills"_s, u"How often a program is killed."_s, u"n"_s, u"2000"_s},
                       {u"first"_s, u"The seed of the first life."_s, u"n"_s, u"1"_s},
                       {u"sqlite"_s, u"No life on PostgreSQL; else every fifth one."_s}});
    return parser;
}

} // namespace

/// Kills real consoles and real servers as often as it is told, in lives of twenty kills each, or of five where there
/// is a window, and says what came of it: for people first, then one line of JSON.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    options(parser).process(application);
    const quint64 first = parser.value(u"first"_s).toULongLong();
    const int wanted = parser.value(u"kills"_s).toInt();
    QTextStream out(stdout);
    SeededRandom random(first);
    Life::Places places(random);
    Tally all;
    int lives = 0;
    QElapsedTimer timer;
    timer.start();
    while (all.kills() < wanted && all.violations.isEmpty()) {
        const quint64 seed = first + quint64(lives++);
        const Life::Kind kind{!parser.isSet(u"sqlite"_s) && seed % onPostgresqlEvery == 0, seed % withWindowEvery == 0};
        const int most = kind.hasWindow ? killsWithWindow : killsOfALife;
        all.add(Life(seed, places, kind).live(std::min(most, wanted - all.kills())));
        for (const QString &violation : std::as_const(all.violations))
            out << "seed " << seed << ": " << violation << Qt::endl;
    }
    print(out, u"the console"_s, places.console.deaths());
    print(out, u"the console with its window"_s, places.window.deaths());
    print(out, u"the server"_s, places.server.deaths());
    out << jsonLine(all, places, first, lives, double(timer.elapsed()) / 1000.0) << Qt::endl;
    return all.violations.isEmpty() ? 0 : 1;
}

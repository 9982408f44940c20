// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "coverage.h"
#include "keptlife.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHashFunctions>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <ctime>

using namespace akwaba;
using namespace akwaba::world;
using namespace Qt::StringLiterals;

namespace {

struct Totals {
    int lives = 0;
    int failed = 0;
    int violations = 0;
    int poor = 0; // lives with less trouble than promised
    qint64 crashes = 0;
    double virtualHours = 0;
    QMap<QString, qint64> faults;
    QMap<QString, qint64> deeds;
    PairCounts pairs{};
    double cpuSeconds = 0;
    double longestSeconds = 0; // of CPU, of one life
};

double cpuNow() { return double(std::clock()) / CLOCKS_PER_SEC; } // user and system time of this process

void add(Totals &totals, const Report &report, double cpuSeconds)
{
    ++totals.lives;
    totals.failed += report.violations.isEmpty() ? 0 : 1;
    totals.violations += int(report.violations.size());
    totals.poor += report.faultCount < 20 || report.crashes < 1 ? 1 : 0;
    totals.crashes += report.crashes;
    totals.virtualHours += double(report.virtualTime.count()) / 3'600'000.0;
    for (auto it = report.faults.begin(); it != report.faults.end(); ++it)
        totals.faults[it.key()] += it.value();
    for (auto it = report.deeds.begin(); it != report.deeds.end(); ++it)
        totals.deeds[it.key()] += it.value();
    world::add(totals.pairs, report.pairs);
    totals.cpuSeconds += cpuSeconds;
    totals.longestSeconds = std::max(totals.longestSeconds, cpuSeconds);
}

QJsonObject toJson(const QMap<QString, qint64> &counts)
{
    QJsonObject object;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

qint64 sum(const QMap<QString, qint64> &counts)
{
    qint64 all = 0;
    for (const qint64 each : counts)
        all += each;
    return all;
}

QByteArray jsonLine(const Totals &totals, quint64 first, int steps)
{
    const Coverage coverage = coverageOf(totals.pairs);
    const QJsonObject line{{u"firstSeed"_s, qint64(first)},
                           {u"seeds"_s, totals.lives},
                           {u"steps"_s, steps},
                           {u"virtualHours"_s, totals.virtualHours},
                           {u"faults"_s, sum(totals.faults)},
                           {u"faultsByKind"_s, toJson(totals.faults)},
                           {u"deedsByKind"_s, toJson(totals.deeds)},
                           {u"crashes"_s, totals.crashes},
                           {u"pairsReached"_s, coverage.reached},
                           {u"pairs"_s, coverage.all},
                           {u"cpuSecondsPerSeed"_s, totals.cpuSeconds / std::max(totals.lives, 1)},
                           {u"longestCpuSeconds"_s, totals.longestSeconds},
                           {u"failedSeeds"_s, totals.failed},
                           {u"violations"_s, totals.violations}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

void print(QTextStream &out, const QString &title, const QMap<QString, qint64> &counts)
{
    out << title << ": " << sum(counts) << Qt::endl;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        out << "  " << it.key() << ": " << it.value() << Qt::endl;
}

void print(QTextStream &out, const Totals &totals, double wallSeconds)
{
    print(out, u"deeds"_s, totals.deeds);
    print(out, u"faults"_s, totals.faults);
    const Coverage coverage = coverageOf(totals.pairs);
    out << "pairs of state and event reached: " << coverage.reached << " of " << coverage.all << Qt::endl;
    for (const QString &pair : coverage.missing)
        out << "  never: " << pair << Qt::endl;
    out << totals.poor << " seeds with fewer than 20 faults or without a crash; " << totals.crashes << " crashes"
        << Qt::endl;
    out << Qt::fixed << qSetRealNumberPrecision(1) << totals.virtualHours << " virtual hours in " << wallSeconds
        << " s; " << qSetRealNumberPrecision(2) << totals.cpuSeconds / std::max(totals.lives, 1)
        << " s of CPU a seed, at most " << totals.longestSeconds << Qt::endl;
    out << totals.failed << " seeds failed, " << totals.violations << " violations" << Qt::endl;
}

/// Shrinks what failed and keeps it with what it found.
QString keep(const Life &life, const QString &mutant, const QString &folder)
{
    const Life small =
        shrunk(life, 40, [&](const Life &tried) { return !Simulation(tried, mutant).run().violations.isEmpty(); });
    const QStringList found = Simulation(small, mutant).run().violations;
    const QString comment = QDate::currentDate().toString(Qt::ISODate) + u": "_s + found.value(0);
    QDir().mkpath(folder);
    const QString path = QDir(folder).filePath(u"%1.seed"_s.arg(life.seed));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write(textOf(small, comment).toUtf8());
    return path;
}

QCommandLineParser &options(QCommandLineParser &parser)
{
    parser.addHelpOption();
    parser.addOptions({{u"first"_s, u"The first seed."_s, u"n"_s, u"1"_s},
                       {u"seeds"_s, u"How many seeds."_s, u"n"_s, u"40"_s},
                       {u"steps"_s, u"Steps of each world."_s, u"n"_s, u"2000"_s},
                       {u"twice"_s, u"Lives each life once more, which must be the same."_s},
                       {u"until-failure"_s, u"Ends at the first seed that fails."_s},
                       {u"keep"_s, u"Shrinks what fails and keeps it in this folder."_s, u"folder"_s},
                       {u"kept"_s, u"Lives all lives of this folder first."_s, u"folder"_s},
                       {u"json"_s, u"One line of JSON at the end and nothing else."_s},
                       {u"mutant"_s, u"Plants a bug that must be found: "_s + mutantNames().join(u", "_s), u"name"_s}});
    return parser;
}

} // namespace

/// Lives through many random worlds and says what it found. The seed of a failure makes the same failure again.
int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    options(parser).process(application);
    const quint64 first = parser.value(u"first"_s).toULongLong();
    const quint64 seeds = parser.value(u"seeds"_s).toULongLong();
    const int steps = parser.value(u"steps"_s).toInt();
    const QString mutant = parser.value(u"mutant"_s);
    QTextStream words(parser.isSet(u"json"_s) ? stderr : stdout);
    words << "seeds " << first << " to " << first + seeds - 1 << ", " << steps << " steps each" << Qt::endl;

    QList<Life> lives;
    for (const QString &path : parser.isSet(u"kept"_s) ? keptLives(parser.value(u"kept"_s)) : QStringList())
        lives.append(must(readLife(path)));
    for (quint64 seed = first; seed < first + seeds; ++seed)
        lives.append({seed, steps, {}});
    Totals totals;
    QElapsedTimer elapsed;
    elapsed.start();
    for (const Life &life : std::as_const(lives)) {
        const double before = cpuNow();
        Report report = Simulation(life, mutant).run();
        const double cpuSeconds = cpuNow() - before;
        if (parser.isSet(u"twice"_s) && Simulation(life, mutant).run().trace != report.trace)
            report.violations.append(u"P13: the same seed was another life"_s);
        add(totals, report, cpuSeconds);
        for (const QString &violation : std::as_const(report.violations))
            words << "seed " << life.seed << ": " << violation << Qt::endl;
        if (report.violations.isEmpty()) continue;
        if (parser.isSet(u"keep"_s)) words << "kept as " << keep(life, mutant, parser.value(u"keep"_s)) << Qt::endl;
        if (!mutant.isEmpty() || parser.isSet(u"until-failure"_s)) break;
    }
    print(words, totals, double(elapsed.elapsed()) / 1000.0);
    if (parser.isSet(u"json"_s)) QTextStream(stdout) << jsonLine(totals, first, steps) << Qt::endl;
    const bool isFound = totals.violations > 0;
    return isFound == !mutant.isEmpty() ? 0 : 1; // a planted bug has to be found, and nothing else may be
}

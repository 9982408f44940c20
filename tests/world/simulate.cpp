// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keptlife.h"
#include "lived.h"
#include "manyorders.h"
#include "parts.h"
#include "totals.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHashFunctions>

#include <ctime>

using namespace akwaba;
using namespace akwaba::world;
using namespace Qt::StringLiterals;

namespace {

double cpuNow() { return double(std::clock()) / CLOCKS_PER_SEC; } // user and system time of this process

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

Lived live(const Life &life, const QCommandLineParser &options)
{
    const QString mutant = options.value(u"mutant"_s);
    const double before = cpuNow();
    Lived lived{life.seed, Simulation(life, mutant).run(), 0, {}};
    lived.cpuSeconds = cpuNow() - before;
    QStringList &violations = lived.report.violations;
    if (options.isSet(u"twice"_s) && Simulation(life, mutant).run().trace != lived.report.trace)
        violations.append(u"P13: the same seed was another life"_s);
    if (!violations.isEmpty() && options.isSet(u"keep"_s)) lived.keptAs = keep(life, mutant, options.value(u"keep"_s));
    return lived;
}

QList<Life> livesOf(const QCommandLineParser &options)
{
    QList<Life> lives;
    for (const QString &path : options.isSet(u"kept"_s) ? keptLives(options.value(u"kept"_s)) : QStringList())
        lives.append(must(readLife(path)));
    const quint64 first = options.value(u"first"_s).toULongLong();
    const quint64 seeds = options.value(u"seeds"_s).toULongLong();
    for (quint64 seed = first; seed < first + seeds; ++seed)
        lives.append({seed, options.value(u"steps"_s).toInt(), {}, options.isSet(u"forgetting"_s)});
    return lives;
}

/// What the other process reads: parts.h.
void livePart(const QList<Life> &lives, int jobs, const QCommandLineParser &options)
{
    QTextStream out(stdout);
    for (qsizetype i = options.value(u"part"_s).toInt(); i < lives.size(); i += jobs)
        out << toLine(live(lives.at(i), options)) << Qt::flush;
}

Lived ended(const Life &life)
{
    Lived lived;
    lived.seed = life.seed;
    lived.report.violations.append(u"the process ended over it"_s);
    return lived;
}

std::optional<Lived> nextOf(Parts &parts)
{
    const std::optional<QByteArray> line = parts.next();
    const Result<Lived> lived = line ? livedFrom(*line) : fail(Code::Io, u"it ended"_s);
    return lived ? std::optional(*lived) : std::nullopt;
}

Totals liveAll(const QList<Life> &lives, int jobs, const QCommandLineParser &options, QTextStream &words)
{
    std::optional<Parts> parts;
    if (jobs > 1) parts.emplace(jobs, QCoreApplication::arguments().mid(1));
    const bool untilFailure = options.isSet(u"mutant"_s) || options.isSet(u"until-failure"_s);
    Totals totals;
    for (const Life &life : lives) {
        const std::optional<Lived> told = parts ? nextOf(*parts) : live(life, options);
        const Lived lived = told ? *told : ended(life);
        totals.add(lived);
        for (const QString &violation : lived.report.violations)
            words << "seed " << life.seed << ": " << violation << Qt::endl;
        if (!lived.keptAs.isEmpty()) words << "kept as " << lived.keptAs << Qt::endl;
        if (!told || (untilFailure && totals.failed > 0)) break;
    }
    return totals;
}

void define(QCommandLineParser &parser)
{
    parser.addHelpOption();
    parser.addOptions({{u"first"_s, u"The first seed."_s, u"n"_s, u"1"_s},
                       {u"seeds"_s, u"How many seeds."_s, u"n"_s, u"40"_s},
                       {u"steps"_s, u"Steps of each world."_s, u"n"_s, u"2000"_s},
                       {u"jobs"_s, u"Processes that share the seeds."_s, u"n"_s, u"1"_s},
                       {u"forgetting"_s, u"Lives in which many people are erased, and looked for in every file."_s},
                       {u"orders"_s, u"No lives: all orders of a small world, with each fault at each place."_s},
                       {u"twice"_s, u"Lives each life once more, which must be the same."_s},
                       {u"until-failure"_s, u"Ends at the first seed that fails."_s},
                       {u"keep"_s, u"Shrinks what fails and keeps it in this folder."_s, u"folder"_s},
                       {u"kept"_s, u"Lives all lives of this folder first."_s, u"folder"_s},
                       {u"json"_s, u"One line of JSON at the end and nothing else."_s},
                       {u"mutant"_s, u"Plants a bug that must be found: "_s + mutantNames().join(u", "_s), u"name"_s}});
    QCommandLineOption part(u"part"_s, u"Of --jobs: which of the processes this is."_s, u"n"_s);
    part.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(part);
}

} // namespace

/// Lives through many random worlds and says what it found. The seed of a failure makes the same failure again.
int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed();
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    define(options);
    options.process(application);
    const int jobs = std::max(options.value(u"jobs"_s).toInt(), 1);
    if (options.isSet(u"orders"_s)) {
        if (!options.isSet(u"part"_s)) return liveAllOrders(jobs);
        livePartOfOrders(options.value(u"part"_s).toInt(), jobs);
        return 0;
    }
    const QList<Life> lives = livesOf(options);
    if (options.isSet(u"part"_s)) {
        livePart(lives, jobs, options);
        return 0;
    }
    const quint64 first = options.value(u"first"_s).toULongLong();
    const int steps = options.value(u"steps"_s).toInt();
    QTextStream words(options.isSet(u"json"_s) ? stderr : stdout);
    words << "seeds " << first << " to " << first + options.value(u"seeds"_s).toULongLong() - 1 << ", " << steps
          << " steps each" << Qt::endl;
    QElapsedTimer elapsed;
    elapsed.start();
    const Totals totals = liveAll(lives, jobs, options, words);
    print(words, totals, double(elapsed.elapsed()) / 1000.0);
    if (options.isSet(u"json"_s)) QTextStream(stdout) << jsonLine(totals, first, steps) << Qt::endl;
    const bool isFound = totals.violations > 0;
    return isFound == options.isSet(u"mutant"_s) ? 0 : 1; // a planted bug has to be found, and nothing else may be
}

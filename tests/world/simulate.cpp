// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHashFunctions>
#include <QTextStream>

using namespace akwaba::world;
using namespace Qt::StringLiterals;

namespace {

struct Totals {
    int failed = 0;
    int violations = 0;
    double virtualHours = 0;
    QMap<QString, qint64> counts;
};

void add(Totals &totals, const Report &report)
{
    totals.failed += report.violations.isEmpty() ? 0 : 1;
    totals.violations += int(report.violations.size());
    totals.virtualHours += double(report.virtualTime.count()) / 3'600'000.0;
    for (auto it = report.counts.begin(); it != report.counts.end(); ++it)
        totals.counts[it.key()] += it.value();
}

} // namespace

/// Lives through many random worlds and says what it found. The seed of a failure makes the same failure again.
int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"first"_s, u"The first seed."_s, u"n"_s, u"1"_s},
                       {u"seeds"_s, u"How many seeds."_s, u"n"_s, u"40"_s},
                       {u"steps"_s, u"Steps of each world."_s, u"n"_s, u"2000"_s},
                       {u"mutant"_s, u"Plants a bug that must be found: "_s + mutantNames().join(u", "_s), u"name"_s}});
    parser.process(application);
    const quint64 first = parser.value(u"first"_s).toULongLong();
    const quint64 seeds = parser.value(u"seeds"_s).toULongLong();
    const int steps = parser.value(u"steps"_s).toInt();
    const QString mutant = parser.value(u"mutant"_s);
    QTextStream out(stdout);
    out << "seeds " << first << " to " << first + seeds - 1 << ", " << steps << " steps each" << Qt::endl;

    Totals totals;
    QElapsedTimer elapsed;
    elapsed.start();
    for (quint64 seed = first; seed < first + seeds; ++seed) {
        const Report report = Simulation(seed, steps, mutant).run();
        add(totals, report);
        for (const QString &violation : report.violations)
            out << "seed " << seed << ": " << violation << Qt::endl;
        if (!mutant.isEmpty() && !report.violations.isEmpty()) {
            out << mutant << " found by seed " << seed << ", the " << seed - first + 1 << ". of this run" << Qt::endl;
            return 0;
        }
    }
    for (auto it = totals.counts.begin(); it != totals.counts.end(); ++it)
        out << it.key() << ": " << it.value() << Qt::endl;
    out << Qt::fixed << qSetRealNumberPrecision(1) << totals.virtualHours << " virtual hours in "
        << double(elapsed.elapsed()) / 1000.0 << " s, " << totals.failed << " seeds failed, " << totals.violations
        << " violations" << Qt::endl;
    if (!mutant.isEmpty()) return 1; // it got away
    return totals.violations == 0 ? 0 : 1;
}

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "totals.h"

#include "coverage.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace akwaba::world {

using namespace Qt::StringLiterals;

namespace {

constexpr int promisedFaults = 20; // of a life
constexpr int promisedCrashes = 1;

void addCounts(QMap<QString, qint64> &to, const QMap<QString, int> &more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        to[it.key()] += it.value();
}

QJsonObject countsJson(const QMap<QString, qint64> &counts)
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

double hours(std::chrono::milliseconds time) { return double(time.count()) / 3'600'000.0; }

void printCounts(QTextStream &out, const QString &title, const QMap<QString, qint64> &counts)
{
    out << title << ": " << sum(counts) << Qt::endl;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        out << "  " << it.key() << ": " << it.value() << Qt::endl;
}

} // namespace

void Totals::add(const Lived &lived)
{
    const Report &report = lived.report;
    ++lives;
    failed += report.violations.isEmpty() ? 0 : 1;
    violations += int(report.violations.size());
    poor += report.faultCount < promisedFaults || report.crashes < promisedCrashes ? 1 : 0;
    crashes += report.crashes;
    virtualTime += report.virtualTime;
    addCounts(faults, report.faults);
    addCounts(deeds, report.deeds);
    world::add(pairs, report.pairs);
    const QByteArray traces = trace + report.trace.toLatin1();
    trace = QCryptographicHash::hash(traces, QCryptographicHash::Sha256).toHex();
    cpuSeconds += lived.cpuSeconds;
    longestSeconds = std::max(longestSeconds, lived.cpuSeconds);
}

QByteArray jsonLine(const Totals &totals, quint64 first, int steps)
{
    const Coverage coverage = coverageOf(totals.pairs);
    const QJsonObject line{{u"firstSeed"_s, qint64(first)},
                           {u"seeds"_s, totals.lives},
                           {u"steps"_s, steps},
                           {u"virtualHours"_s, hours(totals.virtualTime)},
                           {u"faults"_s, sum(totals.faults)},
                           {u"faultsByKind"_s, countsJson(totals.faults)},
                           {u"deedsByKind"_s, countsJson(totals.deeds)},
                           {u"crashes"_s, totals.crashes},
                           {u"pairsReached"_s, coverage.reached},
                           {u"pairs"_s, coverage.all},
                           {u"trace"_s, QString::fromLatin1(totals.trace)},
                           {u"cpuSecondsPerSeed"_s, totals.cpuSeconds / std::max(totals.lives, 1)},
                           {u"longestCpuSeconds"_s, totals.longestSeconds},
                           {u"failedSeeds"_s, totals.failed},
                           {u"violations"_s, totals.violations}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

void print(QTextStream &out, const Totals &totals, double wallSeconds)
{
    printCounts(out, u"deeds"_s, totals.deeds);
    printCounts(out, u"faults"_s, totals.faults);
    const Coverage coverage = coverageOf(totals.pairs);
    out << "pairs of state and event reached: " << coverage.reached << " of " << coverage.all << Qt::endl;
    for (const QString &pair : coverage.missing)
        out << "  never: " << pair << Qt::endl;
    out << totals.poor << " seeds with fewer than 20 faults or without a crash; " << totals.crashes << " crashes"
        << Qt::endl;
    out << Qt::fixed << qSetRealNumberPrecision(1) << hours(totals.virtualTime) << " virtual hours in " << wallSeconds
        << " s; " << qSetRealNumberPrecision(2) << totals.cpuSeconds / std::max(totals.lives, 1)
        << " s of CPU a seed, at most " << totals.longestSeconds << Qt::endl;
    out << totals.failed << " seeds failed, " << totals.violations << " violations" << Qt::endl;
}

} // namespace akwaba::world

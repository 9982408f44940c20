// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "coverage.h"
#include "parts.h"
#include "totals.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace akwaba;
using namespace akwaba::world;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What came of many lives, also of those that other processes lived.
class TestManyLives : public QObject {
    Q_OBJECT

    static Lived someLife(quint64 seed, std::size_t event)
    {
        Lived lived;
        lived.seed = seed;
        lived.report.violations = {u"P1: « differs »"_s};
        lived.report.faults = {{u"killed"_s, 3}, {u"slow"_s, int(seed)}};
        lived.report.deeds = {{u"message.note"_s, 12}};
        lived.report.faultCount = 21;
        lived.report.crashes = 3;
        lived.report.pairs[2][event] = 7;
        lived.report.virtualTime = 90min;
        lived.report.trace = u"a1b2"_s;
        lived.cpuSeconds = double(seed);
        lived.keptAs = u"/tmp/seeds/7.seed"_s;
        return lived;
    }
    struct Said {
        QJsonObject totals;
        QByteArray words;
        int exitCode = -1;
    };
    static Said simulate(const QStringList &arguments)
    {
        QProcess process;
        process.start(qEnvironmentVariable("AKWABA_BIN_DIR") + u"/akwaba-simulate"_s,
                      arguments + QStringList{u"--json"_s});
        if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit) return {};
        QByteArray words;
        for (const QByteArray &line : process.readAllStandardError().split('\n')) {
            if (!line.contains("of CPU")) words += line + '\n';
        }
        QJsonObject totals = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        totals.remove(u"cpuSecondsPerSeed"_s);
        totals.remove(u"longestCpuSeconds"_s);
        return {totals, words, process.exitCode()};
    }

private Q_SLOTS:
    void aLife_isReadAsItWasTold()
    {
        const Lived told = someLife(7, 1);
        const QByteArray line = toLine(told);
        QCOMPARE(line.count('\n'), 1);
        const Result<Lived> read = livedFrom(line);
        QVERIFY(read);
        QCOMPARE(read->seed, told.seed);
        QCOMPARE(read->report.violations, told.report.violations);
        QCOMPARE(read->report.faults, told.report.faults);
        QCOMPARE(read->report.deeds, told.report.deeds);
        QCOMPARE(read->report.faultCount, told.report.faultCount);
        QCOMPARE(read->report.crashes, told.report.crashes);
        QCOMPARE(read->report.pairs, told.report.pairs);
        QCOMPARE(read->report.virtualTime, told.report.virtualTime);
        QCOMPARE(read->report.trace, told.report.trace);
        QCOMPARE(read->cpuSeconds, told.cpuSeconds);
        QCOMPARE(read->keptAs, told.keptAs);
        QVERIFY(!livedFrom(line.left(line.size() / 2)));
        QVERIFY(!livedFrom("{}\n"));
    }

    void totals_areSums_andTheirCoverageIsAUnion()
    {
        Totals totals;
        totals.add(someLife(2, 1));
        totals.add(someLife(5, 4));
        totals.add(someLife(3, 4));
        QCOMPARE(totals.lives, 3);
        QCOMPARE(totals.failed, 3);
        QCOMPARE(totals.violations, 3);
        QCOMPARE(totals.poor, 0);
        QCOMPARE(totals.crashes, 9);
        QCOMPARE(totals.virtualTime, 270min);
        QCOMPARE(totals.faults, (QMap<QString, qint64>{{u"killed"_s, 9}, {u"slow"_s, 10}}));
        QCOMPARE(totals.deeds, (QMap<QString, qint64>{{u"message.note"_s, 36}}));
        QCOMPARE(coverageOf(totals.pairs).reached, 2);
        QCOMPARE(totals.pairs[2][4], 14);
        QCOMPARE(totals.cpuSeconds, 10);
        QCOMPARE(totals.longestSeconds, 5);
    }

    void severalProcesses_liveTheSameLivesAsOne()
    {
        const QStringList lives{u"--first"_s, u"3"_s, u"--seeds"_s, u"5"_s, u"--steps"_s, u"60"_s};
        const Said one = simulate(lives);
        QCOMPARE(one.exitCode, 0);
        QCOMPARE(one.totals.value(u"seeds"_s).toInt(), 5);
        QVERIFY(one.totals.value(u"faults"_s).toInt() > 0);
        for (const QString &jobs : {u"2"_s, u"3"_s, u"8"_s}) {
            const Said several = simulate(lives + QStringList{u"--jobs"_s, jobs});
            QCOMPARE(several.exitCode, 0);
            QCOMPARE(several.totals, one.totals);
            QCOMPARE(several.words, one.words);
        }
    }

    void aProcessThatEndsOverALife_tellsOfNone()
    {
        Parts parts(1, {u"--no-such-option"_s}); // to this test, which ends at once
        QVERIFY(!parts.next());
    }

    void severalProcesses_findTheSameFailureAsOne()
    {
        const QStringList lives{u"--seeds"_s, u"40"_s, u"--steps"_s, u"300"_s, u"--mutant"_s, u"nothingRemoved"_s};
        const Said one = simulate(lives);
        QCOMPARE(one.exitCode, 0);
        QCOMPARE(one.totals.value(u"failedSeeds"_s).toInt(), 1);
        const Said several = simulate(lives + QStringList{u"--jobs"_s, u"3"_s});
        QCOMPARE(several.exitCode, 0);
        QCOMPARE(several.totals, one.totals);
        QCOMPARE(several.words, one.words);
    }
};

QTEST_GUILESS_MAIN(TestManyLives)
#include "tst_manylives.moc"

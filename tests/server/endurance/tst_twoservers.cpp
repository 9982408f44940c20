// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/endurance/load.h"
#include "tests/server/endurance/serverprocess.h"
#include "tests/server/peers/testplace.h"

#include <QTemporaryDir>

using namespace akwaba;
using namespace Qt::StringLiterals;

/// Two real servers share one PostgreSQL and are killed in turns; devices go to the other one by themselves.
class TestTwoServers : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

private Q_SLOTS:
    void ofTwoServers_oneMayDie();
};

void TestTwoServers::ofTwoServers_oneMayDie()
{
    Load load;
    ServerProcess first(postgresqlPlace(m_folder.filePath(u"first"_s)), load.sink().port());
    QVERIFY2(first.start(), qPrintable(first.report()));
    ServerProcess second(onAnotherMachine(first.place()), load.sink().port());
    QVERIFY2(second.start(), qPrintable(second.report()));
    load.furnish(first.place(), 8);
    load.begin({first.url(), second.url()});
    for (int round = 0; round < 4; ++round) {
        ServerProcess &victim = round % 2 == 0 ? first : second;
        QVERIFY(load.waitForDecided(qsizetype(20 + load.random().below(40))));
        QVERIFY(load.killInTheMidst([&victim] { victim.kill(); }));
        endUndoTime(first.place());
        QVERIFY(load.waitForDecided(20)); // by the other one, for the devices of both
        QVERIFY2(victim.start(), qPrintable(victim.report()));
    }
    QVERIFY2(load.keptEveryPromise(first.place()), qPrintable(load.problem()));
    QVERIFY(load.troubles().noAnswer > 0);
    QVERIFY2(first.stop(), qPrintable(first.report()));
    QVERIFY2(second.stop(), qPrintable(second.report()));
}

QTEST_GUILESS_MAIN(TestTwoServers)
#include "tst_twoservers.moc"

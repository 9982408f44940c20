// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/endurance/load.h"
#include "tests/server/endurance/serverprocess.h"
#include "tests/server/peers/testplace.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace akwaba;
using namespace Qt::StringLiterals;

/// Two real servers share one PostgreSQL and are killed in turns; devices go to the other one by themselves.
class TestTwoServers : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    /// Another machine's data directory: the keys are copies, the blobs are shared.
    [[nodiscard]] static store::Place copyOf(const store::Place &place);

private Q_SLOTS:
    void ofTwoServers_oneMayDie();
};

store::Place TestTwoServers::copyOf(const store::Place &place)
{
    const store::Place copy(place.directory + u"-copy"_s, place.databaseUrl);
    QDir().mkpath(copy.directory);
    QDir().mkpath(place.directory + u"/blobs"_s);
    bool copied = QFile::link(place.directory + u"/blobs"_s, copy.directory + u"/blobs"_s);
    for (const QString &name : {u"/state.key"_s, u"/secrets.key"_s, u"/test-login.json"_s}) {
        if (QFile::exists(place.directory + name))
            copied = QFile::copy(place.directory + name, copy.directory + name) && copied;
    }
    if (!copied) qFatal("the data directory can't be copied");
    return copy;
}

void TestTwoServers::ofTwoServers_oneMayDie()
{
    Load load;
    ServerProcess first(postgresqlPlace(m_folder.filePath(u"first"_s)), load.sink().port());
    QVERIFY2(first.start(), qPrintable(first.report()));
    ServerProcess second(copyOf(first.place()), load.sink().port());
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

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/endurance/load.h"
#include "tests/server/endurance/serverprocess.h"
#include "tests/server/peers/peer.h"
#include "tests/server/peers/postgrespeer.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace akwaba;
using namespace Qt::StringLiterals;

/// PostgreSQL is killed under a real server, or both are, or one of two servers that share it.
class TestDatabaseKilled : public QObject {
    Q_OBJECT

private:
    PostgresPeer m_peer;
    QTemporaryDir m_folder;
    int m_companies = 0;

    [[nodiscard]] store::Place newPlace();
    /// Another machine's data directory: the keys are copies, the blobs are shared.
    [[nodiscard]] static store::Place copyOf(const store::Place &place);
    /// Looks into everything when nothing is to be done any more.
    static void verifyAfterwards(Load &load, const store::Place &place);

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_peer.start(), qPrintable(m_peer.report())); }
    void databaseThatDies_isWaitedFor_andNothingIsAcceptedMeanwhile();
    void bothThatDie_loseNothing();
    void ofTwoServers_oneMayDie();
};

store::Place TestDatabaseKilled::newPlace()
{
    const QString name = u"company%1"_s.arg(++m_companies);
    if (!m_peer.createDatabase(name)) qFatal("%s", qPrintable(m_peer.report()));
    return {m_folder.filePath(name), m_peer.url(name)};
}

store::Place TestDatabaseKilled::copyOf(const store::Place &place)
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

void TestDatabaseKilled::verifyAfterwards(Load &load, const store::Place &place)
{
    load.finish();
    QTRY_VERIFY_WITH_TIMEOUT(load.isSettled(), 30000);
    endUndoTime(place);
    QVERIFY(waitUntilMailed(place));
    const Verdict verdict = load.verdict(place);
    const Sender::Troubles troubles = load.troubles();
    qInfo("%d requests without an answer, %d unavailable, %d intents transient: %s", troubles.noAnswer,
          troubles.unavailable, troubles.transient, qPrintable(verdict.text()));
    QVERIFY2(verdict.violations.isEmpty(), qPrintable(verdict.violations.mid(0, 20).join(u'\n')));
    QVERIFY(verdict.mails > 0);
}

void TestDatabaseKilled::databaseThatDies_isWaitedFor_andNothingIsAcceptedMeanwhile()
{
    Load load;
    ServerProcess server(newPlace(), load.sink().port());
    QVERIFY2(server.start(), qPrintable(server.report()));
    const qint64 pid = server.pid();
    load.furnish(server.place(), 8);
    load.begin({server.url()});
    for (int round = 0; round < 3; ++round) {
        QVERIFY(load.waitForDecided(qsizetype(20 + load.random().below(60))));
        if (round > 0) endUndoTime(server.place());
        QVERIFY(load.killInTheMidst([this] { m_peer.kill(); }));
        // What was in the air is over when each was refused once.
        QVERIFY(load.waitForTrouble(1));
        const qsizetype decided = load.decided();
        QCOMPARE(server.readiness(), 503);
        QVERIFY(load.waitForTrouble(3));
        QCOMPARE(load.decided(), decided);

        QVERIFY2(m_peer.start(), qPrintable(m_peer.report()));
        QTRY_COMPARE_WITH_TIMEOUT(server.readiness(), 200, 10000);
        QVERIFY(load.waitForDecided(8));
        QCOMPARE(server.pid(), pid);
    }
    QCOMPARE(load.troubles().noAnswer, 0);
    QVERIFY(load.troubles().unavailable > 0);
    verifyAfterwards(load, server.place());
    QVERIFY2(server.stop(), qPrintable(server.report()));
}

void TestDatabaseKilled::bothThatDie_loseNothing()
{
    Load load;
    ServerProcess server(newPlace(), load.sink().port());
    QVERIFY2(server.start(), qPrintable(server.report()));
    load.furnish(server.place(), 8);
    load.begin({server.url()});
    for (int round = 0; round < 4; ++round) {
        QVERIFY(load.waitForDecided(qsizetype(20 + load.random().below(40))));
        const bool isServerFirst = load.random().below(2) == 0;
        QVERIFY(load.killInTheMidst([&] {
            isServerFirst ? server.kill() : m_peer.kill();
            if (load.random().below(2) == 0) isServerFirst ? m_peer.kill() : server.kill();
        }));
        if (server.pid() == 0 && isServerFirst && load.random().below(2) == 0) {
            m_peer.kill();
            QVERIFY(!server.start()); // without a database it says so, and makes no other company
        }
        QVERIFY2(m_peer.start(), qPrintable(m_peer.report()));
        endUndoTime(server.place());
        if (server.pid() == 0) QVERIFY2(server.start(), qPrintable(server.report()));
    }
    verifyAfterwards(load, server.place());
    QVERIFY(load.troubles().noAnswer > 0);
    QVERIFY2(server.stop(), qPrintable(server.report()));
}

void TestDatabaseKilled::ofTwoServers_oneMayDie()
{
    Load load;
    ServerProcess first(newPlace(), load.sink().port());
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
    verifyAfterwards(load, first.place());
    QVERIFY(load.troubles().noAnswer > 0);
    QVERIFY2(first.stop(), qPrintable(first.report()));
    QVERIFY2(second.stop(), qPrintable(second.report()));
}

QTEST_GUILESS_MAIN(TestDatabaseKilled)
#include "tst_databasekilled.moc"

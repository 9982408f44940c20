// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/database.h"
#include "core/database/statement.h"
#include "tests/server/endurance/load.h"
#include "tests/server/endurance/serverprocess.h"
#include "tests/server/peers/postgrespeer.h"

#include <QTemporaryDir>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

constexpr int mostTries = 500; // of which every other meets a writer

} // namespace

/// PostgreSQL is killed under a real server, or both are.
class TestDatabaseKilled : public QObject {
    Q_OBJECT

private:
    PostgresPeer m_peer;
    QTemporaryDir m_folder;
    int m_companies = 0;

    enum class Victim { Nobody, Server, Database };

    [[nodiscard]] store::Place newPlace();
    void kill(Victim victim, ServerProcess &server);
    /// Ends the connections that are in the middle of writing; how many those were.
    [[nodiscard]] int cutWriters();

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_peer.start(), qPrintable(m_peer.report())); }
    void databaseThatDies_isWaitedFor_andNothingIsAcceptedMeanwhile();
    void bothThatDie_loseNothing();
    void transactionThatIsCut_isNotAccepted();
};

store::Place TestDatabaseKilled::newPlace()
{
    const QString name = u"company%1"_s.arg(++m_companies);
    if (!m_peer.createDatabase(name)) qFatal("%s", qPrintable(m_peer.report()));
    return {m_folder.filePath(name), m_peer.url(name)};
}

void TestDatabaseKilled::kill(Victim victim, ServerProcess &server)
{
    if (victim == Victim::Server) server.kill();
    if (victim == Victim::Database) m_peer.kill();
}

void TestDatabaseKilled::databaseThatDies_isWaitedFor_andNothingIsAcceptedMeanwhile()
{
    Load load;
    ServerProcess server(newPlace(), load.sink().port());
    QVERIFY2(server.start(), qPrintable(server.report()));
    const qint64 pid = server.pid();
    load.furnish(server.place(), 8);
    load.begin({server.url()});
    for (int round = 0; round < 2; ++round) {
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
    QVERIFY2(load.keptEveryPromise(server.place()), qPrintable(load.problem()));
    QVERIFY2(server.stop(), qPrintable(server.report()));
}

void TestDatabaseKilled::bothThatDie_loseNothing()
{
    Load load;
    ServerProcess server(newPlace(), load.sink().port());
    QVERIFY2(server.start(), qPrintable(server.report()));
    load.furnish(server.place(), 8);
    load.begin({server.url()});
    const QList<std::pair<Victim, Victim>> rounds{
        {Victim::Server, Victim::Nobody}, {Victim::Database, Victim::Server}, {Victim::Server, Victim::Database}};
    for (const auto &[firstVictim, secondVictim] : rounds) {
        QVERIFY(load.waitForDecided(qsizetype(20 + load.random().below(40))));
        QVERIFY(load.killInTheMidst([&] { kill(firstVictim, server); }));
        if (secondVictim != Victim::Nobody) QVERIFY(load.waitForTrouble(int(load.random().below(2))));
        kill(secondVictim, server);
        // Without a database it says so and ends, and makes no other company.
        if (secondVictim == Victim::Database) QVERIFY(!server.start());
        QVERIFY2(m_peer.start(), qPrintable(m_peer.report()));
        endUndoTime(server.place());
        QVERIFY2(server.start(), qPrintable(server.report()));
    }
    QVERIFY2(load.keptEveryPromise(server.place()), qPrintable(load.problem()));
    QVERIFY(load.troubles().noAnswer > 0);
    QVERIFY2(server.stop(), qPrintable(server.report()));
}

int TestDatabaseKilled::cutWriters()
{
    auto database = Database::connect({m_peer.url(u"postgres"_s), {}, false});
    if (!database) qFatal("%s", qPrintable(database.error().detail));
    Statement cut(*database,
                  u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'akwaba' "
                  "AND backend_xid IS NOT NULL AND pid <> pg_backend_pid()"_s);
    return int(cut.rows([](const Statement &) { return true; }).value_or(QList<bool>()).size());
}

/// Everything else goes on meanwhile, so what seemed to be written would be answered as accepted.
void TestDatabaseKilled::transactionThatIsCut_isNotAccepted()
{
    Load load;
    ServerProcess server(newPlace(), load.sink().port());
    QVERIFY2(server.start(), qPrintable(server.report()));
    load.furnish(server.place(), 8);
    load.begin({server.url()});
    // A cut may come when the commit is through, or meet the server's own work, and no device hears of it: on until one
    // does.
    int cuts = 0;
    for (int tries = 0; tries < mostTries && (cuts < 5 || load.troubles().all() == 0); ++tries)
        QVERIFY(load.killInTheMidst([this, &cuts] { cuts += cutWriters(); }));
    QVERIFY(cuts >= 5);
    QVERIFY2(load.keptEveryPromise(server.place()), qPrintable(load.problem()));
    QVERIFY(load.troubles().transient + load.troubles().unavailable > 0);
    QVERIFY2(server.stop(), qPrintable(server.report()));
}

QTEST_GUILESS_MAIN(TestDatabaseKilled)
#include "tst_databasekilled.moc"

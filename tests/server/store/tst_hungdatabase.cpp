// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/databasesource.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/database/knock.h"
#include "core/database/statement.h"
#include "core/database/transaction.h"
#include "tests/server/peers/postgrespeer.h"

#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace akwaba::store;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 400ms;
constexpr int timeout = 20000;

template <class T> T must(Result<T> result)
{
    if (!result) qFatal("%s: %s", qPrintable(codeName(result.error().code)), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

} // namespace

/// A PostgreSQL that keeps its connections and says nothing.
class TestHungDatabase : public QObject {
    Q_OBJECT

private:
    using Use = DatabaseSource::Use;

    PostgresPeer m_peer;
    QTemporaryDir m_dir;
    SystemClock m_clock;
    SeededRandom m_random{1};
    std::shared_ptr<CallLimit> m_limit;

    [[nodiscard]] PostgresqlOptions limited() const { return {m_peer.url(u"company"_s), {}, false, m_limit}; }
    [[nodiscard]] Database connect() const { return must(Database::connect(limited())); }
    [[nodiscard]] Database admin() const { return must(Database::connect({m_peer.url(u"postgres"_s), {}, false})); }
    [[nodiscard]] Place place() const
    {
        Place place(m_dir.filePath(u"data"_s), m_peer.url(u"company"_s));
        place.patience = patience;
        return place;
    }
    /// Until the end of a test, however it ends.
    [[nodiscard]] auto frozen() const
    {
        m_peer.freeze();
        return qScopeGuard([this] { m_peer.thaw(); });
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_peer.start(), qPrintable(m_peer.report())); }

    void init()
    {
        QVERIFY(admin().execute(u"DROP DATABASE IF EXISTS company WITH (FORCE)"_s));
        QVERIFY2(m_peer.createDatabase(u"company"_s), qPrintable(m_peer.report()));
        m_limit = std::make_shared<CallLimit>(patience);
    }

    void callToIt_failsAsUnreachable_andTheConnectionIsLost_data()
    {
        using Try = std::function<Result<void>(Database &)>;
        QTest::addColumn<Try>("call");
        QTest::newRow("execute") << Try([](Database &database) { return database.execute(u"SELECT 1"_s); });
        QTest::newRow("value") << Try(
            [](Database &database) { return database.value(u"SELECT 1"_s).map([](const QVariant &) { }); });
        QTest::newRow("prepare") << Try([](Database &database) { return Statement(database, u"SELECT 2"_s).run(); });
        QTest::newRow("run what is prepared")
            << Try([](Database &database) { return Statement(database, u"SELECT 1"_s).run(); });
        QTest::newRow("begin") << Try(
            [](Database &database) { return Transaction::write(database).map([](const Transaction &) { }); });
    }
    void callToIt_failsAsUnreachable_andTheConnectionIsLost()
    {
        QFETCH(const std::function<Result<void>(Database &)>, call);
        Database database = connect();
        must(Statement(database, u"SELECT 1"_s).run()); // which keeps it, prepared
        {
            const auto hanging = frozen();
            const auto done = call(database);
            QVERIFY(!done);
            QCOMPARE(done.error().code, Code::Unreachable);
            QVERIFY(database.isLost());
            QCOMPARE(m_limit->exceeded(), 1);
        }
        must(database.reconnect());
        QCOMPARE(must(database.value(u"SELECT 7"_s)).toInt(), 7);
    }

    void rowsThatStopComing_areAnError()
    {
        Database database = connect();
        Statement select(database, u"SELECT repeat('x', 8000) FROM generate_series(1, 10000)"_s);
        QVERIFY(must(select.next()));
        const auto hanging = frozen();
        const auto all = select.forEach([](const Statement &) { });
        QVERIFY(!all);
        QCOMPARE(all.error().code, Code::Unreachable);
        QVERIFY(database.isLost());
    }

    void endOfAConnectionToIt_isNotWaitedForLonger()
    {
        std::optional<Database> database = connect();
        must(Statement(*database, u"SELECT 1"_s).run()); // of whose end it is to be told
        const auto hanging = frozen();
        database.reset();
        QCOMPARE(m_limit->exceeded(), 1);
    }

    void otherConnectionsToIt_areLostAtOnce()
    {
        Database first = connect();
        Database second = connect();
        const auto hanging = frozen();
        QVERIFY(!first.execute(u"SELECT 1"_s));
        QVERIFY(!second.execute(u"SELECT 1"_s));
        QVERIFY(second.isLost());
        QCOMPARE(m_limit->exceeded(), 1);
    }

    void slowStatement_isEndedByTheServer_andTheConnectionLives()
    {
        Database database = connect();
        const auto done = database.execute(u"SELECT pg_sleep(60)"_s);
        QVERIFY(!done);
        QCOMPARE(done.error().code, Code::Locked);
        QVERIFY(!database.isLost());
        QCOMPARE(m_limit->exceeded(), 0);
    }

    void whatReadsOrChangesWholeTables_mayTakeLong()
    {
        const auto store = must(Store::create(place(), m_clock, m_random));
        const auto slow = u"SELECT pg_sleep(1)"_s;
        QCOMPARE(must(store->read()).database().execute(slow).error().code, Code::Locked);
        QVERIFY(must(store->readAll()).database().execute(slow));
        DatabaseSource source(place(), m_clock);
        QVERIFY(must(source.open(Use::Rebuild)).execute(slow));
    }

    void whileItHangs_nobodyWaitsTwice()
    {
        DatabaseSource source(place(), m_clock);
        Database database = must(source.open(Use::Write));
        {
            const auto hanging = frozen();
            QVERIFY(!database.execute(u"SELECT 1"_s));
            QCOMPARE(source.revive(database).error().detail, u"the database hangs"_s);
            QCOMPARE(source.open(Use::Read).error().detail, u"the database hangs"_s);
        }
        QTRY_VERIFY_WITH_TIMEOUT(source.revive(database), timeout);
        QVERIFY(source.open(Use::Read));
        QVERIFY(database.execute(u"SELECT 1"_s));
    }

    void pauseGrows_whileItHangsAgainAndAgain()
    {
        GrowingPause pause;
        auto now = 100s;
        for (const auto seconds : {1s, 2s, 4s, 8s, 15s, 15s})
            QCOMPARE(pause.next(now += 50s), seconds);
        QCOMPARE(pause.next(now += 60s), 1s);
    }

    void oneThatHungAlready_isWaitedForOnce()
    {
        DatabaseSource source(place(), m_clock);
        {
            const auto hanging = frozen();
            QCOMPARE(source.open(Use::Read).error().code, Code::Unreachable); // after connect_timeout
            QCOMPARE(source.open(Use::Read).error().detail, u"the database hangs"_s);
        }
        QTRY_VERIFY_WITH_TIMEOUT(source.open(Use::Read), timeout);
    }

    void knock_isHeardWhenItIsBack()
    {
        m_peer.kill();
        const Knock knock(limited(), 0ms);
        QVERIFY2(m_peer.start(), qPrintable(m_peer.report()));
        QTRY_VERIFY_WITH_TIMEOUT(knock.isAnswered(), timeout);
    }

    void knock_isAnsweredWhenACommitIsOnTheDisk()
    {
        Database server = admin();
        const auto waitFor = [&server](const QString &standby) {
            must(server.execute(u"ALTER SYSTEM SET synchronous_standby_names = '%1'"_s.arg(standby)));
            must(server.execute(u"SELECT pg_reload_conf()"_s));
        };
        waitFor(u"nobody"_s); // no commit ends
        const auto waiting = u"SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"_s;
        const Knock knock(limited(), 0ms);
        QTRY_COMPARE_WITH_TIMEOUT(must(server.value(waiting)).toInt(), 1, timeout);
        QVERIFY(!knock.isAnswered());
        waitFor({});
        QTRY_VERIFY_WITH_TIMEOUT(knock.isAnswered(), timeout);
    }

    void knock_thatIsRefused_isAnswered()
    {
        Database server = admin();
        must(server.execute(u"DROP ROLE IF EXISTS clerk"_s));
        must(server.execute(u"CREATE ROLE clerk LOGIN PASSWORD 'right'"_s));
        const QString url = m_peer.url(u"company"_s, u"clerk"_s);
        const Knock refused({url, u"wrong"_s, false}, 0ms);
        QTRY_VERIFY_WITH_TIMEOUT(refused.isAnswered(), timeout);
        const Knock welcome({url, u"right"_s, false}, 0ms); // any role may ask
        QTRY_VERIFY_WITH_TIMEOUT(welcome.isAnswered(), timeout);
    }
};

Q_DECLARE_METATYPE(std::function<Result<void>(Database &)>)

QTEST_GUILESS_MAIN(TestHungDatabase)
#include "tst_hungdatabase.moc"

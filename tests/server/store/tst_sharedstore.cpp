// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/commitwatch.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/database/statement.h"
#include "tests/server/peers/postgrespeer.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace akwaba::store;
using namespace Qt::StringLiterals;

namespace {

template <class T> T must(Result<T> result)
{
    if (!result) qFatal("%s: %s", qPrintable(codeName(result.error().code)), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

} // namespace

/// Several server processes over one PostgreSQL, which may die and come back. Each test has a database of its own.
class TestSharedStore : public QObject {
    Q_OBJECT

private:
    PostgresPeer m_peer;
    QTemporaryDir m_dir;
    ManualClock m_clock{QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC)};
    SeededRandom m_random{1};
    QString m_url;
    int m_databases = 0;

    [[nodiscard]] Place place() const { return {m_dir.filePath(u"data%1"_s.arg(m_databases)), m_url}; }
    [[nodiscard]] std::unique_ptr<Store> create() { return must(Store::create(place(), m_clock, m_random)); }
    [[nodiscard]] std::unique_ptr<Store> open() { return must(Store::open(place(), m_clock, m_random)); }
    [[nodiscard]] Database connect() const { return must(Database::connect({m_url, {}, false})); }

    Team put(Store &store, const QString &name)
    {
        Team team;
        team.id = newId<TeamId>(m_clock, m_random);
        team.name = name;
        must(store.write([&](Writer &writer) { return writer.put(team).map([](const Team &) { }); }));
        return team;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_peer.start(), qPrintable(m_peer.report())); }

    void init()
    {
        const QString name = u"company%1"_s.arg(++m_databases);
        QVERIFY2(m_peer.createDatabase(name), qPrintable(m_peer.report()));
        m_url = m_peer.url(name);
    }

    void companyIsMadeOnce()
    {
        QCOMPARE(Store::open(place(), m_clock, m_random).error().code, Code::NotFound);
        (void)create();
        QCOMPARE(Store::create(place(), m_clock, m_random).error().code, Code::Conflict);
    }

    void whatOneProcessSays_theOthersHear()
    {
        const auto one = create();
        const auto other = open();
        QStringList heardByOne;
        QStringList heardByOther;
        one->onTold(this, [&heardByOne](const QString &message) { heardByOne += message; });
        other->onTold(this, [&heardByOther](const QString &message) { heardByOther += message; });
        must(one->watchOthers());
        must(other->watchOthers());
        one->tellOthers(u"bonjour"_s);
        QVERIFY(QTest::qWaitFor([&] { return !heardByOther.isEmpty(); }));
        other->tellOthers(u"bonsoir"_s);
        QVERIFY(QTest::qWaitFor([&] { return !heardByOne.isEmpty(); }));
        QCOMPARE(heardByOther, QStringList{u"bonjour"_s});
        QCOMPARE(heardByOne, QStringList{u"bonsoir"_s});
    }

    void whoeverWritesPastTheLaneIsRefused_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("update") << u"UPDATE teams SET name = 'psql'"_s;
        QTest::newRow("update of no row") << u"UPDATE tickets SET subject = '' WHERE id = 'none'"_s;
        QTest::newRow("delete") << u"DELETE FROM teams"_s;
        QTest::newRow("truncate") << u"TRUNCATE teams"_s;
        QTest::newRow("clock") << u"UPDATE sync_clock SET seq = 0"_s;
        QTest::newRow("log") << u"DELETE FROM change_log"_s;
    }

    void whoeverWritesPastTheLaneIsRefused()
    {
        QFETCH(QString, sql);
        const auto store = create();
        const Team team = put(*store, u"SAV"_s);
        Database psql = connect();
        const auto done = psql.execute(sql);
        QVERIFY(!done);
        QCOMPARE(done.error().code, Code::Denied);
        QVERIFY(done.error().detail.contains(u"commit lane"_s));
        QCOMPARE(must(must(store->read()).find<Team>(team.id))->name, u"SAV"_s);
    }

    void everySyncedTableIsGuarded()
    {
        (void)create();
        Database database = connect();
        for (const TypeInfo *type : syncedTypes()) {
            const auto done = database.execute(u"DELETE FROM \"%1\""_s.arg(type->table));
            QVERIFY2(!done && done.error().code == Code::Denied, qPrintable(type->table));
        }
    }

    void twoProcessesCountInOneOrder_andNothingIsLost()
    {
        const auto one = create();
        const auto other = open();
        const Team team = put(*one, u"SAV"_s);
        for (int i = 0; i < 10; ++i) {
            for (Store *store : {one.get(), other.get()}) {
                must(store->write([&](Writer &writer) -> Result<void> {
                    auto current = writer.find<Team>(team.id);
                    if (!current) return tl::unexpected(current.error());
                    (*current)->name += u'.';
                    return writer.put(**current).map([](const Team &) { });
                }));
            }
        }
        const Team last = *must(must(other->read()).find<Team>(team.id));
        QCOMPARE(last.name, u"SAV...................."_s);
        QCOMPARE(last.rev, qint64{21});
        QCOMPARE(must(one->read()).seq(), qint64{21});
    }

    void laneThatSomebodyElseHolds_isLockedAndThenFree()
    {
        const auto store = create();
        Database other = connect();
        QVERIFY(other.execute(u"BEGIN"_s));
        QVERIFY(other.value(u"SELECT seq FROM sync_clock FOR UPDATE"_s));
        const auto done = store->write([](Writer &writer) { return writer.setSetting(u"a"_s, u"b"_s); });
        QVERIFY(!done);
        QCOMPARE(done.error().code, Code::Locked);
        QVERIFY(other.execute(u"ROLLBACK"_s));
        QVERIFY(store->write([](Writer &writer) { return writer.setSetting(u"a"_s, u"b"_s); }));
    }

    void commitOfOneWakesTheOther()
    {
        const auto one = create();
        const auto other = open();
        qint64 heard = 0;
        QStringList scopes;
        other->onCommitted([&](const CommitNotice &notice) {
            heard = notice.seq;
            scopes = notice.scopes;
        });
        must(other->watchOthers());
        put(*one, u"SAV"_s);
        QTRY_COMPARE(heard, qint64{1});
        QCOMPARE(scopes, QStringList{u"org"_s});
    }

    void listenerWhoseConnectionWasEnded_listensAgainAndLooks()
    {
        const auto store = create();
        DatabaseSource source(place(), m_clock);
        CommitWatch watch(source);
        QSignalSpy woken(&watch, &CommitWatch::woken);
        must(watch.start());
        QCOMPARE(woken.count(), 1);
        Database admin = connect();
        QVERIFY(admin.execute(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' "
                              "OR query LIKE '%advisory%' AND pid <> pg_backend_pid()"_s));
        watch.check();
        const auto after = woken.count();
        QVERIFY(after >= 2);
        put(*store, u"SAV"_s);
        QTRY_VERIFY(woken.count() > after);
    }

    void oneProcessLeads_andAnotherTakesOverWhenItDies()
    {
        (void)create();
        DatabaseSource source(place(), m_clock);
        auto one = std::make_unique<CommitWatch>(source);
        CommitWatch other(source);
        QSignalSpy changed(&other, &CommitWatch::leadingChanged);
        must(one->start());
        must(other.start());
        QVERIFY(one->isLeading());
        QVERIFY(!other.isLeading());
        one.reset();
        // PostgreSQL learns of the end of a connection in its own time.
        QTRY_VERIFY((other.check(), other.isLeading()));
        QCOMPARE(changed.count(), 1);
    }

    void databaseThatDiesAndComesBack_isUsedAgain()
    {
        const auto store = create();
        const Team before = put(*store, u"SAV"_s);
        m_peer.kill();
        const auto reading = store->read();
        QVERIFY(!reading);
        QCOMPARE(reading.error().code, Code::Unreachable);
        m_clock.advance(std::chrono::seconds{2});
        const auto writing = store->write([](Writer &writer) { return writer.setSetting(u"a"_s, u"b"_s); });
        QVERIFY(!writing);
        QCOMPARE(writing.error().code, Code::Unreachable);
        QVERIFY2(m_peer.start(), qPrintable(m_peer.report()));
        m_clock.advance(std::chrono::seconds{2});
        QVERIFY(store->write([](Writer &writer) { return writer.setSetting(u"a"_s, u"b"_s); }));
        QCOMPARE(must(must(store->read()).find<Team>(before.id))->name, u"SAV"_s);
    }

    void databaseOutOfReach_isNotAskedAgainWithinASecond()
    {
        const auto store = create();
        m_peer.kill();
        QVERIFY(!store->read());
        QVERIFY2(m_peer.start(), qPrintable(m_peer.report()));
        QVERIFY(!store->read());
        m_clock.advance(std::chrono::milliseconds{1100});
        must(store->read());
    }

    void restartBetweenTwoRequests_isNotNoticed()
    {
        const auto store = create();
        put(*store, u"SAV"_s);
        QVERIFY(store->read());
        m_peer.kill();
        QVERIFY2(m_peer.start(), qPrintable(m_peer.report()));
        QVERIFY(store->read());
        put(*store, u"Ventes"_s);
    }

    void textWithAZero_isKeptWithoutIt()
    {
        const auto store = create();
        const Team team = put(*store, u"S\0V"_s);
        QCOMPARE(must(must(store->read()).find<Team>(team.id))->name, u"S\uFFFDV"_s);
    }
};

QTEST_GUILESS_MAIN(TestSharedStore)
#include "tst_sharedstore.moc"

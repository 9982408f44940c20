// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/database.h"
#include "core/database/transaction.h"
#include "fakeworld.h"
#include "properties.h"

#include <QFileInfo>
#include <QTest>

using namespace akwaba;
using namespace akwaba::world;
using namespace Qt::StringLiterals;

/// Disks that fail below SQLite: that they do, and what the product makes of it (sync.md 2.9, 2.21).
class TestDisk : public QObject {
    Q_OBJECT

    using Synchronous = DatabaseOptions::Synchronous;

    struct Machine {
        explicit Machine(quint64 seed = 5) : random(seed) { }
        QTemporaryDir folder{folderTemplate()};
        FaultyDisk disk{QFileInfo(folder.path()).canonicalFilePath()};
        SeededRandom random;
        [[nodiscard]] QString path() const { return folder.filePath(u"some.db"_s); }
        [[nodiscard]] Result<Database> open(Synchronous synchronous = Synchronous::Full) const
        {
            return Database::open(path(), {.key = QByteArray(32, 'k'), .synchronous = synchronous});
        }
    };

    static int rows(Database &database) { return must(database.value(u"SELECT count(*) FROM t"_s)).toInt(); }
    /// How many of 40 rows are there after a cut of power, each committed on its own.
    static int rowsAfterPowerCut(Synchronous synchronous, quint64 seed)
    {
        Machine machine(seed);
        machine.disk.keepUnsynced();
        std::optional<Database> database(must(machine.open(synchronous)));
        must(database->execute(u"CREATE TABLE t(text TEXT)"_s));
        must(database->truncateWal());
        for (int i = 0; i < 40; ++i)
            must(database->execute(u"INSERT INTO t VALUES('%1')"_s.arg(QString(500, u'x'))));
        machine.disk.cutPower();
        database.reset();
        machine.disk.revive(machine.random);
        Database again = must(machine.open(synchronous));
        if (must(again.value(u"PRAGMA integrity_check"_s)).toString() != u"ok") return -1;
        return rows(again);
    }

private Q_SLOTS:
    void aFullDisk_saysSo_andHasRoomLater()
    {
        Machine machine;
        Database database = must(machine.open());
        must(database.execute(u"CREATE TABLE t(text TEXT)"_s));
        machine.disk.strike(DiskFault::Full, 0);
        QCOMPARE(database.execute(u"INSERT INTO t VALUES('a')"_s).error().code, Code::DiskFull);
        QCOMPARE(machine.disk.takeStruck(), QStringList{u"disk full"_s});
        must(database.execute(u"INSERT INTO t VALUES('b')"_s));
        QCOMPARE(rows(database), 1);
    }

    void aFailingCall_isAnIoError()
    {
        Machine machine;
        Database database = must(machine.open());
        machine.disk.strike(DiskFault::IoError, 0);
        QCOMPARE(codeName(database.execute(u"CREATE TABLE t(text TEXT)"_s).error().code), codeName(Code::Io));
    }

    /// Not what lay in memory for the page: that would be a damaged file, or the way to one.
    void aReadThatFails_isNoDamage_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("plain") << QByteArray();
        QTest::newRow("encrypted") << QByteArray(32, 'k');
    }
    void aReadThatFails_isNoDamage()
    {
        QFETCH(QByteArray, key);
        Machine machine;
        {
            Database database = must(Database::open(machine.path(), {.key = key}));
            must(database.execute(u"CREATE TABLE t(text TEXT)"_s));
            for (int i = 0; i < 40; ++i)
                must(database.execute(u"INSERT INTO t VALUES('%1')"_s.arg(QString(2000, u'x'))));
        }
        for (int call = 0; call < 20; ++call) {
            machine.disk.calm();
            Database database = must(Database::open(machine.path(), {.key = key}));
            machine.disk.strike(DiskFault::IoError, call);
            const auto read = database.value(u"SELECT count(*) FROM t WHERE text LIKE '%x'"_s);
            if (!read) QCOMPARE(codeName(read.error().code), codeName(Code::Io));
            if (read) QCOMPARE(read->toInt(), 40);
            QCOMPARE(rows(database), 40);
        }
    }

    void whoDied_writesNothingMore_andWhatWasCommittedStays()
    {
        Machine machine;
        std::optional<Database> database(must(machine.open(Synchronous::Normal)));
        must(database->execute(u"CREATE TABLE t(text TEXT)"_s));
        must(database->execute(u"INSERT INTO t VALUES('a')"_s));
        machine.disk.die();
        QVERIFY(!database->execute(u"INSERT INTO t VALUES('b')"_s));
        QVERIFY(!machine.open());
        database.reset();
        machine.disk.revive(machine.random);
        Database again = must(machine.open());
        QCOMPARE(rows(again), 1);
    }

    void aCutOfPower_losesWhatWasNotSynced_andNothingElse()
    {
        bool isSomethingLost = false;
        for (quint64 seed = 1; seed <= 20; ++seed) {
            QCOMPARE(rowsAfterPowerCut(Synchronous::Full, seed), 40);
            const int left = rowsAfterPowerCut(Synchronous::Normal, seed);
            QVERIFY(left >= 0); // torn, never corrupt
            isSomethingLost |= left < 40;
        }
        QVERIFY(isSomethingLost);
    }

    void whereverABitOfTheCacheFlips_theConsoleBeginsAndKeepsItsWork()
    {
        FakeWorld world(9);
        world.populate(1);
        const TicketId ticket = world.addTicket(world.cast().teams.at(0).id);
        QVERIFY(world.syncAll());
        WorldConsole &console = world.console(0);
        console.happens(event::WentOffline{});
        const QString iid =
            console.perform(AddNote{newId<MessageId>(world.clock(), world.random()), ticket, u"Rappeler"_s}).iid;
        console.kill();
        QVERIFY(world.start(0));
        for (quint64 page = 0; page < 40; ++page) {
            console.happens(event::WentOffline{});
            must(console.cache().truncateWal()); // all of it into the file
            console.kill();
            console.flipBitOfCache(page * 8192 * 8 + 4000);
            QVERIFY(world.start(0)); // whatever page it was
            QVERIFY(console.intentStates().contains(iid));
            QVERIFY(world.syncAll());
            // Not wrong in any case. Of a page that it has no reason to look at the engine does not know.
            const bool isWhole = console.rows(typeInfo<Ticket>()).size() == 1;
            QVERIFY(isWhole || console.isDamaged());
            if (isWhole) continue;
            console.kill();
            console.destroyCache();
            QVERIFY(world.syncAll());
            QCOMPARE(console.rows(typeInfo<Ticket>()).size(), 1);
        }
        QVERIFY(console.rebuilds() > 0);
        QCOMPARE(world.violations, QStringList());
        QCOMPARE(world.server().all<Message>().size(), 2);
    }

    /// Each call of the disk in turn: whatever fails while an intent is written down, it is there or it is not, and the
    /// next one is sent under the next number.
    void whicheverCallFails_whileSomethingIsWritten_theOutboxIsWhole_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("full") << int(DiskFault::Full);
        QTest::newRow("I/O error") << int(DiskFault::IoError);
        QTest::newRow("killed") << int(DiskFault::ProcessDies);
        QTest::newRow("power cut") << int(DiskFault::PowerCut);
    }
    void whicheverCallFails_whileSomethingIsWritten_theOutboxIsWhole()
    {
        QFETCH(int, fault);
        FakeWorld world(10);
        world.populate(1);
        const TicketId ticket = world.addTicket(world.cast().teams.at(0).id);
        world.console(0).disk().keepUnsynced();
        QVERIFY(world.syncAll());
        WorldConsole &console = world.console(0);
        QStringList iids;
        for (int call = 0; call < 60; ++call) {
            console.kill(); // so that nothing is read from memory
            QVERIFY(world.start(0));
            console.disk().strike(DiskFault(fault), call);
            const auto done =
                console.perform(AddNote{newId<MessageId>(world.clock(), world.random()), ticket, u"Rappeler"_s});
            console.disk().calm();
            QVERIFY(world.syncAll());
            if (done.isKept) QCOMPARE(console.intentStates().value(done.iid), u"accepted"_s);
            iids.append(done.iid);
        }
        console.kill(); // what could not be synced may be there after all
        QVERIFY(world.syncAll());
        QCOMPARE(world.violations, QStringList());
        const QHash<QString, QString> states = console.intentStates();
        const auto kept =
            std::ranges::count_if(iids, [&states](const QString &iid) { return states.value(iid) == u"accepted"; });
        QCOMPARE(std::ranges::count(world.server().all<Message>(), u"Rappeler"_s, &Message::text), kept);
        QVERIFY(kept > 20);
    }

    /// Each call of the disk in turn, while an agent takes something back: it must not stay on his screen (seed 39).
    void whicheverCallFails_whileSomethingIsUndone_itIsNotShownAnyMore()
    {
        FakeWorld world(12);
        world.populate(1);
        const TicketId ticket = world.addTicket(world.cast().teams.at(0).id);
        QVERIFY(world.syncAll());
        WorldConsole &console = world.console(0);
        for (int call = 0; call < 60; ++call) {
            console.happens(event::WentOffline{});
            const auto done =
                console.perform(AddNote{newId<MessageId>(world.clock(), world.random()), ticket, u"Rappeler"_s});
            console.disk().strike(DiskFault::IoError, call);
            (void)console.cancel(done.iid);
            console.disk().calm();
            console.happens(event::WentOnline{});
            QVERIFY(world.syncAll());
            checkConvergence(world);
            QCOMPARE(world.violations, QStringList());
        }
    }

    /// Each call of the disk in turn, while a console notices that its cursor is of no use: what was destroyed
    /// meanwhile is in no log, and goes only with a filling that has begun.
    void whicheverCallFails_whileAConsoleStartsOver_nothingOldStays()
    {
        FakeWorld world(11);
        world.populate(1);
        WorldConsole &console = world.console(0);
        for (int call = 0; call < 80; ++call) {
            const TicketId ticket = world.addTicket(world.cast().teams.at(0).id);
            QVERIFY(world.syncAll());
            console.kill();
            world.server().destroy<Ticket>(ticket);
            world.server().beginLineage();
            QVERIFY(world.start(0));
            console.disk().strike(DiskFault::IoError, call);
            (void)world.settle(std::chrono::minutes(1));
            console.disk().calm();
            QVERIFY(world.syncAll());
            checkConvergence(world);
            QCOMPARE(world.violations, QStringList());
        }
    }

    /// Each call of the disk in turn: a filling has begun or it has not, or it takes old rows for its own.
    void whoeverDiesWhileAFillingBegins_leavesNothingOldBehindIt()
    {
        Ticket ticket;
        ticket.id.value = u"t1"_s;
        const CachePage old{.upserts = {{&typeInfo<Ticket>(), {toJson(ticket)}}}, .cursor = u"L.1.1"_s};
        bool isThrough = false;
        for (int call = 0; !isThrough && call < 200; ++call) {
            Machine machine;
            const auto open = [&machine] { return must(Cache::open(machine.path(), QByteArray(32, 'k'))); };
            auto cache = open();
            (void)must(cache->applyPage(old, {}, {}));
            machine.disk.strike(DiskFault::ProcessDies, call);
            (void)cache->beginFill(u"page 1"_s);
            isThrough = !machine.disk.isDead();
            machine.disk.calm();
            cache.reset();
            machine.disk.revive(machine.random);
            cache = open();
            if (cache->resumeToken().isEmpty()) continue;
            (void)must(cache->applyPage({.resumeToken = QString(), .sweepsStale = true}, {}, {}));
            QCOMPARE(must(cache->missing(typeInfo<Ticket>(), {u"t1"_s})).size(), 1);
        }
        QVERIFY(isThrough);
    }
};

QTEST_GUILESS_MAIN(TestDisk)

#include "tst_disk.moc"

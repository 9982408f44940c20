// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/eraser.h"
#include "core/database/statement.h"
#include "world.h"

using namespace akwaba;
using namespace akwaba::test;
using Next = Eraser::Next;

/// The local procedure of an erasure (sync.md 3.3): letter by letter, with a crash between each two.
class EraserTest : public QObject {
    Q_OBJECT

    const QString m_secret = u"Mon mari ne doit pas savoir que je vous ai écrit de Korhogo."_s;

    /// A ticket of c1 with the secret, one of c2, both indexed; a note and a draft that quote it.
    void fill(World &world)
    {
        world.take({tickets({ticketRecord(u"t1"_s), with(ticketRecord(u"t2"_s), u"customer"_s, u"c2"_s)}),
                    messages({messageRecord(u"m1"_s, u"t1"_s, m_secret),
                              messageRecord(u"m2"_s, u"t2"_s, u"Rien de particulier, merci beaucoup."_s)}),
                    customers({customerRecord(u"c1"_s, u"Adjoua Konan-Bédié"_s),
                               customerRecord(u"c2"_s, u"Fatou Diabaté"_s)})});
        while (must(world.cache->indexSome(10)))
            ;
        (void)world.perform(AddNote{.id = {u"m3"_s}, .ticket = {u"t1"_s}, .text = u"Elle dit : "_s + m_secret});
        Draft draft;
        draft.id.value = u"w1"_s;
        draft.ticket.value = u"t1"_s;
        draft.text = u"Vous écrivez : "_s + m_secret;
        must(world.outbox->journalDraft(draft));
    }

    static ErasureOrder order()
    {
        ErasureOrder wanted;
        wanted.id = u"z1"_s;
        wanted.ids = {
            {&typeInfo<Customer>(), {u"c1"_s}}, {&typeInfo<Ticket>(), {u"t1"_s}}, {&typeInfo<Message>(), {u"m1"_s}}};
        return wanted;
    }

    /// As far as it goes without the server.
    static Next run(Eraser &eraser)
    {
        for (;;) {
            const Next next = must(eraser.advance()).next;
            if (next != Next::GoOn) return next;
        }
    }

    /// Pages of both files and all files as they lie there, by a search that is not the product's.
    static bool isSomewhere(World &world, const QString &text)
    {
        QByteArray all;
        for (const QString &name : {world.cachePath(), world.outboxPath()}) {
            const QByteArray key = name == world.cachePath() ? cacheKey : outboxKey;
            Database file = must(Database::open(name, {.key = key, .readOnly = true}));
            Statement pages(file, u"SELECT data FROM sqlite_dbpage"_s);
            must(pages.forEach([&](const Statement &row) { all += row.value(0).toByteArray(); }));
        }
        return all.contains(text.toUtf8());
    }

    /// The text index without its protection, as an older library would write it.
    static void keepDeletedWords(World &world)
    {
        Database file = must(Database::open(world.cachePath(), {.key = cacheKey}));
        must(file.execute(u"INSERT INTO words(words, rank) VALUES('secure-delete', 0)"_s));
    }

private Q_SLOTS:
    void anErasure_leavesNothingAndSaysSo()
    {
        World world;
        fill(world);
        QVERIFY(isSomewhere(world, m_secret));
        Eraser eraser(*world.cache, *world.outbox, world.clock, world.me);
        eraser.take({order()});
        QCOMPARE(run(eraser), Next::Report);
        QCOMPARE(eraser.report().erasure, u"z1"_s);
        QCOMPARE(eraser.report().level, ErasureLevel::ByteClean);
        QCOMPARE(eraser.report().path, ErasurePath::Clean);
        QCOMPARE(eraser.report().hits, 0);
        QVERIFY(eraser.report().needles > 20);
        QVERIFY(eraser.report().filesScanned >= 2);
        QVERIFY(eraser.report().bytesScanned > 100'000);
        QVERIFY(!isSomewhere(world, m_secret));
        QVERIFY(!isSomewhere(world, u"Konan"_s));
        QCOMPARE(world.value(u"SELECT group_concat(id) FROM tickets"_s).toString(), u"t2"_s);
        QCOMPARE(world.outbox->notSentCount(), 1); // the note, without its words: "the data have been erased"
        eraser.reported();
        QCOMPARE(run(eraser), Next::Done);
    }

    void whatOthersWroteInTheSameWords_isNotTakenForARemnant()
    {
        World world;
        fill(world);
        world.take({messages({messageRecord(u"m4"_s, u"t2"_s, m_secret)})});
        while (must(world.cache->indexSome(10)))
            ;
        Eraser eraser(*world.cache, *world.outbox, world.clock, world.me);
        eraser.take({order()});
        QCOMPARE(run(eraser), Next::Report);
        QCOMPARE(eraser.report().level, ErasureLevel::ByteClean);
        QCOMPARE(eraser.report().path, ErasurePath::Clean);
        QVERIFY(isSomewhere(world, m_secret));
    }

    void aReaderInTheFile_isWaitedFor()
    {
        World world;
        fill(world);
        Database reader = world.look();
        Statement open(reader, u"SELECT id FROM messages"_s);
        QVERIFY(must(open.next()));
        Eraser eraser(*world.cache, *world.outbox, world.clock, world.me);
        eraser.take({order()});
        QCOMPARE(run(eraser), Next::Wait);
        QCOMPARE(run(eraser), Next::Wait);
        open.finish();
        QCOMPARE(run(eraser), Next::Report);
        QCOMPARE(eraser.report().level, ErasureLevel::ByteClean);
    }

    void aPlainCopyOfTheText_isFoundAndClaimedByNobody()
    {
        World world;
        fill(world);
        QFile crash(world.dir.filePath(u"core.txt"_s));
        QVERIFY(crash.open(QIODevice::WriteOnly));
        crash.write(m_secret.toUtf8());
        crash.close();
        Eraser eraser(*world.cache, *world.outbox, world.clock, world.me);
        eraser.take({order()});
        QCOMPARE(run(eraser), Next::Rebuild); // after both files were written anew, which did not help
        world.cache.reset();
        Cache::destroy(world.cachePath());
        world.reopen();
        Eraser next(*world.cache, *world.outbox, world.clock, world.me);
        next.take({order()});
        QCOMPARE(run(next), Next::Report);
        QCOMPARE(next.report().level, ErasureLevel::Logical);
        QCOMPARE(next.report().path, ErasurePath::Rebuilt);
    }

    void anIndexThatKeepsDeletedWords_isMadeAnewAtOpening()
    {
        World world;
        fill(world);
        keepDeletedWords(world);
        QVERIFY(isSomewhere(world, u"rhogo"_s)); // the index writes a word without what it shares with the one before
        world.reopen();
        QCOMPARE(world.cache->opened(), Cache::Opened::Upgraded);
        Eraser eraser(*world.cache, *world.outbox, world.clock, world.me);
        eraser.take({order()});
        QCOMPARE(run(eraser), Next::Report);
        QCOMPARE(eraser.report().level, ErasureLevel::ByteClean);
        QVERIFY(!isSomewhere(world, u"rhogo"_s));
    }

    void wordsThatAnIndexKept_areFound()
    {
        World world;
        fill(world);
        // Taken out of the tables alone, as a bug would: the index still knows what they said.
        Database file = must(Database::open(world.cachePath(), {.key = cacheKey}));
        must(file.execute(u"DELETE FROM docs"_s));
        Eraser eraser(*world.cache, *world.outbox, world.clock, world.me);
        eraser.take({order()});
        QCOMPARE(run(eraser), Next::Rebuild); // no index is made right by writing it anew
    }

    void aCrashAnywhere_goesOnWhereItWas_data()
    {
        QTest::addColumn<int>("steps");
        for (int steps = 0; steps < 5; ++steps)
            QTest::addRow("after step %d", steps) << steps;
    }
    void aCrashAnywhere_goesOnWhereItWas()
    {
        QFETCH(int, steps);
        World world;
        fill(world);
        {
            Eraser eraser(*world.cache, *world.outbox, world.clock, world.me);
            eraser.take({order()});
            for (int i = 0; i < steps; ++i)
                (void)must(eraser.advance());
        }
        world.reopen();
        Eraser eraser(*world.cache, *world.outbox, world.clock, world.me);
        eraser.take({order()});
        QCOMPARE(run(eraser), Next::Report);
        // Before it deleted, and after it had looked, everything is known; between them what to look for died with it.
        const bool knew = steps < 2 || steps > 3;
        QCOMPARE(eraser.report().level, knew ? ErasureLevel::ByteClean : ErasureLevel::Logical);
        QCOMPARE(eraser.report().path, knew ? ErasurePath::Clean : ErasurePath::Rewritten);
        QVERIFY(!isSomewhere(world, m_secret));
        QVERIFY(!isSomewhere(world, u"Konan"_s));
    }

    void theSameOrderAgain_isAnsweredTheSame()
    {
        World world;
        fill(world);
        Eraser eraser(*world.cache, *world.outbox, world.clock, world.me);
        eraser.take({order()});
        QCOMPARE(run(eraser), Next::Report);
        const ErasureAck first = eraser.report();
        // The server has not got it: it asks again, also of the next process. What came since stays.
        world.take({tickets({ticketRecord(u"t1"_s, 0, 2)})});
        world.reopen();
        Eraser again(*world.cache, *world.outbox, world.clock, world.me);
        again.take({order()});
        QCOMPARE(run(again), Next::Report);
        QCOMPARE(again.report(), first);
        QCOMPARE(world.value(u"SELECT count(*) FROM tickets"_s).toInt(), 2);
    }

    void aLostScope_takesWhatOnlyItShowed()
    {
        World world;
        world.take({tickets({ticketRecord(u"t1"_s), with(ticketRecord(u"t2"_s), u"team"_s, u"e2"_s)}),
                    messages({messageRecord(u"m1"_s, u"t1"_s, m_secret)})});
        ErasureOrder lost;
        lost.id = u"z2"_s;
        lost.cause = ErasureCause::Scope;
        lost.scopes = {u"agent:a1"_s, u"team:e2"_s};
        Eraser eraser(*world.cache, *world.outbox, world.clock, world.me);
        eraser.take({lost});
        QCOMPARE(run(eraser), Next::Report);
        QCOMPARE(eraser.report().level, ErasureLevel::ByteClean);
        QVERIFY(!isSomewhere(world, m_secret));
        QCOMPARE(world.value(u"SELECT group_concat(id) FROM tickets"_s).toString(), u"t2"_s);
    }

    void aDeviceThatHeldNothing_claimsNoMore()
    {
        World world;
        Eraser eraser(*world.cache, *world.outbox, world.clock, world.me);
        eraser.take({order()});
        QCOMPARE(run(eraser), Next::Report);
        QCOMPARE(eraser.report().needles, 0);
        QCOMPARE(eraser.report().level, ErasureLevel::Logical);
    }
};

QTEST_GUILESS_MAIN(EraserTest)

#include "tst_eraser.moc"

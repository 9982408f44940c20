// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/eraser.h"
#include "core/database/statement.h"
#include "world.h"

#include <QDirIterator>

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
        Escalate begun;
        begun.escalation.id.value = u"x1"_s;
        begun.escalation.ticket.value = u"t1"_s;
        begun.escalation.asked = u"Que répondre ? "_s + m_secret;
        must(world.outbox->journalForm(world.intent(begun)));
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

    static bool isSomewhere(World &world, const QString &text) { return isSomewhere(world, text.toUtf8()); }
    /// In the pages of both files, by a search that is not the product's.
    static bool isSomewhere(World &world, const QByteArray &bytes)
    {
        QByteArray all;
        for (const QString &name : {world.cachePath(), world.outboxPath()}) {
            const QByteArray key = name == world.cachePath() ? cacheKey : outboxKey;
            Database file = must(Database::open(name, {.key = key, .readOnly = true}));
            Statement pages(file, u"SELECT data FROM sqlite_dbpage"_s);
            must(pages.forEach([&](const Statement &row) { all += row.value(0).toByteArray(); }));
        }
        return all.contains(bytes);
    }

    /// All in the profile's folder, before anything opens it again.
    static qint64 filesOf(const World &world)
    {
        qint64 files = 0;
        QDirIterator each(world.dir.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (!each.next().isEmpty())
            ++files;
        return files;
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

    void filesOfTheErased_goWithTheirKeys()
    {
        World world;
        fill(world);
        const QByteArray hers = anyBytes(100'000, 1);
        const QByteArray both = anyBytes(5000, 2);
        world.take(
            {attachments({attachmentOf(u"f1"_s, u"m1"_s, u"t1"_s, hers), attachmentOf(u"f2"_s, u"m1"_s, u"t1"_s, both),
                          attachmentOf(u"f3"_s, u"m2"_s, u"t2"_s, both)})});
        keep(world.cache->blobs(), hers);
        keep(world.cache->blobs(), both);
        const QByteArray key =
            world.value(u"SELECT key FROM blobs WHERE blob = '%1'"_s.arg(blobIdOf(hers).value)).toByteArray();
        QVERIFY(isSomewhere(world, key));
        Eraser eraser(*world.cache, *world.outbox, world.clock, world.me);
        eraser.take({order()});
        QCOMPARE(run(eraser), Next::Report);
        QCOMPARE(eraser.report().level, ErasureLevel::ByteClean);
        QCOMPARE(eraser.report().path, ErasurePath::Clean);
        QCOMPARE(eraser.report().filesScanned, filesOf(world)); // the blob that stays is one of them
        QCOMPARE(world.blobFiles().size(), 1);
        QVERIFY(!isSomewhere(world, key));
        QCOMPARE(world.cache->blobs().read(blobIdOf(hers)).error().code, Code::NotFound);
        QVERIFY(must(world.cache->blobs().read(blobIdOf(both))) == both);
    }

    void aCopyOfAKey_isFound()
    {
        World world;
        fill(world);
        world.take({attachments({attachmentOf(u"f1"_s, u"m1"_s, u"t1"_s, "her file")})});
        keep(world.cache->blobs(), "her file");
        QFile copy(world.dir.filePath(u"core.txt"_s));
        QVERIFY(copy.open(QIODevice::WriteOnly));
        copy.write(world.value(u"SELECT key FROM blobs"_s).toByteArray());
        copy.close();
        Eraser eraser(*world.cache, *world.outbox, world.clock, world.me);
        eraser.take({order()});
        QCOMPARE(run(eraser), Next::Rebuild);
    }

    void aPlainCopyAmongTheFilesOfOthers_isFound()
    {
        World world;
        fill(world);
        world.take({attachments({attachmentOf(u"f3"_s, u"m2"_s, u"t2"_s, "another's file")})});
        keep(world.cache->blobs(), "another's file");
        QFile file(world.blobFolder() + u'/' + world.blobFiles().constFirst());
        QVERIFY(file.open(QIODevice::Append));
        file.write(m_secret.toUtf8());
        file.close();
        Eraser eraser(*world.cache, *world.outbox, world.clock, world.me);
        eraser.take({order()});
        QCOMPARE(run(eraser), Next::Rebuild);
        world.cache.reset();
        Cache::destroy(world.cachePath());
        world.reopen();
        QVERIFY(world.blobFiles().isEmpty());
    }

    void aFileThatNoKeyOpens_isGoneBeforeItSaysSo()
    {
        World world;
        fill(world);
        Eraser eraser(*world.cache, *world.outbox, world.clock, world.me);
        eraser.take({order()});
        (void)must(eraser.advance());
        (void)must(eraser.advance()); // deleted; the process dies before it comes to the files
        QVERIFY(QDir().mkpath(world.blobFolder()));
        QFile stray(world.blobFolder() + u"/stray"_s);
        QVERIFY(stray.open(QIODevice::WriteOnly));
        stray.close();
        QCOMPARE(run(eraser), Next::Report);
        QVERIFY(world.blobFiles().isEmpty());
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

    void aPowerCutThatBringsTheRowsBack_isNotTakenForAnErasure()
    {
        World world;
        fill(world);
        must(world.cache->truncateWal());
        QFile file(world.cachePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray synced = file.readAll();
        file.close();
        {
            Eraser eraser(*world.cache, *world.outbox, world.clock, world.me);
            eraser.take({order()});
            (void)must(eraser.advance());
            (void)must(eraser.advance()); // deleted: the outbox has it on the disk, the cache has not
        }
        world.cache.reset();
        for (const QString &suffix : {u"-wal"_s, u"-shm"_s})
            QFile::remove(world.cachePath() + suffix);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(synced);
        file.close();
        world.reopen();
        Eraser eraser(*world.cache, *world.outbox, world.clock, world.me);
        eraser.take({order()});
        QCOMPARE(run(eraser), Next::Report);
        QCOMPARE(world.value(u"SELECT group_concat(id) FROM tickets"_s).toString(), u"t2"_s);
        QVERIFY(!isSomewhere(world, m_secret));
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

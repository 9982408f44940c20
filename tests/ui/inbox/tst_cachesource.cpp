// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/views.h"
#include "tests/core/cache/world.h"
#include "ui/inbox/cachesource.h"
#include "ui/inbox/ticketlistmodel.h"
#include "ui/text/timesleft.h"

#include <QFile>
#include <QTest>

using namespace akwaba;
using namespace akwaba::test;

/// The list on a real cache: what the sync engine writes is what the agent sees.
class TestCacheSource : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theList_showsWhatTheCacheHolds_andWhatComesLater()
    {
        World world;
        QList<QJsonObject> records;
        for (int i = 0; i < 300; ++i)
            records.append(ticketRecord(u"t%1"_s.arg(i, 4, 10, QChar(u'0')), i));
        world.take({customers({customerRecord(u"c1"_s, u"Rosine Bamba"_s)}), tickets(records)}, u"1"_s);
        const CacheReaderOptions options{world.cachePath(), cacheKey, world.outboxPath(), outboxKey, world.me.me};
        const auto reader = must(CacheReader::open(options));
        CacheSource source(*reader, options, world.clock);
        const TimesLeft times;
        TicketListModel model(source, world.clock, times);
        ViewSpec spec = folderView(Folder::AllActive);
        spec.grouping = TicketGrouping::Age;
        model.show(spec);
        QCOMPARE(model.rowCount(), TicketListModel::pageSize);
        QCOMPARE(model.row(0)->subject, u"Toner t0299"_s);
        QCOMPARE(model.row(0)->customerName, u"Rosine Bamba"_s);
        QTRY_COMPARE(model.rowCount(), 300);
        QCOMPARE(model.row(299)->subject, u"Toner t0000"_s);
        qint64 grouped = 0;
        for (const TicketGroup &group : model.groups())
            grouped += group.count;
        QCOMPARE(grouped, 300);

        world.take({tickets({with(ticketRecord(u"t0000"_s, 590, 2), u"subject"_s, u"Encore !"_s)})}, u"2"_s);
        model.redraw({TicketId{u"t0000"_s}});
        QCOMPARE(model.row(299)->subject, u"Encore !"_s);
        model.refresh();
        QTRY_COMPARE(model.row(0)->subject, u"Encore !"_s);

        world.take({tickets({with(ticketRecord(u"t0001"_s, 1, 2), u"status"_s, u"closed"_s)})}, u"3"_s);
        model.refresh();
        QTRY_COMPARE(model.rowCount(), 299);
    }

    void aSearch_showsWhereItWasFound_andWhatComesLaterToo()
    {
        World world;
        world.take({customers({customerRecord(u"c1"_s, u"Rosine Bamba"_s)}),
                    tickets({ticketRecord(u"t1"_s), ticketRecord(u"t2"_s)}),
                    messages({messageRecord(u"m1"_s, u"t1"_s, u"La cartouche fuit."_s, 1)})});
        while (must(world.cache->indexSome(100))) { }
        const CacheReaderOptions options{world.cachePath(), cacheKey, world.outboxPath(), outboxKey, world.me.me};
        const auto reader = must(CacheReader::open(options));
        CacheSource source(*reader, options, world.clock);
        const TimesLeft times;
        TicketListModel model(source, world.clock, times);
        model.show({.search = u"cartou"_s});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.row(0)->extract, u"La cartouche fuit."_s);
        QCOMPARE(model.row(0)->marks, (QList<TextSpan>{{3, 9}}));
        world.take({messages({messageRecord(u"m2"_s, u"t1"_s, u"Une autre cartouche ?"_s, 2)})}, u"2"_s);
        while (must(world.cache->indexSome(100))) { }
        model.redraw({TicketId{u"t1"_s}});
        QCOMPARE(model.row(0)->extract, u"Une autre cartouche ?"_s);
        model.show({});
        QVERIFY(model.row(0)->marks.isEmpty());
    }

    void aCacheThatWasMadeAnew_isReadByItsNewReader()
    {
        World world;
        world.take({tickets({ticketRecord(u"t1"_s)})});
        World another; // what the list is asked for next lies in another file
        another.take({tickets({ticketRecord(u"t2"_s), ticketRecord(u"t3"_s)})});
        const CacheReaderOptions options{world.cachePath(), cacheKey, world.outboxPath(), outboxKey, world.me.me};
        auto reader = must(CacheReader::open(options));
        CacheSource source(*reader, options, world.clock);
        const TimesLeft times;
        TicketListModel model(source, world.clock, times);
        model.show({});
        QTRY_VERIFY(model.isComplete());
        world.cache.reset();
        another.cache.reset(); // all of it is in the file now
        QFile::remove(world.cachePath() + u"-wal"_s);
        QVERIFY(QFile::remove(world.cachePath()) && QFile::copy(another.cachePath(), world.cachePath()));
        reader = must(CacheReader::open(options));
        source.setReader(*reader);
        model.show({});
        QCOMPARE(model.rowCount(), 2);
        model.refresh();
        QTRY_VERIFY(model.isComplete());
        QCOMPARE(model.rowCount(), 2);
    }

    void aCacheThatCannotBeOpened_isAnError_notAnEmptyList()
    {
        World world;
        const CacheReaderOptions right{world.cachePath(), cacheKey, world.outboxPath(), outboxKey, world.me.me};
        CacheReaderOptions wrong = right;
        wrong.cacheKey = QByteArray(32, 'x');
        const auto reader = must(CacheReader::open(right));
        CacheSource source(*reader, wrong, world.clock);
        const TimesLeft times;
        TicketListModel model(source, world.clock, times);
        model.show({});
        QTRY_VERIFY(model.error());
        QCOMPARE(model.error()->code, Code::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestCacheSource)
#include "tst_cachesource.moc"

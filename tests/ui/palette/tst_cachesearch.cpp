// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cache/world.h"
#include "ui/palette/cachesearch.h"

#include <QSignalSpy>
#include <QTest>

using namespace akwaba;
using namespace akwaba::test;

class TestCacheSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ofManyQuestions_theNewestAloneIsAnswered()
    {
        World world;
        world.take({customers({customerRecord(u"c1"_s, u"Rosine Bamba"_s)}), tickets({ticketRecord(u"t1"_s, 1)})},
                   u"1"_s);
        while (must(world.cache->indexSome(100))) { }
        CacheSearch search({world.cachePath(), cacheKey, world.outboxPath(), outboxKey, world.me.me});
        QList<SearchResult> answers;
        connect(&search, &CacheSearch::found, this, [&answers](const SearchResult &result) { answers += result; });
        for (const QString &typed : {u"r"_s, u"ro"_s, u"ros"_s, u"rosi"_s, u"rosin"_s})
            search.ask(typed, 5);
        search.ask(u"rosine"_s, 5);
        QTRY_COMPARE(answers.size(), 1);
        QCOMPARE(answers.first().customers.size(), 1);
        search.ask(u"bamba"_s, 5); // answers come in the order of the questions: no late one was under way
        QTRY_COMPARE(answers.size(), 2);
    }

    void whatIsForgotten_isNotAnswered()
    {
        World world;
        world.take({customers({customerRecord(u"c1"_s, u"Rosine Bamba"_s)})}, u"1"_s);
        CacheSearch search({world.cachePath(), cacheKey, world.outboxPath(), outboxKey, world.me.me});
        QSignalSpy answers(&search, &CacheSearch::found);
        search.ask(u"rosine"_s, 5);
        search.forget();
        search.reopen();
        search.ask(u"nobody"_s, 5);
        QTRY_COMPARE(answers.size(), 1);
        QVERIFY(answers.first().first().value<SearchResult>().customers.isEmpty());
    }

    void withoutACache_nothingIsFound()
    {
        CacheSearch search({u"/nowhere/cache.db"_s, cacheKey, u"/nowhere/outbox.db"_s, outboxKey, {}});
        QSignalSpy answers(&search, &CacheSearch::found);
        search.ask(u"rosine"_s, 5);
        QTRY_COMPARE(answers.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCacheSearch)
#include "tst_cachesearch.moc"

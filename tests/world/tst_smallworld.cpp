// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallworld.h"

#include <QTest>

#include <set>

using namespace akwaba;
using namespace akwaba::world;
using namespace Qt::StringLiterals;

/// Two consoles, one ticket, three intents, in some of the orders: `akwaba-simulate --orders` lives all of them.
class TestSmallWorld : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QHashSeed::setDeterministicGlobalSeed(); }

    void aWord_isEachOrderOnce()
    {
        const std::vector<std::string> words = smallWords();
        QCOMPARE(words.size(), 630U); // 7! / (2! 2!), and half of these begin with b
        QCOMPARE(std::set<std::string>(words.begin(), words.end()).size(), words.size());
    }

    void someOrders_endWithTheSameOnAllSides_data()
    {
        QTest::addColumn<std::string>("word");
        const std::vector<std::string> words = smallWords();
        for (std::size_t i = 0; i < words.size(); i += 90)
            QTest::newRow(words[i].c_str()) << words[i];
    }
    void someOrders_endWithTheSameOnAllSides()
    {
        QFETCH(std::string, word);
        const Orders orders = everyOrderOf(word);
        QCOMPARE(orders.violations, QStringList());
        qInfo("%d orders", orders.lived);
        QVERIFY(orders.lived > 100);
    }
};

QTEST_GUILESS_MAIN(TestSmallWorld)
#include "tst_smallworld.moc"

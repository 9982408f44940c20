// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/csv.h"
#include "app/server/jobs/import.h"
#include "tests/server/store/storefixture.h"

using namespace akwaba;
using namespace akwaba::jobs;
using namespace Qt::StringLiterals;

namespace {

const QByteArray orderHeader = "number,customer_email,customer_name,placed_at,delivered_at,state,payment,reference,"
                               "description,quantity,amount,currency\n";
const QByteArray productHeader = "reference,name,kind,compatible_with,warranty_months,active\n";

} // namespace

class TestImport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void csvReadsQuotesSeparatorsAndLineEnds();
    void aFileThatIsNoneSaysWhy_data();
    void aFileThatIsNoneSaysWhy();
    void productsComeInOnce();
    void aChangedProductIsUpdated();
    void linesThatDoNotFitAreRefusedByNumber();
    void anOrderGathersItsLinesAndItsCustomer();
    void theSameOrdersAgainChangeNothing();
    void anOrderWithABadLineIsRefusedWhole();
    void anOrderThatNobodyCouldReadAgainIsRefused();
    void anOrderOfTwoCustomersIsRefused();
    void aMacsLineEndsAreRead();
    void whatTheShopDoesNotSayIsKept();
};

void TestImport::csvReadsQuotesSeparatorsAndLineEnds()
{
    const auto rows = readCsv("\xEF\xBB\xBF"
                              "a;b\r\n\"x;\"\"y\"\"\nz\";2\r\n\r\n3;\r\n",
                              {u"a"_s, u"b"_s});
    QVERIFY(rows);
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->at(0)[u"a"_s], u"x;\"y\"\nz"_s);
    QCOMPARE(rows->at(0).line, 2);
    QCOMPARE(rows->at(1)[u"a"_s], u"3"_s);
    QCOMPARE(rows->at(1).line, 5);
}

void TestImport::aFileThatIsNoneSaysWhy_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("why");
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("Latin-1") << productHeader + "T\xE9,x,toner,,12,yes\n" << u"UTF-8"_s;
    QTest::newRow("a column is missing") << QByteArray("reference,name\n") << u"missing: kind"_s;
    QTest::newRow("a column is unknown") << QByteArray("reference,name,kind,compatible_with,warranty_months,active,x\n")
                                         << u"unknown: x"_s;
    QTest::newRow("a column stands twice")
        << QByteArray("reference,name,kind,compatible_with,warranty_months,active,name\n") << u"twice"_s;
    QTest::newRow("no header") << QByteArray("T1,Zoe Tano,toner,,12,yes\n")
                               << u"first line is no header; expected: ref"_s;
    QTest::newRow("open quote") << productHeader + "\"T1,x,toner,,12,yes\n" << u"line 2"_s;
    QTest::newRow("too short") << productHeader + "T1,x,toner\n" << u"line 2: 3 values for 6"_s;
}

void TestImport::aFileThatIsNoneSaysWhy()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, why);
    store::StoreFixture fixture;
    const auto report = importProducts(*fixture.store, csv);
    QVERIFY(!report);
    QCOMPARE(report.error().code, Code::BadInput);
    QVERIFY2(report.error().detail.contains(why), qPrintable(report.error().detail));
    QVERIFY(!report.error().detail.contains(u"Zoe"_s));
}

void TestImport::productsComeInOnce()
{
    store::StoreFixture fixture;
    const QByteArray csv = productHeader + "TN-2420,Toner noir,toner,HL-L2350 HL-L2370,12,yes\n";
    QCOMPARE(importProducts(*fixture.store, csv)->created, 1);
    const QString state = fixture.state();
    const auto again = importProducts(*fixture.store, csv);
    QCOMPARE(again->unchanged, 1);
    QCOMPARE(again->created, 0);
    QCOMPARE(fixture.state(), state);
    const auto product =
        store::StoreFixture::must(store::StoreFixture::must(fixture.store->read()).productByReference(u"TN-2420"_s));
    QCOMPARE(product->compatibleWith, (QStringList{u"HL-L2350"_s, u"HL-L2370"_s}));
}

void TestImport::aChangedProductIsUpdated()
{
    store::StoreFixture fixture;
    QVERIFY(importProducts(*fixture.store, productHeader + "T1,Toner,toner,,12,yes\n"));
    const auto report = importProducts(*fixture.store, productHeader + "T1,Toner,toner,,24,no\n");
    QCOMPARE(report->updated, 1);
}

void TestImport::linesThatDoNotFitAreRefusedByNumber()
{
    store::StoreFixture fixture;
    const auto report = importProducts(*fixture.store,
                                       productHeader + "T1,Toner,toner,,12,yes\n" + ",x,toner,,12,yes\n"
                                           + "T3,x,ink,,12,yes\n" + "T4,x,toner,,many,yes\n");
    QCOMPARE(report->created, 1);
    QCOMPARE(report->refused.size(), 3);
    QCOMPARE(report->refused.at(0), (RefusedLine{3, u"no reference"_s}));
    QCOMPARE(report->refused.at(1).line, 4);
    QCOMPARE(report->refused.at(2).line, 5);
}

void TestImport::anOrderGathersItsLinesAndItsCustomer()
{
    store::StoreFixture fixture;
    const Customer fatou = fixture.customer(u"Fatou"_s);
    QVERIFY(importProducts(*fixture.store, productHeader + "T1,Toner,toner,,12,yes\n"));
    const auto report =
        importOrders(*fixture.store,
                     orderHeader + "C-1,FATOU@example.ci,Fatou,2026-11-20T10:00:00Z,,paid,card,T1,Toner,2,50000,XOF\n"
                         + "C-2,new@example.ci,Yao,2026-11-20T10:00:00Z,2026-11-21T10:00:00Z,delivered,offline,T1,"
                           "Toner,1,25000,XOF\n"
                         + "C-1,FATOU@example.ci,Fatou,2026-11-20T10:00:00Z,,paid,card,P9,Port,1,2000,XOF\n");
    QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
    QCOMPARE(report->created, 2);
    const auto snapshot = store::StoreFixture::must(fixture.store->read());
    const Order order = *store::StoreFixture::must(snapshot.orderByNumber(u"C-1"_s));
    QCOMPARE(order.customer, fatou.id);
    QCOMPARE(order.lines.size(), 2);
    QCOMPARE(order.total, (Money{52000, u"XOF"_s}));
    QVERIFY(!order.lines.at(0).product.isEmpty());
    QVERIFY(order.lines.at(1).product.isEmpty());
    QVERIFY(store::StoreFixture::must(snapshot.customerByAddress(u"new@example.ci"_s)));
}

void TestImport::theSameOrdersAgainChangeNothing()
{
    store::StoreFixture fixture;
    const QByteArray csv =
        orderHeader + "C-1,fatou@example.ci,Fatou,2026-11-20T10:00:00Z,,paid,card,T1,Toner,2,50000,XOF\n";
    QVERIFY(importOrders(*fixture.store, csv));
    const QString state = fixture.state();
    QCOMPARE(importOrders(*fixture.store, csv)->unchanged, 1);
    QCOMPARE(fixture.state(), state);
}

void TestImport::anOrderWithABadLineIsRefusedWhole()
{
    store::StoreFixture fixture;
    const auto report =
        importOrders(*fixture.store,
                     orderHeader + "C-1,fatou@example.ci,Fatou,2026-11-20T10:00:00Z,,paid,card,T1,Toner,2,50000,XOF\n"
                         + "C-1,fatou@example.ci,Fatou,2026-11-20T10:00:00Z,,paid,card,T2,Toner,none,50000,XOF\n"
                         + "C-2,fatou@example.ci,Fatou,yesterday,,paid,card,T1,Toner,2,50000,XOF\n");
    QCOMPARE(report->created, 0);
    QCOMPARE(report->refused.size(), 3);
    QCOMPARE(report->refused.at(0).line, 2);
    QVERIFY(report->refused.at(2).reason.contains(u"placed_at"_s));
}

void TestImport::anOrderThatNobodyCouldReadAgainIsRefused()
{
    store::StoreFixture fixture;
    const QByteArray head = ",fatou@example.ci,Fatou,2026-11-20T10:00:00Z,,paid,card,T1,Toner,1,";
    const auto report =
        importOrders(*fixture.store,
                     orderHeader + "C-1" + head + "9223372036854775807,XOF\nC-2" + head + "999999999999999,XOF\nC-2"
                         + head + "1,XOF\nC-3" + head + "999999999999999,XOF\n");
    QCOMPARE(report->created, 1);
    QCOMPARE(report->refused.size(), 3);
    QCOMPARE(report->refused.at(1), (RefusedLine{3, u"the total of the order is too large"_s}));
    const auto orders = store::StoreFixture::must(fixture.store->read()).all<Order>();
    QVERIFY(orders);
    QCOMPARE(orders->first().total.amount, 999999999999999);
}

void TestImport::anOrderOfTwoCustomersIsRefused()
{
    store::StoreFixture fixture;
    const QByteArray tail = "@example.ci,Fatou,2026-11-20T10:00:00Z,,paid,card,T1,Toner,1,100,XOF\n";
    const auto report = importOrders(
        *fixture.store, orderHeader + "C-1,fatou" + tail + "C-1,FATOU" + tail + "C-2,fatou" + tail + "C-2,yao" + tail);
    QCOMPARE(report->created, 1);
    QCOMPARE(report->refused.size(), 2);
    QCOMPARE(report->refused.first(), (RefusedLine{4, u"two customers in one order"_s}));
}

void TestImport::aMacsLineEndsAreRead()
{
    const auto rows = readCsv("a,b\r1,\"x\ry\"\r", {u"a"_s, u"b"_s});
    QVERIFY(rows);
    QCOMPARE(rows->size(), 1);
    QCOMPARE(rows->first()[u"b"_s], u"x\ny"_s);
}

void TestImport::whatTheShopDoesNotSayIsKept()
{
    store::StoreFixture fixture;
    const QByteArray line = "C-1,fatou@example.ci,Fatou,2026-11-20T10:00:00Z,,paid,card,T1,Toner,2,50000,XOF\n";
    QVERIFY(importOrders(*fixture.store, orderHeader + line));
    Order order = *store::StoreFixture::must(store::StoreFixture::must(fixture.store->read()).orderByNumber(u"C-1"_s));
    order.returns = {{u"T1"_s, 1, fixture.clock.now()}};
    fixture.put(order);
    QCOMPARE(importOrders(*fixture.store, orderHeader + line)->unchanged, 1);
    QCOMPARE(fixture.find<Order>(order.id)->returns, order.returns);
}

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"

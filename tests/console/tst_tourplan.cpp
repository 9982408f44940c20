// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/tourplan.h"

#include <QDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestTourPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLine_isAStepWithItsNumber();
    void commentsAndEmptyLines_areNoSteps();
    void anUnknownVerb_isNamedWithItsLine();
    void ourOwnPlans_areInOrder();
};

void TestTourPlan::everyLine_isAStepWithItsNumber()
{
    const auto steps = parseTour(u"await mainWindow\n  size  1366 768 \nquit"_s);
    QVERIFY(steps);
    QCOMPARE(steps->size(), 3);
    QCOMPARE(steps->at(0).verb, u"await"_s);
    QCOMPARE(steps->at(1).line, 2);
    QCOMPARE(steps->at(1).words, (QStringList{u"1366"_s, u"768"_s}));
    QVERIFY(steps->at(2).words.isEmpty());
}

void TestTourPlan::commentsAndEmptyLines_areNoSteps()
{
    const auto steps = parseTour(u"# the inbox\n\n   \n  # and its end\nquit\n"_s);
    QVERIFY(steps);
    QCOMPARE(steps->size(), 1);
    QCOMPARE(steps->first().line, 5);
}

void TestTourPlan::anUnknownVerb_isNamedWithItsLine()
{
    const auto steps = parseTour(u"await mainWindow\n# a comment counts too\ndance all night\nquit"_s);
    QVERIFY(!steps);
    QCOMPARE(steps.error().code, Code::BadInput);
    QVERIFY2(steps.error().detail.contains(u"line 3"_s), qPrintable(steps.error().detail));
    QVERIFY(steps.error().detail.contains(u"dance"_s));
}

void TestTourPlan::ourOwnPlans_areInOrder()
{
    const QDir folder(qEnvironmentVariable("AKWABA_SOURCE_DIR") + u"/tests/tour"_s);
    const QStringList plans = folder.entryList({u"*.tour"_s, u"*.colleague"_s});
    QVERIFY(!plans.isEmpty());
    for (const QString &name : plans) {
        QFile plan(folder.filePath(name));
        QVERIFY(plan.open(QIODevice::ReadOnly));
        const auto steps = parseTour(QString::fromUtf8(plan.readAll()));
        QVERIFY2(steps, qPrintable(name));
        QVERIFY(!steps->isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestTourPlan)

#include "tst_tourplan.moc"

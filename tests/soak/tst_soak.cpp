// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/endurance/load.h"
#include "tests/soak/soakrun.h"

#include <QJsonDocument>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A short `./dev soak` with few consoles.
class TestSoak : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void overABadNetwork_nothingIsLost_andNothingGrows();
};

void TestSoak::overABadNetwork_nothingIsLost_andNothingGrows()
{
    SoakPlan plan;
    plan.consoles = 4;
    plan.perProcess = 2;
    plan.pace = 100ms;
    plan.deeds = 200;
    plan.seed = seededRandom()->next() >> 1;
    plan.dice = {8, 10, 50, 500ms, 50ms};
    const SoakFigures figures = SoakRun(plan).run();
    qInfo("%s", QJsonDocument(figures.toJson()).toJson(QJsonDocument::Compact).constData());
    QVERIFY2(figures.violations.isEmpty(), qPrintable(figures.violations.join(u'\n')));
    QVERIFY(figures.leavesNoDescriptor());
#ifndef __SANITIZE_ADDRESS__ // which keeps what was freed
    QVERIFY(figures.isFlat());
    QVERIFY(figures.clients.growthKb() < 1024 * plan.consoles); // little was done
#endif
    QVERIFY(figures.replies > 0);
    QVERIFY(figures.looks > 0);
    QCOMPARE(figures.mails, figures.replies);
    QVERIFY(figures.way.cuts + figures.way.stalls > 0);
}

QTEST_GUILESS_MAIN(TestSoak)
#include "tst_soak.moc"

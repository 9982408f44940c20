// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/servertime.h"

#include <QTest>

using namespace akwaba;
using namespace std::chrono_literals;

class TestServerTime : public QObject {
    Q_OBJECT

    const QDateTime m_noon = QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC);

private Q_SLOTS:
    void beforeTheFirstContact_nothingIsKnown()
    {
        QVERIFY(!ServerTime().offset());
        QCOMPARE(*ServerTime(5s).offset(), 5000ms);
    }

    void theAnswer_wasHalfTheTripOnItsWay()
    {
        ServerTime time;
        time.measured(m_noon, m_noon, 200ms);
        QCOMPARE(*time.offset(), 100ms);
    }

    void theShortestTrip_winsAmongTheLastTen()
    {
        ServerTime time;
        time.measured(m_noon.addSecs(9), m_noon, 20ms);
        time.measured(m_noon.addSecs(30), m_noon, 4000ms); // a slow answer says little
        QCOMPARE(*time.offset(), 9010ms);
        for (int i = 0; i < 10; ++i)
            time.measured(m_noon.addSecs(3), m_noon, 500ms);
        QCOMPARE(*time.offset(), 3250ms); // the early good one is forgotten in the end
    }

    void afterASleep_onlyNewAnswersCount()
    {
        ServerTime time;
        time.measured(m_noon.addSecs(9), m_noon, 2ms);
        time.forgetSamples();
        QCOMPARE(*time.offset(), 9001ms);
        time.measured(m_noon, m_noon, 100ms);
        QCOMPARE(*time.offset(), 50ms);
    }

    void anAnswerWithoutTime_changesNothing()
    {
        ServerTime time(1s);
        time.measured({}, m_noon, 1ms);
        QCOMPARE(*time.offset(), 1000ms);
    }

    void moreThanTwoMinutes_isFarOff()
    {
        QVERIFY(!ServerTime(2min).isFarOff());
        QVERIFY(ServerTime(121s).isFarOff());
        QVERIFY(ServerTime(-121s).isFarOff());
    }
};

QTEST_GUILESS_MAIN(TestServerTime)
#include "tst_servertime.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/reconnectpause.h"

#include "core/base/random.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace akwaba;
using namespace akwaba::mail;
using namespace std::chrono_literals;

class TestReconnectPause : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pauses_growUpToFiveMinutes();
    void refusedLogIns_areNotRepeatedSoon();
    void pauses_differ();
};

namespace {

struct Range {
    std::chrono::milliseconds least = 24h;
    std::chrono::milliseconds most = 0ms;
    QSet<qint64> all;
};

Range pausesAfter(int failures, Code why)
{
    SeededRandom random(7);
    Range range;
    for (int i = 0; i < 1000; ++i) {
        const auto pause = reconnectPause(failures, why, random);
        range.least = std::min(range.least, pause);
        range.most = std::max(range.most, pause);
        range.all.insert(pause.count());
    }
    return range;
}

} // namespace

void TestReconnectPause::pauses_growUpToFiveMinutes()
{
    QVERIFY(pausesAfter(1, Code::Unreachable).most <= 2s);
    QVERIFY(pausesAfter(1, Code::Unreachable).least >= 100ms);
    QVERIFY(pausesAfter(4, Code::Unreachable).most > 12s);
    QVERIFY(pausesAfter(1000, Code::Unreachable).most <= 5min);
    QVERIFY(pausesAfter(1000, Code::Unreachable).most > 4min);
}

void TestReconnectPause::refusedLogIns_areNotRepeatedSoon()
{
    QVERIFY(pausesAfter(1, Code::Unauthenticated).least >= 30s);
    QVERIFY(pausesAfter(1000, Code::Unauthenticated).least >= 15min);
    QVERIFY(pausesAfter(1000, Code::Unauthenticated).most <= 30min);
}

void TestReconnectPause::pauses_differ() { QVERIFY(pausesAfter(5, Code::Unreachable).all.size() > 900); }

QTEST_GUILESS_MAIN(TestReconnectPause)
#include "tst_reconnectpause.moc"

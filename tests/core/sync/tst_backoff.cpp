// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/backoff.h"

#include <QTest>

using namespace akwaba;
using namespace std::chrono_literals;

class TestBackoff : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void waits_doubleFromOneSecondToFiveMinutes()
    {
        // The longest wait of many runs at each failure comes close to the ceiling and never passes it.
        SeededRandom random(7);
        const std::vector<std::chrono::milliseconds> ceilings{1s, 2s, 4s, 8s, 16s, 32s, 64s, 128s, 256s, 300s, 300s};
        std::vector<std::chrono::milliseconds> longest(ceilings.size(), 0ms);
        std::vector<std::chrono::milliseconds> shortest(ceilings.size(), 1h);
        for (int run = 0; run < 400; ++run) {
            Backoff backoff(random);
            for (std::size_t i = 0; i < ceilings.size(); ++i) {
                const auto wait = backoff.next();
                longest[i] = std::max(longest[i], wait);
                shortest[i] = std::min(shortest[i], wait);
            }
        }
        for (std::size_t i = 0; i < ceilings.size(); ++i) {
            QVERIFY(longest[i] <= ceilings[i]);
            QVERIFY(longest[i] > ceilings[i] * 9 / 10);
            QVERIFY(shortest[i] < ceilings[i] / 10); // full jitter: consoles that fail together come back apart
            QVERIFY(shortest[i] > 0ms);
        }
    }

    void success_beginsAgainAtOneSecond()
    {
        SeededRandom random(1);
        Backoff backoff(random);
        for (int i = 0; i < 20; ++i)
            (void)backoff.next();
        backoff.reset();
        QVERIFY(backoff.next() <= 1s);
    }

    void manyFailures_doNotOverflow()
    {
        SeededRandom random(1);
        Backoff backoff(random);
        for (int i = 0; i < 10'000; ++i) {
            const auto wait = backoff.next();
            QVERIFY(wait > 0ms && wait <= 5min);
        }
    }
};

QTEST_GUILESS_MAIN(TestBackoff)
#include "tst_backoff.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/endurance/load.h"
#include "tests/server/peers/testplace.h"
#include "tests/torture/life.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

/// One life of `./dev torture`, which lives through many.
class TestTorture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasKept_isThereOnce_whereverTheProgramsDie();
};

void TestTorture::whatWasKept_isThereOnce_whereverTheProgramsDie()
{
    constexpr int kills = 20;
    const auto random = seededRandom();
    Life::Places places(*random);
    const Tally tally = Life(random->next(), places, {isOnPostgresql(), false}).live(kills);
    QVERIFY2(tally.violations.isEmpty(), qPrintable(tally.violations.join(u'\n')));
    QVERIFY(tally.kills() >= kills);
    QVERIFY(tally.acknowledged > 0);
    QVERIFY(tally.mails > 0);
    qInfo("%d consoles and %d servers killed; %d writes kept, %d of them refused; %d mails, %d attempts unknown",
          tally.consoleKills, tally.serverKills, tally.acknowledged, tally.refused, tally.mails, tally.unknown);
}

QTEST_GUILESS_MAIN(TestTorture)
#include "tst_torture.moc"

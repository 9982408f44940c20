// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/endurance/load.h"
#include "tests/server/endurance/serverprocess.h"
#include "tests/server/peers/testplace.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace akwaba;
using namespace Qt::StringLiterals;

/// A real server is killed under the hands of eight devices, and started again on what it left.
class TestKilled : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasAccepted_isThereOnce_andNothingElse();
};

void TestKilled::whatWasAccepted_isThereOnce_andNothingElse()
{
    constexpr int kills = 6;
    const QTemporaryDir folder;
    Load load;
    ServerProcess server(testPlace(folder.filePath(u"server"_s)), load.sink().port());
    QVERIFY2(server.start(), qPrintable(server.report()));
    load.furnish(server.place(), 8);
    load.begin({server.url()});
    for (int round = 0; round < kills; ++round) {
        QVERIFY(load.waitForDecided(qsizetype(20 + load.random().below(60))));
        if (round % 2 == 1) {
            // With a mail in the air that its sender will never know of: replies of the rounds before are due.
            QSignalSpy held(&load.sink(), &SmtpSink::held);
            load.sink().holdNext();
            QTRY_VERIFY_WITH_TIMEOUT(!held.isEmpty(), 20000);
        }
        QVERIFY(load.killInTheMidst([&server] { server.kill(); }));
        endUndoTime(server.place());
        QVERIFY2(server.start(), qPrintable(server.report()));
    }
    QVERIFY2(load.keptEveryPromise(server.place()), qPrintable(load.problem()));
    QVERIFY2(server.stop(), qPrintable(server.report()));
    QVERIFY(load.troubles().noAnswer > 0);
    QVERIFY(load.verdict().mails > 0);
    QVERIFY(load.verdict().unknown > 0);
    QVERIFY(load.verdict().outcomes.value(u"rejected"_s) > 0);
}

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/syncbadge.h"

#include "ui/text/quantities.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon({2026, 11, 22}, {12, 0}, Qt::UTC);

SyncStatus statusOf(SyncPhase phase, std::optional<Code> reason = {})
{
    SyncStatus status;
    status.phase = phase;
    status.reason = reason;
    status.dataAsOf = noon;
    return status;
}

} // namespace

class TestSyncWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachPhase_hasItsWordsAndItsTone_data();
    void eachPhase_hasItsWordsAndItsTone();
    void onlyWhatNeedsNoAttention_isCalm();
    void everyPhaseHasAShapeOfItsOwn_notOnlyAColour();
    void aFirstSync_tellsHowFarItIs();
    void aServerThatDoesNotAnswer_isOfflineAndNotConnectingForEver();
    void workingOffline_isAChoice_andAnEndedLogInIsNot();
    void beforeTheFirstSync_noDataIsPromised();
};

void TestSyncWords::eachPhase_hasItsWordsAndItsTone_data()
{
    QTest::addColumn<SyncPhase>("phase");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<Token>("ink");
    const QString dataOf = u"data of "_s + clockTime(noon);
    QTest::newRow("live") << SyncPhase::Live << u"Up to date"_s << clockTime(noon) << Token::Solved;
    QTest::newRow("connecting") << SyncPhase::Connecting << u"Connecting"_s << dataOf << Token::Text2;
    QTest::newRow("syncing") << SyncPhase::Syncing << u"Synchronising"_s << dataOf << Token::Text2;
    QTest::newRow("offline") << SyncPhase::Offline << u"Offline"_s << dataOf << Token::Warn;
    QTest::newRow("paused") << SyncPhase::Paused << u"Synchronisation stopped"_s << dataOf << Token::Breach;
}

void TestSyncWords::eachPhase_hasItsWordsAndItsTone()
{
    QFETCH(SyncPhase, phase);
    QFETCH(QString, text);
    QFETCH(QString, detail);
    QFETCH(Token, ink);
    const SyncWords words = syncWords(statusOf(phase));
    QCOMPARE(words.text, text);
    QCOMPARE(words.detail, detail);
    QCOMPARE(words.tone.ink, ink);
}

void TestSyncWords::onlyWhatNeedsNoAttention_isCalm()
{
    for (const SyncPhase phase : {SyncPhase::Live, SyncPhase::Connecting, SyncPhase::Syncing})
        QVERIFY(syncWords(statusOf(phase)).isCalm);
    for (const SyncPhase phase : {SyncPhase::Offline, SyncPhase::Paused})
        QVERIFY(!syncWords(statusOf(phase)).isCalm);
}

void TestSyncWords::everyPhaseHasAShapeOfItsOwn_notOnlyAColour()
{
    QSet<QString> icons;
    for (const SyncPhase phase : {SyncPhase::Live, SyncPhase::Connecting, SyncPhase::Offline, SyncPhase::Paused})
        icons.insert(syncWords(statusOf(phase)).icon);
    QCOMPARE(icons.size(), 4);
}

void TestSyncWords::aFirstSync_tellsHowFarItIs()
{
    SyncStatus status = statusOf(SyncPhase::Syncing);
    status.rowsDone = 340;
    QCOMPARE(syncWords(status).detail, number(340)); // of nobody knows how many
    status.rowsTotal = 1000;
    QCOMPARE(syncWords(status).detail, u"34 %"_s);
}

void TestSyncWords::aServerThatDoesNotAnswer_isOfflineAndNotConnectingForEver()
{
    for (const SyncPhase phase : {SyncPhase::Connecting, SyncPhase::Syncing}) {
        const SyncWords words = syncWords(statusOf(phase, Code::Unreachable));
        QCOMPARE(words.text, u"Offline"_s);
        QVERIFY(!words.isCalm);
    }
}

void TestSyncWords::workingOffline_isAChoice_andAnEndedLogInIsNot()
{
    QCOMPARE(syncWords(statusOf(SyncPhase::Paused, Code::Offline)).text, u"Offline"_s);
    QCOMPARE(syncWords(statusOf(SyncPhase::Paused, Code::Unauthenticated)).text, u"Synchronisation stopped"_s);
}

void TestSyncWords::beforeTheFirstSync_noDataIsPromised()
{
    SyncStatus status = statusOf(SyncPhase::Offline);
    status.dataAsOf = {};
    QVERIFY(syncWords(status).detail.isEmpty());
}

QTEST_GUILESS_MAIN(TestSyncWords)

#include "tst_syncwords.moc"

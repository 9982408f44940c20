// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript.h"

#include "core/protocol/erasure.h"

#include <QJsonDocument>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Engine::State;

/// When the engine lets data leave the device, and what it does not do before (sync.md 2.15, 2.23, 3.2).
class TestErasing : public QObject {
    Q_OBJECT

    static QJsonArray order(const QString &id, const QStringList &tickets)
    {
        ErasureOrder wanted;
        wanted.id = id;
        wanted.ids = {{typeByName(u"Ticket"), tickets}};
        return {toJson(wanted)};
    }
    static ErasureAck acked(const Transcript &console)
    {
        const auto ack = erasureAckFromJson(console.arguments());
        return ack ? *ack : ErasureAck{};
    }
    /// Live with one ticket, and something not yet sent about it.
    static void fill(Transcript &console)
    {
        (void)console.happens(event::Started{});
        (void)console.session();
        console.fillWith({Transcript::ticket(u"t1"_s, 1, u"Une histoire très personnelle"_s)}, u"L.1.1"_s);
        (void)console.changes(u"L.1.1"_s);
        QCOMPARE(console.engine->state(), State::Live);
    }

private Q_SLOTS:
    void afterTheSession_nothingIsAskedBeforeTheErasures()
    {
        Transcript console;
        console.asksForErasures = true;
        (void)console.happens(event::Started{});
        (void)console.session();
        QCOMPARE(console.clientSaid(), u"Erasure/pending"_s);
        QCOMPARE(console.arguments().value(u"device"_s).toString(), u"d1"_s);
        (void)console.hasToErase({});
        QCOMPARE(console.clientSaid(), u"Sync/state"_s);
    }

    void anErasure_isDoneAndAnsweredBeforeAnythingIsPushed()
    {
        Transcript console;
        fill(console);
        (void)console.happens(event::WentOffline{});
        const QString iid = console.perform(AddNote{MessageId{u"m1"_s}, TicketId{u"t1"_s}, u"Elle a dit"_s});
        console.asksForErasures = true;
        (void)console.happens(event::WentOnline{});
        (void)console.session();
        (void)console.hasToErase(order(u"z1"_s, {u"t1"_s}));
        QCOMPARE(console.clientSaid(), u"Erasure/ack"_s);
        QCOMPARE(acked(console).erasure, u"z1"_s);
        QCOMPARE(acked(console).level, ErasureLevel::ByteClean);
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList());
        (void)console.serverAnswers(u"Erasure/ack"_s, {});
        QCOMPARE(console.clientSaid(), u"Sync/changes"_s); // the note has nothing to say any more
        QCOMPARE(console.engine->status().notSent, 1);
        QVERIFY(console.outbox->find(iid)->args.isEmpty());
    }

    void anErasureAfterARestore_takesTheCacheWithIt_sinceNoOrderNamesWhatTheServerLost_data()
    {
        QTest::addColumn<QString>("lineage");
        QTest::addColumn<QStringList>("orders");
        QTest::addColumn<bool>("isThrownAway");
        QTest::newRow("the same server") << u"L"_s << QStringList{u"t1"_s} << false;
        QTest::newRow("a restored one") << u"M"_s << QStringList{u"t1"_s} << true;
        QTest::newRow("one that does not say") << QString() << QStringList{u"t1"_s} << false;
        QTest::newRow("a restored one that has nothing to erase") << u"M"_s << QStringList() << false;
    }
    void anErasureAfterARestore_takesTheCacheWithIt_sinceNoOrderNamesWhatTheServerLost()
    {
        QFETCH(QString, lineage);
        QFETCH(QStringList, orders);
        QFETCH(bool, isThrownAway);
        Transcript console;
        fill(console);
        QVERIFY(console.outbox->follow({u"L"_s, {}}));
        (void)console.happens(event::WentOffline{});
        console.asksForErasures = true;
        (void)console.happens(event::WentOnline{});
        (void)console.session();
        const QJsonArray list = orders.isEmpty() ? QJsonArray() : order(u"z1"_s, orders);
        const Effects effects =
            console.serverAnswers(u"Erasure/pending"_s, {{u"list"_s, list}, {u"lineage"_s, lineage}});
        const bool isRebuilt = std::ranges::any_of(
            effects, [](const Effect &one) { return std::holds_alternative<effect::RebuildCache>(one); });
        QCOMPARE(isRebuilt, isThrownAway);
        QCOMPARE(console.clientSaid() == u"Erasure/ack", !isThrownAway && !orders.isEmpty());
    }

    void anErasureThatComesWithChanges_goesBeforeThem()
    {
        Transcript console;
        fill(console);
        console.asksForErasures = true;
        (void)console.happens(event::PushChanged{});
        const QString cursor = console.cache->cursor();
        (void)console.serverAnswers(u"Sync/changes"_s,
                                    {{u"oldState"_s, cursor},
                                     {u"newState"_s, u"L.1.2"_s},
                                     {u"changes"_s, QJsonArray{Transcript::change(u"Ticket"_s, "updated", {u"t1"_s})}},
                                     {u"erasures"_s, QJsonArray{u"z1"_s}}});
        QCOMPARE(console.cache->cursor(), cursor); // no cursor passes an erasure
        QCOMPARE(console.clientSaid(), u"Erasure/pending"_s);
        (void)console.hasToErase(order(u"z1"_s, {u"t1"_s}));
        (void)console.serverAnswers(u"Erasure/ack"_s, {});
        QCOMPARE(console.clientSaid(), u"Sync/changes"_s);
        QCOMPARE(console.arguments().value(u"sinceState"_s).toString(), cursor);
    }

    void aLostScope_isErasedBeforeItIsLeft()
    {
        Transcript console;
        fill(console);
        console.asksForErasures = true;
        (void)console.happens(event::PushChanged{});
        (void)console.serverRefuses(
            u"scopeChanged"_s,
            {{u"scopes"_s, QJsonArray{u"org"_s}}, {u"scopeState"_s, u"g2"_s}, {u"erasures"_s, QJsonArray{u"z2"_s}}});
        ErasureOrder lost;
        lost.id = u"z2"_s;
        lost.cause = ErasureCause::Scope;
        lost.scopes = {u"org"_s};
        (void)console.hasToErase({toJson(lost)});
        QCOMPARE(console.clientSaid(), u"Erasure/ack"_s);
        QCOMPARE(acked(console).level, ErasureLevel::ByteClean);
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList());
    }

    void anAnswerThatIsLost_isGivenAgainTheSame()
    {
        Transcript console;
        fill(console);
        console.asksForErasures = true;
        (void)console.happens(event::LoggedIn{});
        (void)console.session();
        (void)console.hasToErase(order(u"z1"_s, {u"t1"_s}));
        const ErasureAck first = acked(console);
        (void)console.serverIsSilent();
        QCOMPARE(console.engine->state(), State::Offline);
        console.crashAndRestart();
        (void)console.happens(event::Started{});
        (void)console.session();
        (void)console.hasToErase(order(u"z1"_s, {u"t1"_s}));
        QCOMPARE(console.clientSaid(), u"Erasure/ack"_s);
        QCOMPARE(acked(console), first);
        (void)console.serverRefuses(u"notFound"_s); // nor need it know of it any more
        QCOMPARE(console.clientSaid(), u"Sync/changes"_s);
    }

    void whoIsLetInForNothing_stillErases()
    {
        Transcript console;
        fill(console);
        (void)console.happens(event::PushChanged{});
        (void)console.serverSaysStatus(401);
        QCOMPARE(console.clientSaid(), u"POST /erasures/pending"_s);
        (void)console.serverSays(
            QJsonDocument(QJsonObject{{u"list"_s, order(u"z1"_s, {u"t1"_s})}}).toJson(QJsonDocument::Compact));
        QCOMPARE(console.clientSaid(), u"POST /erasures/ack"_s);
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList());
        (void)console.serverSays("{}");
        QCOMPARE(console.engine->status().reason, Code::Unauthenticated);
        QCOMPARE(console.engine->state(), State::Paused);
    }

    void anOlderServer_isNotAskedInVain()
    {
        Transcript console;
        console.asksForErasures = true;
        (void)console.happens(event::Started{});
        (void)console.session();
        (void)console.serverRefuses(u"unknownMethod"_s);
        QCOMPARE(console.clientSaid(), u"Sync/state"_s);
    }

    void aReaderInTheFile_isWaitedForWithPatience()
    {
        Transcript console;
        fill(console);
        console.asksForErasures = true;
        const auto reader = console.readInCache();
        (void)console.happens(event::LoggedIn{});
        (void)console.session();
        (void)console.hasToErase(order(u"z1"_s, {u"t1"_s}));
        for (int attempt = 0; attempt < 5; ++attempt) {
            QCOMPARE(console.engine->state(), State::Erasing);
            QVERIFY(!console.isWaiting());
            QVERIFY(*console.timer() <= 5min);
            console.fireTimer();
        }
        reader();
        console.fireTimer();
        QCOMPARE(console.clientSaid(), u"Erasure/ack"_s);
    }
};

QTEST_GUILESS_MAIN(TestErasing)
#include "tst_erasing.moc"

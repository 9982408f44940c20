// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Engine::State;

/// What the engine writes: intents, their order, outcomes, crashes between (sync.md 2.8 to 2.10).
class TestPushing : public QObject {
    Q_OBJECT

    static AddNote note(const QString &id, const QString &text = u"Rappeler demain"_s)
    {
        return {MessageId{id}, TicketId{u"t1"_s}, text};
    }
    static SetField subject(const QString &to) { return {TicketId{u"t1"_s}, u"subject"_s, u"Toner"_s, to}; }

    static void liveWithTicket(Transcript &console)
    {
        (void)console.happens(event::Started{});
        (void)console.session();
        console.fillWith({Transcript::ticket(u"t1"_s, 1)}, u"L.1.1"_s);
        (void)console.changes(u"L.1.1"_s);
        QCOMPARE(console.engine->state(), State::Live);
    }

    static QJsonObject outcome(const QString &iid, const QString &kind, const QString &reason = u"none"_s)
    {
        return {{u"iid"_s, iid}, {u"outcome"_s, kind}, {u"reason"_s, reason}, {u"seq"_s, 5}};
    }
    static Effects decide(Transcript &console, const QJsonArray &outcomes)
    {
        return console.serverAnswers(u"Intent/apply"_s, {{u"outcomes"_s, outcomes}});
    }
    /// The dseq and iid of each intent of the request under way.
    static QList<std::pair<qint64, QString>> sent(const Transcript &console)
    {
        QList<std::pair<qint64, QString>> list;
        for (const QJsonValue &value : console.arguments().value(u"intents"_s).toArray())
            list.append({value.toObject().value(u"dseq"_s).toInteger(), value.toObject().value(u"iid"_s).toString()});
        return list;
    }
    static QString shownSubject(Transcript &console) { return console.localField(u"Ticket"_s, u"t1"_s, u"subject"_s); }

private Q_SLOTS:
    void whatIsWritten_isShownAndSentAtOnce()
    {
        Transcript console;
        liveWithTicket(console);
        const QString iid = console.perform(subject(u"Tambour"_s));
        QCOMPARE(shownSubject(console), u"Tambour"_s);
        QCOMPARE(console.clientSaid(), u"Intent/apply"_s);
        QCOMPARE(sent(console), (QList<std::pair<qint64, QString>>{{1, iid}}));
        QCOMPARE(console.arguments().value(u"device"_s).toString(), u"d1"_s);
    }

    void anAcceptedIntent_staysOnTopUntilItsEchoIsHere()
    {
        Transcript console;
        liveWithTicket(console);
        const QString iid = console.perform(subject(u"Tambour"_s));
        (void)decide(console, {outcome(iid, u"accepted"_s)});
        QCOMPARE(console.clientSaid(), u"Sync/changes"_s); // own writes come back like everybody's
        QCOMPARE(shownSubject(console), u"Tambour"_s); // no flicker back to the old one
        QCOMPARE(console.engine->status().pending, 0);
        (void)console.changes(u"L.1.5"_s, {Transcript::change(u"Ticket"_s, "updated", {u"t1"_s})});
        // The server made something else of it, and that is what stands.
        (void)console.serverAnswers(u"Ticket/get"_s,
                                    {{u"list"_s, QJsonArray{Transcript::ticket(u"t1"_s, 2, u"Tambour noir"_s)}}});
        QCOMPARE(shownSubject(console), u"Tambour noir"_s);
        QVERIFY(console.outbox->pending()->isEmpty());
        QCOMPARE(console.engine->state(), State::Live);
    }

    void anIntentAcceptedDuringAPull_waitsForTheNextOne()
    {
        Transcript console;
        liveWithTicket(console);
        (void)console.happens(event::PushChanged{}); // the pull begins: its answer may be older than what follows
        const QString iid = console.perform(subject(u"Tambour"_s));
        (void)console.changes(u"L.1.3"_s, {}, true);
        QCOMPARE(console.clientSaid(), u"Intent/apply"_s); // pushes and pulls take turns
        (void)decide(console, {outcome(iid, u"accepted"_s)});
        (void)console.changes(u"L.1.4"_s);
        QCOMPARE(shownSubject(console), u"Tambour"_s);
        QCOMPARE(console.clientSaid(), u"Sync/changes"_s); // one more round, which covers it
        (void)console.changes(u"L.1.4"_s);
        QCOMPARE(shownSubject(console), u"Toner"_s); // the log is the truth: no echo, no change
        QCOMPARE(console.engine->state(), State::Live);
    }

    void aRefusedIntent_leavesTheViewAndStaysInTheTray_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("reason");
        QTest::newRow("rejected") << u"rejected"_s << u"fieldChanged"_s;
        QTest::newRow("needs review") << u"needsReview"_s << u"newerAgentReply"_s;
        QTest::newRow("blocked") << u"blocked"_s << u"needsServerUpgrade"_s;
    }
    void aRefusedIntent_leavesTheViewAndStaysInTheTray()
    {
        QFETCH(QString, kind);
        QFETCH(QString, reason);
        Transcript console;
        liveWithTicket(console);
        const QString iid = console.perform(subject(u"Tambour"_s));
        const QString kept = console.perform(note(u"m1"_s));
        (void)decide(console, {outcome(iid, kind, reason)});
        QCOMPARE(shownSubject(console), u"Toner"_s);
        QCOMPARE(console.engine->status().notSent, 1);
        const Result<Intent> intent = console.outbox->find(iid);
        QVERIFY(intent); // with all its words
        QCOMPARE(std::get<SetField>(*commandOf(*intent)).to, u"Tambour"_s);
        // And nothing waits behind it.
        (void)console.changes(u"L.1.2"_s);
        QCOMPARE(sent(console), (QList<std::pair<qint64, QString>>{{2, kept}}));
    }

    void aLostAnswer_repeatsTheQuestionWithTheSameNumbers_data()
    {
        QTest::addColumn<bool>("crash");
        QTest::newRow("cut") << false;
        QTest::newRow("killed") << true;
    }
    void aLostAnswer_repeatsTheQuestionWithTheSameNumbers()
    {
        QFETCH(bool, crash);
        Transcript console;
        liveWithTicket(console);
        (void)console.perform(subject(u"Tambour"_s));
        const auto first = sent(console);
        (void)console.perform(note(u"m1"_s)); // while the first is under way
        if (crash) {
            console.crashAndRestart();
            (void)console.happens(event::Started{});
        } else {
            (void)console.serverIsSilent();
            console.fireTimer();
        }
        QCOMPARE(shownSubject(console), u"Tambour"_s);
        (void)console.session();
        QCOMPARE(console.clientSaid(), u"Intent/apply"_s);
        QCOMPARE(sent(console).constFirst(), first.constFirst());
        QCOMPARE(sent(console).size(), 2);
        QCOMPARE(sent(console).constLast().first, 2);
    }

    void killedBetweenTheOutcomeAndItsEcho_theOutcomeIsKept()
    {
        Transcript console;
        liveWithTicket(console);
        const QString iid = console.perform(subject(u"Tambour"_s));
        (void)decide(console, {outcome(iid, u"accepted"_s)});
        console.crashAndRestart();
        QCOMPARE(shownSubject(console), u"Tambour"_s);
        (void)console.happens(event::Started{});
        (void)console.session();
        QCOMPARE(console.clientSaid(), u"Sync/changes"_s); // not sent again
        (void)console.changes(u"L.1.1"_s);
        QCOMPARE(console.engine->status().pending, 0);
    }

    void numbers_areGivenWhenSent_atMostFiftyAtOnce()
    {
        Transcript console;
        liveWithTicket(console);
        (void)console.happens(event::WentOffline{});
        QStringList iids;
        for (int i = 0; i < 70; ++i)
            iids.append(console.perform(note(u"m%1"_s.arg(i))));
        // Undone before it was sent: it never had a number, so it leaves no gap.
        QVERIFY(cancelUnsent(*console.outbox, *console.cache, iids.takeAt(3), console.me));
        QVERIFY(!console.localIds(u"Message"_s).contains(u"m3"_s));
        (void)console.happens(event::WentOnline{});
        (void)console.session();
        QStringList order;
        qint64 expected = 1;
        while (order.size() < iids.size()) {
            QVERIFY(sent(console).size() <= 50);
            QJsonArray outcomes;
            for (const auto &[dseq, iid] : sent(console)) {
                QCOMPARE(dseq, expected++);
                order.append(iid);
                outcomes.append(outcome(iid, u"accepted"_s));
            }
            (void)decide(console, outcomes);
            if (console.clientSaid() == u"Sync/changes") (void)console.changes(u"L.1.%1"_s.arg(expected));
        }
        QCOMPARE(order, iids);
    }

    void acknowledgedIntents_areTold_soThatTheServerMayForgetThem()
    {
        Transcript console;
        liveWithTicket(console);
        const QString first = console.perform(note(u"m1"_s));
        QCOMPARE(console.arguments().value(u"ackedThrough"_s).toInteger(), 0);
        (void)decide(console, {outcome(first, u"accepted"_s)});
        (void)console.changes(u"L.1.2"_s);
        (void)console.perform(note(u"m2"_s));
        QCOMPARE(console.arguments().value(u"ackedThrough"_s).toInteger(), 1);
    }

    void aGap_isFilledFromWhereTheServerAsks()
    {
        Transcript console;
        liveWithTicket(console);
        const QString first = console.perform(note(u"m1"_s));
        (void)decide(console, {outcome(first, u"accepted"_s)});
        (void)console.changes(u"L.1.2"_s);
        const QString second = console.perform(note(u"m2"_s));
        (void)console.serverRefuses(u"outOfOrder"_s, {{u"expected"_s, 1}}); // it lost what it had acknowledged
        (void)console.changes(u"L.1.2"_s);
        if (console.engine->state() == State::Live) console.fireTimer();
        if (console.clientSaid() == u"Sync/changes") (void)console.changes(u"L.1.2"_s);
        QCOMPARE(sent(console), (QList<std::pair<qint64, QString>>{{1, first}, {2, second}}));
    }

    /// Of a server that was restored many numbers are missed, one after the other: none of them is a failure.
    void gapAfterGap_isAskedForWithoutWaitingLonger()
    {
        Transcript console;
        liveWithTicket(console);
        (void)console.perform(note(u"m1"_s));
        const auto begun = console.clock.monotonic();
        for (int gap = 2; gap < 14; ++gap) {
            QCOMPARE(console.clientSaid(), u"Intent/apply"_s);
            (void)console.serverRefuses(u"outOfOrder"_s, {{u"expected"_s, gap}});
            while (console.clientSaid() != u"Intent/apply") {
                if (console.clientSaid() == u"Sync/changes") (void)console.changes(u"L.1.2"_s);
                if (console.engine->state() == State::Live) console.fireTimer();
            }
        }
        QVERIFY(console.clock.monotonic() - begun < std::chrono::seconds(13));
    }

    void aRestoredServer_getsWhatItLost_beforeAnythingElse()
    {
        Transcript console;
        liveWithTicket(console);
        QVERIFY(console.outbox->follow({u"K"_s, {}}));
        const QString first = console.perform(note(u"m1"_s));
        (void)decide(console, {outcome(first, u"accepted"_s)});
        (void)console.changes(u"L.1.2"_s);
        const QString second = console.perform(note(u"m2"_s));
        QCOMPARE(console.arguments().value(u"lineage"_s).toString(), u"K"_s);
        (void)console.serverRefuses(u"lineageChanged"_s,
                                    {{u"lineage"_s, u"L"_s}, {u"earlierLineages"_s, QJsonObject()}});
        (void)console.changes(u"L.1.2"_s);
        if (console.engine->state() == State::Live) console.fireTimer();
        if (console.clientSaid() == u"Sync/changes") (void)console.changes(u"L.1.2"_s);
        QCOMPARE(sent(console), (QList<std::pair<qint64, QString>>{{1, first}, {2, second}}));
        QCOMPARE(console.arguments().value(u"lineage"_s).toString(), u"L"_s);
    }

    void whatARestoredServerLost_isShownUntilItHasItAgain()
    {
        Transcript console;
        liveWithTicket(console);
        QVERIFY(console.outbox->follow({u"K"_s, {}}));
        const QString iid = console.perform(subject(u"Tambour"_s));
        (void)decide(console, {outcome(iid, u"accepted"_s)});
        // The changes are asked for, and the server that answers is another one already.
        QVERIFY(console.outbox->follow({u"L"_s, {}}));
        (void)console.changes(u"L.1.2"_s);
        QCOMPARE(shownSubject(console), u"Tambour"_s);
        QCOMPARE(console.outbox->pending()->size(), 1);
    }

    void aMachineThatWasSetBack_numbersItsWorkBehindTheOld()
    {
        Transcript console;
        liveWithTicket(console);
        const QString iid = console.perform(note(u"m1"_s));
        QJsonObject taken = outcome(iid, u"transient"_s, u"numberTaken"_s);
        taken.insert(u"patch"_s, QJsonObject{{u"lastDseq"_s, 7}});
        (void)decide(console, {taken});
        QVERIFY(console.engine->status().wasSetBack);
        (void)console.changes(u"L.1.2"_s);
        if (console.engine->state() == State::Live) console.fireTimer();
        if (console.clientSaid() == u"Sync/changes") (void)console.changes(u"L.1.2"_s);
        QCOMPARE(sent(console), (QList<std::pair<qint64, QString>>{{8, iid}}));
    }

    void aClockThatWasTurnedBack_makesNothingOlderThanWhatWaits()
    {
        Transcript console;
        liveWithTicket(console);
        const QString first = console.perform(note(u"m1"_s));
        console.clock.jump(-24h);
        const QString second = console.perform(note(u"m2"_s));
        QVERIFY(console.outbox->find(first)->writtenAt < console.outbox->find(second)->writtenAt);
        (void)decide(console, {outcome(first, u"accepted"_s)});
        (void)console.changes(u"L.1.2"_s);
        (void)decide(console, {outcome(second, u"accepted"_s)});
        const QString third = console.perform(note(u"m3"_s));
        QCOMPARE(console.outbox->find(third)->writtenAt, console.clock.now());
    }

    void whatTheServerCouldNotDoNow_isSentAgainLater()
    {
        Transcript console;
        liveWithTicket(console);
        const QString iid = console.perform(subject(u"Tambour"_s));
        (void)decide(console, {outcome(iid, u"transient"_s)});
        (void)console.changes(u"L.1.1"_s);
        QCOMPARE(console.engine->state(), State::Live); // not in a tight loop
        QCOMPARE(shownSubject(console), u"Tambour"_s);
        QVERIFY(*console.timer() <= 1001ms);
        console.fireTimer();
        if (console.clientSaid() == u"Sync/changes") (void)console.changes(u"L.1.1"_s);
        QCOMPARE(sent(console), (QList<std::pair<qint64, QString>>{{1, iid}}));
    }

    void anOutcomeThatWasNotAskedFor_isNotBelieved()
    {
        Transcript console;
        liveWithTicket(console);
        (void)console.happens(event::WentOffline{});
        QStringList iids;
        for (int i = 0; i < 51; ++i)
            iids.append(console.perform(note(u"m%1"_s.arg(i))));
        (void)console.happens(event::WentOnline{});
        (void)console.session();
        (void)decide(console, {outcome(iids.constLast(), u"accepted"_s)}); // was not in this request
        QCOMPARE(console.engine->status().pending, 51);
    }

    void aRefusedTicket_takesWhatHangsOnItOutOfTheView_notOutOfTheOutbox_data()
    {
        QTest::addColumn<bool>("undone");
        QTest::newRow("refused") << false;
        QTest::newRow("undone") << true;
    }
    void aRefusedTicket_takesWhatHangsOnItOutOfTheView_notOutOfTheOutbox()
    {
        QFETCH(bool, undone);
        Transcript console;
        liveWithTicket(console);
        Ticket fresh;
        fresh.id = TicketId{u"t9"_s};
        if (undone) (void)console.happens(event::WentOffline{});
        const QString creation = console.perform(CreateTicket{fresh});
        const QString call = console.perform(AddNote{MessageId{u"m1"_s}, fresh.id, u"Appel"_s});
        QCOMPARE(console.localIds(u"Message"_s), QStringList{u"m1"_s});
        if (undone)
            QVERIFY(cancelUnsent(*console.outbox, *console.cache, creation, console.me));
        else
            (void)decide(console, {outcome(creation, u"rejected"_s, u"denied"_s)});
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList{u"t1"_s});
        QCOMPARE(console.localIds(u"Message"_s), QStringList());
        QVERIFY(console.outbox->find(call)); // its words stay
    }

    void whatDependsOnANewTicket_saysSo()
    {
        Transcript console;
        liveWithTicket(console);
        (void)console.happens(event::WentOffline{});
        Ticket fresh;
        fresh.id = TicketId{u"t9"_s};
        const QString creation = console.perform(CreateTicket{fresh});
        const QString call = console.perform(AddNote{MessageId{u"m1"_s}, fresh.id, u"Appel"_s});
        const QString other = console.perform(note(u"m2"_s));
        QCOMPARE(console.outbox->find(call)->deps, QStringList{creation});
        QCOMPARE(console.outbox->find(other)->deps, QStringList());
    }

    void whatAnOldServerDidNotUnderstand_isSentOnceItWasUpgraded()
    {
        Transcript console;
        liveWithTicket(console);
        const QString iid = console.perform(subject(u"Tambour"_s));
        (void)decide(console, {outcome(iid, u"blocked"_s, u"needsServerUpgrade"_s)});
        (void)console.changes(u"L.1.1"_s);
        QCOMPARE(shownSubject(console), u"Toner"_s);
        (void)console.happens(event::LoggedIn{});
        (void)console.session(); // the same server: not again and again
        QCOMPARE(console.clientSaid(), u"Sync/changes"_s);
        (void)console.changes(u"L.1.1"_s);
        (void)console.happens(event::LoggedIn{});
        (void)console.session(u"g1"_s, {{u"ticket.field"_s, 1}});
        QCOMPARE(console.clientSaid(), u"Intent/apply"_s);
        QCOMPARE(sent(console), (QList<std::pair<qint64, QString>>{{2, iid}}));
        QCOMPARE(shownSubject(console), u"Tambour"_s);
    }
};

QTEST_GUILESS_MAIN(TestPushing)
#include "tst_pushing.moc"

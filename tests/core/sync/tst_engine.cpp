// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Engine::State;

/// States, timers, failures. What is read and written: tst_pulling, tst_pushing.
class TestEngine : public QObject {
    Q_OBJECT

    static AddNote note(const QString &id = u"m1"_s) { return {MessageId{id}, TicketId{u"t1"_s}, u"Bonjour"_s}; }

    /// Brings a fresh console into a state.
    static void reach(Transcript &console, State state)
    {
        switch (state) {
        case State::Paused: return;
        case State::Connecting: (void)console.happens(event::Started{}); break;
        case State::Offline:
            (void)console.happens(event::Started{});
            (void)console.serverIsSilent();
            break;
        case State::Erasing:
            console.asksForErasures = true;
            (void)console.happens(event::Started{});
            (void)console.session();
            break;
        case State::Filling:
            (void)console.happens(event::Started{});
            (void)console.session();
            break;
        case State::Live: console.becomeLive(); break;
        case State::Pulling:
            console.becomeLive();
            (void)console.happens(event::PushChanged{});
            break;
        case State::Pushing:
            console.becomeLive();
            (void)console.perform(note());
            break;
        }
        QCOMPARE(console.engine->state(), state);
    }

    static SyncEvent eventOf(std::size_t index, const Transcript &console)
    {
        switch (index) {
        case 0: return event::Started{};
        case 1: return event::WentOffline{};
        case 2: return event::WentOnline{};
        case 3: return event::Woken{};
        case 4: return event::Written{};
        case 5: return event::TimerFired{};
        case 6: return event::Answered{console.request().value_or(99), {.status = 200, .body = "{}"}};
        case 7: return event::PushOpened{};
        case 8: return event::PushChanged{};
        case 9: return event::PushClosed{};
        case 10: return event::Continued{};
        default: return event::LoggedIn{};
        }
    }

    template <class E> static bool wants(const Effects &effects)
    {
        return std::ranges::any_of(effects, [](const Effect &e) { return std::holds_alternative<E>(e); });
    }

private Q_SLOTS:
    void everyPairOfStateAndEvent_isAnswered()
    {
        for (const auto &row : Engine::table()) {
            for (const Engine::Handler handler : row)
                QVERIFY(handler != nullptr);
        }
    }

    void everyPair_leavesATimerArmedUnlessPaused_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("event");
        for (std::size_t state = 0; state < Engine::stateCount; ++state) {
            for (std::size_t event = 0; event < Engine::eventCount; ++event)
                QTest::addRow("state %zu, event %zu", state, event) << int(state) << int(event);
        }
    }
    void everyPair_leavesATimerArmedUnlessPaused()
    {
        QFETCH(int, state);
        QFETCH(int, event);
        Transcript console;
        reach(console, State(state));
        if (event == 5 && console.timer())
            console.fireTimer();
        else
            (void)console.happens(eventOf(std::size_t(event), console)); // asserts the invariants
        QVERIFY(console.timer() || console.engine->state() == State::Paused);
        QVERIFY(!console.engine->isTimerArmed() == (console.engine->state() == State::Paused));
    }

    void anyOrderOfEvents_keepsTheInvariants()
    {
        SeededRandom random(42);
        Transcript console;
        console.asksForErasures = true;
        (void)console.happens(event::Started{});
        QSet<int> reached;
        for (int step = 0; step < 6000; ++step) {
            reached.insert(int(console.engine->state()));
            const quint64 choice = random.below(20);
            if (choice < 6 && console.timer())
                console.fireTimer();
            else if (choice < 14 && console.isWaiting())
                answerSomehow(console, random);
            else if (choice == 19)
                (void)console.happens(event::WentOnline{});
            else
                (void)console.happens(eventOf(random.below(Engine::eventCount - 1), console));
        }
        QCOMPARE(reached.size(), qsizetype(Engine::stateCount - 1)); // nothing to push in this test
    }

    void beforeTheStart_nothingIsSent()
    {
        Transcript console;
        (void)console.happens(event::Woken{});
        (void)console.happens(event::LoggedIn{});
        QVERIFY(!console.isWaiting());
        QCOMPARE(console.engine->status().phase, SyncPhase::Paused);
        (void)console.happens(event::Started{});
        QCOMPARE(console.clientSaid(), u"GET /jmap/session"_s);
    }

    void aSilentServer_isTriedAgainForEver()
    {
        Transcript console;
        (void)console.happens(event::Started{});
        for (int attempt = 0; attempt < 40; ++attempt) {
            (void)console.serverIsSilent();
            QCOMPARE(console.engine->status().phase, SyncPhase::Offline);
            QCOMPARE(console.engine->status().reason, Code::Unreachable);
            QVERIFY(*console.timer() <= 5min);
            console.fireTimer();
            QCOMPARE(console.clientSaid(), u"GET /jmap/session"_s);
        }
    }

    void anAnswerThatNeverComes_isGivenUp()
    {
        Transcript console;
        (void)console.happens(event::Started{});
        const quint64 first = *console.request();
        console.fireTimer();
        QCOMPARE(console.engine->state(), State::Offline);
        console.fireTimer();
        QCOMPARE(console.engine->state(), State::Connecting);
        // The first answer comes after all: nobody waits for it any more.
        const auto effects = console.happens(event::Answered{first, {.status = 401}});
        QVERIFY(effects.empty());
        QCOMPARE(console.engine->state(), State::Connecting);
    }

    void retryAfter_isHonoured()
    {
        Transcript console;
        (void)console.happens(event::Started{});
        (void)console.serverSaysStatus(429, 40s);
        QVERIFY(*console.timer() >= 40s);
        QVERIFY(*console.timer() <= 71s); // with its share of the crowd's spread
        QCOMPARE(console.engine->status().reason, Code::Throttled);
        console.fireTimer();
        (void)console.serverSaysStatus(503, 20s);
        QVERIFY(*console.timer() >= 20s);
    }

    void a401_pausesAndDropsNothing()
    {
        Transcript console;
        console.becomeLive();
        const QString iid = console.perform(note());
        (void)console.serverSaysStatus(401);
        (void)console.serverSaysStatus(401); // nor for erasing
        QCOMPARE(console.engine->status().phase, SyncPhase::Paused);
        QCOMPARE(console.engine->status().reason, Code::Unauthenticated);
        QCOMPARE(console.engine->status().pending, 1);
        (void)console.happens(event::Woken{}); // no use without a token
        QCOMPARE(console.engine->state(), State::Paused);
        (void)console.happens(event::LoggedIn{});
        (void)console.session();
        QCOMPARE(console.clientSaid(), u"Intent/apply"_s);
        QCOMPARE(console.arguments().value(u"intents"_s).toArray().at(0).toObject().value(u"iid"_s).toString(), iid);
    }

    void workingOffline_isKeptUntilTheAgentComesBack()
    {
        Transcript console;
        console.becomeLive();
        (void)console.happens(event::WentOffline{});
        QCOMPARE(console.engine->status().reason, Code::Offline);
        (void)console.perform(note());
        for (const SyncEvent &event :
             {SyncEvent(event::Woken{}), SyncEvent(event::LoggedIn{}), SyncEvent(event::PushChanged{})})
            (void)console.happens(event);
        QVERIFY(!console.isWaiting());
        (void)console.happens(event::WentOnline{});
        QCOMPARE(console.clientSaid(), u"GET /jmap/session"_s);
    }

    void anotherAccount_isRefusedBeforeAnythingIsBelieved()
    {
        Transcript console;
        console.becomeLive();
        (void)console.happens(event::PushClosed{});
        (void)console.happens(event::LoggedIn{});
        const ApplyContext mine = std::exchange(console.me, {AgentId{u"a2"_s}, DeviceId{u"d1"_s}});
        (void)console.session();
        console.me = mine;
        QCOMPARE(console.engine->status().phase, SyncPhase::Paused);
        QCOMPARE(console.engine->status().reason, Code::Denied);
    }

    void aForeignServer_isNeverTakenForOurs()
    {
        Transcript console;
        (void)console.happens(event::Started{});
        (void)console.serverSays("<html>It works!</html>");
        QCOMPARE(console.engine->status().reason, Code::Protocol);
        QCOMPARE(console.engine->state(), State::Offline);
    }

    void anUnknownCertificate_waitsForTheAgent()
    {
        Transcript console;
        (void)console.happens(event::Started{});
        (void)console.serverIsSilent(Code::UnknownCertificate);
        QCOMPARE(console.engine->status().reason, Code::UnknownCertificate);
        QCOMPARE(console.engine->state(), State::Paused);
    }

    void live_opensThePushChannelAndPullsOnceItIsOpen()
    {
        Transcript console;
        (void)console.happens(event::Started{});
        (void)console.session();
        console.fillWith({}, u"L.1.1"_s);
        QVERIFY(wants<effect::OpenPush>(console.changes(u"L.1.1"_s)));
        (void)console.happens(event::PushOpened{});
        QCOMPARE(console.clientSaid(), u"Sync/changes"_s);
        (void)console.changes(u"L.1.1"_s);
        QCOMPARE(console.engine->state(), State::Live);
    }

    void aLostPushChannel_isOpenedAgainWithPatience()
    {
        Transcript console;
        console.becomeLive();
        std::chrono::milliseconds longest{0};
        for (int attempt = 0; attempt < 12; ++attempt) {
            (void)console.happens(event::PushClosed{});
            longest = std::max(longest, *console.timer());
            console.fireTimer(); // a look at the changes at the latest then
            QCOMPARE(console.clientSaid(), u"Sync/changes"_s);
            (void)console.changes(u"L.1.1"_s);
            if (console.engine->state() == State::Live) continue;
            QFAIL("not live");
        }
        QVERIFY(longest > 10s); // a proxy that refuses WebSockets is not hammered
        QVERIFY(longest <= 72s); // and without push there is polling
    }

    void serverTime_isMeasuredAndKept()
    {
        Transcript console;
        console.becomeLive();
        QCOMPARE(*console.engine->serverOffset(), 0ms);
        console.clock.jump(-5min);
        (void)console.happens(event::LoggedIn{});
        console.clock.jump(5min);
        (void)console.happens(event::Woken{});
        QVERIFY(!console.engine->status().clockIsOff);
    }

    void aBrokenCacheFile_isMadeAnew_theOutboxStays()
    {
        Transcript console;
        console.becomeLive();
        const QString iid = console.perform(note());
        console.crashAndRestart();
        QCOMPARE(console.engine->status().pending, 1);
        QVERIFY(console.outbox->find(iid));
    }

private:
    static void answerSomehow(Transcript &console, SeededRandom &random)
    {
        const QString said = console.clientSaid();
        switch (random.below(8)) {
        case 0: (void)console.serverIsSilent(); return;
        case 1: (void)console.serverSaysStatus(503, 5s); return;
        case 2: (void)console.serverSays("{"); return;
        case 3:
            if (said.startsWith(u"GET")) break;
            (void)console.serverRefuses(u"serverUnavailable"_s);
            return;
        default: break;
        }
        if (said.startsWith(u"GET"))
            (void)console.session();
        else if (said == u"Sync/changes")
            (void)console.changes(u"L.1.%1"_s.arg(random.below(1000)), {}, random.below(4) == 0);
        else if (said == u"Sync/state")
            (void)console.serverAnswers(said, {{u"state"_s, u"L.1.1"_s}, {u"scopeState"_s, u"g1"_s}});
        else
            (void)console.serverAnswers(said, {{u"list"_s, QJsonArray()}, {u"total"_s, 0}});
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Engine::State;

/// What leaves the window of a console, and how it comes back.
class TestEviction : public QObject {
    Q_OBJECT

    static QJsonObject ticket(const Transcript &console, int daysAgo, TicketStatus status, int rev = 1)
    {
        Ticket ticket;
        ticket.id = TicketId{u"t1"_s};
        ticket.status = status;
        ticket.team = TeamId{u"e1"_s};
        ticket.receivedAt = console.clock.now().addDays(-daysAgo);
        ticket.rev = rev;
        return toJson(ticket);
    }
    static QJsonObject message(const QString &id)
    {
        Message message;
        message.id = MessageId{id};
        message.ticket = TicketId{u"t1"_s};
        message.text = u"Ma cartouche fuit"_s;
        message.rev = 1;
        return toJson(message);
    }
    static QJsonObject page(const Transcript &console, const QList<QJsonObject> &records,
                            const QStringList &messages = {})
    {
        QJsonArray list;
        for (const QJsonObject &record : records)
            list.append(record);
        QJsonArray children;
        for (const QString &id : messages)
            children.append(message(id));
        return {{u"list"_s, list},
                {u"total"_s, list.size()},
                {u"children"_s, QJsonObject{{u"Message"_s, children}}},
                {u"serverTime"_s, utcDate(console.clock.now())}};
    }
    /// A filling that meets one ticket with two messages, up to its end.
    static void fill(Transcript &console, const QJsonObject &ticket)
    {
        while (console.clientSaid() == u"Sync/page") {
            const bool isTicket = console.arguments().value(u"type"_s) == u"Ticket"_s;
            (void)console.serverAnswers(u"Sync/page"_s,
                                        isTicket ? page(console, {ticket}, {u"m1"_s, u"m2"_s}) : page(console, {}));
        }
    }
    static void liveWith(Transcript &console, int daysAgo)
    {
        (void)console.happens(event::Started{});
        (void)console.session();
        (void)console.serverAnswers(u"Sync/state"_s, {{u"state"_s, u"L.1.1"_s}, {u"scopeState"_s, u"g1"_s}});
        fill(console, ticket(console, daysAgo, TicketStatus::Closed));
        (void)console.changes(u"L.1.1"_s);
        QCOMPARE(console.engine->state(), State::Live);
    }
    /// The server's time goes on, and the console looks.
    static void passDays(Transcript &console, int days)
    {
        console.clock.advance(std::chrono::hours(24 * days));
        (void)console.happens(event::PushChanged{});
        (void)console.changes(console.cache->cursor());
        QCOMPARE(console.engine->state(), State::Live);
    }
    static void tidy(Transcript &console, const QString &shown = {})
    {
        while (console.engine->tidy(TicketId{shown})) { }
    }

private Q_SLOTS:
    void aFirstSync_leavesOutWhatIsClosedAndOld()
    {
        Transcript console;
        liveWith(console, 91);
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList());
        QCOMPARE(console.localIds(u"Message"_s), QStringList());
        Transcript other;
        liveWith(other, 89);
        QCOMPARE(other.localIds(u"Ticket"_s), QStringList{u"t1"_s});
        QCOMPARE(other.localIds(u"Message"_s), (QStringList{u"m1"_s, u"m2"_s}));
    }

    void whatBecomesOld_goes_andComesBackWithItsMessages()
    {
        Transcript console;
        liveWith(console, 80);
        tidy(console);
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList{u"t1"_s});
        passDays(console, 20);
        tidy(console);
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList());
        QCOMPARE(console.localIds(u"Message"_s), QStringList());
        // The customer writes.
        (void)console.happens(event::PushChanged{});
        (void)console.changes(u"L.1.3"_s,
                              {Transcript::change(u"Ticket"_s, "updated", {u"t1"_s}),
                               Transcript::change(u"Message"_s, "created", {u"m3"_s})});
        QCOMPARE(console.clientSaid(), u"Sync/page Message/get"_s);
        (void)console.serverAnswers(
            {{u"Sync/page"_s,
              page(console, {ticket(console, 100, TicketStatus::Open, 2)}, {u"m1"_s, u"m2"_s, u"m3"_s})},
             {u"Message/get"_s, {{u"list"_s, QJsonArray{message(u"m3"_s)}}}}});
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList{u"t1"_s});
        QCOMPARE(console.localIds(u"Message"_s), (QStringList{u"m1"_s, u"m2"_s, u"m3"_s}));
    }

    void whileAnAnswerIsAwaited_nothingGoes()
    {
        Transcript console;
        liveWith(console, 80);
        passDays(console, 20);
        (void)console.happens(event::PushChanged{});
        (void)console.changes(u"L.1.2"_s, {Transcript::change(u"Ticket"_s, "updated", {u"t1"_s})});
        QCOMPARE(console.clientSaid(), u"Ticket/get"_s); // its messages are here
        tidy(console);
        QCOMPARE(console.localIds(u"Message"_s), (QStringList{u"m1"_s, u"m2"_s}));
        (void)console.serverAnswers(u"Ticket/get"_s,
                                    {{u"list"_s, QJsonArray{ticket(console, 100, TicketStatus::Open, 2)}}});
        tidy(console);
        QCOMPARE(console.localIds(u"Message"_s), (QStringList{u"m1"_s, u"m2"_s}));
    }

    void withoutTheServer_nothingGoes()
    {
        Transcript console;
        liveWith(console, 80);
        passDays(console, 20);
        (void)console.happens(event::WentOffline{});
        tidy(console);
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList{u"t1"_s});
    }

    void aWrongClockOfThisMachine_costsNoRow()
    {
        Transcript console;
        liveWith(console, 80);
        console.clock.advance(24h * 365);
        tidy(console);
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList{u"t1"_s});
    }

    void whatIsOnTheScreen_stays()
    {
        Transcript console;
        liveWith(console, 80);
        passDays(console, 20);
        tidy(console, u"t1"_s);
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList{u"t1"_s});
        passDays(console, 1);
        tidy(console);
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList());
    }

    void aLargerWindow_fillsAgain_andTheCursorStays()
    {
        Transcript console;
        liveWith(console, 91);
        console.window.days = 120;
        console.crashAndRestart();
        (void)console.happens(event::Started{});
        (void)console.session();
        (void)console.changes(u"L.1.5"_s);
        QCOMPARE(console.engine->state(), State::Filling);
        fill(console, ticket(console, 91, TicketStatus::Closed));
        QCOMPARE(console.arguments().value(u"sinceState"_s).toString(), u"L.1.5"_s);
        (void)console.changes(u"L.1.5"_s);
        QCOMPARE(console.engine->state(), State::Live);
        QCOMPARE(console.localIds(u"Message"_s), (QStringList{u"m1"_s, u"m2"_s}));
    }

    void aFillingThatTookLong_isNotBegunAgain()
    {
        Transcript console;
        liveWith(console, 91);
        console.crashAndRestart();
        console.clock.advance(24h * 30); // it was away
        (void)console.happens(event::Started{});
        (void)console.session();
        (void)console.serverRefuses(u"cannotCalculateChanges"_s, {{u"reason"_s, u"tooOld"_s}});
        (void)console.serverAnswers(u"Sync/state"_s, {{u"state"_s, u"L.1.9"_s}, {u"scopeState"_s, u"g1"_s}});
        fill(console, ticket(console, 121, TicketStatus::Closed));
        (void)console.changes(u"L.1.9"_s);
        QCOMPARE(console.engine->state(), State::Live);
    }

    void aDraftFromAnotherConsole_bringsItsTicketAlong()
    {
        Transcript console;
        liveWith(console, 91);
        Draft draft;
        draft.id = DraftId{u"b1"_s};
        draft.agent = console.me.me;
        draft.ticket = TicketId{u"t1"_s};
        draft.rev = 1;
        (void)console.happens(event::PushChanged{});
        (void)console.changes(u"L.1.2"_s, {Transcript::change(u"Draft"_s, "created", {u"b1"_s})});
        (void)console.serverAnswers(u"Draft/get"_s, {{u"list"_s, QJsonArray{toJson(draft)}}});
        QCOMPARE(console.clientSaid(), u"Sync/page"_s);
        QCOMPARE(console.arguments().value(u"ids"_s).toArray(), QJsonArray{u"t1"_s});
        (void)console.serverAnswers(u"Sync/page"_s,
                                    page(console, {ticket(console, 91, TicketStatus::Closed)}, {u"m1"_s}));
        QCOMPARE(console.engine->state(), State::Live);
        tidy(console);
        QCOMPARE(console.localIds(u"Message"_s), QStringList{u"m1"_s});
    }

    void aTicketThatTheServerDoesNotShow_isAskedForOnce()
    {
        Transcript console;
        liveWith(console, 91);
        Draft draft;
        draft.id = DraftId{u"b1"_s};
        draft.agent = console.me.me;
        draft.ticket = TicketId{u"t7"_s};
        draft.rev = 1;
        (void)console.happens(event::PushChanged{});
        (void)console.changes(u"L.1.2"_s, {Transcript::change(u"Draft"_s, "created", {u"b1"_s})});
        (void)console.serverAnswers(u"Draft/get"_s, {{u"list"_s, QJsonArray{toJson(draft)}}});
        QJsonObject nothing = page(console, {});
        nothing.insert(u"notFound"_s, QJsonArray{u"t7"_s});
        (void)console.serverAnswers(u"Sync/page"_s, nothing);
        QCOMPARE(console.engine->state(), State::Live);
        passDays(console, 1); // which it would not be, if it asked
    }
};

QTEST_GUILESS_MAIN(TestEviction)
#include "tst_eviction.moc"

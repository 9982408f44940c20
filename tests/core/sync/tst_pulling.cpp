// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Engine::State;

/// What the engine reads: first sync, changes, resync, scopes (sync.md 2.4 to 2.6).
class TestPulling : public QObject {
    Q_OBJECT

    static QJsonObject page(const QList<QJsonObject> &records, const QString &after = {},
                            const QJsonObject &children = {})
    {
        QJsonArray list;
        for (const QJsonObject &record : records)
            list.append(record);
        return {{u"list"_s, list}, {u"after"_s, after}, {u"total"_s, 3}, {u"children"_s, children}};
    }

    static QJsonObject message(const QString &id, const QString &ticket)
    {
        Message message;
        message.id = MessageId{id};
        message.ticket = TicketId{ticket};
        message.text = u"Ma cartouche fuit"_s;
        message.rev = 1;
        return toJson(message);
    }

    /// Answers pages with nothing until tickets are asked for.
    static void goToTickets(Transcript &console)
    {
        while (console.clientSaid() == u"Sync/page" && console.arguments().value(u"type"_s) != u"Ticket"_s)
            (void)console.serverAnswers(u"Sync/page"_s, page({}));
        QCOMPARE(console.arguments().value(u"type"_s).toString(), u"Ticket"_s);
    }

    static QJsonObject rows(const QString &type, const QList<QJsonObject> &records)
    {
        QJsonArray list;
        for (const QJsonObject &record : records)
            list.append(record);
        return {{u"type"_s, type}, {u"list"_s, list}, {u"notFound"_s, QJsonArray()}};
    }
    /// From L.1.1 on.
    static QJsonObject changesWith(const QJsonArray &records, const QJsonArray &changes)
    {
        return {{u"oldState"_s, u"L.1.1"_s}, {u"newState"_s, u"L.1.5"_s}, {u"hasMoreChanges"_s, false},
                {u"changes"_s, changes},     {u"scopeState"_s, u"g1"_s},  {u"records"_s, records}};
    }

    /// Up to the first page of tickets; the driver then lets the engine wait before it goes on.
    static void toTicketsSlowly(Transcript &console)
    {
        (void)console.happens(event::Started{});
        (void)console.session();
        (void)console.serverAnswers(u"Sync/state"_s, {{u"state"_s, u"L.1.7"_s}, {u"scopeState"_s, u"g1"_s}});
        goToTickets(console);
        console.driverIsSlow = true;
    }

    static void liveWith(Transcript &console, const QList<QJsonObject> &tickets)
    {
        (void)console.happens(event::Started{});
        (void)console.session();
        console.fillWith(tickets, u"L.1.1"_s);
        (void)console.changes(u"L.1.1"_s);
        QCOMPARE(console.engine->state(), State::Live);
    }

private Q_SLOTS:
    void aFirstSync_takesTheCursorBeforeTheRows()
    {
        Transcript console;
        (void)console.happens(event::Started{});
        (void)console.session();
        QCOMPARE(console.clientSaid(), u"Sync/state"_s);
        (void)console.serverAnswers(u"Sync/state"_s, {{u"state"_s, u"L.1.7"_s}, {u"scopeState"_s, u"g1"_s}});
        QCOMPARE(console.clientSaid(), u"Sync/page"_s);
        QVERIFY(!console.engine->status().usable);
        goToTickets(console);
        (void)console.serverAnswers(u"Sync/page"_s, page({Transcript::ticket(u"t2"_s, 1)}, u"k2"_s));
        QVERIFY(console.engine->status().usable); // from the first page of tickets on
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList{u"t2"_s});
        QCOMPARE(console.arguments().value(u"after"_s).toString(), u"k2"_s);
        QVERIFY(console.cache->cursor().isEmpty()); // not before everything is there
        (void)console.serverAnswers(u"Sync/page"_s, page({Transcript::ticket(u"t1"_s, 1)}));
        console.fillWith({}, {});
        // And then the log from the cursor that was taken first.
        QCOMPARE(console.clientSaid(), u"Sync/changes"_s);
        QCOMPARE(console.arguments().value(u"sinceState"_s).toString(), u"L.1.7"_s);
        (void)console.changes(u"L.1.9"_s);
        QCOMPARE(console.cache->cursor(), u"L.1.9"_s);
        QCOMPARE(console.localIds(u"Ticket"_s), (QStringList{u"t1"_s, u"t2"_s}));
        QCOMPARE(console.engine->status().dataAsOf, console.clock.now());
    }

    void whileAPageIsWritten_theNextOneIsOnItsWay()
    {
        Transcript console;
        toTicketsSlowly(console);
        (void)console.serverAnswers(u"Sync/page"_s, page({Transcript::ticket(u"t3"_s, 1)}, u"k3"_s));
        QCOMPARE(console.clientSaid(), u"Sync/page"_s);
        QCOMPARE(console.arguments().value(u"after"_s).toString(), u"k3"_s);
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList());
        (void)console.happens(event::Continued{});
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList{u"t3"_s});
    }

    void anAnswerThatIsFasterThanTheWriting_losesNoPage()
    {
        Transcript console;
        toTicketsSlowly(console);
        (void)console.serverAnswers(u"Sync/page"_s, page({Transcript::ticket(u"t3"_s, 1)}, u"k3"_s));
        (void)console.serverAnswers(u"Sync/page"_s, page({Transcript::ticket(u"t2"_s, 1)}, u"k2"_s));
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList{u"t3"_s});
        (void)console.happens(event::Continued{}); // that of the first page
        (void)console.happens(event::Continued{});
        QCOMPARE(console.localIds(u"Ticket"_s), (QStringList{u"t2"_s, u"t3"_s}));
        (void)console.serverAnswers(u"Sync/page"_s, page({Transcript::ticket(u"t1"_s, 1)}));
        (void)console.happens(event::Continued{});
        QCOMPARE(console.localIds(u"Ticket"_s), (QStringList{u"t1"_s, u"t2"_s, u"t3"_s}));
    }

    void aHeldPage_isWrittenThoughTheNextOneFails()
    {
        Transcript console;
        toTicketsSlowly(console);
        (void)console.serverAnswers(u"Sync/page"_s, page({Transcript::ticket(u"t3"_s, 1)}, u"k3"_s));
        (void)console.serverIsSilent();
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList{u"t3"_s});
        console.fireTimer();
        (void)console.session();
        QCOMPARE(console.arguments().value(u"after"_s).toString(), u"k3"_s);
    }

    void aHeldPageThatAReconnectOvertook_isAskedForAgain()
    {
        Transcript console;
        toTicketsSlowly(console);
        (void)console.serverAnswers(u"Sync/page"_s, page({Transcript::ticket(u"t3"_s, 1)}, u"k3"_s));
        (void)console.happens(event::WentOffline{});
        (void)console.happens(event::WentOnline{});
        (void)console.session();
        (void)console.happens(event::Continued{}); // of the connection before
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList());
        QCOMPARE(console.clientSaid(), u"Sync/page"_s);
        QCOMPARE(console.arguments().value(u"after"_s).toString(), QString());
        (void)console.serverAnswers(u"Sync/page"_s, page({Transcript::ticket(u"t3"_s, 1)}, u"k3"_s));
        (void)console.happens(event::Continued{});
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList{u"t3"_s});
    }

    void whatIsToBeSent_goesBetweenTwoPages()
    {
        Transcript console;
        toTicketsSlowly(console);
        (void)console.serverAnswers(u"Sync/page"_s, page({Transcript::ticket(u"t3"_s, 1)}, u"k3"_s));
        (void)console.perform(Follow{TicketId{u"t3"_s}, true});
        (void)console.serverAnswers(u"Sync/page"_s, page({Transcript::ticket(u"t2"_s, 1)}, u"k2"_s));
        QCOMPARE(console.clientSaid(), u"Intent/apply"_s);
        QCOMPARE(console.localIds(u"Ticket"_s), (QStringList{u"t2"_s, u"t3"_s})); // both pages were written before
    }

    void aFirstSyncThatWasKilled_goesOnWhereItWas()
    {
        Transcript console;
        (void)console.happens(event::Started{});
        (void)console.session();
        (void)console.serverAnswers(u"Sync/state"_s, {{u"state"_s, u"L.1.7"_s}, {u"scopeState"_s, u"g1"_s}});
        goToTickets(console);
        (void)console.serverAnswers(u"Sync/page"_s, page({Transcript::ticket(u"t2"_s, 1)}, u"k2"_s));
        console.crashAndRestart();
        QVERIFY(console.engine->status().usable);
        (void)console.happens(event::Started{});
        (void)console.session();
        QCOMPARE(console.clientSaid(), u"Sync/page"_s);
        QCOMPARE(console.arguments().value(u"after"_s).toString(), u"k2"_s);
        console.fillWith({}, {});
        QCOMPARE(console.arguments().value(u"sinceState"_s).toString(), u"L.1.7"_s); // the cursor of the beginning
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList{u"t2"_s});
    }

    void aPageOfTickets_bringsItsChildren()
    {
        Transcript console;
        (void)console.happens(event::Started{});
        (void)console.session();
        (void)console.serverAnswers(u"Sync/state"_s, {{u"state"_s, u"L.1.7"_s}, {u"scopeState"_s, u"g1"_s}});
        goToTickets(console);
        const QJsonObject children{{u"Message"_s, QJsonArray{message(u"m1"_s, u"t1"_s)}}, {u"Later"_s, QJsonArray()}};
        (void)console.serverAnswers(u"Sync/page"_s, page({Transcript::ticket(u"t1"_s, 1)}, {}, children));
        QCOMPARE(console.localIds(u"Message"_s), QStringList{u"m1"_s});
    }

    void changes_areFetchedAndAppliedWithTheirCursor()
    {
        Transcript console;
        liveWith(console, {Transcript::ticket(u"t1"_s, 1), Transcript::ticket(u"t2"_s, 1)});
        (void)console.happens(event::PushChanged{});
        (void)console.changes(u"L.1.5"_s, {Transcript::change(u"Ticket"_s, "updated", {u"t1"_s})});
        QCOMPARE(console.clientSaid(), u"Ticket/get"_s);
        QCOMPARE(console.cache->cursor(), u"L.1.1"_s); // not before the rows are here
        (void)console.serverAnswers(u"Ticket/get"_s, page({Transcript::ticket(u"t1"_s, 2, u"Tambour"_s)}));
        QCOMPARE(console.cache->cursor(), u"L.1.5"_s);
        QCOMPARE(console.localField(u"Ticket"_s, u"t1"_s, u"subject"_s), u"Tambour"_s);
        QCOMPARE(console.engine->state(), State::Live);
    }

    void recordsThatComeAlong_areTakenWithoutAnotherQuestion()
    {
        Transcript console;
        liveWith(console, {Transcript::ticket(u"t1"_s, 1)});
        (void)console.happens(event::PushChanged{});
        QCOMPARE(console.arguments().value(u"maxRecords"_s).toInt(), 50);
        const QJsonArray changes{Transcript::change(u"Ticket"_s, "updated", {u"t1"_s}),
                                 Transcript::change(u"Message"_s, "created", {u"m1"_s})};
        const QJsonArray records{rows(u"Ticket"_s, {Transcript::ticket(u"t1"_s, 2, u"Encre"_s)}),
                                 rows(u"Message"_s, {message(u"m1"_s, u"t1"_s)})};
        (void)console.serverAnswers(u"Sync/changes"_s, changesWith(records, changes));
        QCOMPARE(console.engine->state(), State::Live);
        QCOMPARE(console.cache->cursor(), u"L.1.5"_s);
        QCOMPARE(console.localField(u"Ticket"_s, u"t1"_s, u"subject"_s), u"Encre"_s);
        QCOMPARE(console.localIds(u"Message"_s), QStringList{u"m1"_s});
    }

    void recordsThatAreNotAll_areAskedFor_data()
    {
        QTest::addColumn<QJsonArray>("changes");
        QTest::addColumn<QJsonArray>("records");
        const auto changed = [](const QString &id) {
            return QJsonArray{Transcript::change(u"Ticket"_s, "updated", {id})};
        };
        QTest::newRow("none") << changed(u"t1"_s) << QJsonArray();
        QTest::newRow("another") << changed(u"t1"_s) << QJsonArray{rows(u"Ticket"_s, {Transcript::ticket(u"t2"_s, 2)})};
        // Its messages would be missing.
        QTest::newRow("a ticket that is not here")
            << changed(u"t2"_s) << QJsonArray{rows(u"Ticket"_s, {Transcript::ticket(u"t2"_s, 2)})};
    }
    void recordsThatAreNotAll_areAskedFor()
    {
        QFETCH(QJsonArray, changes);
        QFETCH(QJsonArray, records);
        Transcript console;
        liveWith(console, {Transcript::ticket(u"t1"_s, 1)});
        (void)console.happens(event::PushChanged{});
        (void)console.serverAnswers(u"Sync/changes"_s, changesWith(records, changes));
        QCOMPARE(console.engine->state(), State::Pulling);
        QVERIFY(console.clientSaid() == u"Ticket/get"_s || console.clientSaid() == u"Sync/page"_s);
        QCOMPARE(console.cache->cursor(), u"L.1.1"_s); // it has not passed them
    }

    void aTicketThatComesAlong_bringsItsMessages()
    {
        Transcript console;
        liveWith(console, {});
        (void)console.happens(event::PushChanged{});
        QJsonObject ticket = rows(u"Ticket"_s, {Transcript::ticket(u"t1"_s, 1)});
        ticket.insert(u"children"_s, QJsonObject{{u"Message"_s, QJsonArray{message(u"m1"_s, u"t1"_s)}}});
        const QJsonArray changes{Transcript::change(u"Ticket"_s, "created", {u"t1"_s})};
        (void)console.serverAnswers(u"Sync/changes"_s, changesWith({ticket}, changes));
        QCOMPARE(console.engine->state(), State::Live);
        QCOMPARE(console.localIds(u"Message"_s), QStringList{u"m1"_s});
    }

    void whatComesAlongAsNotFound_goes()
    {
        Transcript console;
        liveWith(console, {Transcript::ticket(u"t1"_s, 1)});
        (void)console.happens(event::PushChanged{});
        QJsonObject nothing = rows(u"Ticket"_s, {});
        nothing.insert(u"notFound"_s, QJsonArray{u"t1"_s});
        const QJsonArray changes{Transcript::change(u"Ticket"_s, "updated", {u"t1"_s})};
        (void)console.serverAnswers(u"Sync/changes"_s, changesWith({nothing}, changes));
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList());
    }

    void olderRows_neverReplaceNewerOnes()
    {
        Transcript console;
        liveWith(console, {Transcript::ticket(u"t1"_s, 5, u"new"_s)});
        (void)console.happens(event::PushChanged{});
        (void)console.changes(u"L.1.5"_s, {Transcript::change(u"Ticket"_s, "updated", {u"t1"_s})});
        (void)console.serverAnswers(u"Ticket/get"_s, page({Transcript::ticket(u"t1"_s, 4, u"old"_s)}));
        QCOMPARE(console.localField(u"Ticket"_s, u"t1"_s, u"subject"_s), u"new"_s);
    }

    void aTicketThatComesIntoSight_bringsItsMessages_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::newRow("created") << QByteArray("created");
        QTest::newRow("updated, but never seen here") << QByteArray("updated");
    }
    void aTicketThatComesIntoSight_bringsItsMessages()
    {
        QFETCH(QByteArray, list);
        Transcript console;
        liveWith(console, {});
        (void)console.happens(event::PushChanged{});
        (void)console.changes(u"L.1.5"_s, {Transcript::change(u"Ticket"_s, list.constData(), {u"t1"_s})});
        QCOMPARE(console.clientSaid(), u"Sync/page"_s);
        QCOMPARE(console.arguments().value(u"ids"_s).toArray(), QJsonArray{u"t1"_s});
        const QJsonObject children{{u"Message"_s, QJsonArray{message(u"m1"_s, u"t1"_s)}}};
        (void)console.serverAnswers(u"Sync/page"_s, page({Transcript::ticket(u"t1"_s, 1)}, {}, children));
        QCOMPARE(console.localIds(u"Message"_s), QStringList{u"m1"_s});
    }

    void whatIsDestroyedOrRemovedOrNotFound_goes_andNothingElse()
    {
        Transcript console;
        liveWith(console,
                 {Transcript::ticket(u"t1"_s, 1), Transcript::ticket(u"t2"_s, 1), Transcript::ticket(u"t3"_s, 1),
                  Transcript::ticket(u"t4"_s, 1)});
        (void)console.happens(event::PushChanged{});
        QJsonObject gone = Transcript::change(u"Ticket"_s, "removed", {u"t2"_s});
        gone.insert(u"destroyed"_s, QJsonArray{u"t1"_s, u"t2"_s});
        gone.insert(u"updated"_s, QJsonArray{u"t3"_s});
        (void)console.changes(u"L.1.5"_s, {gone});
        (void)console.serverAnswers(u"Ticket/get"_s, {{u"list"_s, QJsonArray()}, {u"notFound"_s, QJsonArray{u"t3"_s}}});
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList{u"t4"_s});
    }

    void anEmptyOrBrokenAnswer_deletesNothing_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty object") << QByteArray("{}");
        QTest::newRow("no JSON") << QByteArray("<html>");
        QTest::newRow("no response") << QByteArray(R"({"methodResponses":[]})");
        QTest::newRow("no list") << QByteArray(R"({"methodResponses":[["Ticket/get",{},"Ticket"]]})");
        QTest::newRow("unknown type") << QByteArray(
            R"({"methodResponses":[["Foo/get",{"list":[],"notFound":["t1"]},"Foo"]]})");
        QTest::newRow("error") << QByteArray(R"({"methodResponses":[["error",{"type":"serverFail"},"Ticket"]]})");
    }
    void anEmptyOrBrokenAnswer_deletesNothing()
    {
        QFETCH(QByteArray, body);
        Transcript console;
        liveWith(console, {Transcript::ticket(u"t1"_s, 1)});
        (void)console.happens(event::PushChanged{});
        (void)console.changes(u"L.1.5"_s, {Transcript::change(u"Ticket"_s, "updated", {u"t1"_s})});
        (void)console.serverSays(body);
        QCOMPARE(console.engine->state(), State::Offline);
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList{u"t1"_s});
        QCOMPARE(console.cache->cursor(), u"L.1.1"_s); // and the page is asked for again
        console.fireTimer();
        (void)console.session();
        QCOMPARE(console.arguments().value(u"sinceState"_s).toString(), u"L.1.1"_s);
    }

    void anAnswerToAnotherCursor_isNotBelieved()
    {
        Transcript console;
        liveWith(console, {Transcript::ticket(u"t1"_s, 1)});
        (void)console.happens(event::PushChanged{});
        (void)console.serverAnswers(
            u"Sync/changes"_s,
            {{u"oldState"_s, u"L.1.0"_s},
             {u"newState"_s, u"L.1.9"_s},
             {u"changes"_s, QJsonArray{Transcript::change(u"Ticket"_s, "removed", {u"t1"_s})}}});
        QCOMPARE(console.engine->status().reason, Code::Protocol);
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList{u"t1"_s});
        QCOMPARE(console.cache->cursor(), u"L.1.1"_s);
    }

    void pagesThatDoNotGoOn_endInBackOff_notInALoop()
    {
        Transcript console;
        liveWith(console, {});
        (void)console.happens(event::PushChanged{});
        (void)console.changes(u"L.1.1"_s, {}, true);
        QCOMPARE(console.engine->status().reason, Code::Protocol);
        QCOMPARE(console.engine->state(), State::Offline);
    }

    void aHintDuringAPull_pullsAgain()
    {
        Transcript console;
        liveWith(console, {});
        (void)console.happens(event::PushChanged{});
        (void)console.happens(event::PushChanged{});
        (void)console.changes(u"L.1.2"_s);
        QCOMPARE(console.clientSaid(), u"Sync/changes"_s);
        QCOMPARE(console.arguments().value(u"sinceState"_s).toString(), u"L.1.2"_s);
        (void)console.changes(u"L.1.2"_s);
        QCOMPARE(console.engine->state(), State::Live);
    }

    void aLostScope_isPurgedAtOnce_andTheRestFilledAgain()
    {
        Transcript console;
        QJsonObject other = Transcript::ticket(u"t2"_s, 1);
        other.insert(u"team"_s, u"e2"_s);
        liveWith(console, {Transcript::ticket(u"t1"_s, 1), other});
        (void)console.happens(event::PushChanged{});
        (void)console.serverRefuses(
            u"scopeChanged"_s,
            {{u"scopeState"_s, u"g2"_s}, {u"scopes"_s, QJsonArray{u"org"_s, u"agent:a1"_s, u"team:e1"_s}}});
        QCOMPARE(console.localIds(u"Ticket"_s), QStringList{u"t1"_s}); // before anything else is asked
        QCOMPARE(console.cache->scopeState(), u"g2"_s);
        QCOMPARE(console.cache->cursor(), u"L.1.1"_s); // does not move
        QCOMPARE(console.clientSaid(), u"Sync/page"_s);
        console.fillWith({Transcript::ticket(u"t1"_s, 1), Transcript::ticket(u"t3"_s, 1)}, {});
        QCOMPARE(console.arguments().value(u"sinceState"_s).toString(), u"L.1.1"_s);
        QCOMPARE(console.arguments().value(u"scopeState"_s).toString(), u"g2"_s);
        QCOMPARE(console.localIds(u"Ticket"_s), (QStringList{u"t1"_s, u"t3"_s}));
    }

    void aCursorThatIsTooOld_resyncs_rowsStayUntilTheNewOnesAreThere()
    {
        Transcript console;
        liveWith(console, {Transcript::ticket(u"t1"_s, 1), Transcript::ticket(u"t2"_s, 1)});
        const QString iid = console.perform(AddNote{MessageId{u"m9"_s}, TicketId{u"t1"_s}, u"Rappeler"_s});
        (void)console.serverIsSilent();
        console.fireTimer();
        (void)console.session();
        (void)console.serverIsSilent(); // the push of the note
        console.fireTimer();
        (void)console.session();
        QCOMPARE(console.clientSaid(), u"Intent/apply"_s);
        (void)console.serverAnswers(u"Intent/apply"_s, {{u"outcomes"_s, QJsonArray()}});
        QCOMPARE(console.clientSaid(), u"Sync/changes"_s);
        (void)console.serverRefuses(u"cannotCalculateChanges"_s, {{u"reason"_s, u"tooOld"_s}});
        QCOMPARE(console.clientSaid(), u"Sync/state"_s);
        QCOMPARE(console.localIds(u"Ticket"_s), (QStringList{u"t1"_s, u"t2"_s}));
        console.fillWith({Transcript::ticket(u"t1"_s, 1), Transcript::ticket(u"t3"_s, 1)}, u"M.1.1"_s);
        QCOMPARE(console.localIds(u"Ticket"_s), (QStringList{u"t1"_s, u"t3"_s}));
        QCOMPARE(console.cache->cursor(), u"M.1.1"_s);
        QCOMPARE(console.engine->status().pending, 1); // the outbox is untouched
        QVERIFY(console.outbox->find(iid));
        QVERIFY(console.localIds(u"Message"_s).contains(u"m9"_s)); // and still shown
    }

    void aSecondResyncWithinTheHour_asksTheAgent()
    {
        Transcript console;
        liveWith(console, {});
        (void)console.happens(event::PushChanged{});
        (void)console.serverRefuses(u"cannotCalculateChanges"_s, {{u"reason"_s, u"lineage"_s}});
        console.fillWith({}, u"M.1.1"_s);
        (void)console.serverRefuses(u"cannotCalculateChanges"_s, {{u"reason"_s, u"lineage"_s}});
        QCOMPARE(console.engine->status().phase, SyncPhase::Paused);
        QCOMPARE(console.engine->status().reason, Code::Protocol);
        (void)console.happens(event::Woken{}); // "sync now"
        (void)console.session();
        (void)console.serverRefuses(u"cannotCalculateChanges"_s, {{u"reason"_s, u"lineage"_s}});
        QCOMPARE(console.clientSaid(), u"Sync/state"_s);
    }
};

QTEST_GUILESS_MAIN(TestPulling)
#include "tst_pulling.moc"

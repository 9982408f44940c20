// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/presenceboard.h"
#include "tests/server/jmap/conformance/conformancefixture.h"

#include <QSignalSpy>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// One device's socket.
struct Desk {
    Desk(ConformanceFixture &company, const AgentId &agent)
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket, [this](const QString &text) {
            const QJsonObject frame = QJsonDocument::fromJson(text.toUtf8()).object();
            if (const auto now = ticketPresenceFrom(frame))
                told.append(*now);
            else
                others.append(frame);
        });
        QNetworkRequest request(QUrl(u"ws://127.0.0.1:%1/jmap/ws"_s.arg(company.port)));
        request.setRawHeader("Authorization", company.tokenFor(agent));
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({u"jmap"_s});
        socket.open(request, options);
        if (!QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::ConnectedState; })) qFatal("no socket");
    }
    void say(const OwnPresence &own)
    {
        socket.sendTextMessage(QString::fromUtf8(QJsonDocument(toJson(own)).toJson(QJsonDocument::Compact)));
    }
    [[nodiscard]] bool hears(const TicketPresence &expected)
    {
        return QTest::qWaitFor([&] { return !told.isEmpty() && told.constLast() == expected; });
    }
    /// Everything that was said before has been heard and answered.
    [[nodiscard]] bool settle()
    {
        const qsizetype before = others.size();
        socket.sendTextMessage(uR"({"@type":"Request","using":[],"methodCalls":[]})"_s);
        return QTest::qWaitFor([&] { return others.size() > before; });
    }

    QWebSocket socket;
    QList<TicketPresence> told;
    QList<QJsonObject> others;
};

} // namespace

/// Who is on a ticket, from socket to socket (sync.md 2.17).
class TestPresence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoOpensATicket_isSeenByTheOther_andSoIsHisLeaving()
    {
        ConformanceFixture company;
        const Agent koffi = company.agent(u"Koffi"_s, {company.printing.id});
        Desk his(company, koffi.id);
        his.say({});
        Desk hers(company, company.awa.id);
        hers.say({company.ticket.id, PresenceMode::Viewing});
        QVERIFY(his.hears({company.ticket.id, {{company.awa.id, PresenceMode::Viewing}}}));
        hers.say({company.ticket.id, PresenceMode::Replying});
        QVERIFY(his.hears({company.ticket.id, {{company.awa.id, PresenceMode::Replying}}}));
        hers.say({});
        QVERIFY(his.hears({company.ticket.id, {}}));
    }

    void whoComesLater_isToldWhoIsThere()
    {
        ConformanceFixture company;
        const Agent koffi = company.agent(u"Koffi"_s, {company.printing.id});
        Desk hers(company, company.awa.id);
        hers.say({company.ticket.id, PresenceMode::Replying});
        QVERIFY(hers.hears({company.ticket.id, {{company.awa.id, PresenceMode::Replying}}}));
        Desk his(company, koffi.id);
        his.say({company.ticket.id, PresenceMode::Viewing});
        QVERIFY(his.hears(
            {company.ticket.id, {{company.awa.id, PresenceMode::Replying}, {koffi.id, PresenceMode::Viewing}}}));
    }

    void whoMayNotSeeTheTicket_hearsNothing_andSaysNothing()
    {
        ConformanceFixture company;
        const Agent stranger = company.agent(u"Yao"_s, {company.legal.id});
        Desk theirs(company, stranger.id);
        theirs.say({company.ticket.id, PresenceMode::Viewing}); // he has the id from somewhere
        Desk hers(company, company.awa.id);
        hers.say({company.ticket.id, PresenceMode::Viewing});
        QVERIFY(hers.hears({company.ticket.id, {{company.awa.id, PresenceMode::Viewing}}}));
        QVERIFY(theirs.settle());
        QCOMPARE(theirs.told, QList<TicketPresence>());
    }

    void aSocketThatEnds_leavesItsTicket()
    {
        ConformanceFixture company;
        const Agent koffi = company.agent(u"Koffi"_s, {company.printing.id});
        Desk his(company, koffi.id);
        his.say({});
        {
            Desk hers(company, company.awa.id);
            hers.say({company.ticket.id, PresenceMode::Viewing});
            QVERIFY(his.hears({company.ticket.id, {{company.awa.id, PresenceMode::Viewing}}}));
        }
        QVERIFY(his.hears({company.ticket.id, {}}));
    }

    void whoIsSilentForHalfAMinute_isForgotten()
    {
        ConformanceFixture company;
        PresenceBoard board(*company.store);
        QSignalSpy changes(&board, &PresenceBoard::changed);
        const store::Caller awa = company.caller(company.awa.id);
        board.say(awa, {company.ticket.id, PresenceMode::Viewing}, this);
        company.clock.advance(20s);
        board.say(awa, {company.ticket.id, PresenceMode::Viewing}, this);
        company.clock.advance(20s);
        board.forgetSilent();
        QCOMPARE(board.visibleTo(awa).size(), 1); // said again in between
        company.clock.advance(10s);
        board.forgetSilent();
        QCOMPARE(board.visibleTo(awa).size(), 0);
        board.tellChanged();
        QCOMPARE(changes.size(), 1);
    }

    void theSocketBefore_doesNotTakeTheNewOneAlong()
    {
        ConformanceFixture company;
        PresenceBoard board(*company.store);
        const store::Caller awa = company.caller(company.awa.id);
        const QObject before;
        const QObject now;
        board.say(awa, {company.ticket.id, PresenceMode::Viewing}, &before);
        board.say(awa, {company.ticket.id, PresenceMode::Viewing}, &now);
        board.leave(awa.device, &before);
        QCOMPARE(board.visibleTo(awa).size(), 1);
        board.leave(awa.device, &now);
        QCOMPARE(board.visibleTo(awa).size(), 0);
    }

    void nothingOfIt_isStored()
    {
        ConformanceFixture company;
        const QString before = company.state();
        Desk hers(company, company.awa.id);
        const QString connected = company.state(); // her device is a row
        QVERIFY(connected != before);
        hers.say({company.ticket.id, PresenceMode::Replying});
        QVERIFY(hers.hears({company.ticket.id, {{company.awa.id, PresenceMode::Replying}}}));
        QCOMPARE(company.state(), connected);
    }

    void nonsense_isARequestError()
    {
        ConformanceFixture company;
        Desk hers(company, company.awa.id);
        hers.socket.sendTextMessage(uR"({"@type":"Presence","ticket":"t1","mode":"sleeping"})"_s);
        QVERIFY(QTest::qWaitFor([&] { return !hers.others.isEmpty(); }));
        QCOMPARE(hers.others.constFirst().value(u"@type"_s).toString(), u"RequestError"_s);
    }
};

QTEST_GUILESS_MAIN(TestPresence)
#include "tst_presence.moc"

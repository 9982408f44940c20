// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/server.h"
#include "jmapfixture.h"

#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;

/// Over real sockets on loopback.
class TestPush : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCommitInSight_isHintedWithTheNewState();
    void aCommitOutOfSight_isNot();
    void withoutPushEnabled_nothingIsSaid();
    void manyCommits_areGathered();
    void aDeviceThatMissedChanges_isToldAtOnce();
    void dataTypes_filterWhatIsTold();
    void newPermissions_changeEveryType();
    void whoeverLeftATeam_hearsOfTheOtherOnly();
    void aPushEnableOfTheWrongTypes_isARequestError();
    void aRequest_isAnsweredOnTheSocket();
    void aLargeRequest_keepsItsPlace();
    void whatWaitsBehindLargeRequests_isBounded();
    void nonsense_isARequestError();
    void logOut_endsTheSocket();
    void aStranger_isNotLetIn();
};

namespace {

struct Console {
    Console(const JmapFixture &fixture, quint16 port)
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket, [this](const QString &text) {
            messages.append(QJsonDocument::fromJson(text.toUtf8()).object());
        });
        QNetworkRequest request(QUrl(u"ws://127.0.0.1:%1/jmap/ws"_s.arg(port)));
        request.setRawHeader("Authorization", fixture.token);
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({u"jmap"_s});
        socket.open(request, options);
    }
    void say(const QByteArray &json) { socket.sendTextMessage(QString::fromUtf8(json)); }

    QList<QJsonObject> messages;
    QWebSocket socket;
};

struct PushFixture : JmapFixture {
    PushFixture() : server(router, clock), port(must(server.listen(QHostAddress::LocalHost, 0))) { logIn(); }

    /// Connected, and everything said so far was heard.
    [[nodiscard]] bool settle(Console &console)
    {
        const qsizetype before = console.messages.size();
        console.say(R"({"@type":"Request","id":"settle","using":[],"methodCalls":[]})");
        return QTest::qWaitFor([&console, before] {
            return console.messages.size() > before
                && console.messages.last().value(u"requestId"_s).toString() == u"settle"_s;
        });
    }
    [[nodiscard]] bool connect(Console &console)
    {
        return QTest::qWaitFor([&console] { return console.socket.state() == QAbstractSocket::ConnectedState; })
            && settle(console);
    }

    http::Server server;
    quint16 port;
};

int hintsIn(const Console &console)
{
    return int(std::count_if(console.messages.begin(), console.messages.end(), [](const QJsonObject &message) {
        return message.value(u"@type"_s).toString() == u"StateChange"_s;
    }));
}

QByteArray echo(const QByteArray &id, const QByteArray &text)
{
    return R"({"@type":"Request","id":")" + id + R"(","using":[],"methodCalls":[["Core/echo",{"text":")" + text
        + R"("},"0"]]})";
}

constexpr char enable[] = R"({"@type":"WebSocketPushEnable","dataTypes":null})";

} // namespace

void TestPush::aCommitInSight_isHintedWithTheNewState()
{
    PushFixture fixture;
    Console console(fixture, fixture.port);
    QVERIFY(fixture.connect(console));
    console.say(enable);
    QVERIFY(fixture.settle(console));
    fixture.ticket(fixture.printing.id);
    QTRY_COMPARE(hintsIn(console), 1);
    const QJsonObject hint = console.messages.last();
    QCOMPARE(hint.value(u"pushState"_s).toString(), fixture.state());
    const auto stateOf = [&fixture](const QByteArray &type) {
        return JmapFixture::argumentsOf(fixture.call("[[\"" + type + R"(/get",{@,"ids":[]},"0"]])"), 0)
            .value(u"state"_s);
    };
    // A ticket may have brought its messages, attachments and escalations with it.
    QCOMPARE(hint.value(u"changed"_s).toObject().value(u"company"_s).toObject(),
             (QJsonObject{{u"Akwaba"_s, fixture.state()},
                          {u"Ticket"_s, stateOf("Ticket")},
                          {u"Message"_s, stateOf("Message")},
                          {u"Attachment"_s, stateOf("Attachment")},
                          {u"Escalation"_s, stateOf("Escalation")}}));
}

void TestPush::aCommitOutOfSight_isNot()
{
    PushFixture fixture;
    Console console(fixture, fixture.port);
    QVERIFY(fixture.connect(console));
    console.say(enable);
    QVERIFY(fixture.settle(console));
    fixture.ticket(fixture.legal.id);
    QVERIFY(fixture.settle(console)); // on the same stream a hint would have come first
    QCOMPARE(hintsIn(console), 0);
}

void TestPush::withoutPushEnabled_nothingIsSaid()
{
    PushFixture fixture;
    Console console(fixture, fixture.port);
    QVERIFY(fixture.connect(console));
    fixture.ticket(fixture.printing.id);
    QVERIFY(fixture.settle(console));
    console.say(enable);
    console.say(R"({"@type":"WebSocketPushDisable"})");
    QVERIFY(fixture.settle(console));
    fixture.ticket(fixture.printing.id);
    QVERIFY(fixture.settle(console));
    QCOMPARE(hintsIn(console), 0);
}

void TestPush::manyCommits_areGathered()
{
    PushFixture fixture;
    Console console(fixture, fixture.port);
    QVERIFY(fixture.connect(console));
    console.say(enable);
    QVERIFY(fixture.settle(console));
    for (int i = 0; i < 20; ++i)
        fixture.ticket(fixture.printing.id);
    QTRY_COMPARE(hintsIn(console), 1); // the first at once
    fixture.clock.advance(JmapFixture::settings().pushEvery);
    QTRY_COMPARE(hintsIn(console), 2); // then one for all the others
    QCOMPARE(console.messages.last().value(u"pushState"_s).toString(), fixture.state());
    QVERIFY(fixture.settle(console));
    QCOMPARE(hintsIn(console), 2);
}

void TestPush::aDeviceThatMissedChanges_isToldAtOnce()
{
    PushFixture fixture;
    const QByteArray before = fixture.state().toLatin1();
    fixture.ticket(fixture.printing.id);
    Console console(fixture, fixture.port);
    QVERIFY(fixture.connect(console));
    const QByteArray now = fixture.state().toLatin1();
    console.say(R"({"@type":"WebSocketPushEnable","dataTypes":null,"pushState":")" + now + "\"}");
    QVERIFY(fixture.settle(console));
    QCOMPARE(hintsIn(console), 0);
    console.say(R"({"@type":"WebSocketPushEnable","dataTypes":null,"pushState":")" + before + "\"}");
    QTRY_COMPARE(hintsIn(console), 1);
}

void TestPush::dataTypes_filterWhatIsTold()
{
    PushFixture fixture;
    Console console(fixture, fixture.port);
    QVERIFY(fixture.connect(console));
    console.say(R"({"@type":"WebSocketPushEnable","dataTypes":["Ticket","Nothing"]})");
    QVERIFY(fixture.settle(console));
    fixture.ticket(fixture.printing.id);
    QTRY_COMPARE(hintsIn(console), 1);
    const QJsonValue changed = console.messages.last().value(u"changed"_s);
    QCOMPARE(changed[u"company"_s].toObject().keys(), QStringList{u"Ticket"_s});
    fixture.team(u"Sales"_s);
    QVERIFY(fixture.settle(console));
    QCOMPARE(hintsIn(console), 1);
}

void TestPush::newPermissions_changeEveryType()
{
    PushFixture fixture;
    Console console(fixture, fixture.port);
    QVERIFY(fixture.connect(console));
    console.say(R"({"@type":"WebSocketPushEnable","dataTypes":["Ticket","Product"]})");
    QVERIFY(fixture.settle(console));
    fixture.awa.teams = {fixture.legal.id};
    fixture.put(fixture.awa);
    QTRY_COMPARE(hintsIn(console), 1);
    QCOMPARE(console.messages.last().value(u"changed"_s)[u"company"_s].toObject().keys(),
             (QStringList{u"Product"_s, u"Ticket"_s}));
}

void TestPush::whoeverLeftATeam_hearsOfTheOtherOnly()
{
    PushFixture fixture;
    Console console(fixture, fixture.port);
    QVERIFY(fixture.connect(console));
    console.say(R"({"@type":"WebSocketPushEnable","dataTypes":["Ticket"]})");
    QVERIFY(fixture.settle(console));
    fixture.awa.teams = {fixture.legal.id};
    fixture.put(fixture.awa);
    QTRY_COMPARE(hintsIn(console), 1);
    fixture.ticket(fixture.printing.id);
    QVERIFY(fixture.settle(console));
    QCOMPARE(hintsIn(console), 1);
    fixture.clock.advance(JmapFixture::settings().pushEvery);
    fixture.ticket(fixture.legal.id);
    QTRY_COMPARE(hintsIn(console), 2);
}

void TestPush::aPushEnableOfTheWrongTypes_isARequestError()
{
    PushFixture fixture;
    Console console(fixture, fixture.port);
    QVERIFY(fixture.connect(console));
    for (const char *wrong : {R"({"@type":"WebSocketPushEnable","dataTypes":"Ticket"})",
                              R"({"@type":"WebSocketPushEnable","dataTypes":null,"pushState":7})"}) {
        console.messages.clear();
        console.say(wrong);
        QTRY_COMPARE(console.messages.size(), 1);
        QCOMPARE(console.messages[0].value(u"type"_s).toString(), u"urn:ietf:params:jmap:error:notRequest"_s);
    }
}

void TestPush::aRequest_isAnsweredOnTheSocket()
{
    PushFixture fixture;
    Console console(fixture, fixture.port);
    QVERIFY(fixture.connect(console));
    console.say(R"({"@type":"Request","id":"r7","using":["urn:ietf:params:jmap:core"],
                    "methodCalls":[["Core/echo",{"a":1},"0"]]})");
    QTRY_COMPARE(console.messages.last().value(u"requestId"_s).toString(), u"r7"_s);
    const QJsonObject answer = console.messages.last();
    QCOMPARE(answer.value(u"@type"_s).toString(), u"Response"_s);
    QCOMPARE(JmapFixture::nameOf(answer.value(u"methodResponses"_s).toArray(), 0), u"Core/echo"_s);
    QCOMPARE(answer.value(u"serverTime"_s).toString(), u"2026-11-23T09:00:00.000Z"_s);
}

void TestPush::aLargeRequest_keepsItsPlace()
{
    PushFixture fixture;
    Console console(fixture, fixture.port);
    QVERIFY(fixture.connect(console));
    console.messages.clear();
    console.say(echo("1", QByteArray(1'000'000, 'a')));
    console.say(echo("2", "b"));
    console.say(echo("3", QByteArray(100'000, 'a')));
    QTRY_COMPARE(console.messages.size(), 3);
    for (qsizetype i = 0; i < 3; ++i)
        QCOMPARE(console.messages.at(i).value(u"requestId"_s).toString(), QString::number(i + 1));
}

void TestPush::whatWaitsBehindLargeRequests_isBounded()
{
    PushFixture fixture;
    Console console(fixture, fixture.port);
    QVERIFY(fixture.connect(console));
    console.messages.clear();
    const int most = JmapFixture::settings().maxConcurrentRequests;
    console.say(echo("1", QByteArray(8'000'000, 'a')));
    for (int i = 0; i < 3 * most; ++i) // in one piece, so that they are there before the first one was read
        console.say(echo("2", "b"));
    QTRY_COMPARE(console.messages.size(), 1 + 3 * most);
    const auto refused =
        std::count_if(console.messages.begin(), console.messages.end(), [](const QJsonObject &message) {
            return message.value(u"limit"_s).toString() == u"maxConcurrentRequests"_s;
        });
    QVERIFY2(refused > 0 && refused <= 1 + 2 * most, QByteArray::number(qint64(refused)).constData());
    QVERIFY(fixture.settle(console));
}

void TestPush::nonsense_isARequestError()
{
    PushFixture fixture;
    Console console(fixture, fixture.port);
    QVERIFY(fixture.connect(console));
    console.messages.clear();
    console.say("{");
    console.say(R"({"@type":"Request","id":"r8","using":["https://example.com/x"],"methodCalls":[]})");
    QTRY_COMPARE(console.messages.size(), 2);
    QCOMPARE(console.messages[0].value(u"@type"_s).toString(), u"RequestError"_s);
    QCOMPARE(console.messages[0].value(u"type"_s).toString(), u"urn:ietf:params:jmap:error:notJSON"_s);
    QVERIFY(console.messages[0].value(u"requestId"_s).isNull());
    QCOMPARE(console.messages[1].value(u"type"_s).toString(), u"urn:ietf:params:jmap:error:unknownCapability"_s);
    QCOMPARE(console.messages[1].value(u"requestId"_s).toString(), u"r8"_s);
}

void TestPush::logOut_endsTheSocket()
{
    PushFixture fixture;
    Console console(fixture, fixture.port);
    QVERIFY(fixture.connect(console));
    QCOMPARE(fixture.api.push().sessionCount(), 1U);
    QCOMPARE(fixture.ask("POST", "/auth/logout", {}, fixture.token).status, 204);
    QTRY_COMPARE(console.socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(console.socket.closeCode(), QWebSocketProtocol::CloseCodePolicyViolated);
    QTRY_COMPARE(fixture.api.push().sessionCount(), 0U);
}

void TestPush::aStranger_isNotLetIn()
{
    PushFixture fixture;
    fixture.token = "Bearer guess";
    Console console(fixture, fixture.port);
    QTRY_COMPARE(console.socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(!console.socket.errorString().isEmpty());
    QCOMPARE(fixture.api.push().sessionCount(), 0U);
}

QTEST_GUILESS_MAIN(TestPush)
#include "tst_push.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jmapfixture.h"

#include <QTest>

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;

/// Method calls as a client sends them, over a real store.
class TestDispatcher : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void echo_givesTheArgumentsBack();
    void anUnknownMethod_doesNotStopTheOthers();
    void vendorMethods_needTheVendorInUsing();
    void theAccount_mustBeTheOneThereIs();
    void get_givesWhatMayBeSeenAndNamesTheRest();
    void get_reducesToProperties();
    void get_ofTooManyIsRefused();
    void changes_followsOneType();
    void changes_ofANonsenseStateIsRefused();
    void changes_afterNewPermissionsAreRefused();
    void unknownArguments_areRefused();
    void anUnknownArgument_isNamedInWholeLetters();
    void syncChanges_givesAllTypesAndThenNothing();
    void syncChanges_bringsAFewRecordsAlong();
    void syncChanges_onStaleScopesSaysWhichTheyAre();
    void aBackReference_getsWhatTheQueryFound();
    void syncPage_pagesTicketsWithTheirChildren();
    void syncPage_ofIdsNamesWhatIsNotToBeSeen();
    void intents_areHandedOverInOrder();
    void intents_ofAnotherDeviceAreRefused();
    void anUnreadableIntent_keepsItsPlace();
    void aPlaceOutOfRange_isRefused_data();
    void aPlaceOutOfRange_isRefused();
    void aGapInTheOrder_isToldWithTheExpectedNumber();
    void callsBehindIntents_waitForThemAndSeeTheirWork();
    void moreRequestsAtOnceThanAllowed_areRefused();
    void aLargeRequest_keepsNobodyWaiting();
    void aLargeRequest_countsWhileItWaitsToBeRead();
    void moreValuesThanAllowed_areRefusedByName_data();
    void moreValuesThanAllowed_areRefusedByName();
};

namespace {

/// Sent, and answered later.
struct Asked {
    Asked(JmapFixture &fixture, const QByteArray &body)
        : answer(fixture.begin("POST", "/jmap/api", body, fixture.token))
    {
    }
    [[nodiscard]] QString firstArgument() const
    {
        const QJsonArray answers = JmapFixture::objectIn(*answer).value(u"methodResponses"_s).toArray();
        return JmapFixture::argumentsOf(answers, 0).value(u"text"_s).toString();
    }

    std::shared_ptr<const http::Response> answer;
};

QByteArray echoOf(const QByteArray &text)
{
    return R"({"using":[],"methodCalls":[["Core/echo",{"text":")" + text + R"("},"0"]]})";
}

} // namespace

void TestDispatcher::echo_givesTheArgumentsBack()
{
    JmapFixture fixture;
    fixture.logIn();
    const QJsonArray answers = fixture.call(R"([["Core/echo",{"hello":true,"high":5},"b3ff"]])", false);
    QCOMPARE(answers, QJsonDocument::fromJson(R"([["Core/echo",{"hello":true,"high":5},"b3ff"]])").array());
}

void TestDispatcher::anUnknownMethod_doesNotStopTheOthers()
{
    JmapFixture fixture;
    fixture.logIn();
    const QJsonArray answers =
        fixture.call(R"([["Ticket/fly",{@},"0"],["Nothing/get",{@},"1"],["nonsense",{},"2"],["Core/echo",{},"3"]])");
    QCOMPARE(answers.size(), 4);
    for (int at : {0, 1, 2})
        QCOMPARE(JmapFixture::errorOf(answers, at), u"unknownMethod"_s);
    QCOMPARE(JmapFixture::nameOf(answers, 3), u"Core/echo"_s);
}

void TestDispatcher::vendorMethods_needTheVendorInUsing()
{
    JmapFixture fixture;
    fixture.logIn();
    const QByteArray call = R"([["Sync/state",{@},"0"]])";
    QCOMPARE(JmapFixture::errorOf(fixture.call(call, false), 0), u"unknownMethod"_s);
    QCOMPARE(JmapFixture::nameOf(fixture.call(call), 0), u"Sync/state"_s);
}

void TestDispatcher::theAccount_mustBeTheOneThereIs()
{
    JmapFixture fixture;
    fixture.logIn();
    const QJsonArray answers = fixture.call(R"([["Ticket/get",{"accountId":"x"},"0"],["Ticket/get",{},"1"]])");
    QCOMPARE(JmapFixture::errorOf(answers, 0), u"accountNotFound"_s);
    QCOMPARE(JmapFixture::errorOf(answers, 1), u"invalidArguments"_s);
}

void TestDispatcher::get_givesWhatMayBeSeenAndNamesTheRest()
{
    JmapFixture fixture;
    fixture.logIn();
    const Ticket mine = fixture.ticket(fixture.printing.id);
    const Ticket theirs = fixture.ticket(fixture.legal.id);
    const QByteArray ids = "\"" + mine.id.value.toLatin1() + "\",\"" + theirs.id.value.toLatin1() + "\",\"tnone\"";
    const QJsonArray answers = fixture.call("[[\"Ticket/get\",{@,\"ids\":[" + ids + "]},\"0\"]]");
    const QJsonObject got = JmapFixture::argumentsOf(answers, 0);
    QCOMPARE(got.value(u"list"_s).toArray(), QJsonArray{toJson(mine)});
    QCOMPARE(got.value(u"notFound"_s).toArray(), (QJsonArray{theirs.id.value, u"tnone"_s}));
    QVERIFY(!got.value(u"state"_s).toString().isEmpty());
    const QJsonObject all = JmapFixture::argumentsOf(fixture.call(R"([["Ticket/get",{@,"ids":null},"0"]])"), 0);
    QCOMPARE(all.value(u"list"_s).toArray(), QJsonArray{toJson(mine)});
}

void TestDispatcher::get_reducesToProperties()
{
    JmapFixture fixture;
    fixture.logIn();
    const Ticket ticket = fixture.ticket(fixture.printing.id);
    const QJsonArray answers = fixture.call(R"([["Ticket/get",{@,"ids":null,"properties":["subject"]},"0"],
                                                ["Ticket/get",{@,"ids":null,"properties":["password"]},"1"]])");
    QCOMPARE(JmapFixture::argumentsOf(answers, 0).value(u"list"_s).toArray(),
             (QJsonArray{QJsonObject{{u"id"_s, ticket.id.value}, {u"subject"_s, u"Toner"_s}}}));
    QCOMPARE(JmapFixture::errorOf(answers, 1), u"invalidArguments"_s);
}

void TestDispatcher::get_ofTooManyIsRefused()
{
    JmapFixture fixture;
    fixture.logIn();
    QByteArray ids = QByteArray("\"t\",").repeated(11);
    ids.chop(1);
    QCOMPARE(JmapFixture::errorOf(fixture.call("[[\"Ticket/get\",{@,\"ids\":[" + ids + "]},\"0\"]]"), 0),
             u"requestTooLarge"_s);
    for (int i = 0; i < 11; ++i)
        fixture.ticket(fixture.printing.id);
    QCOMPARE(JmapFixture::errorOf(fixture.call(R"([["Ticket/get",{@,"ids":null},"0"]])"), 0), u"requestTooLarge"_s);
}

void TestDispatcher::changes_followsOneType()
{
    JmapFixture fixture;
    fixture.logIn();
    const Ticket ticket = fixture.ticket(fixture.printing.id);
    const QJsonArray before = fixture.call(R"([["Ticket/get",{@,"ids":[]},"0"]])");
    const QByteArray since = JmapFixture::argumentsOf(before, 0).value(u"state"_s).toString().toLatin1();
    const QByteArray ask = "[[\"Ticket/changes\",{@,\"sinceState\":\"" + since + "\"},\"0\"]]";
    fixture.message(ticket.id); // another type may move the ticket, but never without saying so
    const Ticket another = fixture.ticket(fixture.printing.id);
    const QJsonObject changes = JmapFixture::argumentsOf(fixture.call(ask), 0);
    QCOMPARE(changes.value(u"oldState"_s).toString().toLatin1(), since);
    QVERIFY(changes.value(u"created"_s).toArray().contains(another.id.value));
    QVERIFY(!changes.value(u"created"_s).toArray().contains(ticket.id.value));
    QCOMPARE(changes.value(u"hasMoreChanges"_s).toBool(true), false);
    QVERIFY(!changes.contains(u"removed"_s));
    const QJsonArray bad = fixture.call("[[\"Ticket/changes\",{@,\"sinceState\":\"" + since
                                        + "\",\"maxChanges\":0},\"0\"],[\"Ticket/changes\",{@},\"1\"]]");
    QCOMPARE(JmapFixture::errorOf(bad, 0), u"invalidArguments"_s);
    QCOMPARE(JmapFixture::errorOf(bad, 1), u"invalidArguments"_s);
}

void TestDispatcher::changes_ofANonsenseStateIsRefused()
{
    JmapFixture fixture;
    fixture.logIn();
    const QJsonArray answers = fixture.call(R"([["Ticket/changes",{@,"sinceState":"nonsense"},"0"]])");
    QCOMPARE(JmapFixture::errorOf(answers, 0), u"cannotCalculateChanges"_s);
    QCOMPARE(JmapFixture::argumentsOf(answers, 0).value(u"reason"_s).toString(), u"lineage"_s);
}

void TestDispatcher::changes_afterNewPermissionsAreRefused()
{
    JmapFixture fixture;
    fixture.logIn();
    fixture.ticket(fixture.legal.id); // the last thing that was logged, and not his to see
    const auto stateOf = [&fixture] {
        return JmapFixture::argumentsOf(fixture.call(R"([["Ticket/get",{@,"ids":[]},"0"]])", false), 0)
            .value(u"state"_s)
            .toString();
    };
    const QString before = stateOf();
    const auto changes = [&fixture](const QString &since) {
        return fixture.call("[[\"Ticket/changes\",{@,\"sinceState\":\"" + since.toLatin1() + "\"},\"0\"]]", false);
    };
    fixture.awa.teams = {fixture.printing.id, fixture.legal.id};
    fixture.put(fixture.awa);
    QVERIFY(stateOf() != before);
    QCOMPARE(JmapFixture::errorOf(changes(before), 0), u"cannotCalculateChanges"_s);
    QCOMPARE(JmapFixture::nameOf(changes(stateOf()), 0), u"Ticket/changes"_s);
}

void TestDispatcher::unknownArguments_areRefused()
{
    JmapFixture fixture;
    fixture.logIn();
    const QJsonArray answers = fixture.call(R"([["Ticket/get",{@,"ids":[],"colour":"red"},"0"],
        ["Ticket/query",{@,"filters":{}},"1"],["Ticket/changes",{@,"sinceState":"x","limit":1},"2"]])");
    for (int at : {0, 1, 2})
        QCOMPARE(JmapFixture::errorOf(answers, at), u"invalidArguments"_s);
}

/// Half a letter would be no I-JSON.
void TestDispatcher::anUnknownArgument_isNamedInWholeLetters()
{
    JmapFixture fixture;
    fixture.logIn();
    const QByteArray name = QByteArray(99, 'x') + "\xf0\x9f\x98\x80";
    const QJsonArray answers = fixture.call("[[\"Ticket/get\",{@,\"" + name + "\":1},\"0\"]]");
    QCOMPARE(JmapFixture::errorOf(answers, 0), u"invalidArguments"_s);
    const QString description = JmapFixture::argumentsOf(answers, 0).value(u"description"_s).toString();
    QVERIFY(description.contains(QString(99, u'x')));
    QVERIFY(std::ranges::none_of(description, [](QChar unit) { return unit.isSurrogate(); }));
}

void TestDispatcher::syncChanges_givesAllTypesAndThenNothing()
{
    JmapFixture fixture;
    fixture.logIn();
    const QJsonObject start = JmapFixture::argumentsOf(fixture.call(R"([["Sync/state",{@},"0"]])"), 0);
    const QByteArray scopes = start.value(u"scopeState"_s).toString().toLatin1();
    const auto changesSince = [&](const QJsonValue &state) {
        const QJsonArray answers = fixture.call("[[\"Sync/changes\",{@,\"sinceState\":\"" + state.toString().toLatin1()
                                                + "\",\"scopeState\":\"" + scopes + "\"},\"0\"]]");
        return JmapFixture::argumentsOf(answers, 0);
    };
    const Ticket ticket = fixture.ticket(fixture.printing.id);
    const Message message = fixture.message(ticket.id);
    const QJsonObject page = changesSince(start.value(u"state"_s));
    const Result<SyncPage> read = syncPageFromJson(page);
    QVERIFY(read);
    QStringList created;
    for (const TypeChanges &changes : read->changes)
        created += changes.created;
    QVERIFY(created.contains(ticket.id.value) && created.contains(message.id.value));
    QCOMPARE(page.value(u"serverTime"_s).toString(), u"2026-11-23T09:00:00.000Z"_s);
    const QJsonObject nothing = changesSince(page.value(u"newState"_s));
    QCOMPARE(nothing.value(u"newState"_s), page.value(u"newState"_s));
    QCOMPARE(nothing.value(u"hasMoreChanges"_s).toBool(true), false);
}

void TestDispatcher::syncChanges_bringsAFewRecordsAlong()
{
    JmapFixture fixture;
    fixture.logIn();
    Ticket known = fixture.ticket(fixture.printing.id);
    const QJsonObject start = JmapFixture::argumentsOf(fixture.call(R"([["Sync/state",{@},"0"]])"), 0);
    const QByteArray since = "\"sinceState\":\"" + start.value(u"state"_s).toString().toLatin1()
        + "\",\"scopeState\":\"" + start.value(u"scopeState"_s).toString().toLatin1() + "\"";
    const auto recordsOf = [&](const QByteArray &most) {
        const QJsonArray answers = fixture.call("[[\"Sync/changes\",{@," + since + most + "},\"0\"]]");
        return JmapFixture::argumentsOf(answers, 0).value(u"records"_s);
    };
    known.subject = u"Encre"_s;
    fixture.put(known);
    const Ticket ticket = fixture.ticket(fixture.printing.id);
    const Message message = fixture.message(ticket.id);
    QVERIFY(recordsOf({}).isUndefined());
    QVERIFY(recordsOf(",\"maxRecords\":2").isUndefined()); // there are three
    QMap<QString, QStringList> ids;
    QStringList children;
    for (const QJsonValue &each : recordsOf(",\"maxRecords\":3").toArray()) {
        for (const QJsonValue &record : each[u"list"_s].toArray())
            ids[each[u"type"_s].toString()] += record[u"id"_s].toString();
        for (const QJsonValue &child : each[u"children"_s][u"Message"_s].toArray())
            children += child[u"id"_s].toString();
    }
    QCOMPARE(ids.value(u"Message"_s), QStringList{message.id.value});
    QCOMPARE(QSet<QString>(ids[u"Ticket"_s].begin(), ids[u"Ticket"_s].end()),
             (QSet<QString>{known.id.value, ticket.id.value}));
    QCOMPARE(children, QStringList{message.id.value}); // of the ticket that came, not of the one that changed
}

void TestDispatcher::syncChanges_onStaleScopesSaysWhichTheyAre()
{
    JmapFixture fixture;
    fixture.logIn();
    const QByteArray state = fixture.state().toLatin1();
    const QJsonArray answers =
        fixture.call("[[\"Sync/changes\",{@,\"sinceState\":\"" + state + "\",\"scopeState\":\"old\"},\"0\"]]");
    QCOMPARE(JmapFixture::errorOf(answers, 0), u"scopeChanged"_s);
    const QJsonObject error = JmapFixture::argumentsOf(answers, 0);
    QCOMPARE(error.value(u"scopeState"_s).toString(), fixture.scopeState(fixture.awa.id));
    QVERIFY(error.value(u"scopes"_s).toArray().contains(QString(u"team:"_s + fixture.printing.id.value)));
    QVERIFY(!error.value(u"scopes"_s).toArray().contains(QString(u"team:"_s + fixture.legal.id.value)));
}

void TestDispatcher::aBackReference_getsWhatTheQueryFound()
{
    JmapFixture fixture;
    fixture.logIn();
    const Ticket ticket = fixture.ticket(fixture.printing.id);
    const Message message = fixture.message(ticket.id);
    const QByteArray id = ticket.id.value.toLatin1();
    const QJsonArray answers = fixture.call("[[\"Message/query\",{@,\"filter\":{\"ticket\":\"" + id + R"("}},"q"],
        ["Message/get",{@,"#ids":{"resultOf":"q","name":"Message/query","path":"/ids"}},"g"],
        ["Message/get",{@,"#ids":{"resultOf":"x","name":"Message/query","path":"/ids"}},"h"]])");
    const QJsonArray list = JmapFixture::argumentsOf(answers, 1).value(u"list"_s).toArray();
    QVERIFY(list.contains(toJson(*fixture.find<Message>(message.id))));
    QCOMPARE(JmapFixture::errorOf(answers, 2), u"invalidResultReference"_s);
}

void TestDispatcher::syncPage_pagesTicketsWithTheirChildren()
{
    JmapFixture fixture;
    fixture.logIn();
    QSet<QString> expected;
    for (int i = 0; i < 5; ++i) {
        const Ticket ticket = fixture.ticket(fixture.printing.id);
        fixture.message(ticket.id);
        expected.insert(ticket.id.value);
    }
    fixture.ticket(fixture.legal.id);
    QSet<QString> seen;
    QString after;
    int pages = 0;
    do {
        const QByteArray from = after.isEmpty() ? QByteArray() : ",\"after\":\"" + after.toLatin1() + "\"";
        const QJsonObject page = JmapFixture::argumentsOf(
            fixture.call("[[\"Sync/page\",{@,\"type\":\"Ticket\",\"limit\":2" + from + "},\"0\"]]"), 0);
        QCOMPARE(page.value(u"total"_s).toInt(), 5);
        const QJsonArray list = page.value(u"list"_s).toArray();
        for (const QJsonValue &ticket : list)
            seen.insert(ticket.toObject().value(u"id"_s).toString());
        if (!list.isEmpty())
            QCOMPARE(page.value(u"children"_s).toObject().value(u"Message"_s).toArray().size(), list.size());
        after = page.value(u"after"_s).toString();
        ++pages;
    } while (!after.isEmpty() && pages < 10);
    QCOMPARE(seen, expected);
    QVERIFY(pages >= 3);
}

void TestDispatcher::syncPage_ofIdsNamesWhatIsNotToBeSeen()
{
    JmapFixture fixture;
    fixture.logIn();
    const Ticket mine = fixture.ticket(fixture.printing.id);
    const Message message = fixture.message(mine.id);
    const Ticket theirs = fixture.ticket(fixture.legal.id);
    const QJsonObject page = JmapFixture::argumentsOf(fixture.call("[[\"Sync/page\",{@,\"type\":\"Ticket\",\"ids\":[\""
                                                                   + mine.id.value.toLatin1() + "\",\""
                                                                   + theirs.id.value.toLatin1() + "\"]},\"0\"]]"),
                                                      0);
    QCOMPARE(page.value(u"list"_s).toArray().size(), 1);
    QCOMPARE(page.value(u"notFound"_s).toArray(), QJsonArray{theirs.id.value});
    const QJsonArray messages = page.value(u"children"_s).toObject().value(u"Message"_s).toArray();
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages.first().toObject().value(u"id"_s).toString(), message.id.value);
    QCOMPARE(JmapFixture::errorOf(fixture.call(R"([["Sync/page",{@,"type":"Nothing"},"0"]])"), 0),
             u"invalidArguments"_s);
}

namespace {

QByteArray applyCall(const QString &device, const QByteArray &intents)
{
    return "[\"Intent/apply\",{@,\"device\":\"" + device.toLatin1() + "\",\"ackedThrough\":3,\"intents\":[" + intents
        + "]},\"a\"]";
}

QByteArray noteIntent(const QByteArray &iid, int dseq)
{
    return R"({"iid":")" + iid + R"(","dseq":)" + QByteArray::number(dseq)
        + R"(,"op":"message.note","opver":1,"entity":"t1","args":{"text":"Bonjour"}})";
}

} // namespace

void TestDispatcher::intents_areHandedOverInOrder()
{
    JmapFixture fixture;
    const QString device = fixture.logIn().value(u"device"_s).toString();
    Outcome outcome;
    outcome.iid = u"i4"_s;
    outcome.kind = OutcomeKind::Accepted;
    fixture.answerAtOnce = Applied{{outcome}, {}};
    const QJsonArray answers =
        fixture.call("[" + applyCall(device, noteIntent("i4", 4) + "," + noteIntent("i5", 5)) + "]");
    QCOMPARE(fixture.batches.size(), 1);
    const IntentBatch &batch = fixture.batches.first();
    QCOMPARE(batch.caller.agent, fixture.awa.id);
    QCOMPARE(batch.caller.device.value, device);
    QCOMPARE(batch.ackedThrough, 3);
    QCOMPARE(batch.intents.size(), 2);
    QCOMPARE(batch.intents.last().dseq, 5);
    QCOMPARE(batch.intents.last().intent.iid, u"i5"_s);
    QCOMPARE(batch.intents.last().intent.args.value(u"text"_s).toString(), u"Bonjour"_s);
    const QJsonObject answer = JmapFixture::argumentsOf(answers, 0);
    QCOMPARE(answer.value(u"outcomes"_s).toArray().first().toObject().value(u"outcome"_s).toString(), u"accepted"_s);
    QCOMPARE(answer.value(u"newState"_s).toString(), fixture.state());
}

void TestDispatcher::intents_ofAnotherDeviceAreRefused()
{
    JmapFixture fixture;
    const QString device = fixture.logIn().value(u"device"_s).toString();
    const QJsonArray answers =
        fixture.call("[" + applyCall(u"dother"_s, noteIntent("i1", 1)) + "," + applyCall(device, R"({"iid":"i1"})")
                     + "," + applyCall(device, R"({"dseq":1})") + "]");
    for (int at : {0, 1, 2})
        QCOMPARE(JmapFixture::errorOf(answers, at), u"invalidArguments"_s);
    QVERIFY(fixture.batches.isEmpty());
}

void TestDispatcher::aPlaceOutOfRange_isRefused_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::newRow("acked") << QByteArray(R"("ackedThrough":9223372036854775807,"intents":[])");
    QTest::newRow("forgotten") << QByteArray(R"("ackedThrough":0,"forgottenThrough":9223372036854775807,"intents":[])");
    QTest::newRow("forgotten, negative") << QByteArray(R"("ackedThrough":0,"forgottenThrough":-1,"intents":[])");
    QTest::newRow("place") << QByteArray(
        R"("ackedThrough":0,"intents":[{"iid":"i1","dseq":9223372036854775807,"op":"x","args":{}}])");
    QTest::newRow("name") << QByteArray(
        R"("ackedThrough":0,"intents":[{"iid":"a\u0000b","dseq":1,"op":"x","args":{}}])");
}

void TestDispatcher::aPlaceOutOfRange_isRefused()
{
    QFETCH(const QByteArray, arguments);
    JmapFixture fixture;
    const QByteArray device = fixture.logIn().value(u"device"_s).toString().toLatin1();
    const QJsonArray answers =
        fixture.call(R"([["Intent/apply",{@,"device":")" + device + R"(",)" + arguments + R"(},"0"]])");
    QCOMPARE(JmapFixture::errorOf(answers, 0), u"invalidArguments"_s);
    QVERIFY(fixture.batches.isEmpty());
}

void TestDispatcher::anUnreadableIntent_keepsItsPlace()
{
    JmapFixture fixture;
    const QString device = fixture.logIn().value(u"device"_s).toString();
    fixture.answerAtOnce = Applied{};
    fixture.call("[" + applyCall(device, R"({"iid":"i1","dseq":1,"op":"x","args":7},)" + noteIntent("i2", 2)) + "]");
    QCOMPARE(fixture.batches.size(), 1);
    QCOMPARE(fixture.batches.first().intents.size(), 2);
    QCOMPARE(fixture.batches.first().intents.first().intent.iid, u"i1"_s);
    QVERIFY(fixture.batches.first().intents.first().intent.args.isEmpty());
}

void TestDispatcher::aGapInTheOrder_isToldWithTheExpectedNumber()
{
    JmapFixture fixture;
    const QString device = fixture.logIn().value(u"device"_s).toString();
    fixture.answerAtOnce = Applied{{}, 16};
    const QJsonArray answers = fixture.call("[" + applyCall(device, noteIntent("i17", 17)) + "]");
    QCOMPARE(JmapFixture::errorOf(answers, 0), u"outOfOrder"_s);
    QCOMPARE(JmapFixture::argumentsOf(answers, 0).value(u"expected"_s).toInt(), 16);
}

void TestDispatcher::callsBehindIntents_waitForThemAndSeeTheirWork()
{
    JmapFixture fixture;
    const QString device = fixture.logIn().value(u"device"_s).toString();
    QByteArray calls = R"([["Ticket/get",{@,"ids":null},"0"],)" + applyCall(device, noteIntent("i1", 1))
        + R"(,["Ticket/get",{@,"ids":null},"1"]])";
    calls.replace("@", "\"accountId\":\"company\"");
    QByteArray body;
    http::Request request;
    request.method = "POST";
    request.path = "/jmap/api";
    request.headers.add("Content-Type", "application/json");
    request.headers.add("Authorization", fixture.token);
    request.body = R"({"using":[")" + JmapFixture::vendor().toLatin1() + R"("],"methodCalls":)" + calls + "}";
    fixture.router.dispatch(request, http::Responder([&body](const http::Response &answer) { body = answer.body; }));
    QVERIFY(body.isEmpty());
    QCOMPARE(fixture.waiting.size(), 1U);
    const Ticket made = fixture.ticket(fixture.printing.id); // what the intents did
    fixture.waiting.front()(Applied{});
    const QJsonArray answers = QJsonDocument::fromJson(body).object().value(u"methodResponses"_s).toArray();
    QCOMPARE(answers.size(), 3);
    QVERIFY(JmapFixture::argumentsOf(answers, 0).value(u"list"_s).toArray().isEmpty());
    QCOMPARE(JmapFixture::argumentsOf(answers, 2).value(u"list"_s).toArray(), QJsonArray{toJson(made)});
}

void TestDispatcher::moreRequestsAtOnceThanAllowed_areRefused()
{
    JmapFixture fixture;
    const QString device = fixture.logIn().value(u"device"_s).toString();
    QByteArray calls = applyCall(device, noteIntent("i1", 1));
    calls.replace("@", "\"accountId\":\"company\"");
    const QByteArray body =
        R"({"using":[")" + JmapFixture::vendor().toLatin1() + R"("],"methodCalls":[)" + calls + "]}";
    const int most = JmapFixture::settings().maxConcurrentRequests;
    for (int i = 0; i < most; ++i)
        QCOMPARE(fixture.ask("POST", "/jmap/api", body, fixture.token).status, 0); // under way
    const http::Response refused = fixture.ask("POST", "/jmap/api", body, fixture.token);
    QCOMPARE(refused.status, 429);
    QCOMPARE(JmapFixture::objectIn(refused).value(u"type"_s).toString(), u"urn:ietf:params:jmap:error:limit"_s);
    QCOMPARE(JmapFixture::objectIn(refused).value(u"limit"_s).toString(), u"maxConcurrentRequests"_s);
    QCOMPARE(fixture.ask("GET", "/jmap/session", {}, fixture.token).status, 200);
    std::exchange(fixture.waiting, {}).front()(Applied{});
    QCOMPARE(fixture.ask("POST", "/jmap/api", body, fixture.token).status, 0);
}

void TestDispatcher::aLargeRequest_keepsNobodyWaiting()
{
    JmapFixture fixture;
    fixture.logIn();
    const QByteArray text(1'000'000, 'a');
    const Asked large(fixture, echoOf(text));
    QCOMPARE(large.answer->status, 0); // another thread reads it
    const Asked small(fixture, echoOf("b"));
    QCOMPARE(small.firstArgument(), u"b"_s);
    QCOMPARE(large.answer->status, 0);
    QTRY_COMPARE(large.answer->status, 200);
    QCOMPARE(large.firstArgument().size(), text.size());
    const Asked broken(fixture, echoOf(text).chopped(1));
    QTRY_COMPARE(broken.answer->status, 400);
}

void TestDispatcher::aLargeRequest_countsWhileItWaitsToBeRead()
{
    JmapFixture fixture;
    fixture.logIn();
    const QByteArray body = echoOf(QByteArray(1'000'000, 'a'));
    std::vector<Asked> asked;
    for (int i = 0; i < JmapFixture::settings().maxConcurrentRequests; ++i)
        asked.emplace_back(fixture, body);
    QCOMPARE(Asked(fixture, body).answer->status, 429);
    for (const Asked &one : asked)
        QTRY_COMPARE(one.answer->status, 200);
    QCOMPARE(Asked(fixture, echoOf("b")).answer->status, 200);
}

void TestDispatcher::moreValuesThanAllowed_areRefusedByName_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("numbers") << QByteArray("1,");
    QTest::newRow("lists") << QByteArray("[],");
    QTest::newRow("objects") << QByteArray(R"({"a":1},)");
}

void TestDispatcher::moreValuesThanAllowed_areRefusedByName()
{
    QFETCH(const QByteArray, value);
    JmapFixture fixture;
    fixture.logIn();
    const auto most = JmapFixture::settings().maxValuesInRequest;
    const auto request = [&value](qsizetype times) -> QByteArray {
        return R"({"using":[],"methodCalls":[["Core/echo",{"all":[)" + value.repeated(times).chopped(1)
            + R"(]},"0"]]})";
    };
    const Asked allowed(fixture, request(most / 5));
    QTRY_COMPARE(allowed.answer->status, 200);
    const Asked refused(fixture, request(most));
    QTRY_COMPARE(refused.answer->status, 400);
    QCOMPARE(JmapFixture::objectIn(*refused.answer).value(u"limit"_s).toString(), u"maxValuesInRequest"_s);
}

QTEST_GUILESS_MAIN(TestDispatcher)
#include "tst_dispatcher.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformancefixture.h"

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;

/// RFC 8620 3.6 (errors), 3.7 (references to results), 5.1 (/get), 5.2 (/changes), 5.5 (/query) and 5.6
/// (/queryChanges), sentence by sentence, as far as they bind a server.
class TestConformanceRead : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void s3_6_1_anotherMediaType_isNotJson();
    void s3_6_1_whatIsNoIJson_isNotJson_data();
    void s3_6_1_whatIsNoIJson_isNotJson();
    void s3_6_1_membersOfTheSameName_theLastCounts();
    void s3_6_1_whatIsNoRequest_isNotRequest_data();
    void s3_6_1_whatIsNoRequest_isNotRequest();
    void s3_6_1_anUnknownCapability_isUnknownCapability();
    void s3_6_1_tooManyCalls_isLimit();
    void s3_6_1_tooLarge_isLimit();
    void s3_6_1_tooManyAtOnce_isLimit();
    void s3_6_2_unknownMethod();
    void s3_6_2_accountNotFound();
    void s3_6_2_invalidArguments();
    void s3_6_2_anErrorDoesNotStopTheOthers();
    void s3_7_aReference_isReplacedByTheResult();
    void s3_7_aReferenceToAPropertyWithoutId_findsNothing();
    void s3_7_aReferenceToNothing_isInvalidResultReference_data();
    void s3_7_aReferenceToNothing_isInvalidResultReference();
    void s3_7_anArgumentGivenTwice_isInvalidArguments();
    void s5_1_get_ofAllIdsIsEverythingInSight();
    void s5_1_get_ofAllIsRefusedWhereThereAreTooMany();
    void s5_1_get_alwaysHasTheId();
    void s5_1_get_ofAnInvalidPropertyIsInvalidArguments();
    void s5_1_get_ofTooManyIsRequestTooLarge();
    void s5_1_get_namesEachIdOnce();
    void s5_1_get_ofNoIdsIsEmpty();
    void s5_1_theState_changesWithTheDataAndOnlyThen();
    void s5_1_customers_haveTheNamesOfJsContact();
    void s5_2_changes_areThoseSinceTheState();
    void s5_2_maxChanges_mustBePositive();
    void s5_2_neverMoreThanMaxChanges();
    void s5_2_intermediateStates_leadToTheCurrentOne();
    void s5_2_createdAndUpdated_isCreated();
    void s5_2_updatedAndDestroyed_isDestroyed();
    void s5_2_whatCameIntoSight_isCreated_andWhatLeft_isDestroyed();
    void s5_2_noIntermediateState_whereARecordLeavesAndComesBack();
    void s5_2_anUnknownState_isCannotCalculateChanges();
    void s5_2_newPermissions_areCannotCalculateChanges();
    void s5_2_theNewState_isThatOfGet();
    void s5_5_query_withoutFilterIsEverything();
    void s5_5_operators_joinConditions();
    void s5_5_sort_isStable();
    void s5_5_position_countsFromTheEndWhereNegative();
    void s5_5_anchor_overridesPosition();
    void s5_5_anchorNotFound();
    void s5_5_limit_isToldWhereItIsTheServers();
    void s5_5_total_onlyIfAskedFor();
    void s5_5_unsupportedSort_andUnsupportedFilter();
    void s5_5_queryState_changesWithTheResults();
    void s5_6_queryChanges_areNotOffered();
};

namespace {

QByteArray quoted(const QString &text) { return '"' + text.toUtf8() + '"'; }

struct ReadFixture : ConformanceFixture {
    /// The type of a request-level error, without its prefix, and what must be true of each.
    QString problemOf(const http::Answer &answer, int status = 400)
    {
        const QJsonObject problem = objectIn(answer);
        if (answer.status != status || problem[u"status"_s].toInt() != status) return u"status"_s;
        if (answer.headers.value("Content-Type") != "application/problem+json") return u"media type"_s;
        return problem[u"type"_s].toString().section(u':', -1);
    }
    QJsonObject changes(const QString &since, const QByteArray &more = {})
    {
        return one("Ticket/changes", "\"sinceState\":" + quoted(since) + more);
    }
    Ticket another() { return StoreFixture::ticket(printing.id); }
    QStringList query(const QByteArray &arguments) { return strings(one("Ticket/query", arguments)[u"ids"_s]); }
};

} // namespace

void TestConformanceRead::s3_6_1_anotherMediaType_isNotJson()
{
    ReadFixture f;
    const QByteArray body = R"({"using":[],"methodCalls":[]})";
    QCOMPARE(f.problemOf(f.ask("POST", "/jmap/api", body, {{"Content-Type", "text/plain"}})), u"notJSON"_s);
    QCOMPARE(f.problemOf(f.ask("POST", "/jmap/api", body)), u"notJSON"_s);
    QCOMPARE(f.ask("POST", "/jmap/api", body, {{"Content-Type", "Application/JSON; charset=utf-8"}}).status, 200);
}

void TestConformanceRead::s3_6_1_whatIsNoIJson_isNotJson_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("cut off") << QByteArray(R"({"using":[)");
    QTest::newRow("bad UTF-8") << QByteArray("{\"using\":[\"\xff\"]}");
    QTest::newRow("overlong UTF-8") << QByteArray("{\"using\":[\"\xc0\xaf\"]}");
    QTest::newRow("half a pair") << QByteArray(R"({"using":["\ud83d"],"methodCalls":[]})");
    QTest::newRow("the other half") << QByteArray(R"({"using":["a\ude00"],"methodCalls":[]})");
    QTest::newRow("both, the wrong way round") << QByteArray(R"({"using":["\ude00\ud83d"],"methodCalls":[]})");
    QTest::newRow("deep") << QByteArray(R"({"using":[],"methodCalls":[["Core/echo",{"a":)" + QByteArray(100, '[')
                                        + QByteArray(100, ']') + R"(},"0"]]})");
    QTest::newRow("deeper than a stack") << QByteArray(QByteArray(90'000, '[') + QByteArray(90'000, ']'));
    QTest::newRow("nothing") << QByteArray();
}

void TestConformanceRead::s3_6_1_whatIsNoIJson_isNotJson()
{
    QFETCH(const QByteArray, body);
    ReadFixture f;
    QCOMPARE(f.problemOf(f.post(body)), u"notJSON"_s);
}

void TestConformanceRead::s3_6_1_membersOfTheSameName_theLastCounts()
{
    ReadFixture f;
    const QJsonArray answers = f.call(R"([["Core/echo",{"a":1,"a":2,"b":"\ud83d\ude00 [\"{"},"0"]])");
    QCOMPARE(argumentsOf(answers, 0)[u"a"_s].toInt(), 2);
    QCOMPARE(argumentsOf(answers, 0)[u"b"_s].toString(), u"😀 [\"{"_s);
}

void TestConformanceRead::s3_6_1_whatIsNoRequest_isNotRequest_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body :
         {"[]", R"({"methodCalls":[]})", R"({"using":"x","methodCalls":[]})", R"({"using":[7],"methodCalls":[]})",
          R"({"using":[]})", R"({"using":[],"methodCalls":{}})", R"({"using":[],"methodCalls":[["a",{}]]})",
          R"({"using":[],"methodCalls":[["a",[],"0"]]})", R"({"using":[],"methodCalls":[],"createdIds":[]})",
          R"({"using":[],"methodCalls":[],"createdIds":{"a":7}})"})
        QTest::newRow(body) << QByteArray(body);
}

void TestConformanceRead::s3_6_1_whatIsNoRequest_isNotRequest()
{
    QFETCH(const QByteArray, body);
    ReadFixture f;
    QCOMPARE(f.problemOf(f.post(body)), u"notRequest"_s);
}

void TestConformanceRead::s3_6_1_anUnknownCapability_isUnknownCapability()
{
    ReadFixture f;
    QCOMPARE(f.problemOf(f.post(R"({"using":["urn:ietf:params:jmap:mail"],"methodCalls":[]})")),
             u"unknownCapability"_s);
}

void TestConformanceRead::s3_6_1_tooManyCalls_isLimit()
{
    ReadFixture f;
    QByteArray calls = QByteArray(R"(["Core/echo",{},"0"],)").repeated(9);
    calls.chop(1);
    const http::Answer answer = f.post(R"({"using":[],"methodCalls":[)" + calls + "]}");
    QCOMPARE(f.problemOf(answer), u"limit"_s);
    QCOMPARE(objectIn(answer)[u"limit"_s].toString(), u"maxCallsInRequest"_s);
}

void TestConformanceRead::s3_6_1_tooLarge_isLimit()
{
    ReadFixture f;
    const http::Answer answer = f.post(R"({"using":[],"methodCalls":[],"x":")" + QByteArray(200'000, 'x') + "\"}");
    QCOMPARE(f.problemOf(answer), u"limit"_s);
    QCOMPARE(objectIn(answer)[u"limit"_s].toString(), u"maxSizeRequest"_s);
}

void TestConformanceRead::s3_6_1_tooManyAtOnce_isLimit()
{
    ReadFixture f;
    // What is under way waits for intents, which the test of the dispatcher holds back; here they are too fast.
    const Admission admission(2);
    const store::Caller caller = f.caller(f.awa.id);
    const auto first = admission.enter(caller);
    auto second = admission.enter(caller);
    QVERIFY(first && second && !admission.enter(caller));
    QVERIFY(admission.enter(f.caller(f.awa.id))); // another device of hers
    second.reset();
    QVERIFY(admission.enter(caller));
}

void TestConformanceRead::s3_6_2_unknownMethod()
{
    ReadFixture f;
    for (const char *name : {"Ticket/fly", "Nothing/get", "PushSubscription/get", "PushSubscription/set", "nonsense"})
        QCOMPARE(f.errorOf(name, {}), u"unknownMethod"_s);
}

void TestConformanceRead::s3_6_2_accountNotFound()
{
    ReadFixture f;
    for (const char *name : {"Ticket/get", "Ticket/changes", "Ticket/query", "Ticket/queryChanges", "Ticket/set"}) {
        const QByteArray call = QByteArray("[[\"") + name + R"(",{"accountId":"other"},"0"]])";
        QCOMPARE(errorIn(f.call(call), 0), u"accountNotFound"_s);
        QCOMPARE(errorIn(f.call(QByteArray(call).replace(R"("other")", "null")), 0), u"invalidArguments"_s);
    }
}

void TestConformanceRead::s3_6_2_invalidArguments()
{
    ReadFixture f;
    for (const char *arguments : {R"("ids":"t")", R"("ids":[7])", R"("ids":["a b"])", R"("properties":"id")",
                                  R"("properties":[7])", R"("colour":"red")"})
        QCOMPARE(f.errorOf("Ticket/get", arguments), u"invalidArguments"_s);
    QCOMPARE(f.errorOf("Ticket/changes", {}), u"invalidArguments"_s);
    QCOMPARE(f.errorOf("Ticket/changes", R"("sinceState":7)"), u"invalidArguments"_s);
}

void TestConformanceRead::s3_6_2_anErrorDoesNotStopTheOthers()
{
    ReadFixture f;
    const QJsonArray answers = f.call(R"([["Ticket/fly",{@},"a"],["Core/echo",{"x":1},"b"]])");
    QCOMPARE(answers.size(), 2);
    QCOMPARE(answers[0].toArray()[2].toString(), u"a"_s);
    QCOMPARE(answers[1], QJsonValue(QJsonArray{u"Core/echo"_s, QJsonObject{{u"x"_s, 1}}, u"b"_s}));
}

void TestConformanceRead::s3_7_aReference_isReplacedByTheResult()
{
    ReadFixture f;
    f.message(f.ticket.id);
    const QJsonArray answers = f.call(R"([["Ticket/query",{@},"q"],
        ["Ticket/get",{@,"#ids":{"resultOf":"q","name":"Ticket/query","path":"/ids"},"properties":["customer"]},"g"],
        ["Customer/get",{@,"#ids":{"resultOf":"g","name":"Ticket/get","path":"/list/*/customer"}},"c"]])");
    QCOMPARE(argumentsOf(answers, 2)[u"list"_s][0][u"name"_s].toString(), u"Fatou"_s);
}

void TestConformanceRead::s3_7_aReferenceToAPropertyWithoutId_findsNothing()
{
    ReadFixture f;
    f.another(); // of no customer
    const QJsonArray answers = f.call(R"([["Ticket/get",{@},"g"],
        ["Customer/get",{@,"#ids":{"resultOf":"g","name":"Ticket/get","path":"/list/*/customer"}},"c"]])");
    QCOMPARE(argumentsOf(answers, 1)[u"list"_s].toArray().size(), 1);
    QVERIFY(argumentsOf(answers, 1)[u"notFound"_s].toArray().isEmpty());
}

void TestConformanceRead::s3_7_aReferenceToNothing_isInvalidResultReference_data()
{
    QTest::addColumn<QByteArray>("reference");
    QTest::newRow("another call") << QByteArray(R"({"resultOf":"x","name":"Ticket/query","path":"/ids"})");
    QTest::newRow("another name") << QByteArray(R"({"resultOf":"q","name":"Ticket/get","path":"/ids"})");
    QTest::newRow("a path to nothing") << QByteArray(R"({"resultOf":"q","name":"Ticket/query","path":"/list"})");
    QTest::newRow("an error") << QByteArray(R"({"resultOf":"e","name":"Ticket/fly","path":"/type"})");
    QTest::newRow("none at all") << QByteArray("7");
}

void TestConformanceRead::s3_7_aReferenceToNothing_isInvalidResultReference()
{
    QFETCH(const QByteArray, reference);
    ReadFixture f;
    const QJsonArray answers = f.call(R"([["Ticket/query",{@},"q"],["Ticket/fly",{@},"e"],["Ticket/get",{@,"#ids":)"
                                      + reference + R"(},"g"]])");
    QCOMPARE(errorIn(answers, 2), u"invalidResultReference"_s);
}

void TestConformanceRead::s3_7_anArgumentGivenTwice_isInvalidArguments()
{
    ReadFixture f;
    const QJsonArray answers = f.call(R"([["Ticket/query",{@},"q"],
        ["Ticket/get",{@,"ids":[],"#ids":{"resultOf":"q","name":"Ticket/query","path":"/ids"}},"g"]])");
    QCOMPARE(errorIn(answers, 1), u"invalidArguments"_s);
}

void TestConformanceRead::s5_1_get_ofAllIdsIsEverythingInSight()
{
    ReadFixture f;
    f.StoreFixture::ticket(f.legal.id);
    for (const QByteArray &all : QByteArrayList{R"("ids":null)", {}}) {
        const QJsonObject got = f.one("Ticket/get", all);
        QCOMPARE(got[u"list"_s].toArray(), QJsonArray{toJson(f.now())});
        QVERIFY(got[u"notFound"_s].toArray().isEmpty());
        QCOMPARE(got[u"accountId"_s].toString(), u"company"_s);
    }
}

void TestConformanceRead::s5_1_get_ofAllIsRefusedWhereThereAreTooMany()
{
    ReadFixture f;
    for (int i = 1; i < ConformanceFixture::settings().maxObjectsInGet; ++i)
        f.another();
    QCOMPARE(f.errorOf("Ticket/get", {}), QString());
    f.another();
    QCOMPARE(f.errorOf("Ticket/get", {}), u"requestTooLarge"_s);
}

void TestConformanceRead::s5_1_get_alwaysHasTheId()
{
    ReadFixture f;
    const auto first = [&f](const QByteArray &properties) {
        return f.one("Ticket/get", "\"properties\":" + properties)[u"list"_s][0].toObject();
    };
    QCOMPARE(first("[]"), (QJsonObject{{u"id"_s, f.ticket.id.value}}));
    QCOMPARE(first(R"(["subject","subject"])"),
             (QJsonObject{{u"id"_s, f.ticket.id.value}, {u"subject"_s, u"Toner"_s}}));
    QCOMPARE(first("null").size(), typeInfo<Ticket>().fields.size());
}

void TestConformanceRead::s5_1_get_ofAnInvalidPropertyIsInvalidArguments()
{
    ReadFixture f;
    QCOMPARE(f.errorOf("Ticket/get", R"("properties":["subject","colour"])"), u"invalidArguments"_s);
}

void TestConformanceRead::s5_1_get_ofTooManyIsRequestTooLarge()
{
    ReadFixture f;
    QByteArray ids = QByteArray("\"t\",").repeated(11);
    ids.chop(1);
    QCOMPARE(f.errorOf("Ticket/get", "\"ids\":[" + ids + "]"), u"requestTooLarge"_s);
}

void TestConformanceRead::s5_1_get_namesEachIdOnce()
{
    ReadFixture f;
    const Ticket theirs = f.StoreFixture::ticket(f.legal.id);
    const QByteArray mine = quoted(f.ticket.id.value);
    const QByteArray other = quoted(theirs.id.value);
    const QJsonObject got =
        f.one("Ticket/get", "\"ids\":[" + (QByteArrayList{mine, other, mine, other, R"("none")"}).join(',') + "]");
    QCOMPARE(got[u"list"_s].toArray().size(), 1);
    QCOMPARE(strings(got[u"notFound"_s]), (QStringList{theirs.id.value, u"none"_s}));
}

void TestConformanceRead::s5_1_get_ofNoIdsIsEmpty()
{
    ReadFixture f;
    const QJsonObject got = f.one("Ticket/get", R"("ids":[])");
    QVERIFY(got[u"list"_s].isArray() && got[u"list"_s].toArray().isEmpty());
    QVERIFY(got[u"notFound"_s].isArray() && got[u"notFound"_s].toArray().isEmpty());
}

void TestConformanceRead::s5_1_theState_changesWithTheDataAndOnlyThen()
{
    ReadFixture f;
    const QString tickets = f.stateOf("Ticket");
    const QString messages = f.stateOf("Message");
    f.customer(u"Yao"_s);
    QCOMPARE(f.stateOf("Ticket"), tickets);
    f.another();
    QVERIFY(f.stateOf("Ticket") != tickets);
    f.ticket.team = f.legal.id; // its messages go with it
    f.put(f.ticket);
    QVERIFY(f.stateOf("Message") != messages);
}

void TestConformanceRead::s5_1_customers_haveTheNamesOfJsContact()
{
    ReadFixture f;
    const QJsonObject customer = f.one("Customer/get", {})[u"list"_s][0].toObject();
    for (const QString &name : {u"name"_s, u"emails"_s, u"phones"_s, u"addresses"_s, u"onlineServices"_s,
                                u"preferredLanguages"_s, u"organizations"_s, u"notes"_s})
        QVERIFY2(customer.contains(name), qPrintable(name));
}

void TestConformanceRead::s5_2_changes_areThoseSinceTheState()
{
    ReadFixture f;
    const QString since = f.stateOf("Ticket");
    const QJsonObject nothing = f.changes(since);
    QCOMPARE(nothing[u"newState"_s].toString(), since);
    QVERIFY(nothing[u"created"_s].toArray().isEmpty() && nothing[u"updated"_s].toArray().isEmpty());
    const Ticket made = f.another();
    f.ticket.subject = u"x"_s;
    f.put(f.ticket);
    const QJsonObject changes = f.changes(since);
    QCOMPARE(changes[u"oldState"_s].toString(), since);
    QCOMPARE(strings(changes[u"created"_s]), QStringList{made.id.value});
    QCOMPARE(strings(changes[u"updated"_s]), QStringList{f.ticket.id.value});
    QCOMPARE(changes[u"hasMoreChanges"_s], QJsonValue(false));
    QCOMPARE(changes.keys(),
             (QStringList{u"accountId"_s, u"created"_s, u"destroyed"_s, u"hasMoreChanges"_s, u"newState"_s,
                          u"oldState"_s, u"updated"_s}));
}

void TestConformanceRead::s5_2_maxChanges_mustBePositive()
{
    ReadFixture f;
    const QByteArray since = "\"sinceState\":" + quoted(f.stateOf("Ticket"));
    for (const char *wrong : {"0", "-1", "1.5", "\"1\""})
        QCOMPARE(f.errorOf("Ticket/changes", since + ",\"maxChanges\":" + wrong), u"invalidArguments"_s);
    for (const char *right : {"1", "null", "9007199254740991"})
        QCOMPARE(f.errorOf("Ticket/changes", since + ",\"maxChanges\":" + right), QString());
}

void TestConformanceRead::s5_2_neverMoreThanMaxChanges()
{
    ReadFixture f;
    const QString since = f.stateOf("Ticket");
    for (int i = 0; i < 5; ++i)
        f.another();
    const QJsonObject page = f.changes(since, ",\"maxChanges\":3");
    QCOMPARE(page[u"created"_s].toArray().size(), 3);
    QCOMPARE(page[u"hasMoreChanges"_s], QJsonValue(true));
}

void TestConformanceRead::s5_2_intermediateStates_leadToTheCurrentOne()
{
    ReadFixture f;
    QString since = f.stateOf("Ticket");
    QStringList made;
    for (int i = 0; i < 5; ++i)
        made += f.another().id.value;
    QStringList told;
    for (bool more = true; more && told.size() < 9;) {
        const QJsonObject page = f.changes(since, ",\"maxChanges\":2");
        told += strings(page[u"created"_s]);
        since = page[u"newState"_s].toString();
        more = page[u"hasMoreChanges"_s].toBool();
    }
    QCOMPARE(told, made);
    QCOMPARE(since, f.stateOf("Ticket"));
}

void TestConformanceRead::s5_2_createdAndUpdated_isCreated()
{
    ReadFixture f;
    const QString since = f.stateOf("Ticket");
    Ticket made = f.another();
    made.subject = u"x"_s;
    f.put(made);
    const QJsonObject changes = f.changes(since);
    QCOMPARE(strings(changes[u"created"_s]), QStringList{made.id.value});
    QVERIFY(changes[u"updated"_s].toArray().isEmpty());
}

void TestConformanceRead::s5_2_updatedAndDestroyed_isDestroyed()
{
    ReadFixture f;
    const QString since = f.stateOf("Ticket");
    f.ticket.subject = u"x"_s;
    f.put(f.ticket);
    f.write([&](store::Writer &writer) { return writer.destroy<Ticket>(f.ticket.id); });
    const QJsonObject changes = f.changes(since);
    QVERIFY(changes[u"updated"_s].toArray().isEmpty());
    QCOMPARE(strings(changes[u"destroyed"_s]), QStringList{f.ticket.id.value});
    QCOMPARE(strings(f.one("Ticket/get", "\"ids\":[" + quoted(f.ticket.id.value) + "]")[u"notFound"_s]),
             QStringList{f.ticket.id.value});
}

void TestConformanceRead::s5_2_whatCameIntoSight_isCreated_andWhatLeft_isDestroyed()
{
    ReadFixture f;
    Ticket theirs = f.StoreFixture::ticket(f.legal.id);
    const QString since = f.stateOf("Ticket");
    theirs.team = f.printing.id;
    f.put(theirs);
    f.ticket.team = f.legal.id;
    f.put(f.ticket);
    const QJsonObject changes = f.changes(since);
    QCOMPARE(strings(changes[u"created"_s]), QStringList{theirs.id.value});
    QCOMPARE(strings(changes[u"destroyed"_s]), QStringList{f.ticket.id.value});
}

void TestConformanceRead::s5_2_noIntermediateState_whereARecordLeavesAndComesBack()
{
    ReadFixture f;
    const QString since = f.stateOf("Ticket");
    f.ticket.team = f.legal.id;
    f.put(f.ticket);
    for (int i = 0; i < 2; ++i)
        f.another();
    f.ticket.team = f.printing.id;
    f.put(f.ticket);
    QCOMPARE(f.errorOf("Ticket/changes", "\"maxChanges\":2,\"sinceState\":" + quoted(since)),
             u"cannotCalculateChanges"_s);
    QCOMPARE(strings(f.changes(since)[u"updated"_s]), QStringList{f.ticket.id.value});
}

void TestConformanceRead::s5_2_anUnknownState_isCannotCalculateChanges()
{
    ReadFixture f;
    QCOMPARE(f.errorOf("Ticket/changes", R"("sinceState":"nonsense")"), u"cannotCalculateChanges"_s);
    QCOMPARE(f.errorOf("Ticket/changes", R"("sinceState":"")"), u"cannotCalculateChanges"_s);
}

void TestConformanceRead::s5_2_newPermissions_areCannotCalculateChanges()
{
    ReadFixture f;
    f.StoreFixture::ticket(f.legal.id); // the last thing logged, and not hers to see
    const QString since = f.stateOf("Ticket");
    f.awa.teams = {f.printing.id, f.legal.id};
    f.put(f.awa);
    QVERIFY(f.stateOf("Ticket") != since);
    for (const char *type : {"Ticket", "Message", "Customer", "Product"})
        QCOMPARE(f.errorOf(QByteArray(type) + "/changes", "\"sinceState\":" + quoted(since)),
                 u"cannotCalculateChanges"_s);
    QCOMPARE(f.errorOf("Ticket/changes", "\"sinceState\":" + quoted(f.stateOf("Ticket"))), QString());
}

void TestConformanceRead::s5_2_theNewState_isThatOfGet()
{
    ReadFixture f;
    const QString since = f.stateOf("Ticket");
    f.another();
    f.customer(u"Yao"_s);
    QCOMPARE(f.changes(since)[u"newState"_s].toString(), f.stateOf("Ticket"));
}

void TestConformanceRead::s5_5_query_withoutFilterIsEverything()
{
    ReadFixture f;
    f.StoreFixture::ticket(f.legal.id);
    QCOMPARE(f.query({}), QStringList{f.ticket.id.value});
    QCOMPARE(f.query(R"("filter":null,"sort":null,"anchor":null,"limit":null)"), QStringList{f.ticket.id.value});
}

void TestConformanceRead::s5_5_operators_joinConditions()
{
    ReadFixture f;
    Ticket urgent = f.another();
    urgent.priority = Priority::Urgent;
    urgent.subject = u"Fuite"_s;
    f.put(urgent);
    const QString mine = f.ticket.id.value;
    const auto ids = [&f](const QByteArray &filter) { return f.query("\"filter\":" + filter); };
    const QByteArray both = R"([{"priority":"urgent"},{"subject":"Toner"}])";
    QCOMPARE(ids(R"({"operator":"AND","conditions":)" + both + "}"), QStringList());
    QCOMPARE(ids(R"({"operator":"OR","conditions":)" + both + "}").size(), 2);
    QCOMPARE(ids(R"({"operator":"NOT","conditions":)" + both + "}"), QStringList());
    QCOMPARE(ids(R"({"operator":"NOT","conditions":[{"priority":"urgent"}]})"), QStringList{mine});
    QCOMPARE(ids(R"({"priority":"urgent","subject":"Fuite"})"), QStringList{urgent.id.value});
}

void TestConformanceRead::s5_5_sort_isStable()
{
    ReadFixture f;
    QStringList all{f.ticket.id.value};
    for (int i = 0; i < 5; ++i)
        all += f.another().id.value;
    all.sort();
    const QByteArray same = R"("sort":[{"property":"subject"},{"property":"receivedAt","isAscending":false}])";
    QCOMPARE(f.query(same), all);
    QCOMPARE(f.query(same), all);
    std::reverse(all.begin(), all.end());
    QCOMPARE(f.query(R"("sort":[{"property":"id","isAscending":false}])"), all);
}

void TestConformanceRead::s5_5_position_countsFromTheEndWhereNegative()
{
    ReadFixture f;
    for (int i = 0; i < 3; ++i)
        f.another();
    const QStringList all = f.query({});
    QCOMPARE(f.query(R"("position":1,"limit":2)"), all.mid(1, 2));
    QCOMPARE(f.query(R"("position":-1)"), all.mid(3));
    QCOMPARE(f.one("Ticket/query", R"("position":-1)")[u"position"_s].toInt(), 3);
    QCOMPARE(f.query(R"("position":-9)"), all);
    QCOMPARE(f.one("Ticket/query", R"("position":-9)")[u"position"_s].toInt(), 0);
    QCOMPARE(f.query(R"("position":4)"), QStringList());
}

void TestConformanceRead::s5_5_anchor_overridesPosition()
{
    ReadFixture f;
    for (int i = 0; i < 3; ++i)
        f.another();
    const QStringList all = f.query({});
    const QByteArray anchor = "\"anchor\":" + quoted(all.at(2));
    QCOMPARE(f.query(anchor + ",\"position\":-1"), all.mid(2));
    QCOMPARE(f.query(anchor + ",\"anchorOffset\":-1,\"limit\":1"), all.mid(1, 1));
    QCOMPARE(f.query(anchor + ",\"anchorOffset\":-7,\"limit\":1"), all.mid(0, 1));
    QCOMPARE(f.query(R"("anchorOffset":3,"limit":1)"), all.mid(0, 1));
}

void TestConformanceRead::s5_5_anchorNotFound()
{
    ReadFixture f;
    const Ticket theirs = f.StoreFixture::ticket(f.legal.id);
    QCOMPARE(f.errorOf("Ticket/query", "\"anchor\":" + quoted(theirs.id.value)), u"anchorNotFound"_s);
}

void TestConformanceRead::s5_5_limit_isToldWhereItIsTheServers()
{
    ReadFixture f;
    QCOMPARE(f.one("Ticket/query", {})[u"limit"_s].toInt(), 10);
    QCOMPARE(f.one("Ticket/query", R"("limit":11)")[u"limit"_s].toInt(), 10);
    QVERIFY(!f.one("Ticket/query", R"("limit":3)").contains(u"limit"_s));
    QCOMPARE(f.errorOf("Ticket/query", R"("limit":-1)"), u"invalidArguments"_s);
}

void TestConformanceRead::s5_5_total_onlyIfAskedFor()
{
    ReadFixture f;
    f.another();
    QCOMPARE(f.one("Ticket/query", R"("calculateTotal":true,"limit":1)")[u"total"_s].toInt(), 2);
    QVERIFY(!f.one("Ticket/query", R"("calculateTotal":false)").contains(u"total"_s));
    QVERIFY(!f.one("Ticket/query", R"("position":-1)").contains(u"total"_s));
}

void TestConformanceRead::s5_5_unsupportedSort_andUnsupportedFilter()
{
    ReadFixture f;
    QCOMPARE(f.errorOf("Ticket/query", R"("sort":[{"property":"tags"}])"), u"unsupportedSort"_s);
    QCOMPARE(f.errorOf("Ticket/query", R"("sort":[{"property":"subject","collation":"i;ascii-casemap"}])"),
             u"unsupportedSort"_s);
    QCOMPARE(f.errorOf("Ticket/query", R"("filter":{"colour":"red"})"), u"unsupportedFilter"_s);
    QCOMPARE(f.errorOf("Ticket/query", R"("filter":{"operator":"XOR","conditions":[]})"), u"invalidArguments"_s);
}

void TestConformanceRead::s5_5_queryState_changesWithTheResults()
{
    ReadFixture f;
    const auto state = [&f] { return f.one("Ticket/query", {})[u"queryState"_s].toString(); };
    const QString before = state();
    QCOMPARE(state(), before);
    f.another();
    QVERIFY(state() != before);
}

void TestConformanceRead::s5_6_queryChanges_areNotOffered()
{
    ReadFixture f;
    QCOMPARE(f.one("Ticket/query", {})[u"canCalculateChanges"_s], QJsonValue(false));
    QCOMPARE(f.errorOf("Ticket/queryChanges", R"("sinceQueryState":"x")"), u"cannotCalculateChanges"_s);
    QCOMPARE(f.errorOf("Ticket/queryChanges", {}), u"invalidArguments"_s);
}

QTEST_GUILESS_MAIN(TestConformanceRead)
#include "tst_conformanceread.moc"

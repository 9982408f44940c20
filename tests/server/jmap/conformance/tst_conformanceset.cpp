// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformancefixture.h"

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;

/// RFC 8620 5.3 and 5.4, sentence by sentence, as far as they bind a server.
class TestConformanceSet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void s3_3_createdIdsOfTheRequest_areKnown();
    void s3_4_createdIds_areReturnedIfSent();
    void s5_3_setWithIfInStateOfAnotherState_isStateMismatch();
    void s5_3_setWithIfInStateOfTheState_isDone();
    void s5_3_setOfTooMany_isRequestTooLarge();
    void s5_3_setOfTheWrongTypes_isInvalidArguments();
    void s5_3_create_answersWhatTheClientDidNotSay();
    void s5_3_create_defaultsWhatIsOmittedOrNull();
    void s5_3_createWithAServerSetProperty_isInvalidProperties();
    void s5_3_createWithWrongValues_namesThemAll();
    void s5_3_createWithAReferenceToNothing_isInvalidProperties();
    void s5_3_createTooLarge_isTooLarge();
    void s5_3_oldAndNewState_areThoseOfGet();
    void s5_3_update_answersWhatElseChanged();
    void s5_3_update_isAllOrNothing();
    void s5_3_updateWithWrongValues_namesThemAll();
    void s5_3_updateOfNothing_succeedsWithNull();
    void s5_3_updateOfAnUnknownId_isNotFound();
    void s5_3_updateWithAWholeObject_isAPatch();
    void s5_3_updateOfAServerSetProperty_mustBeIdentical();
    void s5_3_patch_nullIsTheDefault();
    void s5_3_patch_intoAnArrayIsInvalidPatch();
    void s5_3_patch_pathThroughWhatIsNotThereIsInvalidPatch();
    void s5_3_patch_pathThroughAnotherIsInvalidPatch();
    void s5_3_updateOfAPropertyThatThereIsNot_isInvalidProperties();
    void s5_3_updateAndDestroy_isWillDestroy();
    void s5_3_destroy_isFinal();
    void s5_3_destroyOfAnUnknownId_isNotFound();
    void s5_3_whatHasNoIntent_isForbidden();
    void s5_3_aFailure_doesNotStopTheOthers();
    void s5_3_aCreationId_isAReferenceInTheSameCall();
    void s5_3_aCreationId_isAReferenceInALaterCall();
    void s5_3_aCreationId_isUpdatedAndDestroyedInTheSameRequest();
    void s5_3_aCreationIdThatIsReused_isTheNewest();
    void s5_3_aCreationIdOfNothing_isInvalidProperties();
    void s5_3_nothingDone_isNull();
    void s5_4_copy_hasNoOtherAccount();
    void uid_makesAnObjectOnce();
    void uid_isAString();
    void aTicket_changesByItsIntents();
    void aTicket_isNotTakenFromItsTeam();
    void followers_decideForThemselves();
    void aMessage_isWhatItsKindIs();
    void aMessage_isCancelledBeforeItIsSent();
    void aCustomerWithAKnownAddress_alreadyExists();
    void whatIsOutOfSight_isNotThere();
};

namespace {

QByteArray create(const QByteArray &object) { return "\"create\":{\"k\":" + object + "}"; }
QByteArray quotes(const QString &text) { return '"' + text.toUtf8() + '"'; }

struct SetFixture : ConformanceFixture {
    QByteArray update(const QByteArray &patch) const
    {
        return "\"update\":{" + quotes(ticket.id.value) + ":" + patch + "}";
    }
    QJsonObject createError(const QByteArray &type, const QByteArray &object)
    {
        return one(type + "/set", create(object))[u"notCreated"_s][u"k"_s].toObject();
    }
    QJsonObject updateError(const QByteArray &patch)
    {
        return one("Ticket/set", update(patch))[u"notUpdated"_s][ticket.id.value].toObject();
    }
    Draft draft()
    {
        Draft made;
        made.id = id<DraftId>();
        made.agent = awa.id;
        made.ticket = ticket.id;
        made.text = u"Bonjour"_s;
        return put(made);
    }
};

QString typeOf(const QJsonObject &error) { return error[u"type"_s].toString(); }
QStringList namesIn(const QJsonObject &error) { return strings(error[u"properties"_s]); }

} // namespace

void TestConformanceSet::s3_3_createdIdsOfTheRequest_areKnown()
{
    SetFixture f;
    const QByteArray calls = R"([["Draft/set",{@,"create":{"d":{"ticket":"#t","text":"x"}}},"0"]])";
    const QJsonObject answer = f.request(calls, ",\"createdIds\":{\"t\":" + quotes(f.ticket.id.value) + "}");
    const QJsonObject created = argumentsOf(answer[u"methodResponses"_s].toArray(), 0)[u"created"_s][u"d"_s].toObject();
    const auto draft = f.find<Draft>(DraftId{created[u"id"_s].toString()});
    QVERIFY(draft);
    QCOMPARE(draft->ticket, f.ticket.id);
    QCOMPARE(answer[u"createdIds"_s].toObject(),
             (QJsonObject{{u"t"_s, f.ticket.id.value}, {u"d"_s, created[u"id"_s]}}));
}

void TestConformanceSet::s3_4_createdIds_areReturnedIfSent()
{
    SetFixture f;
    QVERIFY(!f.request(R"([["Core/echo",{},"0"]])").contains(u"createdIds"_s));
    QCOMPARE(f.request(R"([["Core/echo",{},"0"]])", R"(,"createdIds":{"a":"b"})")[u"createdIds"_s].toObject(),
             (QJsonObject{{u"a"_s, u"b"_s}}));
}

void TestConformanceSet::s5_3_setWithIfInStateOfAnotherState_isStateMismatch()
{
    SetFixture f;
    const QByteArray before = f.stateOf("Ticket").toLatin1();
    f.StoreFixture::ticket(f.printing.id);
    QCOMPARE(f.errorOf("Ticket/set", "\"ifInState\":\"" + before + "\"," + f.update(R"({"subject":"x"})")),
             u"stateMismatch"_s);
    QCOMPARE(f.errorOf("Ticket/set", "\"ifInState\":\"\"," + f.update(R"({"subject":"x"})")), u"stateMismatch"_s);
    QCOMPARE(f.now().subject, u"Toner"_s);
}

void TestConformanceSet::s5_3_setWithIfInStateOfTheState_isDone()
{
    SetFixture f;
    const QByteArray state = f.stateOf("Ticket").toLatin1();
    f.one("Ticket/set", "\"ifInState\":\"" + state + "\"," + f.update(R"({"subject":"x"})"));
    QCOMPARE(f.now().subject, u"x"_s);
    f.one("Ticket/set", "\"ifInState\":null," + f.update(R"({"subject":"y"})"));
    QCOMPARE(f.now().subject, u"y"_s);
}

void TestConformanceSet::s5_3_setOfTooMany_isRequestTooLarge()
{
    SetFixture f;
    const QByteArray destroy = R"("destroy":["a","b","c","d"])";
    QCOMPARE(f.errorOf("Ticket/set", create("{}") + "," + destroy), QString());
    QCOMPARE(f.errorOf("Ticket/set", create("{}") + "," + f.update("{}") + "," + destroy), u"requestTooLarge"_s);
}

void TestConformanceSet::s5_3_setOfTheWrongTypes_isInvalidArguments()
{
    SetFixture f;
    for (const char *wrong : {R"("create":[])", R"("create":{"k":1})", R"("create":{"":{}})", R"("create":{"a b":{}})",
                              R"("update":7)", R"("update":{"t":null})", R"("destroy":"t")", R"("destroy":[7])",
                              R"("destroy":["a b"])", R"("ifInState":7)", R"("onDestroyRemove":true)"})
        QCOMPARE(f.errorOf("Ticket/set", wrong), u"invalidArguments"_s);
}

void TestConformanceSet::s5_3_create_answersWhatTheClientDidNotSay()
{
    SetFixture f;
    const QJsonObject created =
        f.one("Ticket/set",
              create("{\"subject\":\"Fuite\",\"team\":" + quotes(f.printing.id.value) + "}"))[u"created"_s][u"k"_s]
            .toObject();
    const auto made = f.find<Ticket>(TicketId{created[u"id"_s].toString()});
    QVERIFY(made);
    QCOMPARE(made->subject, u"Fuite"_s);
    QCOMPARE(created[u"number"_s].toString(), made->number);
    QCOMPARE(created[u"rev"_s].toInteger(), made->rev);
    QCOMPARE(created[u"status"_s].toString(), u"new"_s);
    QCOMPARE(created[u"receivedAt"_s].toString(), utcDate(f.clock.now()));
    QVERIFY(!created.contains(u"subject"_s));
    QVERIFY(!created.contains(u"team"_s));
}

void TestConformanceSet::s5_3_create_defaultsWhatIsOmittedOrNull()
{
    SetFixture f;
    const QJsonObject created =
        f.one("Ticket/set", create(R"({"priority":null,"tags":null})"))[u"created"_s][u"k"_s].toObject();
    const auto made = f.find<Ticket>(TicketId{created[u"id"_s].toString()});
    QVERIFY(made);
    QCOMPARE(made->priority, Priority::Normal);
    QVERIFY(made->tags.isEmpty());
}

void TestConformanceSet::s5_3_createWithAServerSetProperty_isInvalidProperties()
{
    SetFixture f;
    const QJsonObject error = f.createError("Ticket", R"({"id":"t1","number":"A-1","subject":"x","rev":3})");
    QCOMPARE(typeOf(error), u"invalidProperties"_s);
    QCOMPARE(namesIn(error), (QStringList{u"id"_s, u"number"_s, u"rev"_s}));
}

void TestConformanceSet::s5_3_createWithWrongValues_namesThemAll()
{
    SetFixture f;
    const QJsonObject error =
        f.createError("Ticket", R"({"subject":7,"priority":"hasty","tags":"x","snoozedUntil":"soon","cause":"ok"})");
    QCOMPARE(typeOf(error), u"invalidProperties"_s);
    QCOMPARE(namesIn(error), (QStringList{u"priority"_s, u"snoozedUntil"_s, u"subject"_s, u"tags"_s}));
    QCOMPARE(namesIn(f.createError("Ticket", R"({"colour":"red"})")), QStringList{u"colour"_s});
}

void TestConformanceSet::s5_3_createWithAReferenceToNothing_isInvalidProperties()
{
    SetFixture f;
    const QJsonObject error = f.createError("Ticket", R"({"customer":"cnone","followers":["anone"],"subject":"x"})");
    QCOMPARE(typeOf(error), u"invalidProperties"_s);
    QCOMPARE(namesIn(error), (QStringList{u"customer"_s, u"followers"_s}));
}

void TestConformanceSet::s5_3_createTooLarge_isTooLarge()
{
    SetFixture f;
    QCOMPARE(typeOf(f.createError("Ticket", "{\"subject\":\"" + QByteArray(10'000, 'x') + "\"}")), u"tooLarge"_s);
    QCOMPARE(typeOf(f.updateError("{\"subject\":\"" + QByteArray(10'000, 'x') + "\"}")), u"tooLarge"_s);
}

void TestConformanceSet::s5_3_oldAndNewState_areThoseOfGet()
{
    SetFixture f;
    const QString before = f.stateOf("Ticket");
    const QJsonObject answer = f.one("Ticket/set", f.update(R"({"subject":"x"})"));
    QCOMPARE(answer[u"oldState"_s].toString(), before);
    QCOMPARE(answer[u"newState"_s].toString(), f.stateOf("Ticket"));
    QVERIFY(answer[u"newState"_s] != answer[u"oldState"_s]);
    QCOMPARE(answer[u"accountId"_s].toString(), u"company"_s);
}

void TestConformanceSet::s5_3_update_answersWhatElseChanged()
{
    SetFixture f;
    const QJsonObject answer = f.one("Ticket/set", f.update(R"({"subject":"x","status":"resolved"})"));
    const QJsonObject updated = answer[u"updated"_s][f.ticket.id.value].toObject();
    QCOMPARE(updated.keys(), (QStringList{u"resolvedAt"_s, u"rev"_s}));
    QCOMPARE(updated[u"rev"_s].toInteger(), f.now().rev);
    QVERIFY(answer[u"notUpdated"_s].isNull());
}

void TestConformanceSet::s5_3_update_isAllOrNothing()
{
    SetFixture f;
    const qint64 rev = f.now().rev;
    // Merging is an act of its own: the intent for the status is refused when that for the subject was accepted.
    const QJsonObject error = f.updateError(R"({"subject":"x","status":"merged"})");
    QCOMPARE(typeOf(error), u"invalidProperties"_s);
    QCOMPARE(namesIn(error), QStringList{u"status"_s});
    QCOMPARE(error[u"reason"_s].toString(), u"invalid"_s);
    QCOMPARE(f.now().subject, u"Toner"_s);
    QCOMPARE(f.now().rev, rev);
}

void TestConformanceSet::s5_3_updateWithWrongValues_namesThemAll()
{
    SetFixture f;
    const QJsonObject error =
        f.updateError(R"({"subject":7,"priority":"hasty","category":"knone","tags":["gnone"],"cause":"ok"})");
    QCOMPARE(typeOf(error), u"invalidProperties"_s);
    QCOMPARE(namesIn(error), (QStringList{u"subject"_s, u"priority"_s, u"category"_s, u"tags"_s}));
    QCOMPARE(f.now().cause, QString());
}

void TestConformanceSet::s5_3_updateOfNothing_succeedsWithNull()
{
    SetFixture f;
    const QString before = f.stateOf("Ticket");
    const QJsonObject answer = f.one("Ticket/set", f.update(R"({"subject":"Toner"})"));
    QVERIFY(answer[u"updated"_s].toObject().contains(f.ticket.id.value));
    QVERIFY(answer[u"updated"_s][f.ticket.id.value].isNull());
    QCOMPARE(answer[u"newState"_s].toString(), before);
}

void TestConformanceSet::s5_3_updateOfAnUnknownId_isNotFound()
{
    SetFixture f;
    const QJsonObject answer = f.one("Ticket/set", R"("update":{"tnone":{"subject":"x"},"#k":{}})");
    QCOMPARE(typeOf(answer[u"notUpdated"_s][u"tnone"_s].toObject()), u"notFound"_s);
    QCOMPARE(typeOf(answer[u"notUpdated"_s][u"#k"_s].toObject()), u"notFound"_s);
}

void TestConformanceSet::s5_3_updateWithAWholeObject_isAPatch()
{
    SetFixture f;
    QJsonObject whole = toJson(f.now());
    whole.insert(u"subject"_s, u"Fuite"_s);
    const QJsonObject answer = f.one("Ticket/set", f.update(QJsonDocument(whole).toJson(QJsonDocument::Compact)));
    QVERIFY(answer[u"notUpdated"_s].isNull());
    QCOMPARE(f.now().subject, u"Fuite"_s);
}

void TestConformanceSet::s5_3_updateOfAServerSetProperty_mustBeIdentical()
{
    SetFixture f;
    const QJsonObject error = f.updateError(R"({"number":"A-1","receivedAt":null,"rev":99,"cause":"x"})");
    QCOMPARE(typeOf(error), u"invalidProperties"_s);
    QCOMPARE(namesIn(error), (QStringList{u"number"_s, u"receivedAt"_s, u"rev"_s}));
    QCOMPARE(f.now().cause, QString());
    // The same instant, written in another way.
    QCOMPARE(f.updateError(R"({"receivedAt":"2026-11-23T10:00:00+01:00"})"), QJsonObject());
}

void TestConformanceSet::s5_3_patch_nullIsTheDefault()
{
    SetFixture f;
    f.one("Ticket/set", f.update(R"({"priority":"urgent","cause":"x","snoozedUntil":"2026-12-01T00:00:00Z"})"));
    QCOMPARE(f.now().priority, Priority::Urgent);
    QVERIFY(f.now().snoozedUntil.isValid());
    f.one("Ticket/set", f.update(R"({"priority":null,"cause":null,"snoozedUntil":null})"));
    QCOMPARE(f.now().priority, Priority::Normal);
    QCOMPARE(f.now().cause, QString());
    QVERIFY(!f.now().snoozedUntil.isValid());
}

void TestConformanceSet::s5_3_patch_intoAnArrayIsInvalidPatch()
{
    SetFixture f;
    QCOMPARE(typeOf(f.updateError(R"({"tags/0":"g1"})")), u"invalidPatch"_s);
}

void TestConformanceSet::s5_3_patch_pathThroughWhatIsNotThereIsInvalidPatch()
{
    SetFixture f;
    QCOMPARE(typeOf(f.updateError(R"({"colour/deep":1})")), u"invalidPatch"_s);
    QCOMPARE(typeOf(f.updateError(R"({"subject/deep":1})")), u"invalidPatch"_s);
}

void TestConformanceSet::s5_3_patch_pathThroughAnotherIsInvalidPatch()
{
    SetFixture f;
    QCOMPARE(typeOf(f.updateError(R"({"tags":[],"tags/0":null})")), u"invalidPatch"_s);
}

void TestConformanceSet::s5_3_updateOfAPropertyThatThereIsNot_isInvalidProperties()
{
    SetFixture f;
    QCOMPARE(namesIn(f.updateError(R"({"colour":"red","size":null})")), (QStringList{u"colour"_s, u"size"_s}));
}

void TestConformanceSet::s5_3_updateAndDestroy_isWillDestroy()
{
    SetFixture f;
    const Draft draft = f.draft();
    const QByteArray id = quotes(draft.id.value);
    const QJsonObject answer = f.one("Draft/set", "\"update\":{" + id + ":{\"text\":\"x\"}},\"destroy\":[" + id + "]");
    QCOMPARE(typeOf(answer[u"notUpdated"_s][draft.id.value].toObject()), u"willDestroy"_s);
    QCOMPARE(strings(answer[u"destroyed"_s]), QStringList{draft.id.value});
}

void TestConformanceSet::s5_3_destroy_isFinal()
{
    SetFixture f;
    const Draft draft = f.draft();
    const QByteArray id = quotes(draft.id.value);
    QCOMPARE(strings(f.one("Draft/set", "\"destroy\":[" + id + "," + id + "]")[u"destroyed"_s]),
             QStringList{draft.id.value});
    QVERIFY(!f.find<Draft>(draft.id));
    const QJsonObject again = f.one("Draft/set", "\"destroy\":[" + id + "]");
    QCOMPARE(typeOf(again[u"notDestroyed"_s][draft.id.value].toObject()), u"notFound"_s);
}

void TestConformanceSet::s5_3_destroyOfAnUnknownId_isNotFound()
{
    SetFixture f;
    const QJsonObject answer = f.one("Draft/set", R"("destroy":["wnone","#k"])");
    QCOMPARE(typeOf(answer[u"notDestroyed"_s][u"wnone"_s].toObject()), u"notFound"_s);
    QCOMPARE(typeOf(answer[u"notDestroyed"_s][u"#k"_s].toObject()), u"notFound"_s);
    QVERIFY(answer[u"destroyed"_s].isNull());
}

void TestConformanceSet::s5_3_whatHasNoIntent_isForbidden()
{
    SetFixture f;
    const QByteArray ticket = quotes(f.ticket.id.value);
    QCOMPARE(
        typeOf(f.one("Ticket/set", "\"destroy\":[" + ticket + "]")[u"notDestroyed"_s][f.ticket.id.value].toObject()),
        u"forbidden"_s);
    QCOMPARE(typeOf(f.createError("Product", R"({"name":"x"})")), u"forbidden"_s);
    const QByteArray team = quotes(f.printing.id.value);
    QCOMPARE(
        typeOf(f.one("Team/set", "\"update\":{" + team + ":{\"name\":\"x\"}}")[u"notUpdated"_s][f.printing.id.value]
                   .toObject()),
        u"forbidden"_s);
    // No right to work at all.
    f.awa.roles = {Role::Editor};
    f.put(f.awa);
    QCOMPARE(typeOf(f.updateError(R"({"subject":"x"})")), u"forbidden"_s);
    QCOMPARE(f.updateError(R"({"subject":"x"})")[u"reason"_s].toString(), u"denied"_s);
}

void TestConformanceSet::s5_3_aFailure_doesNotStopTheOthers()
{
    SetFixture f;
    const QJsonObject answer = f.one("Ticket/set",
                                     R"("create":{"a":{"subject":7},"b":{"subject":"x"}},"destroy":["tnone"],)"
                                         + f.update(R"({"cause":"y"})"));
    QVERIFY(answer[u"notCreated"_s].toObject().contains(u"a"_s));
    QVERIFY(answer[u"created"_s].toObject().contains(u"b"_s));
    QVERIFY(answer[u"notDestroyed"_s].toObject().contains(u"tnone"_s));
    QCOMPARE(f.now().cause, u"y"_s);
}

void TestConformanceSet::s5_3_aCreationId_isAReferenceInTheSameCall()
{
    SetFixture f;
    // By name "child" comes first: the server has to put them in order.
    const QJsonObject created =
        f.one("Ticket/set", R"("create":{"child":{"parent":"#mother"},"mother":{"subject":"x"}})")[u"created"_s]
            .toObject();
    const auto child = f.find<Ticket>(TicketId{created[u"child"_s][u"id"_s].toString()});
    QVERIFY(child);
    QCOMPARE(child->parent.value, created[u"mother"_s][u"id"_s].toString());
    const QJsonObject circle = f.one("Ticket/set", R"("create":{"a":{"parent":"#b"},"b":{"parent":"#a"}})");
    QCOMPARE(circle[u"notCreated"_s].toObject().size(), 2);
}

void TestConformanceSet::s5_3_aCreationId_isAReferenceInALaterCall()
{
    SetFixture f;
    const QJsonArray answers = f.call(R"([
        ["Customer/set",{@,"create":{"c":{"name":"Yao","emails":[{"name":"","address":"yao@example.ci"}]}}},"0"],
        ["Ticket/set",{@,"create":{"t":{"customer":"#c","subject":"x"}}},"1"],
        ["Message/set",{@,"create":{"m":{"kind":"note","ticket":"#t","text":"Rappeler"}}},"2"]])");
    const QString customer = argumentsOf(answers, 0)[u"created"_s][u"c"_s][u"id"_s].toString();
    const QString ticket = argumentsOf(answers, 1)[u"created"_s][u"t"_s][u"id"_s].toString();
    const QString message = argumentsOf(answers, 2)[u"created"_s][u"m"_s][u"id"_s].toString();
    QCOMPARE(f.find<Ticket>(TicketId{ticket})->customer.value, customer);
    QCOMPARE(f.find<Message>(MessageId{message})->ticket.value, ticket);
}

void TestConformanceSet::s5_3_aCreationId_isUpdatedAndDestroyedInTheSameRequest()
{
    SetFixture f;
    const QByteArray ticket = quotes(f.ticket.id.value);
    const QJsonArray answers = f.call("[[\"Draft/set\",{@,\"create\":{\"d\":{\"ticket\":" + ticket
                                      + R"(,"text":"a"}},"update":{"#d":{"text":"b"}}},"0"],)"
                                        R"(["Draft/set",{@,"destroy":["#d"]},"1"]])");
    const QString id = argumentsOf(answers, 0)[u"created"_s][u"d"_s][u"id"_s].toString();
    QVERIFY(!id.isEmpty());
    QVERIFY(argumentsOf(answers, 0)[u"updated"_s].toObject().contains(id));
    QCOMPARE(strings(argumentsOf(answers, 1)[u"destroyed"_s]), QStringList{id});
}

void TestConformanceSet::s5_3_aCreationIdThatIsReused_isTheNewest()
{
    SetFixture f;
    const QJsonArray answers = f.call(R"([["Ticket/set",{@,"create":{"k":{"subject":"a"}}},"0"],
        ["Ticket/set",{@,"create":{"k":{"subject":"b"}}},"1"],["Ticket/set",{@,"create":{"c":{"parent":"#k"}}},"2"]])");
    const QString newest = argumentsOf(answers, 1)[u"created"_s][u"k"_s][u"id"_s].toString();
    const QString child = argumentsOf(answers, 2)[u"created"_s][u"c"_s][u"id"_s].toString();
    QCOMPARE(f.find<Ticket>(TicketId{child})->parent.value, newest);
}

void TestConformanceSet::s5_3_aCreationIdOfNothing_isInvalidProperties()
{
    SetFixture f;
    const QJsonObject error = f.createError("Ticket", R"({"customer":"#nobody","subject":"x"})");
    QCOMPARE(typeOf(error), u"invalidProperties"_s);
    QCOMPARE(namesIn(error), QStringList{u"customer"_s});
}

void TestConformanceSet::s5_3_nothingDone_isNull()
{
    SetFixture f;
    const QJsonObject answer = f.one("Ticket/set", {});
    for (const QString &name :
         {u"created"_s, u"updated"_s, u"destroyed"_s, u"notCreated"_s, u"notUpdated"_s, u"notDestroyed"_s})
        QVERIFY2(answer.contains(name) && answer[name].isNull(), qPrintable(name));
}

void TestConformanceSet::s5_4_copy_hasNoOtherAccount()
{
    SetFixture f;
    QCOMPARE(f.errorOf("Ticket/copy", R"("fromAccountId":"other","create":{})"), u"fromAccountNotFound"_s);
    QCOMPARE(f.errorOf("Ticket/copy", R"("fromAccountId":"company","create":{})"), u"invalidArguments"_s);
    QCOMPARE(f.errorOf("Ticket/copy", R"("create":{})"), u"invalidArguments"_s);
}

void TestConformanceSet::uid_makesAnObjectOnce()
{
    SetFixture f;
    const QByteArray call = R"({"uid":"crm-7/2026 é","subject":"Fuite"})";
    const QString id = f.one("Ticket/set", create(call))[u"created"_s][u"k"_s][u"id"_s].toString();
    QVERIFY(!id.isEmpty());
    QJsonObject error = f.createError("Ticket", call);
    QCOMPARE(typeOf(error), u"alreadyExists"_s);
    QCOMPARE(error[u"existingId"_s].toString(), id);
    f.token = f.tokenFor(f.awa.id); // another device
    error = f.createError("Ticket", call);
    QCOMPARE(error[u"existingId"_s].toString(), id);
    QVERIFY(!f.one("Customer/set", create(R"({"uid":"crm-7/2026 é","name":"x"})"))[u"created"_s].isNull());
    QVERIFY(!f.one("Ticket/set", create(R"({"uid":"crm-8"})"))[u"created"_s].isNull());
}

void TestConformanceSet::uid_isAString()
{
    SetFixture f;
    for (const QByteArray &uid : QByteArrayList{"7", "\"\"", "null", "\"" + QByteArray(256, 'x') + "\""})
        QCOMPARE(namesIn(f.createError("Ticket", "{\"uid\":" + uid + "}")), QStringList{u"uid"_s});
    QVERIFY(f.createError("Ticket", "{\"uid\":\"" + QByteArray(255, 'x') + "\"}").isEmpty());
}

void TestConformanceSet::aTicket_changesByItsIntents()
{
    SetFixture f;
    Tag tag;
    tag.id = f.id<TagId>();
    tag.name = u"VIP"_s;
    f.put(tag);
    f.message(f.ticket.id); // /set changes what is there: it has seen this
    const QJsonObject answer =
        f.one("Ticket/set",
              f.update("{\"tags\":[" + quotes(tag.id.value) + "],\"assignee\":" + quotes(f.awa.id.value)
                       + ",\"team\":" + quotes(f.legal.id.value) + R"(,"status":"resolved","priority":"high"})"));
    QVERIFY(answer[u"notUpdated"_s].isNull());
    const Ticket now = f.now();
    QCOMPARE(now.tags, QList<TagId>{tag.id});
    QCOMPARE(now.assignee, f.awa.id);
    QCOMPARE(now.team, f.legal.id);
    QCOMPARE(now.status, TicketStatus::Resolved);
    QCOMPARE(now.priority, Priority::High);
    // Every change left its event, by the agent.
    const auto timeLine = SetFixture::must(SetFixture::must(f.store->read()).messagesOf(f.ticket.id));
    QStringList told;
    for (const Message &event : timeLine) {
        for (const FieldChange &change : event.changes) {
            told += change.field;
            QCOMPARE(event.author.value, f.awa.id.value);
        }
    }
    told.sort();
    QCOMPARE(told, (QStringList{u"assignee"_s, u"priority"_s, u"status"_s, u"tags"_s, u"team"_s}));
}

void TestConformanceSet::aTicket_isNotTakenFromItsTeam()
{
    SetFixture f;
    QCOMPARE(namesIn(f.updateError(R"({"team":"","customer":""})")), (QStringList{u"customer"_s, u"team"_s}));
}

void TestConformanceSet::followers_decideForThemselves()
{
    SetFixture f;
    const Agent yao = f.agent(u"Yao"_s, {f.printing.id});
    const QByteArray me = quotes(f.awa.id.value);
    QCOMPARE(namesIn(f.updateError("{\"followers\":[" + quotes(yao.id.value) + "]}")), QStringList{u"followers"_s});
    QVERIFY(f.updateError("{\"followers\":[" + me + "]}").isEmpty());
    QCOMPARE(f.now().followers, QList<AgentId>{f.awa.id});
    QVERIFY(f.updateError(R"({"followers":[]})").isEmpty());
    QVERIFY(f.now().followers.isEmpty());
}

void TestConformanceSet::aMessage_isWhatItsKindIs()
{
    SetFixture f;
    const auto made = [&f](const QByteArray &object) {
        const QJsonObject answer =
            f.one("Message/set", create(QByteArray(object).replace("$", quotes(f.ticket.id.value))));
        return f.find<Message>(MessageId{answer[u"created"_s][u"k"_s][u"id"_s].toString()}).value_or(Message());
    };
    const Message note = made(R"({"kind":"note","ticket":$,"text":"Rappeler"})");
    QCOMPARE(note.text, u"Rappeler"_s);
    QCOMPARE(note.author.value, f.awa.id.value);
    const Message call = made(R"({"kind":"call","direction":"incoming","ticket":$,"callSeconds":65})");
    QCOMPARE(call.callSeconds, 65);
    QCOMPARE(call.channel, Channel::Phone);
    const Message captured =
        made("{\"kind\":\"public\",\"channel\":\"facebook\",\"ticket\":$,\"text\":\"Allô\",\"author\":"
             + quotes(f.fatou.id.value) + "}");
    QCOMPARE(captured.author.value, f.fatou.id.value);
    QCOMPARE(captured.direction, Direction::Incoming);
    const Message reply = made(R"({"kind":"public","direction":"outgoing","ticket":$,"text":"Bonjour",
                                   "toAddresses":[{"name":"Fatou","address":"fatou@example.ci"}]})");
    QCOMPARE(reply.delivery, Delivery::Queued);
    QVERIFY(!reply.basedOn.isEmpty());
    const QByteArray ticket = quotes(f.ticket.id.value);
    QCOMPARE(namesIn(f.createError("Message", "{\"kind\":\"event\",\"ticket\":" + ticket + "}")),
             QStringList{u"kind"_s});
    QCOMPARE(namesIn(f.createError("Message", "{\"kind\":\"note\",\"callSeconds\":3,\"ticket\":" + ticket + "}")),
             QStringList{u"callSeconds"_s});
    QCOMPARE(namesIn(f.createError("Message", "{\"kind\":\"note\",\"text\":\" \",\"ticket\":" + ticket + "}")),
             (QStringList{u"ticket"_s, u"text"_s}));
}

void TestConformanceSet::aMessage_isCancelledBeforeItIsSent()
{
    SetFixture f;
    const QString id = f.one("Message/set",
                             create("{\"direction\":\"outgoing\",\"text\":\"x\",\"toAddresses\":[{\"name\":\"\","
                                    "\"address\":\"fatou@example.ci\"}],\"ticket\":"
                                    + quotes(f.ticket.id.value) + "}"))[u"created"_s][u"k"_s][u"id"_s]
                           .toString();
    const auto update = [&](const QByteArray &patch) {
        return f.one("Message/set", "\"update\":{" + quotes(id) + ":" + patch + "}")[u"notUpdated"_s][id].toObject();
    };
    QCOMPARE(namesIn(update(R"({"delivery":"sent"})")), QStringList{u"delivery"_s});
    QCOMPARE(namesIn(update(R"({"text":"y"})")), QStringList{u"text"_s});
    QVERIFY(update(R"({"delivery":"cancelled"})").isEmpty());
    QCOMPARE(f.find<Message>(MessageId{id})->delivery, Delivery::Cancelled);
}

void TestConformanceSet::aCustomerWithAKnownAddress_alreadyExists()
{
    SetFixture f;
    const QJsonObject error =
        f.createError("Customer", R"({"name":"F.","emails":[{"name":"","address":"Fatou@Example.ci"}]})");
    QCOMPARE(typeOf(error), u"alreadyExists"_s);
    QCOMPARE(error[u"existingId"_s].toString(), f.fatou.id.value);
}

void TestConformanceSet::whatIsOutOfSight_isNotThere()
{
    SetFixture f;
    const Ticket theirs = f.StoreFixture::ticket(f.legal.id);
    const QByteArray id = quotes(theirs.id.value);
    const QJsonObject answer =
        f.one("Ticket/set", "\"update\":{" + id + ":{\"subject\":\"x\"}},\"destroy\":[" + id + "]");
    QCOMPARE(typeOf(answer[u"notDestroyed"_s][theirs.id.value].toObject()), u"notFound"_s);
    const QJsonObject update = f.one("Ticket/set", "\"update\":{" + id + ":{\"subject\":\"x\"}}");
    QCOMPARE(typeOf(update[u"notUpdated"_s][theirs.id.value].toObject()), u"notFound"_s);
    QCOMPARE(namesIn(f.createError("Message", "{\"kind\":\"note\",\"text\":\"x\",\"ticket\":" + id + "}")),
             QStringList{u"ticket"_s});
}

QTEST_GUILESS_MAIN(TestConformanceSet)
#include "tst_conformanceset.moc"

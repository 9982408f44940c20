// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/queryarguments.h"
#include "conformance/conformancefixture.h"

#include <QTest>

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;

/// Foo/query as a client asks it. What the filters select is tst_querysql's.
class TestQuery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyType_isQueried();
    void aCondition_takesEveryKindOfField();
    void aFilter_refusesWhatItCannotDo_data();
    void aFilter_refusesWhatItCannotDo();
    void aDeepFilter_isUnsupported();
    void aLongFilter_isUnsupported();
    void aSecretField_isNotThere();
    void aSort_refusesWhatItCannotDo_data();
    void aSort_refusesWhatItCannotDo();
    void theWindow_isAsAskedFor();
    void theLimit_isToldWhereItIsTheServers();
    void theQueryState_movesWithWhatMayBeSeen();
    void queryChanges_areNotCalculated();
};

namespace {

QByteArray query(const QByteArray &type, const QByteArray &arguments)
{
    return "[[\"" + type + "/query\",{@," + arguments + "},\"0\"]]";
}

QStringList idsIn(const QJsonArray &answers)
{
    QStringList ids;
    for (const QJsonValue &id : argumentsOf(answers, 0).value(u"ids"_s).toArray())
        ids += id.toString();
    return ids;
}

} // namespace

void TestQuery::everyType_isQueried()
{
    ConformanceFixture fixture;
    for (const TypeInfo *type : syncedTypes()) {
        const QJsonArray answers = fixture.call(query(type->name.toLatin1(), R"("calculateTotal":true)"));
        QCOMPARE(nameIn(answers, 0), QString(type->name + u"/query"_s));
        QVERIFY(argumentsOf(answers, 0).contains(u"total"_s));
    }
    QVERIFY(idsIn(fixture.call(query("Team", R"("filter":null)"))).contains(fixture.printing.id.value));
}

void TestQuery::aCondition_takesEveryKindOfField()
{
    ConformanceFixture fixture;
    Ticket wanted = fixture.StoreFixture::ticket(fixture.printing.id);
    fixture.StoreFixture::ticket(fixture.printing.id);
    Tag tag;
    tag.id = fixture.id<TagId>();
    tag.name = u"VIP"_s;
    fixture.put(tag);
    wanted.subject = u"Fuite"_s;
    wanted.priority = Priority::High;
    wanted.tags = {tag.id};
    wanted.snoozedUntil = fixture.clock.now().addDays(2);
    wanted = fixture.put(wanted);
    const QByteArray id = wanted.id.value.toLatin1();
    for (const QByteArray &filter : QByteArrayList{
             R"({"subject":"Fuite"})", R"({"priority":"high","team":")" + fixture.printing.id.value.toLatin1() + "\"}",
             R"({"id":")" + id + "\"}", R"({"rev":2})", R"({"tags":")" + tag.id.value.toLatin1() + "\"}",
             R"({"snoozedUntilAfter":"2026-11-24T00:00:00Z","snoozedUntilBefore":"2026-11-27T00:00:00.000Z"})",
             R"({"operator":"NOT","conditions":[{"priority":"normal"}]})"})
        QCOMPARE(idsIn(fixture.call(query("Ticket", "\"filter\":" + filter))), QStringList{wanted.id.value});
    QCOMPARE(idsIn(fixture.call(query("Tag", R"("filter":{"active":false})"))), QStringList());
    QCOMPARE(idsIn(fixture.call(query("Tag", R"("filter":{"active":true})"))), QStringList{tag.id.value});
}

void TestQuery::aFilter_refusesWhatItCannotDo_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *filter, const QString &error) {
        QTest::newRow(filter) << QByteArray(filter) << error;
    };
    for (const char *unsupported :
         {R"({"colour":"red"})", R"({"receivedAt":"2026-11-24T00:00:00Z"})", R"({"subjectAfter":"x"})",
          R"({"tags":",a"})", R"({"operator":"AND","conditions":[{"colour":"red"}]})"})
        row(unsupported, u"unsupportedFilter"_s);
    for (const char *invalid :
         {R"("x")", R"([])", R"({"subject":1})", R"({"rev":"2"})", R"({"rev":1.5})", R"({"tags":["a"]})",
          R"({"receivedAtAfter":"yesterday"})", R"({"receivedAtBefore":7})", R"({"operator":"XOR","conditions":[]})",
          R"({"operator":"AND"})", R"({"operator":"AND","conditions":{}})", R"({"operator":"AND","conditions":[7]})",
          R"({"operator":"AND","conditions":[],"subject":"x"})"})
        row(invalid, u"invalidArguments"_s);
}

void TestQuery::aFilter_refusesWhatItCannotDo()
{
    ConformanceFixture fixture;
    QFETCH(const QByteArray, filter);
    QTEST(errorIn(fixture.call(query("Ticket", "\"filter\":" + filter)), 0), "error");
}

void TestQuery::aDeepFilter_isUnsupported()
{
    ConformanceFixture fixture;
    const auto nested = [](int depth) -> QByteArray {
        return QByteArray(R"({"operator":"NOT","conditions":[)").repeated(depth) + "{}"
            + QByteArray("]}").repeated(depth);
    };
    const int deepest = ConformanceFixture::settings().maxFilterDepth;
    QCOMPARE(nameIn(fixture.call(query("Ticket", "\"filter\":" + nested(deepest - 1))), 0), u"Ticket/query"_s);
    QCOMPARE(errorIn(fixture.call(query("Ticket", "\"filter\":" + nested(deepest))), 0), u"unsupportedFilter"_s);
}

void TestQuery::aLongFilter_isUnsupported()
{
    ConformanceFixture fixture;
    const auto ofConditions = [](int count) -> QByteArray {
        QByteArray conditions = QByteArray(R"({"tags":"a"},)").repeated(count);
        conditions.chop(1);
        return "\"filter\":{\"operator\":\"OR\",\"conditions\":[" + conditions + "]}";
    };
    const int most = ConformanceFixture::settings().maxFilterConditions;
    QCOMPARE(nameIn(fixture.call(query("Ticket", ofConditions(most))), 0), u"Ticket/query"_s);
    QCOMPARE(errorIn(fixture.call(query("Ticket", ofConditions(most + 1))), 0), u"unsupportedFilter"_s);
    // What says nothing costs SQL too, which has a limit of its own.
    for (const QByteArray &empty : {QByteArray("{}"), QByteArray(R"({"operator":"AND","conditions":[]})")}) {
        const QByteArray many = QByteArray(empty + ',').repeated(most) + empty;
        const QByteArray filter = R"("filter":{"operator":"OR","conditions":[)" + many + "]}";
        QCOMPARE(errorIn(fixture.call(query("Ticket", filter)), 0), u"unsupportedFilter"_s);
    }
}

void TestQuery::aSecretField_isNotThere()
{
    TypeInfo type{99, u"Safe"_s, u"safes"_s, 'z', {}};
    type.fields.push_back({u"id"_s, u"id"_s, ValueKind::Id, {}, false});
    type.fields.push_back({u"code"_s, u"code"_s, ValueKind::Text, {}, false});
    QVERIFY(filterArgument(type, QJsonObject{{u"code"_s, u"1"_s}}, Settings()));
    type.fields.back().privacy.personal = Personal::Secret;
    QCOMPARE(servedField(type, u"code"), nullptr);
    QCOMPARE(filterArgument(type, QJsonObject{{u"code"_s, u"1"_s}}, Settings()).error().type, u"unsupportedFilter"_s);
    const QJsonArray sort{QJsonObject{{u"property"_s, u"code"_s}}};
    QCOMPARE(sortArgument(type, sort).error().type, u"unsupportedSort"_s);
}

void TestQuery::aSort_refusesWhatItCannotDo_data()
{
    QTest::addColumn<QByteArray>("sort");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *sort, const QString &error) { QTest::newRow(sort) << QByteArray(sort) << error; };
    for (const char *supported :
         {"null", "[]", R"([{"property":"subject"},{"property":"receivedAt","isAscending":false}])",
          R"([{"property":"subject"},{"property":"subject"}])"})
        row(supported, QString());
    for (const char *unsupported : {R"([{"property":"colour"}])", R"([{"property":"tags"}])",
                                    R"([{"property":"subject","collation":"i;unicode-casemap"}])"})
        row(unsupported, u"unsupportedSort"_s);
    for (const char *invalid :
         {R"("subject")", R"(["subject"])", R"([{}])", R"([{"property":7}])",
          R"([{"property":"subject","isAscending":"yes"}])", R"([{"property":"subject","collation":1}])"})
        row(invalid, u"invalidArguments"_s);
}

void TestQuery::aSort_refusesWhatItCannotDo()
{
    ConformanceFixture fixture;
    QFETCH(const QByteArray, sort);
    QTEST(errorIn(fixture.call(query("Ticket", "\"sort\":" + sort)), 0), "error");
}

void TestQuery::theWindow_isAsAskedFor()
{
    ConformanceFixture fixture;
    QStringList all{fixture.ticket.id.value};
    for (int i = 0; i < 3; ++i)
        all += fixture.StoreFixture::ticket(fixture.printing.id).id.value;
    all.sort();
    const auto ids = [&fixture](const QByteArray &window) { return idsIn(fixture.call(query("Ticket", window))); };
    QCOMPARE(ids(R"("position":1,"limit":2)"), all.mid(1, 2));
    QCOMPARE(ids(R"("position":-1)"), all.mid(3));
    QCOMPARE(ids(R"("position":9)"), QStringList());
    QCOMPARE(ids(R"("anchor":")" + all.at(2).toLatin1() + R"(","anchorOffset":-1,"limit":2,"position":3)"),
             all.mid(1, 2));
    for (const char *invalid : {R"("limit":-1)", R"("limit":"2")", R"("position":0.5)", R"("position":"0")",
                                R"("anchor":7)", R"("anchor":"t","anchorOffset":0.5)", R"("calculateTotal":"yes")"})
        QCOMPARE(errorIn(fixture.call(query("Ticket", invalid)), 0), u"invalidArguments"_s);
    QCOMPARE(errorIn(fixture.call(query("Ticket", R"("anchor":"tnone")")), 0), u"anchorNotFound"_s);
}

void TestQuery::theLimit_isToldWhereItIsTheServers()
{
    ConformanceFixture fixture;
    const auto answer = [&fixture](const QByteArray &window) {
        return argumentsOf(fixture.call(query("Ticket", window)), 0);
    };
    QCOMPARE(answer(R"("limit":null)").value(u"limit"_s).toInt(), 10);
    QCOMPARE(answer(R"("limit":9007199254740991)").value(u"limit"_s).toInt(), 10);
    QVERIFY(!answer(R"("limit":10)").contains(u"limit"_s));
    QVERIFY(!answer(R"("limit":0)").contains(u"limit"_s));
    QVERIFY(!answer(R"("limit":0)").contains(u"total"_s));
    QCOMPARE(answer(R"("limit":0)").value(u"canCalculateChanges"_s).toBool(true), false);
}

void TestQuery::theQueryState_movesWithWhatMayBeSeen()
{
    ConformanceFixture fixture;
    const auto state = [&fixture](const QByteArray &type) {
        return argumentsOf(fixture.call(query(type, R"("limit":1)")), 0).value(u"queryState"_s).toString();
    };
    Ticket ticket = fixture.StoreFixture::ticket(fixture.legal.id);
    fixture.message(ticket.id);
    const QString messages = state("Message");
    const QString products = state("Product");
    ticket.team = fixture.printing.id; // its messages come into sight, and are not logged again
    fixture.put(ticket);
    QVERIFY(state("Message") != messages);
    QCOMPARE(state("Product"), products);
    fixture.awa.teams = {};
    fixture.put(fixture.awa);
    QVERIFY(state("Product") != products);
}

void TestQuery::queryChanges_areNotCalculated()
{
    ConformanceFixture fixture;
    const QJsonArray answers = fixture.call(R"([["Ticket/queryChanges",{@,"sinceQueryState":"x"},"0"],
        ["Ticket/queryChanges",{@},"1"],["Ticket/queryChanges",{@,"sinceQueryState":"x","filter":{"a":1}},"2"]])");
    QCOMPARE(errorIn(answers, 0), u"cannotCalculateChanges"_s);
    QCOMPARE(errorIn(answers, 1), u"invalidArguments"_s);
    QCOMPARE(errorIn(answers, 2), u"unsupportedFilter"_s);
}

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"

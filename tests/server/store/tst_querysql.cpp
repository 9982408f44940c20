// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/querysql.h"
#include "storefixture.h"

using namespace akwaba;
using namespace akwaba::store;
using namespace Qt::StringLiterals;

/// Filters, orders and windows as SQL.
class TestQuerySql : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAFilter_everythingInSightComesInTheOrderOfIds();
    void withoutScopes_nothingComes();
    void equality_isOfTheWholeValue();
    void operators_nest();
    void anInstantThatIsMissing_isNeitherBeforeNorAfter();
    void aList_containsWholeElements_data();
    void aList_containsWholeElements();
    void aListOfObjects_containsTheirTextsAndNotTheirNames();
    void theOrder_isByEachKeyAndThenById();
    void rowsWithoutAnInstant_comeFirst();
    void aWindow_isCutByPosition_data();
    void aWindow_isCutByPosition();
    void anAnchor_isCountedFrom();
    void anAnchorThatIsNoResult_isTold();
    void aValue_isNeverReadAsSql();
};

namespace {

using Kind = Filter::Kind;

struct QueryFixture : StoreFixture {
    QueryFixture() : printing(team(u"Printing"_s)), awa(agent(u"Awa"_s, {printing.id})), asAwa(caller(awa.id)) { }

    std::optional<QueryPage> ask(const TypeInfo &type, const store::Query &query)
    {
        return must(must(store->read()).query(type, query, asAwa));
    }
    template <class T> QStringList idsOf(const Filter &filter, const QList<SortKey> &sort = {})
    {
        store::Query query;
        query.filter = filter;
        query.sort = sort;
        query.limit = 100;
        return ask(typeInfo<T>(), query)->ids;
    }
    /// Each with a later id.
    Ticket made(const std::function<void(Ticket &)> &change)
    {
        clock.advance(std::chrono::milliseconds(1));
        Ticket wanted = ticket(printing.id);
        change(wanted);
        return put(wanted);
    }

    Team printing;
    Agent awa;
    Caller asAwa;
};

template <class T> Filter is(const QString &field, const QVariant &value, Kind kind = Kind::Equals)
{
    return {kind, typeInfo<T>().field(field), value, {}};
}

Filter joined(Kind kind, const QList<Filter> &parts) { return {kind, nullptr, {}, parts}; }

SortKey by(const QString &field, bool ascending = true) { return {typeInfo<Ticket>().field(field), ascending}; }

} // namespace

void TestQuerySql::withoutAFilter_everythingInSightComesInTheOrderOfIds()
{
    QueryFixture f;
    QStringList mine;
    for (int i = 0; i < 3; ++i)
        mine += f.ticket(f.printing.id).id.value;
    f.ticket(f.team(u"Legal"_s).id);
    mine.sort();
    QCOMPARE(f.idsOf<Ticket>({}), mine);
}

void TestQuerySql::withoutScopes_nothingComes()
{
    QueryFixture f;
    f.ticket(f.printing.id);
    f.awa.active = false;
    f.put(f.awa);
    QVERIFY(f.idsOf<Ticket>({}).isEmpty());
}

void TestQuerySql::equality_isOfTheWholeValue()
{
    QueryFixture f;
    const Ticket toner = f.made([](Ticket &t) { t.subject = u"Toner"_s; });
    f.made([](Ticket &t) { t.subject = u"toner"_s; });
    f.made([](Ticket &t) { t.subject = u"Toner "_s; });
    QCOMPARE(f.idsOf<Ticket>(is<Ticket>(u"subject"_s, u"Toner"_s)), QStringList{toner.id.value});
    QCOMPARE(f.idsOf<Team>(is<Team>(u"active"_s, 0)), QStringList());
    QCOMPARE(f.idsOf<Team>(is<Team>(u"active"_s, 1)), QStringList{f.printing.id.value});
    QCOMPARE(f.idsOf<Ticket>(is<Ticket>(u"id"_s, toner.id.value)), QStringList{toner.id.value});
    QCOMPARE(f.idsOf<Ticket>(is<Ticket>(u"rev"_s, qint64(7))), QStringList());
}

void TestQuerySql::operators_nest()
{
    QueryFixture f;
    const Ticket low = f.made([](Ticket &t) { t.priority = Priority::Low; });
    const Ticket high = f.made([](Ticket &t) { t.priority = Priority::High; });
    const Ticket urgent = f.made([](Ticket &t) { t.priority = Priority::Urgent; });
    const Filter isHigh = is<Ticket>(u"priority"_s, u"high"_s);
    const Filter isUrgent = is<Ticket>(u"priority"_s, u"urgent"_s);
    QCOMPARE(f.idsOf<Ticket>(joined(Kind::Any, {isHigh, isUrgent})), (QStringList{high.id.value, urgent.id.value}));
    QCOMPARE(f.idsOf<Ticket>(joined(Kind::All, {isHigh, isUrgent})), QStringList());
    QCOMPARE(f.idsOf<Ticket>(joined(Kind::None, {isHigh, isUrgent})), QStringList{low.id.value});
    const Filter notHigh = joined(Kind::None, {isHigh});
    QCOMPARE(f.idsOf<Ticket>(joined(Kind::All, {notHigh, joined(Kind::None, {isUrgent})})), QStringList{low.id.value});
    QCOMPARE(f.idsOf<Ticket>(joined(Kind::All, {})).size(), 3);
    QCOMPARE(f.idsOf<Ticket>(joined(Kind::Any, {})).size(), 0);
    QCOMPARE(f.idsOf<Ticket>(joined(Kind::None, {})).size(), 3);
}

void TestQuerySql::anInstantThatIsMissing_isNeitherBeforeNorAfter()
{
    QueryFixture f;
    const QDateTime noon = f.clock.now();
    const Ticket never = f.made([](Ticket &t) { t.resolvedAt = {}; });
    const Ticket early = f.made([&](Ticket &t) { t.resolvedAt = noon.addSecs(-1); });
    const Ticket then = f.made([&](Ticket &t) { t.resolvedAt = noon; });
    const Filter before = is<Ticket>(u"resolvedAt"_s, noon.toMSecsSinceEpoch(), Kind::Before);
    const Filter notBefore = is<Ticket>(u"resolvedAt"_s, noon.toMSecsSinceEpoch(), Kind::NotBefore);
    QCOMPARE(f.idsOf<Ticket>(before), QStringList{early.id.value});
    QCOMPARE(f.idsOf<Ticket>(notBefore), QStringList{then.id.value});
    QCOMPARE(f.idsOf<Ticket>(joined(Kind::None, {before})), (QStringList{never.id.value, then.id.value}));
    QCOMPARE(f.idsOf<Ticket>(joined(Kind::None, {before, notBefore})), QStringList{never.id.value});
}

void TestQuerySql::aList_containsWholeElements_data()
{
    QTest::addColumn<QStringList>("list");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("the only one") << QStringList{u"a"_s} << u"a"_s << true;
    QTest::newRow("the first") << QStringList{u"a"_s, u"b"_s} << u"a"_s << true;
    QTest::newRow("the last") << QStringList{u"a"_s, u"b"_s} << u"b"_s << true;
    QTest::newRow("in the middle") << QStringList{u"a"_s, u"b"_s, u"c"_s} << u"b"_s << true;
    QTest::newRow("a part") << QStringList{u"toner"_s} << u"tone"_s << false;
    QTest::newRow("another case") << QStringList{u"Toner"_s} << u"toner"_s << false;
    QTest::newRow("none") << QStringList() << u"a"_s << false;
    QTest::newRow("empty") << QStringList{u""_s} << u""_s << true;
    QTest::newRow("empty, in none") << QStringList() << u""_s << false;
    QTest::newRow("a quote within") << QStringList{u"x\"a"_s} << u"a"_s << false;
    QTest::newRow("a quote") << QStringList{u"x"_s, u"a\"b\\"_s} << u"a\"b\\"_s << true;
    QTest::newRow("a comma before") << QStringList{u"x,"_s, u"b"_s} << u"b"_s << true;
    QTest::newRow("all of it as one") << QStringList{u"a"_s, u"b"_s} << u"a\",\"b"_s << false;
    QTest::newRow("accents") << QStringList{u"réglé"_s} << u"réglé"_s << true;
    QTest::newRow("a wild card") << QStringList{u"abc"_s} << u"a%"_s << false;
}

void TestQuerySql::aList_containsWholeElements()
{
    QFETCH(const QStringList, list);
    QFETCH(const QString, text);
    QueryFixture f;
    Product product;
    product.id = f.id<ProductId>();
    product.reference = u"R"_s;
    product.compatibleWith = list;
    f.put(product);
    QVERIFY(isElement(text));
    QTEST(!f.idsOf<Product>(is<Product>(u"compatibleWith"_s, text, Kind::Contains)).isEmpty(), "found");
}

void TestQuerySql::aListOfObjects_containsTheirTextsAndNotTheirNames()
{
    QueryFixture f;
    const Customer koffi = f.customer(u"Koffi"_s);
    f.ticket(f.printing.id, koffi.id);
    const auto holds = [&f](const QString &text) {
        return !f.idsOf<Customer>(is<Customer>(u"emails"_s, text, Kind::Contains)).isEmpty();
    };
    QVERIFY(holds(u"koffi@example.ci"_s));
    QVERIFY(!holds(u"koffi@example"_s));
    QVERIFY(!holds(u"address"_s));
    for (const QString &text : {u",x"_s, u"]"_s, u"}"_s, u":"_s})
        QVERIFY(!isElement(text));
}

void TestQuerySql::theOrder_isByEachKeyAndThenById()
{
    QueryFixture f;
    const auto add = [&f](const QString &subject, const QString &cause) {
        return f
            .made([&](Ticket &t) {
                t.subject = subject;
                t.cause = cause;
            })
            .id.value;
    };
    const QString b1 = add(u"b"_s, u"1"_s);
    const QString a2 = add(u"a"_s, u"2"_s);
    const QString a1 = add(u"a"_s, u"1"_s);
    const QString b1too = add(u"b"_s, u"1"_s);
    const QString z = add(u"Z"_s, u"1"_s);
    QCOMPARE(f.idsOf<Ticket>({}, {by(u"subject"_s), by(u"cause"_s)}), (QStringList{z, a1, a2, b1, b1too}));
    QCOMPARE(f.idsOf<Ticket>({}, {by(u"subject"_s, false), by(u"cause"_s)}), (QStringList{b1, b1too, a1, a2, z}));
    QCOMPARE(f.idsOf<Ticket>({}, {by(u"id"_s, false)}), (QStringList{z, b1too, a1, a2, b1}));
}

void TestQuerySql::rowsWithoutAnInstant_comeFirst()
{
    QueryFixture f;
    const QDateTime now = f.clock.now();
    const QString late = f.made([&](Ticket &t) { t.closedAt = now; }).id.value;
    const QString never = f.made([&](Ticket &t) { t.closedAt = {}; }).id.value;
    const QString early = f.made([&](Ticket &t) { t.closedAt = now.addDays(-1); }).id.value;
    QCOMPARE(f.idsOf<Ticket>({}, {by(u"closedAt"_s)}), (QStringList{never, early, late}));
    QCOMPARE(f.idsOf<Ticket>({}, {by(u"closedAt"_s, false)}), (QStringList{late, early, never}));
}

void TestQuerySql::aWindow_isCutByPosition_data()
{
    QTest::addColumn<qint64>("position");
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<QList<int>>("places");
    QTest::addColumn<qint64>("from");
    const auto row = [](const char *name, qint64 position, qint64 limit, const QList<int> &places, qint64 from) {
        QTest::newRow(name) << position << limit << places << from;
    };
    row("all", 0, 10, {0, 1, 2, 3, 4}, 0);
    row("the first two", 0, 2, {0, 1}, 0);
    row("from the second", 1, 2, {1, 2}, 1);
    row("nothing asked for", 1, 0, {}, 1);
    row("past the end", 7, 2, {}, 7);
    row("from the end", -2, 10, {3, 4}, 3);
    row("further back than there is", -9, 1, {0}, 0);
}

void TestQuerySql::aWindow_isCutByPosition()
{
    QFETCH(const qint64, position);
    QFETCH(const qint64, limit);
    QFETCH(const QList<int>, places);
    QueryFixture f;
    QStringList all;
    for (int i = 0; i < 5; ++i)
        all += f.made([](Ticket &) { }).id.value;
    QStringList expected;
    for (const int place : places)
        expected += all.at(place);
    store::Query query;
    query.position = position;
    query.limit = limit;
    for (const bool withTotal : {false, true}) {
        query.withTotal = withTotal;
        const auto page = f.ask(typeInfo<Ticket>(), query);
        QCOMPARE(page->ids, expected);
        QTEST(page->position, "from");
        QCOMPARE(page->total.value_or(-1), withTotal ? 5 : -1);
    }
}

void TestQuerySql::anAnchor_isCountedFrom()
{
    QueryFixture f;
    QStringList all;
    for (int i = 0; i < 5; ++i)
        all += f.made([](Ticket &) { }).id.value;
    store::Query query;
    query.anchor = all.at(2);
    query.position = 4; // of no account
    query.limit = 2;
    QCOMPARE(f.ask(typeInfo<Ticket>(), query)->ids, all.mid(2, 2));
    query.anchorOffset = -1;
    QCOMPARE(f.ask(typeInfo<Ticket>(), query)->ids, all.mid(1, 2));
    query.anchorOffset = -9;
    const auto first = f.ask(typeInfo<Ticket>(), query);
    QCOMPARE(first->ids, all.mid(0, 2));
    QCOMPARE(first->position, 0);
    query.sort = {by(u"id"_s, false)};
    query.anchorOffset = 1;
    QCOMPARE(f.ask(typeInfo<Ticket>(), query)->ids, (QStringList{all.at(1), all.at(0)}));
}

void TestQuerySql::anAnchorThatIsNoResult_isTold()
{
    QueryFixture f;
    f.ticket(f.printing.id);
    const Ticket theirs = f.ticket(f.team(u"Legal"_s).id);
    store::Query query;
    query.anchor = theirs.id.value;
    query.limit = 2;
    QVERIFY(!f.ask(typeInfo<Ticket>(), query));
}

void TestQuerySql::aValue_isNeverReadAsSql()
{
    QueryFixture f;
    const QString hostile = u"x' OR '1'='1\" -- ?:a"_s;
    f.ticket(f.printing.id);
    QVERIFY(f.idsOf<Ticket>(is<Ticket>(u"subject"_s, hostile)).isEmpty());
    QVERIFY(f.idsOf<Ticket>(is<Ticket>(u"tags"_s, hostile, Kind::Contains)).isEmpty());
    const Ticket named = f.made([&](Ticket &t) { t.subject = hostile; });
    QCOMPARE(f.idsOf<Ticket>(is<Ticket>(u"subject"_s, hostile)), QStringList{named.id.value});
}

QTEST_GUILESS_MAIN(TestQuerySql)
#include "tst_querysql.moc"

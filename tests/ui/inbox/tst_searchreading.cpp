// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/searchreading.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;

class TestSearchReading : public QObject {
    Q_OBJECT

private:
    [[nodiscard]] static SearchReading read(const QString &typed)
    {
        Directories directories;
        Agent agent;
        agent.id.value = u"a7"_s;
        agent.name = u"Mariam Traoré"_s;
        directories.agents = {agent};
        Team team;
        team.id.value = u"e2"_s;
        team.name = u"Technique N2"_s;
        directories.teams = {team};
        Category category;
        category.id.value = u"c3"_s;
        category.nameFr = u"Livraison"_s;
        category.nameEn = u"Delivery"_s;
        directories.categories = {category};
        Tag tag;
        tag.id.value = u"g4"_s;
        tag.name = u"Défectueux"_s;
        directories.tags = {tag};
        return readSearch(typed, directories, QDateTime(QDate(2026, 11, 28), QTime(12, 0), Qt::UTC));
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void operators_becomeConditions_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<QString>("label");
        const auto add = [](const char *name, const QString &typed, const QString &field, const QStringList &values,
                            const QString &label) { QTest::newRow(name) << typed << field << values << label; };
        add("the customer", u"from:\"Zoé K\""_s, u"from"_s, {u"zoe k"_s}, u"from: zoe k"_s);
        add("an agent", u"agent:traore"_s, u"assignee"_s, {u"a7"_s}, u"agent: Mariam Traoré"_s);
        add("me", u"agent:me"_s, u"assignee"_s, {u"me"_s}, u"agent: me"_s);
        add("nobody", u"agent:nobody"_s, u"assignee"_s, {u"none"_s}, u"agent: nobody"_s);
        add("a team", u"team:n2"_s, u"team"_s, {u"e2"_s}, u"team: Technique N2"_s);
        add("a status", u"status:op"_s, u"status"_s, {u"open"_s}, u"status: Open"_s);
        add("several", u"status:waiting"_s, u"status"_s, {u"waitingCustomer"_s, u"waitingThirdParty"_s},
            u"status: Waiting for customer, Waiting for third party"_s);
        add("a channel", u"channel:email"_s, u"channel"_s, {u"email"_s}, u"channel: E-mail"_s);
        add("a category", u"category:deli"_s, u"category"_s, {u"c3"_s}, u"category: Delivery"_s);
        add("a tag", u"tag:DEFECT"_s, u"tags"_s, {u"g4"_s}, u"tag: Défectueux"_s);
        add("a day", u"before:2026-11-02"_s, u"before"_s, {u"2026-11-02T00:00:00.000Z"_s}, u"before: 2 Nov"_s);
        add("a French day", u"before:2/11/2025"_s, u"before"_s, {u"2025-11-02T00:00:00.000Z"_s},
            u"before: 2 Nov 2025"_s);
        add("a day of the past year", u"before:29/12"_s, u"before"_s, {u"2025-12-29T00:00:00.000Z"_s},
            u"before: 29 Dec 2025"_s);
        add("after a day is when it is over", u"after:yesterday"_s, u"since"_s, {u"2026-11-28T00:00:00.000Z"_s},
            u"after: 27 Nov"_s);
        add("a number", u"#4812"_s, u"numbered"_s, {u"4812"_s}, u"no. 4812"_s);
    }
    void operators_becomeConditions()
    {
        QFETCH(QString, typed);
        QFETCH(QString, field);
        QFETCH(QStringList, values);
        QFETCH(QString, label);
        const SearchReading reading = read(typed);
        QCOMPARE(reading.spec.conditions.size(), 1);
        QCOMPARE(reading.spec.conditions[0].field, field);
        QCOMPARE(reading.spec.conditions[0].values, values);
        QVERIFY(!reading.spec.conditions[0].negated);
        QCOMPARE(reading.chips.size(), 1);
        QCOMPARE(reading.chips[0].label.simplified(), label);
        QVERIFY(reading.chips[0].isUnderstood);
        QCOMPARE(reading.chips[0].rest, QString());
        QCOMPARE(reading.spec.search, QString());
    }

    void wordsBesideOperators_areSearched_andChipsCanBeTakenAway()
    {
        const SearchReading reading = read(u"toner -status:closed \"page noire\" #12 "_s);
        QCOMPARE(reading.spec.search.simplified(), u"toner \"page noire\""_s);
        QVERIFY(reading.spec.search.endsWith(u' '));
        QCOMPARE(reading.spec.conditions.size(), 2);
        QVERIFY(reading.spec.conditions[0].negated);
        QCOMPARE(reading.chips[0].label, u"without status: Closed"_s);
        QCOMPARE(reading.chips[0].rest, u"toner \"page noire\" #12"_s);
        QCOMPARE(reading.chips[1].rest, u"toner -status:closed \"page noire\""_s);
    }

    void anOperatorThatIsStillWritten_asksForNothing()
    {
        const SearchReading reading = read(u"toner status:"_s);
        QVERIFY(reading.spec.conditions.isEmpty());
        QVERIFY(reading.chips.isEmpty());
        QCOMPARE(reading.spec.search, u"toner "_s);
    }

    void aValueThatNothingHas_isSaid_andFindsNothing()
    {
        for (const QString &typed : {u"status:blue"_s, u"before:31/31"_s, u"tag:none"_s, u"agent:x"_s, u"from:-"_s}) {
            const SearchReading reading = read(typed);
            QCOMPARE(reading.chips.size(), 1);
            QVERIFY2(!reading.chips[0].isUnderstood, qPrintable(typed));
            QVERIFY(reading.chips[0].label.contains(u"unknown"));
            QCOMPARE(reading.spec.conditions.size(), 2);
            QVERIFY(reading.spec.conditions[0].negated != reading.spec.conditions[1].negated);
        }
    }

    void whatIsNoOperator_isAWord()
    {
        const SearchReading reading = read(u"re:toner http://akwaba.example 12:30"_s);
        QVERIFY(reading.spec.conditions.isEmpty());
        QCOMPARE(reading.spec.search, u"re:toner http://akwaba.example 12:30"_s);
    }
};

QTEST_GUILESS_MAIN(TestSearchReading)
#include "tst_searchreading.moc"

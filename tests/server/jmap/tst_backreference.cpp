// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/backreference.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace akwaba::jmap;
using namespace Qt::StringLiterals;

class TestBackReference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPath_pointsIntoAnEarlierAnswer_data();
    void aPath_pointsIntoAnEarlierAnswer();
    void whatPointsNowhere_isAnInvalidReference_data();
    void whatPointsNowhere_isAnInvalidReference();
    void anArgumentGivenTwice_isInvalid();
    void whatGrowsBeyondTheLimit_isAnInvalidReference();
    void otherArguments_stayAsTheyAre();
};

namespace {

QJsonValue json(const char *text) { return QJsonDocument::fromJson(QByteArray("[") + text + "]").array().at(0); }

const QList<Invocation> &answers()
{
    static const QList<Invocation> all{
        {u"Ticket/get"_s,
         json(R"({"list":[{"id":"t1","tags":["a","b"]},{"id":"t2","tags":["c"]}],"a/b":{"m~n":7}})").toObject(),
         u"0"_s},
        {u"error"_s, json(R"({"type":"serverFail"})").toObject(), u"1"_s},
    };
    return all;
}

QJsonObject reference(const QString &resultOf, const QString &name, const QString &path)
{
    return {{u"#ids"_s, QJsonObject{{u"resultOf"_s, resultOf}, {u"name"_s, name}, {u"path"_s, path}}}};
}

MethodResult resolvedIn(const QJsonObject &arguments)
{
    qsizetype budget = 1000;
    return resolveReferences(arguments, answers(), budget);
}

} // namespace

void TestBackReference::aPath_pointsIntoAnEarlierAnswer_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("member") << u"/list/0/id"_s << json(R"("t1")");
    QTest::newRow("each") << u"/list/*/id"_s << json(R"(["t1","t2"])");
    QTest::newRow("each of each, flat") << u"/list/*/tags"_s << json(R"(["a","b","c"])");
    QTest::newRow("escaped") << u"/a~1b/m~0n"_s << json("7");
}

void TestBackReference::aPath_pointsIntoAnEarlierAnswer()
{
    QFETCH(const QString, path);
    const MethodResult resolved = resolvedIn(reference(u"0"_s, u"Ticket/get"_s, path));
    QVERIFY(resolved);
    QTEST(resolved->value(u"ids"_s), "value");
    QVERIFY(!resolved->contains(u"#ids"_s));
}

void TestBackReference::whatPointsNowhere_isAnInvalidReference_data()
{
    QTest::addColumn<QString>("resultOf");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("path");
    QTest::newRow("no such call") << u"7"_s << u"Ticket/get"_s << u"/list"_s;
    QTest::newRow("another method") << u"0"_s << u"Ticket/query"_s << u"/list"_s;
    QTest::newRow("it failed") << u"1"_s << u"Ticket/get"_s << u"/list"_s;
    QTest::newRow("no such member") << u"0"_s << u"Ticket/get"_s << u"/nothing"_s;
    QTest::newRow("beyond the end") << u"0"_s << u"Ticket/get"_s << u"/list/2"_s;
    QTest::newRow("a leading zero") << u"0"_s << u"Ticket/get"_s << u"/list/00"_s;
    QTest::newRow("each of no list") << u"0"_s << u"Ticket/get"_s << u"/a~1b/m~0n/*"_s;
    QTest::newRow("no pointer") << u"0"_s << u"Ticket/get"_s << u"list"_s;
}

void TestBackReference::whatPointsNowhere_isAnInvalidReference()
{
    QFETCH(const QString, resultOf);
    QFETCH(const QString, name);
    QFETCH(const QString, path);
    const MethodResult resolved = resolvedIn(reference(resultOf, name, path));
    QVERIFY(!resolved);
    QCOMPARE(resolved.error().type, u"invalidResultReference"_s);
}

void TestBackReference::anArgumentGivenTwice_isInvalid()
{
    QJsonObject arguments = reference(u"0"_s, u"Ticket/get"_s, u"/list/*/id"_s);
    arguments.insert(u"ids"_s, QJsonArray());
    QCOMPARE(resolvedIn(arguments).error().type, u"invalidArguments"_s);
}

/// Twice what came before, again and again: a few hundred bytes would ask for terabytes.
void TestBackReference::whatGrowsBeyondTheLimit_isAnInvalidReference()
{
    QList<Invocation> all{{u"Core/echo"_s, {{u"a"_s, QString(100, u'a')}}, u"0"_s}};
    qsizetype budget = 10'000;
    for (int i = 0; i < 40; ++i) {
        const QJsonObject last{
            {u"resultOf"_s, QString::number(i)}, {u"name"_s, u"Core/echo"_s}, {u"path"_s, QString()}};
        const MethodResult resolved = resolveReferences({{u"#a"_s, last}, {u"#b"_s, last}}, all, budget);
        if (!resolved) {
            QCOMPARE(resolved.error().type, u"invalidResultReference"_s);
            QVERIFY(i < 10);
            return;
        }
        all.append({u"Core/echo"_s, *resolved, QString::number(i + 1)});
    }
    QFAIL("there is no limit");
}

void TestBackReference::otherArguments_stayAsTheyAre()
{
    const QJsonObject arguments{{u"ids"_s, QJsonArray{u"#t1"_s}}, {u"properties"_s, QJsonValue()}};
    QCOMPARE(resolvedIn(arguments).value(), arguments);
}

QTEST_GUILESS_MAIN(TestBackReference)
#include "tst_backreference.moc"

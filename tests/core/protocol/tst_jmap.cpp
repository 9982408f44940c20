// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/jmap.h"

#include "core/domain/schema.h"
#include "core/domain/ticket.h"
#include "core/protocol/syncpage.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestJmap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestSurvivesTheWire()
    {
        const jmap::Request request{{u"urn:ietf:params:jmap:core"_s},
                                    {{u"Core/echo"_s, {{u"a"_s, 1}}, u"0"_s}, {u"Ticket/get"_s, {}, u"1"_s}}};
        const Result<jmap::Request> back = jmap::requestFromJson(toJson(request));
        QVERIFY(back.has_value());
        QCOMPARE(*back, request);
    }

    void createdIdsTravelWhereTheyWereSent()
    {
        jmap::Request request;
        QVERIFY(!toJson(request).contains(u"createdIds"_s));
        request.createdIds = QJsonObject{{u"k1"_s, u"t1"_s}};
        QCOMPARE(jmap::requestFromJson(toJson(request)).value_or(jmap::Request{}), request);
        jmap::Response response;
        QVERIFY(!toJson(response).contains(u"createdIds"_s));
        response.createdIds = QJsonObject();
        QCOMPARE(jmap::responseFromJson(toJson(response)).value_or(jmap::Response{}), response);
        for (const QJsonValue &wrong : {QJsonValue(), QJsonValue(QJsonArray()), QJsonValue(QJsonObject{{u"k"_s, 7}})}) {
            QJsonObject object = toJson(request);
            object.insert(u"createdIds"_s, wrong);
            QCOMPARE(jmap::requestFromJson(object).error().code, Code::BadInput);
        }
    }

    void whatIsNoRequestIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("object");
        QTest::newRow("empty") << QJsonObject();
        QTest::newRow("no calls") << QJsonObject{{u"using"_s, QJsonArray()}};
        QTest::newRow("short call") << QJsonObject{{u"using"_s, QJsonArray()},
                                                   {u"methodCalls"_s, QJsonArray{QJsonArray{u"Core/echo"_s}}}};
        QTest::newRow("using of numbers") << QJsonObject{{u"using"_s, QJsonArray{1}}, {u"methodCalls"_s, QJsonArray()}};
    }
    void whatIsNoRequestIsRefused()
    {
        QFETCH(QJsonObject, object);
        QCOMPARE(jmap::requestFromJson(object).error().code, Code::BadInput);
    }

    void anAnswerIsFoundByItsCall()
    {
        const jmap::Response response{{{u"a"_s, {}, u"0"_s}, {u"error"_s, {}, u"1"_s}}, {}};
        QCOMPARE(jmap::answerTo(response, u"1"_s)->name, u"error"_s);
        QCOMPARE(jmap::answerTo(response, u"2"_s), nullptr);
    }

    void aPageKeepsTheThreeWaysToDisappearApart()
    {
        SyncPage page;
        page.oldState = u"L.1.7.aa"_s;
        page.newState = u"L.1.9.bb"_s;
        page.changes = {{&typeInfo<Ticket>(), {u"t1"_s}, {u"t2"_s}, {u"t3"_s}, {u"t4"_s}, {u"t5"_s}}};
        page.serverTime = QDateTime::fromMSecsSinceEpoch(1795330800000, Qt::UTC);
        const QJsonObject wire = toJson(page);
        // A client that knows nothing of removed and erased still drops all three.
        QCOMPARE(wire.value(u"changes"_s)[0][u"destroyed"_s].toArray().size(), 3);
        const Result<SyncPage> back = syncPageFromJson(wire);
        QVERIFY(back.has_value());
        QCOMPARE(*back, page);
    }

    void aTypeFromTheFutureIsLeftOut()
    {
        const QJsonObject wire{{u"newState"_s, u"L.1.9.bb"_s},
                               {u"changes"_s, QJsonArray{QJsonObject{{u"type"_s, u"Hologram"_s}}}}};
        QCOMPARE(syncPageFromJson(wire)->changes.size(), 0);
    }

    void whatIsNoPageIsRefused() { QCOMPARE(syncPageFromJson({}).error().code, Code::BadInput); }
};

QTEST_GUILESS_MAIN(TestJmap)
#include "tst_jmap.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/holidayadministration.h"

#include "core/domain/servicelevelchangefields.h"
#include "core/protocol/codec.h"
#include "stubserver.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

Holiday tabaski()
{
    Holiday holiday;
    holiday.id.value = u"h1"_s;
    holiday.from = QDate(2026, 5, 27);
    holiday.to = holiday.from;
    holiday.nameFr = u"Tabaski"_s;
    return holiday;
}

QByteArray json(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

template <class T> Result<T> resultOf(const QFuture<Result<T>> &future)
{
    const bool came = QTest::qWaitFor([&future] { return future.isFinished(); }, 5000);
    return came ? future.result() : Result<T>(fail(Code::Internal, u"no answer"_s));
}

QJsonObject bodyOf(const QByteArray &request)
{
    return QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object();
}

} // namespace

class TestHolidayAdministration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTrial_saysWhatWouldBecomeOfTheClocks()
    {
        const RuleEffect effect{120, 17, 3, 5};
        StubServer server([&effect](const QByteArray &) { return StubServer::http("200 OK", json(toJson(effect))); });
        HolidayAdministration holidays({server.url(), {}}, "token");
        QCOMPARE(resultOf(holidays.tryOut(tabaski())).value(), effect);
        const QByteArray request = server.requests().constFirst();
        QVERIFY(request.startsWith("POST /admin/holidays/try HTTP/1.1\r\n"));
        QVERIFY(request.contains("Authorization: Bearer token\r\n"));
        QCOMPARE(bodyOf(request).value(u"holiday"_s).toObject(), toJson(tabaski()));
    }

    void whatWasSet_comesBackAsItIs()
    {
        Holiday stored = tabaski();
        stored.rev = 4;
        StubServer server([&stored](const QByteArray &) {
            return StubServer::http("200 OK", json({{u"holiday"_s, toJson(stored)}}));
        });
        HolidayAdministration holidays({server.url(), {}}, "token");
        QCOMPARE(resultOf(holidays.set(tabaski())).value(), stored);
        QVERIFY(server.requests().constFirst().startsWith("POST /admin/holidays/set HTTP/1.1\r\n"));
    }

    void aFile_isSentAsItIs()
    {
        const HolidayImport import{{tabaski()}, {{u"Point"_s, QDate(2026, 5, 1), ImportSkip::Timed}}};
        StubServer server([&import](const QByteArray &) { return StubServer::http("200 OK", json(toJson(import))); });
        HolidayAdministration holidays({server.url(), {}}, "token");
        QCOMPARE(resultOf(holidays.import("BEGIN:VCALENDAR\r\nSUMMARY:Noël")).value(), import);
        QCOMPARE(bodyOf(server.requests().constFirst()).value(u"ics"_s).toString(),
                 u"BEGIN:VCALENDAR\r\nSUMMARY:Noël"_s);
    }

    void refusals_areToldApart_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<Code>("code");
        QTest::newRow("an agent") << QByteArray("403 no") << Code::Denied;
        QTest::newRow("changed meanwhile") << QByteArray("409 no") << Code::Conflict;
        QTest::newRow("no calendar file") << QByteArray("400 no") << Code::BadInput;
        QTest::newRow("too large") << QByteArray("413 no") << Code::BadInput;
        QTest::newRow("nothing in it") << QByteArray("404 no") << Code::NotFound;
        QTest::newRow("too many at a time") << QByteArray("429 no") << Code::Throttled;
        QTest::newRow("database away") << QByteArray("503 no") << Code::Unreachable;
    }

    void refusals_areToldApart()
    {
        QFETCH(QByteArray, status);
        StubServer server([status](const QByteArray &) { return StubServer::http(status, "{}"); });
        HolidayAdministration holidays({server.url(), {}}, "token");
        const auto done = resultOf(holidays.import("x"));
        QVERIFY(!done);
        QTEST(done.error().code, "code");
    }

    void whatIsNoAnswerOfOurs_isProtocol()
    {
        StubServer server([](const QByteArray &) { return StubServer::http("200 OK", R"({"moved":"many"})"); });
        HolidayAdministration holidays({server.url(), {}}, "token");
        QCOMPARE(resultOf(holidays.tryOut(tabaski())).error().code, Code::Protocol);
    }
};

QTEST_GUILESS_MAIN(TestHolidayAdministration)
#include "tst_holidayadministration.moc"

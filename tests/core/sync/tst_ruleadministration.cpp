// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/ruleadministration.h"

#include "core/domain/servicelevelchangefields.h"
#include "stubserver.h"

#include <QJsonArray>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

CalendarEdit opening()
{
    CalendarEdit edit;
    edit.id.value = u"c1"_s;
    edit.ifRev = 3;
    edit.version.zone = u"Africa/Abidjan"_s;
    edit.version.weekly = {{1, {480, 720}}};
    return edit;
}

PolicyEdit urgent()
{
    PolicyEdit edit;
    edit.id.value = u"p1"_s;
    edit.version.targets = {{Target::Resolution, ClockUnit::Business, 3600, {u"c1"_s}}};
    return edit;
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

class TestRuleAdministration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCalendar_isTriedAndSet()
    {
        const RuleEffect effect{120, 17, 3, 5, 0, 0};
        const Calendar stored{{u"c1"_s}, u"Heures"_s, u"Hours"_s, {opening().version}, true, 4};
        StubServer server([&](const QByteArray &request) {
            return StubServer::http(
                "200 OK", request.contains("/try ") ? json(toJson(effect)) : json({{u"calendar"_s, toJson(stored)}}));
        });
        RuleAdministration rules({server.url(), {}}, "token");
        QCOMPARE(resultOf(rules.tryOut(opening())).value(), effect);
        QCOMPARE(resultOf(rules.set(opening())).value(), stored);
        QVERIFY(server.requests().at(0).startsWith("POST /admin/calendars/try HTTP/1.1\r\n"));
        QVERIFY(server.requests().at(1).startsWith("POST /admin/calendars/set HTTP/1.1\r\n"));
        QVERIFY(server.requests().at(1).contains("Authorization: Bearer token\r\n"));
        QCOMPARE(bodyOf(server.requests().at(1)).value(u"calendar"_s).toObject(), toJson(opening()));
    }

    void policies_areTriedAndSet_together()
    {
        const PolicyTrial trial{{9, 1, 0, 0, 2, 0},
                                340,
                                {{{u"p1"_s}, 14, 12, {u"A-1"_s}}},
                                {{PolicyDoubt::Overlaps, {u"p1"_s}, {u"p2"_s}, 2}}};
        const SlaPolicy stored{{u"p1"_s}, u"Urgent"_s, u"Urgent"_s, {urgent().version}, 4};
        StubServer server([&](const QByteArray &request) {
            return StubServer::http("200 OK",
                                    request.contains("/try ")
                                        ? json(toJson(trial))
                                        : json({{u"policies"_s, QJsonArray{toJson(stored), toJson(stored)}}}));
        });
        RuleAdministration rules({server.url(), {}}, "token");
        const QList<PolicyEdit> edits{urgent(), urgent()};
        QCOMPARE(resultOf(rules.tryOut(edits)).value(), trial);
        QCOMPARE(resultOf(rules.set(edits)).value(), (QList<SlaPolicy>{stored, stored}));
        QVERIFY(server.requests().at(1).startsWith("POST /admin/policies/set HTTP/1.1\r\n"));
        QCOMPARE(bodyOf(server.requests().at(1)).value(u"policies"_s).toArray(),
                 (QJsonArray{toJson(urgent()), toJson(urgent())}));
    }

    void whatIsWrong_comesBackByItsName()
    {
        StubServer server([](const QByteArray &) {
            return StubServer::http("400 no", R"({"type":"badInput","status":400,"flaw":"neverOpen"})");
        });
        RuleAdministration rules({server.url(), {}}, "token");
        QCOMPARE(resultOf(rules.set(opening())).error(), (Error{Code::BadInput, u"neverOpen"_s}));
        QCOMPARE(resultOf(rules.tryOut(QList{urgent()})).error(), (Error{Code::BadInput, u"neverOpen"_s}));
    }

    void whatIsNoAnswerOfOurs_isProtocol()
    {
        StubServer server([](const QByteArray &) { return StubServer::http("200 OK", R"({"policies":[{"id":7}]})"); });
        RuleAdministration rules({server.url(), {}}, "token");
        QCOMPARE(resultOf(rules.set(QList{urgent()})).error().code, Code::Protocol);
    }
};

QTEST_GUILESS_MAIN(TestRuleAdministration)
#include "tst_ruleadministration.moc"

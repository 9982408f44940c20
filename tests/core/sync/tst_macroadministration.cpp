// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/macroadministration.h"

#include "core/domain/macrofields.h"
#include "stubserver.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

TextModule greeting()
{
    TextModule module;
    module.id.value = u"l1"_s;
    module.keyword = u"bonjour"_s;
    module.rev = 3;
    return module;
}

Macro solved()
{
    Macro macro;
    macro.id.value = u"r1"_s;
    macro.steps = {{MacroAct::Status, u"resolved"_s, {}, {}}};
    macro.rev = 2;
    return macro;
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

class TestMacroAdministration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasEdited_isSentWithTheRevThatItWasMadeOf()
    {
        TextModule module = greeting();
        module.rev = 4;
        Macro macro = solved();
        macro.rev = 3;
        StubServer server([&](const QByteArray &request) {
            return StubServer::http("200 OK",
                                    request.contains("/macros/") ? json({{u"macro"_s, toJson(macro)}})
                                                                 : json({{u"textModule"_s, toJson(module)}}));
        });
        MacroAdministration macros({server.url(), {}}, "token");
        QCOMPARE(resultOf(macros.set(greeting())).value(), module);
        QCOMPARE(resultOf(macros.set(solved())).value(), macro);
        QVERIFY(server.requests().at(0).startsWith("POST /admin/textmodules/set HTTP/1.1\r\n"));
        QVERIFY(server.requests().at(1).startsWith("POST /admin/macros/set HTTP/1.1\r\n"));
        QCOMPARE(bodyOf(server.requests().at(0)),
                 (QJsonObject{{u"textModule"_s, toJson(greeting())}, {u"ifRev"_s, 3}}));
        QCOMPARE(bodyOf(server.requests().at(1)), (QJsonObject{{u"macro"_s, toJson(solved())}, {u"ifRev"_s, 2}}));
    }

    void whatIsWrong_comesBackByItsName_andWhoWasFaster()
    {
        StubServer wrong([](const QByteArray &) {
            return StubServer::http("400 no", R"({"type":"badInput","status":400,"flaw":"keywordTaken"})");
        });
        MacroAdministration macros({wrong.url(), {}}, "token");
        QCOMPARE(resultOf(macros.set(greeting())).error(), (Error{Code::BadInput, u"keywordTaken"_s}));
        StubServer faster([](const QByteArray &) { return StubServer::http("409 no", R"({"status":409})"); });
        MacroAdministration late({faster.url(), {}}, "token");
        QCOMPARE(resultOf(late.set(solved())).error().code, Code::Conflict);
    }

    void whatIsNoAnswerOfOurs_isProtocol()
    {
        StubServer server([](const QByteArray &) { return StubServer::http("200 OK", R"({"macro":{"steps":7}})"); });
        MacroAdministration macros({server.url(), {}}, "token");
        QCOMPARE(resultOf(macros.set(solved())).error().code, Code::Protocol);
    }
};

QTEST_GUILESS_MAIN(TestMacroAdministration)
#include "tst_macroadministration.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/macroroutes.h"
#include "core/domain/macrofields.h"
#include "core/protocol/codec.h"
#include "jmapfixture.h"

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;

namespace {

struct Shop : JmapFixture {
    Shop() : routes(router, *store, api.door()), boss(agent(u"Boss"_s, {printing.id}, {Role::Supervisor}))
    {
        toner.id = id<TagId>();
        toner.name = u"toner"_s;
        toner = put(toner);
        signInAs(boss);
    }
    void signInAs(const Agent &who)
    {
        token = "Bearer " + must(store->openSession(who.id, {u"Poste"_s, {}, {}})).token.toLatin1();
    }
    http::Response say(const QByteArray &what, const QJsonObject &body)
    {
        return ask("POST", "/admin/" + what, QJsonDocument(body).toJson(), token);
    }
    http::Response set(const TextModule &module)
    {
        return say("textmodules/set", {{u"textModule"_s, toJson(module)}, {u"ifRev"_s, module.rev}});
    }
    http::Response set(const Macro &macro)
    {
        return say("macros/set", {{u"macro"_s, toJson(macro)}, {u"ifRev"_s, macro.rev}});
    }
    static TextModule moduleIn(const http::Response &answer)
    {
        return must(fromJson<TextModule>(objectIn(answer).value(u"textModule"_s).toObject()));
    }
    static Macro macroIn(const http::Response &answer)
    {
        return must(fromJson<Macro>(objectIn(answer).value(u"macro"_s).toObject()));
    }
    static QString flawOf(const http::Response &answer) { return objectIn(answer).value(u"flaw"_s).toString(); }
    qint64 logged() { return must(store->read()).seq(); }

    static TextModule greeting()
    {
        TextModule module;
        module.name = u" Salutation "_s;
        module.keyword = u"bonjour"_s;
        module.textFr = u"Bonjour {{customer.name}},"_s;
        return module;
    }
    [[nodiscard]] Macro exchange() const
    {
        Macro macro;
        macro.nameFr = u"Échange"_s;
        macro.nameEn = u"Exchange"_s;
        macro.places = {MacroPlace::Replying};
        macro.steps = {{MacroAct::Reply, u"thrown away"_s, u"Un toner neuf part aujourd’hui."_s, {}},
                       {MacroAct::AddTag, toner.id.value, {}, {}},
                       {MacroAct::Status, u"resolved"_s, u"thrown away"_s, {}}};
        return macro;
    }

    MacroRoutes routes;
    Agent boss;
    Tag toner;
};

} // namespace

/// Text modules and macros over the wire.
class TestMacroRoutes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewModule_getsAnId_andIsOneEntryOfTheLog()
    {
        Shop shop;
        const qint64 before = shop.logged();
        const auto answer = shop.set(Shop::greeting());
        QCOMPARE(answer.status, 200);
        const TextModule stored = Shop::moduleIn(answer);
        QVERIFY(isWellFormedId(stored.id.value));
        QCOMPARE(stored.name, u"Salutation"_s);
        QCOMPARE(stored.rev, 1);
        QCOMPARE(shop.find<TextModule>(stored.id), std::optional(stored));
        QCOMPARE(shop.logged(), before + 1);
    }

    void aMacro_isStoredWithItsStepsInTheirOrder_andWithoutWhatAStepHasNot()
    {
        Shop shop;
        const Macro stored = Shop::macroIn(shop.set(shop.exchange()));
        QCOMPARE(stored.steps,
                 (QList<MacroStep>{{MacroAct::Reply, {}, u"Un toner neuf part aujourd’hui."_s, {}},
                                   {MacroAct::AddTag, shop.toner.id.value, {}, {}},
                                   {MacroAct::Status, u"resolved"_s, {}, {}}}));
        QCOMPARE(shop.find<Macro>(stored.id), std::optional(stored));
    }

    void whoeverKnowsAnOlderOne_isRefused_andNothingIsWritten()
    {
        Shop shop;
        TextModule module = Shop::moduleIn(shop.set(Shop::greeting()));
        module.textEn = u"Hello,"_s;
        QCOMPARE(Shop::moduleIn(shop.set(module)).rev, 2);
        const qint64 before = shop.logged();
        QCOMPARE(shop.set(module).status, 409);
        module.id = {};
        QCOMPARE(shop.set(module).status, 409); // a new one was never read
        module.id = shop.id<TextModuleId>();
        QCOMPARE(shop.set(module).status, 404);
        Macro macro = Shop::macroIn(shop.set(shop.exchange()));
        macro.rev = 7;
        QCOMPARE(shop.set(macro).status, 409);
        QCOMPARE(shop.logged(), before + 1);
    }

    void whatIsWrong_isSaidByItsName()
    {
        Shop shop;
        (void)shop.set(Shop::greeting());
        TextModule twin = Shop::greeting();
        twin.keyword = u"Bonjour"_s;
        QCOMPARE(shop.set(twin).status, 400);
        QCOMPARE(Shop::flawOf(shop.set(twin)), u"keywordTaken"_s);
        twin.keyword = u"bon soir"_s;
        QCOMPARE(Shop::flawOf(shop.set(twin)), u"keywordWithBlank"_s);
        twin.keyword = u"bonsoir"_s;
        twin.textFr = u"{{customer.shoeSize}}"_s;
        QCOMPARE(Shop::flawOf(shop.set(twin)), u"unknownVariable"_s);
        twin = Shop::greeting();
        twin.name.clear();
        QCOMPARE(Shop::flawOf(shop.set(twin)), u"noName"_s);
        Macro macro = shop.exchange();
        macro.steps[1].value = shop.id<TagId>().value;
        QCOMPARE(Shop::flawOf(shop.set(macro)), u"unknownTag"_s);
        macro.steps = {{MacroAct::Category, shop.id<CategoryId>().value, {}, {}}};
        QCOMPARE(Shop::flawOf(shop.set(macro)), u"unknownCategory"_s);
        macro.steps = {{MacroAct::Team, shop.id<TeamId>().value, {}, {}}};
        QCOMPARE(Shop::flawOf(shop.set(macro)), u"unknownTeam"_s);
        macro.steps.clear();
        QCOMPARE(Shop::flawOf(shop.set(macro)), u"noStep"_s);
        QCOMPARE(shop.say("macros/set", {}).status, 400);
        QCOMPARE(shop.say("macros/set", {{u"macro"_s, QJsonObject{{u"steps"_s, u"all"_s}}}}).status, 400);
    }

    void whoeverSetsNothingUp_mayNotEither()
    {
        Shop shop;
        shop.signInAs(shop.awa);
        QCOMPARE(shop.set(Shop::greeting()).status, 403);
        QCOMPARE(shop.set(shop.exchange()).status, 403);
        shop.token = "Bearer nobody";
        QCOMPARE(shop.set(Shop::greeting()).status, 401);
        shop.signInAs(shop.agent(u"Chief"_s, {}, {Role::Administrator}));
        QCOMPARE(shop.set(Shop::greeting()).status, 200);
    }

    void aTeamsModule_isForThatTeam_untilItIsForEverybody()
    {
        Shop shop;
        TextModule module = Shop::greeting();
        module.team = shop.legal.id;
        module = Shop::moduleIn(shop.set(module));
        shop.signInAs(shop.awa); // of printing
        const auto known = [&shop] {
            const QJsonArray answer = shop.call(R"([["TextModule/get",{@,"ids":null},"0"]])");
            return Shop::argumentsOf(answer, 0).value(u"list"_s).toArray().size();
        };
        QCOMPARE(known(), 0);
        shop.signInAs(shop.boss);
        module.team = {};
        QCOMPARE(shop.set(module).status, 200);
        shop.signInAs(shop.awa);
        QCOMPARE(known(), 1);
    }
};

QTEST_GUILESS_MAIN(TestMacroRoutes)
#include "tst_macroroutes.moc"

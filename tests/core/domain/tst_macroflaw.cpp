// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/macroflaw.h"
#include "core/domain/variables.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

const TagId toner{u"g-toner"_s};
const TeamId experts{u"e-n2"_s};
const CategoryId technique{u"k-tech"_s};
const AgentId awa{u"a-awa"_s};

TextModule greeting()
{
    TextModule module;
    module.id = TextModuleId{u"l-1"_s};
    module.name = u"Salutation"_s;
    module.keyword = u"bonjour"_s;
    module.textFr = u"Bonjour {{customer.name}},"_s;
    return module;
}

MacroSurroundings company() { return {{greeting()}, {experts}, {toner}, {technique}, {awa}, {u"category"_s}}; }

MacroStep step(MacroAct act, const QString &value) { return {act, value, {}, {}}; }
MacroStep reply(const QString &text) { return {MacroAct::Reply, {}, text, {}}; }

Macro exchange(const QList<MacroStep> &steps)
{
    Macro macro;
    macro.nameFr = u"Échange"_s;
    macro.nameEn = u"Exchange"_s;
    macro.steps = steps;
    return macro;
}

} // namespace

class TestMacroFlaw : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownValues_takeThePlaceOfTheirNames_andOthersStay()
    {
        const VariableValues values{{Variable::CustomerName, u"Rosine Bamba"_s}, {Variable::AgentName, u"Awa"_s}};
        QCOMPARE(filled(u"Bonjour {{customer.name}} ({{ order.number }}), {{agent.name}}."_s, values),
                 u"Bonjour Rosine Bamba ({{ order.number }}), Awa."_s);
        QCOMPARE(filled(u"Rien."_s, values), u"Rien."_s);
        QCOMPARE(filled({}, values), QString());
        // Somebody may be called so on purpose.
        QCOMPARE(filled(u"{{customer.name}}"_s, {{Variable::CustomerName, u"{{agent.name}}"_s}}), u"{{agent.name}}"_s);
    }

    void whatIsOpen_isSaidWithItsPlace_knownOrNot()
    {
        QCOMPARE(openVariables(u"a {{order.number}} b {{ nobody }}"_s),
                 (QList<OpenVariable>{{2, 16, u"order.number"_s}, {21, 12, u"nobody"_s}}));
        QCOMPARE(openNames(u"{{a.b}} {{c}} {{a.b}}"_s), (QStringList{u"a.b"_s, u"c"_s}));
        // Braces of something else are none.
        QVERIFY(openVariables(u"{{}} {{ 12 }} {a.b} {{a\nb}} {{a b}}"_s).isEmpty());
    }

    void everyVariable_isFoundWhereItsPlaceholderStands()
    {
        for (std::size_t i = 0; i < EnumNames<Variable>::all.size(); ++i) {
            const auto variable = Variable(i);
            QCOMPARE(openNames(placeholder(variable)), QStringList{wireName(variable)});
            QCOMPARE(filled(placeholder(variable), {{variable, u"x"_s}}), u"x"_s);
        }
    }

    void aTextModule_isRefused_data()
    {
        QTest::addColumn<TextModule>("module");
        QTest::addColumn<std::optional<MacroFlaw>>("flaw");
        const auto with = [](auto change) {
            TextModule module = greeting();
            change(module);
            return module;
        };
        using Flaw = std::optional<MacroFlaw>;
        QTest::newRow("as it is") << greeting() << Flaw();
        QTest::newRow("no name") << with([](auto &m) { m.name = u"  "_s; }) << Flaw(MacroFlaw::NoName);
        QTest::newRow("long name") << with([](auto &m) { m.name = QString(101, u'x'); }) << Flaw(MacroFlaw::LongText);
        QTest::newRow("no keyword") << with([](auto &m) { m.keyword.clear(); }) << Flaw(MacroFlaw::NoKeyword);
        QTest::newRow("blank") << with([](auto &m) { m.keyword = u"bon jour"_s; }) << Flaw(MacroFlaw::KeywordWithBlank);
        QTest::newRow("colon") << with([](auto &m) { m.keyword = u"bon:"_s; }) << Flaw(MacroFlaw::KeywordWithBlank);
        QTest::newRow("accents") << with([](auto &m) { m.keyword = u"délai-2"_s; }) << Flaw();
        QTest::newRow("taken") << with([](auto &m) {
            m.id = {};
            m.keyword = u"BONJOUR"_s;
        }) << Flaw(MacroFlaw::KeywordTaken);
        QTest::newRow("taken, but retired") << with([](auto &m) {
            m.id = {};
            m.active = false;
        }) << Flaw();
        QTest::newRow("no text") << with([](auto &m) { m.textFr = u" \n"_s; }) << Flaw(MacroFlaw::NoText);
        QTest::newRow("long text") << with([](auto &m) { m.textEn = QString(20001, u'x'); })
                                   << Flaw(MacroFlaw::LongText);
        QTest::newRow("unknown variable")
            << with([](auto &m) { m.textEn = u"{{customer.nmae}}"_s; }) << Flaw(MacroFlaw::UnknownVariable);
        QTest::newRow("unknown team") << with([](auto &m) { m.team = TeamId{u"e-x"_s}; })
                                      << Flaw(MacroFlaw::UnknownTeam);
        QTest::newRow("a team's") << with([](auto &m) { m.team = experts; }) << Flaw();
    }
    void aTextModule_isRefused()
    {
        QFETCH(TextModule, module);
        QFETCH(std::optional<MacroFlaw>, flaw);
        QCOMPARE(flawOf(module, company()), flaw);
    }

    void aMacro_isRefused_data()
    {
        QTest::addColumn<QList<MacroStep>>("steps");
        QTest::addColumn<std::optional<MacroFlaw>>("flaw");
        using Flaw = std::optional<MacroFlaw>;
        using Steps = QList<MacroStep>;
        QTest::newRow("none") << Steps{} << Flaw(MacroFlaw::NoStep);
        QTest::newRow("many") << Steps(31, step(MacroAct::AddTag, toner.value)) << Flaw(MacroFlaw::ManySteps);
        QTest::newRow("all kinds")
            << Steps{reply(u"Bonjour {{agent.name}}"_s),    step(MacroAct::Status, u"resolved"_s),
                     step(MacroAct::Priority, u"urgent"_s), step(MacroAct::Category, technique.value),
                     step(MacroAct::AddTag, toner.value),   step(MacroAct::RemoveTag, toner.value),
                     step(MacroAct::Team, experts.value),   step(MacroAct::Agent, u"me"_s),
                     step(MacroAct::Snooze, u"60"_s)}
            << Flaw();
        QTest::newRow("empty reply") << Steps{reply({})} << Flaw(MacroFlaw::NoText);
        QTest::newRow("variable") << Steps{reply(u"{{nobody}}"_s)} << Flaw(MacroFlaw::UnknownVariable);
        QTest::newRow("two texts") << Steps{reply(u"a"_s), {MacroAct::Note, {}, u"b"_s, {}}}
                                   << Flaw(MacroFlaw::TwoTexts);
        QTest::newRow("two statuses") << Steps{step(MacroAct::Status, u"open"_s), step(MacroAct::Status, u"resolved"_s)}
                                      << Flaw(MacroFlaw::StepTwice);
        QTest::newRow("no status") << Steps{step(MacroAct::Status, u"done"_s)} << Flaw(MacroFlaw::NoValue);
        QTest::newRow("merged") << Steps{step(MacroAct::Status, u"merged"_s)} << Flaw(MacroFlaw::NoValue);
        QTest::newRow("no priority") << Steps{step(MacroAct::Priority, {})} << Flaw(MacroFlaw::NoValue);
        QTest::newRow("category") << Steps{step(MacroAct::Category, u"k-x"_s)} << Flaw(MacroFlaw::UnknownCategory);
        QTest::newRow("tag") << Steps{step(MacroAct::AddTag, u"g-x"_s)} << Flaw(MacroFlaw::UnknownTag);
        QTest::newRow("team") << Steps{step(MacroAct::Team, u"e-x"_s)} << Flaw(MacroFlaw::UnknownTeam);
        QTest::newRow("agent") << Steps{step(MacroAct::Agent, u"a-x"_s)} << Flaw(MacroFlaw::UnknownAgent);
        QTest::newRow("never wakes") << Steps{step(MacroAct::Snooze, u"86401"_s)} << Flaw(MacroFlaw::NoValue);
        QTest::newRow("no time") << Steps{step(MacroAct::Snooze, u"soon"_s)} << Flaw(MacroFlaw::NoValue);
    }
    void aMacro_isRefused()
    {
        QFETCH(QList<MacroStep>, steps);
        QFETCH(std::optional<MacroFlaw>, flaw);
        QCOMPARE(flawOf(exchange(steps), company()), flaw);
    }

    void aMacro_hasANameInBothLanguages_andConditionsThatMeanSomething()
    {
        Macro macro = exchange({step(MacroAct::Status, u"open"_s)});
        macro.nameEn.clear();
        QCOMPARE(flawOf(macro, company()), std::optional(MacroFlaw::NoName));
        macro.nameEn = u"Exchange"_s;
        macro.conditions = {{u"weather"_s, {u"rain"_s}, false}};
        QCOMPARE(flawOf(macro, company()), std::optional(MacroFlaw::UnknownField));
        macro.conditions = {{u"category"_s, {}, false}};
        QCOMPARE(flawOf(macro, company()), std::optional(MacroFlaw::NoValue));
        macro.conditions = {{u"category"_s, {technique.value}, true}};
        QCOMPARE(flawOf(macro, company()), std::nullopt);
        macro.team = TeamId{u"e-x"_s};
        QCOMPARE(flawOf(macro, company()), std::optional(MacroFlaw::UnknownTeam));
    }
};

QTEST_APPLESS_MAIN(TestMacroFlaw)
#include "tst_macroflaw.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/commandmaking.h"
#include "core/actions/macros.h"

#include "core/protocol/codec.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

const AgentId awa{u"a-awa"_s};
const AgentId ibrahim{u"a-ibrahim"_s};
const TagId toner{u"g-toner"_s};
const TagId urgent{u"g-urgent"_s};
const TeamId firstLine{u"e-n1"_s};
const TeamId experts{u"e-n2"_s};
const MessageId seen{u"m-1"_s};

QDateTime noon() { return QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC); }

Ticket openTicket()
{
    Ticket ticket;
    ticket.id = TicketId{u"t-1"_s};
    ticket.status = TicketStatus::Open;
    ticket.team = firstLine;
    ticket.assignee = ibrahim;
    ticket.category = CategoryId{u"k-1"_s};
    ticket.tags = {urgent};
    return ticket;
}

MacroStep step(MacroAct act, const QString &value) { return {act, value, {}, {}}; }

QList<Command> meant(const QList<MacroStep> &steps, const Ticket &ticket = openTicket())
{
    return commandsOf(steps, ticket, {awa, seen, noon()});
}

TextModule module(const QString &keyword, const QString &name, const QString &text = u"Bonjour"_s)
{
    TextModule module;
    module.id = TextModuleId{u"l-"_s + keyword};
    module.keyword = keyword;
    module.name = name;
    module.textFr = text;
    return module;
}

QStringList keywords(const QList<TextModule> &modules)
{
    QStringList found;
    for (const TextModule &each : modules)
        found.append(each.keyword);
    return found;
}

Macro macro(const QString &name, int position)
{
    Macro macro;
    macro.id = MacroId{u"r-"_s + name};
    macro.nameFr = name;
    macro.position = position;
    return macro;
}

QStringList names(const QList<Macro> &macros)
{
    QStringList found;
    for (const Macro &each : macros)
        found.append(each.nameFr);
    return found;
}

} // namespace

class TestMacros : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modules_areFoundByKeywordAndWords_withoutAccents()
    {
        TextModule retired = module(u"vieux"_s, u"Vieux"_s);
        retired.active = false;
        const QList<TextModule> all{module(u"suivi"_s, u"Commande en route"_s), module(u"delai"_s, u"Date promise"_s),
                                    module(u"reference"_s, u"Référence"_s, u"Étiquette à l’arrière"_s), retired};
        QCOMPARE(keywords(offered(all, {}, {})), (QStringList{u"delai"_s, u"reference"_s, u"suivi"_s}));
        QCOMPARE(keywords(offered(all, u"ETIQUETTE arr"_s, {})), QStringList{u"reference"_s});
        QCOMPARE(keywords(offered(all, u"promisé"_s, {})), QStringList{u"delai"_s});
        QVERIFY(offered(all, u"vieux"_s, {}).isEmpty());
        QVERIFY(offered(all, u"promise etiquette"_s, {}).isEmpty());
    }

    void theKeywordCountsMore_thanHowOftenAnotherIsUsed()
    {
        const QList<TextModule> all{module(u"commande"_s, u"A"_s), module(u"suivi"_s, u"Commande en route"_s),
                                    module(u"delai"_s, u"La commande"_s)};
        QCOMPARE(keywords(offered(all, u"comm"_s, {{u"l-delai"_s, 3}})),
                 (QStringList{u"commande"_s, u"delai"_s, u"suivi"_s}));
    }

    void aMacro_isOfferedWhereItFits_whatIsUsedMostFirst()
    {
        Macro technical = macro(u"Échange"_s, 1);
        technical.conditions = {{u"category"_s, {u"k-2"_s}, false}};
        Macro noting = macro(u"Note"_s, 2);
        noting.places = {MacroPlace::Noting};
        const QList<Macro> all{technical, noting, macro(u"Résolu"_s, 3), macro(u"Merci"_s, 4)};
        const sla::Attributes ticket = attributesOf(openTicket(), {}, {});
        QCOMPARE(names(offered(all, ticket, MacroPlace::Replying, {}, {})), (QStringList{u"Résolu"_s, u"Merci"_s}));
        QCOMPARE(names(offered(all, ticket, MacroPlace::Noting, {}, {{u"r-Merci"_s, 2}})),
                 (QStringList{u"Merci"_s, u"Note"_s, u"Résolu"_s}));
        QCOMPARE(names(offered(all, ticket, MacroPlace::Reading, u"resolu"_s, {})), QStringList{u"Résolu"_s});
        Ticket other = openTicket();
        other.category = CategoryId{u"k-2"_s};
        QVERIFY(names(offered(all, attributesOf(other, {}, {}), MacroPlace::Reading, {}, {})).contains(u"Échange"_s));
    }

    void aCondition_mayAskForTheCustomersTier_andForWhatKindOfProductItIs()
    {
        Macro premium = macro(u"VIP"_s, 1);
        premium.conditions = {{u"tier"_s, {u"gold"_s}, false}, {u"productKind"_s, {u"printer"_s}, false}};
        Customer customer;
        Product product;
        QVERIFY(
            offered({premium}, attributesOf(openTicket(), customer, product), MacroPlace::Reading, {}, {}).isEmpty());
        customer.tier = u"gold"_s;
        product.id = ProductId{u"p-1"_s};
        product.kind = ProductKind::Printer;
        QCOMPARE(offered({premium}, attributesOf(openTicket(), customer, product), MacroPlace::Reading, {}, {}).size(),
                 1);
    }

    void theLanguage_isTheTickets_thenTheCustomers_thenOnesOwn()
    {
        Ticket ticket;
        Customer customer;
        QCOMPARE(writingLanguage(ticket, customer, u"fr"_s), u"fr"_s);
        customer.preferredLanguages = {u"de"_s, u"en-GB"_s};
        QCOMPARE(writingLanguage(ticket, customer, u"fr"_s), u"en"_s);
        ticket.language = u"fr"_s;
        QCOMPARE(writingLanguage(ticket, customer, u"en"_s), u"fr"_s);
        QCOMPARE(textIn(u"en"_s, u"Bonjour"_s, u"Hello"_s), u"Hello"_s);
        QCOMPARE(textIn(u"en"_s, u"Bonjour"_s, u" "_s), u"Bonjour"_s);
        QCOMPARE(textIn(u"fr"_s, {}, u"Hello"_s), u"Hello"_s);
    }

    void steps_becomeCommandsInTheirOrder_asTheTicketIs()
    {
        const QList<Command> commands =
            meant({step(MacroAct::Status, u"resolved"_s), step(MacroAct::AddTag, toner.value),
                   step(MacroAct::Category, u"k-2"_s), step(MacroAct::RemoveTag, urgent.value),
                   step(MacroAct::Priority, u"high"_s), step(MacroAct::Snooze, u"90"_s)});
        const TicketId ticket{u"t-1"_s};
        QCOMPARE(
            commands,
            (QList<Command>{SetStatus{ticket, TicketStatus::Open, TicketStatus::Resolved, seen},
                            SetTags{ticket, {toner}, {urgent}}, SetField{ticket, u"category"_s, u"k-1"_s, u"k-2"_s},
                            SetField{ticket, u"priority"_s, u"normal"_s, u"high"_s},
                            SetField{ticket, u"snoozedUntil"_s, {}, utcDate(noon().addSecs(5400))}}));
    }

    void whatTheTicketHasAlready_isNoCommand_norIsAText()
    {
        QVERIFY(meant({{MacroAct::Reply, {}, u"Bonjour"_s, {}},
                       step(MacroAct::Status, u"open"_s),
                       step(MacroAct::AddTag, urgent.value),
                       step(MacroAct::RemoveTag, toner.value),
                       step(MacroAct::Category, u"k-1"_s),
                       step(MacroAct::Priority, u"normal"_s),
                       step(MacroAct::Team, firstLine.value),
                       step(MacroAct::Agent, ibrahim.value)})
                    .isEmpty());
    }

    void whoGetsIt_isOneCommand()
    {
        const TicketId ticket{u"t-1"_s};
        QCOMPARE(meant({step(MacroAct::Agent, u"me"_s)}),
                 QList<Command>{(Assign{ticket, firstLine, awa, ibrahim, true})});
        QCOMPARE(meant({step(MacroAct::Team, experts.value)}),
                 QList<Command>{(Assign{ticket, experts, {}, ibrahim, false})});
        QCOMPARE(meant({step(MacroAct::Team, experts.value), step(MacroAct::Agent, u"me"_s)}),
                 QList<Command>{(Assign{ticket, experts, awa, ibrahim, false})});
    }

    void whatANewerProgramWrote_doesNothing()
    {
        QVERIFY(meant({step(MacroAct::Status, u"dreaming"_s), step(MacroAct::Priority, u"cosmic"_s)}).isEmpty());
    }

    void takenBack_isAsItWasBefore()
    {
        const Ticket before = openTicket();
        const QList<Command> done = meant({step(MacroAct::Status, u"resolved"_s), step(MacroAct::AddTag, toner.value),
                                           step(MacroAct::Category, u"k-2"_s), step(MacroAct::Agent, u"me"_s)});
        QCOMPARE(takenBack(done.at(0), before),
                 std::optional<Command>(SetStatus{before.id, TicketStatus::Resolved, TicketStatus::Open, seen}));
        QCOMPARE(takenBack(done.at(1), before), std::optional<Command>(SetTags{before.id, {}, {toner}}));
        QCOMPARE(takenBack(done.at(2), before),
                 std::optional<Command>(SetField{before.id, u"category"_s, u"k-2"_s, u"k-1"_s}));
        QCOMPARE(takenBack(done.at(3), before),
                 std::optional<Command>(Assign{before.id, firstLine, ibrahim, awa, false}));
        QVERIFY(!takenBack(Reply{}, before));
    }

    void theText_isOneOfTheSteps_andTheDeedsAreTheOthers()
    {
        Macro solved = macro(u"Résolu"_s, 1);
        solved.steps = {step(MacroAct::Status, u"resolved"_s), {MacroAct::Note, {}, u"Fini"_s, {}}};
        QCOMPARE(textStep(solved)->textFr, u"Fini"_s);
        QCOMPARE(deeds(solved), QList<MacroStep>{step(MacroAct::Status, u"resolved"_s)});
        QCOMPARE(statusOf(deeds(solved)), std::optional(TicketStatus::Resolved));
        QVERIFY(textStep(macro(u"x"_s, 1)) == nullptr);
        QVERIFY(!statusOf({}));
    }
};

QTEST_APPLESS_MAIN(TestMacros)
#include "tst_macros.moc"

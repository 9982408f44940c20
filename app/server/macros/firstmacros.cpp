// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/macros/firstmacros.h"

#include "core/base/id.h"

using namespace Qt::StringLiterals;

namespace akwaba::macros {

namespace {

TextModule textModule(const QString &name, const QString &keyword, const QString &fr, const QString &en)
{
    TextModule module;
    module.name = name;
    module.keyword = keyword;
    module.textFr = fr;
    module.textEn = en;
    return module;
}

Macro macro(const QString &fr, const QString &en, const QList<MacroStep> &steps)
{
    Macro macro;
    macro.nameFr = fr;
    macro.nameEn = en;
    macro.steps = steps;
    return macro;
}

MacroStep does(MacroAct act, const QString &value) { return {act, value, {}, {}}; }
MacroStep reply(const QString &fr, const QString &en) { return {MacroAct::Reply, {}, fr, en}; }

QList<TextModule> modules()
{
    return {
        textModule(u"Salutation"_s, u"bonjour"_s, u"Bonjour {{customer.name}},\n\nMerci de votre message.\n"_s,
                   u"Hello {{customer.name}},\n\nThank you for your message.\n"_s),
        textModule(u"Formule de fin"_s, u"merci"_s,
                   u"Nous restons à votre disposition.\n\nBien cordialement,\n{{agent.name}}\n{{team.name}}"_s,
                   u"We are at your disposal.\n\nKind regards,\n{{agent.name}}\n{{team.name}}"_s),
        textModule(u"Référence de l’imprimante"_s, u"reference"_s,
                   u"Merci de nous indiquer la référence exacte de votre imprimante : elle se lit sur l’étiquette, "
                   "à l’arrière de l’appareil."_s,
                   u"Please tell us the exact reference of your printer: it stands on the label, at the back of the "
                   "device."_s),
        textModule(u"Numéro de commande"_s, u"commande"_s,
                   u"Merci de nous indiquer votre numéro de commande : il figure dans le message de confirmation."_s,
                   u"Please tell us your order number: it stands in the message that confirmed the order."_s),
        textModule(
            u"Commande en route"_s, u"suivi"_s,
            u"Votre commande {{order.number}} a quitté notre entrepôt. Le livreur vous appelle avant de passer."_s,
            u"Your order {{order.number}} has left our warehouse. The driver calls you before he comes."_s),
        textModule(u"Date promise"_s, u"delai"_s,
                   u"Nous revenons vers vous au plus tard le {{promised.date}}, sous le numéro {{ticket.number}}."_s,
                   u"You hear from us by {{promised.date}} at the latest, under number {{ticket.number}}."_s),
    };
}

QList<Macro> macros()
{
    const QString hello = u"Bonjour {{customer.name}},\n\n"_s;
    const QString helloEn = u"Hello {{customer.name}},\n\n"_s;
    const QString end = u"\n\nBien cordialement,\n{{agent.name}}"_s;
    const QString endEn = u"\n\nKind regards,\n{{agent.name}}"_s;
    Macro mine = macro(u"Je m’en occupe"_s, u"I take care of it"_s,
                       {does(MacroAct::Agent, u"me"_s), does(MacroAct::Status, u"open"_s)});
    Macro tomorrow = macro(u"Rappeler demain"_s, u"Call back tomorrow"_s,
                           {does(MacroAct::Agent, u"me"_s), does(MacroAct::Snooze, u"1440"_s)});
    mine.places = {MacroPlace::Reading};
    tomorrow.places = {MacroPlace::Reading};
    return {
        macro(
            u"Demander la référence de l’imprimante"_s, u"Ask for the printer’s reference"_s,
            {reply(hello
                       + u"Pour vous envoyer le bon toner, il nous faut la référence exacte de votre imprimante. Elle "
                         "se lit sur l’étiquette, à l’arrière de l’appareil."_s
                       + end,
                   helloEn
                       + u"To send you the right toner we need the exact reference of your printer. It stands on the "
                         "label, at the back of the device."_s
                       + endEn),
             does(MacroAct::Status, u"waitingCustomer"_s)}),
        macro(
            u"Demander le numéro de commande"_s, u"Ask for the order number"_s,
            {reply(hello + u"Quel est le numéro de votre commande ? Il figure dans le message de confirmation."_s + end,
                   helloEn + u"What is the number of your order? It stands in the message that confirmed it."_s
                       + endEn),
             does(MacroAct::Status, u"waitingCustomer"_s)}),
        macro(
            u"Résolu, merci"_s, u"Solved, thank you"_s,
            {reply(hello
                       + u"Votre demande {{ticket.number}} est réglée. Si quelque chose manque, répondez à ce "
                         "message : il nous parvient."_s
                       + end,
                   helloEn
                       + u"Your request {{ticket.number}} is settled. If anything is missing, answer this message: it "
                         "reaches us."_s
                       + endEn),
             does(MacroAct::Status, u"resolved"_s)}),
        mine,
        tomorrow,
        macro(u"Urgent, à traiter tout de suite"_s, u"Urgent, to be done at once"_s,
              {MacroStep{MacroAct::Note,
                         {},
                         u"Urgent : le client ne peut plus imprimer."_s,
                         u"Urgent: the customer can’t print any more."_s},
               does(MacroAct::Priority, u"urgent"_s), does(MacroAct::Agent, u"me"_s)}),
    };
}

} // namespace

FirstMacros firstMacros(const Clock &clock, Random &random)
{
    FirstMacros first{modules(), macros()};
    for (TextModule &each : first.modules)
        each.id = newId<TextModuleId>(clock, random);
    int position = 0;
    for (Macro &each : first.macros) {
        each.id = newId<MacroId>(clock, random);
        each.position = ++position;
    }
    return first;
}

} // namespace akwaba::macros

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/macrosdialog.h"

#include "ui/text/translate.h"

using namespace Qt::StringLiterals;

namespace akwaba {

MacrosDialog::MacrosDialog(const MacroWays &ways, QWidget *parent)
    : AnswersDialog({u"macrosDialog"_s, translate("Macros", "Macros"),
                     translate("Macros", "There is no connection to the server: macros can be looked at, not changed."),
                     translate("Macros", "Colleagues apply them with Ctrl+M")},
                    translate("Macros", "A new macro"),
                    new RuleList(u"macroList"_s, translate("Macros", "Macros, in their order"),
                                 {translate("Macros", "Name"), translate("Macros", "Steps")}),
                    ways.setMacro, parent)
{
    MacrosDialog::showNew();
}

RuleList::Row MacrosDialog::row(const Macro &macro) const
{
    const QString steps = macro.active ? QString::number(macro.steps.size()) : translate("Macros", "retired");
    return {macro.id.value, {nameOf(macro), steps}, !macro.active};
}

Macro MacrosDialog::made() const
{
    Macro macro;
    for (const Macro &each : known())
        macro.position = std::max(macro.position, each.position);
    ++macro.position;
    return macro;
}

} // namespace akwaba

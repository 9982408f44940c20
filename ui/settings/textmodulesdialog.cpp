// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/textmodulesdialog.h"

#include "ui/text/translate.h"

using namespace Qt::StringLiterals;

namespace akwaba {

TextModulesDialog::TextModulesDialog(const MacroWays &ways, QWidget *parent)
    : AnswersDialog(
          {u"textModulesDialog"_s, translate("Macros", "Text modules"),
           translate("Macros", "There is no connection to the server: text modules can be looked at, not changed."),
           translate("Macros", "Colleagues insert them with :: and the keyword")},
          translate("Macros", "A new text module"),
          new RuleList(u"textModuleList"_s, translate("Macros", "Text modules"),
                       {translate("Macros", "Name"), translate("Macros", "Keyword")}),
          ways.setTextModule, parent)
{
    TextModulesDialog::showNew();
}

RuleList::Row TextModulesDialog::row(const TextModule &module) const
{
    const QString keyword = module.active ? u"::"_s + module.keyword : translate("Macros", "retired");
    return {module.id.value, {module.name, keyword}, !module.active};
}

} // namespace akwaba

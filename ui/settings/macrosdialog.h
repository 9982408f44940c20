// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/answersdialog.h"
#include "ui/settings/macroform.h"
#include "ui/settings/macroways.h"

namespace akwaba {

/// The company's macros, in their order.
class MacrosDialog : public AnswersDialog<Macro, MacroForm> {
    Q_OBJECT

public:
    explicit MacrosDialog(const MacroWays &ways, QWidget *parent = nullptr);

protected:
    [[nodiscard]] QList<Macro> all(const Directories &directories) const override { return directories.macros; }
    [[nodiscard]] QString title(const Macro &macro) const override { return nameOf(macro); }
    [[nodiscard]] RuleList::Row row(const Macro &macro) const override;
    [[nodiscard]] Macro made() const override; // behind the others
};

} // namespace akwaba

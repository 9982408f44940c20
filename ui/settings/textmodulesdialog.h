// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/answersdialog.h"
#include "ui/settings/macroways.h"
#include "ui/settings/textmoduleform.h"

namespace akwaba {

/// The company's text modules.
class TextModulesDialog : public AnswersDialog<TextModule, TextModuleForm> {
    Q_OBJECT

public:
    explicit TextModulesDialog(const MacroWays &ways, QWidget *parent = nullptr);

protected:
    [[nodiscard]] QList<TextModule> all(const Directories &directories) const override { return directories.modules; }
    [[nodiscard]] QString title(const TextModule &module) const override { return module.name; }
    [[nodiscard]] RuleList::Row row(const TextModule &module) const override;
};

} // namespace akwaba

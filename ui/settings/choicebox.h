// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/checkfield.h"
#include "ui/text/directories.h"

#include <QComboBox>

namespace akwaba {

/// One of several values, by their names.
class ChoiceBox : public QComboBox {
    Q_OBJECT

public:
    explicit ChoiceBox(QWidget *parent = nullptr);

    /// What is chosen stays so; what is not among them keeps its value as its name.
    void setChoices(const QList<CheckField::Choice> &choices);
    void setValue(const QString &value);
    [[nodiscard]] QString value() const { return currentData().toString(); }
};

/// The teams that something may be for, and before them everybody.
[[nodiscard]] QList<CheckField::Choice> teamChoices(const Directories &directories);

} // namespace akwaba

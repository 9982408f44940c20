// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/macro.h"
#include "ui/text/directories.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace akwaba {

class CheckField;
class ChoiceBox;
class ConditionsField;
class StepsField;

/// The fields of a macro.
class MacroForm : public QWidget {
    Q_OBJECT

public:
    explicit MacroForm(QWidget *parent = nullptr);

    void setDirectories(const Directories &directories);
    void fill(const Macro &macro);
    /// As filled, with what was changed since.
    [[nodiscard]] Macro value() const;
    [[nodiscard]] bool isEdited() const { return value() != m_filled; }
    void takeFocus();

Q_SIGNALS:
    void edited();

private:
    void addNames(QBoxLayout *column);
    void addPlaces(QBoxLayout *column);
    void connectFields();
    void noteEdited();

    Macro m_shown;
    Macro m_filled; // as it reads once it is shown
    bool m_isFilling = false;
    QLineEdit *m_nameFr;
    QLineEdit *m_nameEn;
    StepsField *m_steps;
    ConditionsField *m_conditions;
    ChoiceBox *m_team;
    CheckField *m_places;
    QSpinBox *m_position;
    QCheckBox *m_active;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/servicelevelchange.h"
#include "ui/text/directories.h"

#include <QWidget>

class QCheckBox;
class QDateTimeEdit;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace akwaba {

class ConditionsField;
class TargetsField;

/// The fields of a policy, but for its place among the others.
class PolicyForm : public QWidget {
    Q_OBJECT

public:
    explicit PolicyForm(QWidget *parent = nullptr);

    void setCalendars(const QList<Calendar> &calendars);
    void setDirectories(const Directories &directories);
    void fill(const PolicyEdit &edit);
    /// As filled, with what was changed since.
    [[nodiscard]] PolicyEdit edit() const;
    /// What is missing or wrong, in words; empty for nothing.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool isEdited() const { return edit() != m_filled; }
    void takeFocus();

Q_SIGNALS:
    void edited();

private:
    void addNames(QVBoxLayout *column);
    void addOptions(QVBoxLayout *column);
    void connectFields();
    void updateFields();

    PolicyEdit m_shown;
    PolicyEdit m_filled; // as it reads once it is shown
    QList<Calendar> m_calendars;
    bool m_isFilling = false;
    QLineEdit *m_nameFr;
    QLineEdit *m_nameEn;
    ConditionsField *m_conditions;
    TargetsField *m_targets;
    QLineEdit *m_percents;
    QSpinBox *m_reopened;
    QCheckBox *m_pauses;
    QCheckBox *m_isEnforced;
    QDateTimeEdit *m_enforceFrom;
    QCheckBox *m_active;
};

} // namespace akwaba

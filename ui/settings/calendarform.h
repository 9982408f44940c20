// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/servicelevelchange.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace akwaba {

class ExceptionsField;
class FormField;
class WeekField;

/// The fields of a calendar.
class CalendarForm : public QWidget {
    Q_OBJECT

public:
    explicit CalendarForm(QWidget *parent = nullptr);

    void fill(const CalendarEdit &edit);
    /// As filled, with what was changed since.
    [[nodiscard]] CalendarEdit edit() const;
    /// What is missing or wrong, in words; empty for nothing.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool isEdited() const;
    /// The day that a new exception begins with.
    void setToday(const QDate &today) { m_today = today; }
    void takeFocus();

Q_SIGNALS:
    void edited();

private:
    void addNames(QVBoxLayout *column);
    void addWeek(QVBoxLayout *column);
    void addExceptions(QVBoxLayout *column);
    void updateFields();

    CalendarEdit m_shown;
    CalendarEdit m_filled; // as it reads once it is shown
    bool m_isFilling = false;
    QDate m_today;
    QLineEdit *m_nameFr;
    QLineEdit *m_nameEn;
    QComboBox *m_zone;
    FormField *m_zoneField;
    WeekField *m_week;
    ExceptionsField *m_exceptions;
    QCheckBox *m_active;
};

} // namespace akwaba

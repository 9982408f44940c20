// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/servicelevel.h"

#include <QWidget>

class QCheckBox;
class QDateEdit;
class QHBoxLayout;
class QLineEdit;
class QTimeEdit;

namespace akwaba {

class FormField;
class Label;

/// The fields of a holiday. Of one that counts already only the words can be changed.
class HolidayForm : public QWidget {
    Q_OBJECT

public:
    explicit HolidayForm(QWidget *parent = nullptr);

    void setCalendars(const QList<Calendar> &calendars);
    void fill(const Holiday &holiday);
    /// As filled, with what was changed since.
    [[nodiscard]] Holiday holiday() const;
    /// What is missing or wrong, in words; empty for nothing.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool isEdited() const;
    void takeFocus();

Q_SIGNALS:
    void edited();

private:
    void build();
    void buildWhen(QWidget *where);
    void connectFields();
    void updateFields();

    Holiday m_shown;
    QList<Calendar> m_calendars;
    bool m_isFilling = false;
    QDate m_firstDay; // before it was changed
    QDateEdit *m_from;
    QDateEdit *m_to;
    QLineEdit *m_nameFr;
    QLineEdit *m_nameEn;
    QLineEdit *m_source;
    QCheckBox *m_wholeDay;
    QTimeEdit *m_closes;
    QTimeEdit *m_opens;
    QWidget *m_hours;
    FormField *m_lastDay;
    Label *m_why; // it can't be moved
    QCheckBox *m_sunday;
    QCheckBox *m_everywhere;
    QHBoxLayout *m_calendarRow;
    QList<QCheckBox *> m_chosen; // as m_calendars
};

} // namespace akwaba

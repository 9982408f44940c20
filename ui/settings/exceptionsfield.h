// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/servicelevel.h"

#include <QWidget>

class QDateEdit;
class QLineEdit;
class QVBoxLayout;

namespace akwaba {

/// Days on which other hours count than in the week, each a line.
class ExceptionsField : public QWidget {
    Q_OBJECT

public:
    explicit ExceptionsField(QWidget *parent = nullptr);

    void fill(const QList<CalendarException> &exceptions);
    /// Without those that can't be read.
    [[nodiscard]] QList<CalendarException> exceptions() const;
    /// Which day can't be read, in words; empty for none.
    [[nodiscard]] QString problem() const;
    /// One more line, for this day, with the focus on it.
    void addDay(const QDate &day);

Q_SIGNALS:
    void edited();

private:
    struct Line {
        QWidget *row = nullptr;
        QDateEdit *day = nullptr;
        QLineEdit *hours = nullptr;
    };
    Line &add(const CalendarException &exception);
    void remove(const QWidget *row);

    QList<Line> m_lines;
    QVBoxLayout *m_column;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/servicelevel.h"

#include <QTreeWidget>

namespace akwaba {

/// The holidays year by year with the state of each: those to come first, then those that are over, folded.
class HolidayList : public QTreeWidget {
    Q_OBJECT

public:
    explicit HolidayList(QWidget *parent = nullptr);

    /// What is current stays so, without a signal.
    void setHolidays(const QList<Holiday> &holidays, const QDate &today);
    /// Nothing where there is no such row; without a signal.
    void select(const HolidayId &id);

Q_SIGNALS:
    void chosen(const HolidayId &id);

private:
    void add(const Holiday &holiday, bool isOver);
    [[nodiscard]] QTreeWidgetItem *yearOf(int year, bool isOver);
    [[nodiscard]] HolidayId current() const;

    QHash<QString, QTreeWidgetItem *> m_rows; // by id
};

} // namespace akwaba

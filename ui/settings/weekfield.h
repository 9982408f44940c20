// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/servicelevel.h"

#include <QWidget>

#include <array>

class QLineEdit;

namespace akwaba {

class DayStrip;

/// The hours of a week: each day a line that is typed, with its picture beside it.
class WeekField : public QWidget {
    Q_OBJECT

public:
    explicit WeekField(QWidget *parent = nullptr);

    void fill(const QList<WeeklyHours> &weekly);
    /// Without those that can't be read.
    [[nodiscard]] QList<WeeklyHours> weekly() const;
    /// Which day can't be read, in words; empty for none.
    [[nodiscard]] QString problem() const;
    /// Monday's hours are those of Tuesday to Friday too.
    void copyMonday();

Q_SIGNALS:
    void edited();

private:
    struct Day {
        QLineEdit *text = nullptr;
        DayStrip *strip = nullptr;
    };
    void update(const Day &day);

    std::array<Day, 7> m_days; // Monday first
};

} // namespace akwaba

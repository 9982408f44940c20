// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/servicelevel.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace akwaba {

/// What a policy promises: each target a line with its length, its unit and the calendar that it counts on.
class TargetsField : public QWidget {
    Q_OBJECT

public:
    explicit TargetsField(QWidget *parent = nullptr);

    /// Those in use, and the others where a target has them.
    void setCalendars(const QList<Calendar> &calendars);
    void fill(const QList<SlaTarget> &targets);
    [[nodiscard]] QList<SlaTarget> targets() const;

Q_SIGNALS:
    void edited();

private:
    struct Line {
        Target target = Target::FirstResponse;
        QCheckBox *promised = nullptr;
        QSpinBox *length = nullptr;
        QComboBox *unit = nullptr;
        QComboBox *calendar = nullptr;
    };
    void add(Target target);
    void show(const Line &line, const SlaTarget &target);
    void enable(const Line &line);
    void offerCalendars(const Line &line, const CalendarId &chosen);

    QList<Calendar> m_calendars;
    QList<Line> m_lines;
    QList<SlaTarget> m_kept; // of targets that have no line here
};

} // namespace akwaba

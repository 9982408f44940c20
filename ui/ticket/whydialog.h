// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/clockwords.h"

#include <QDialog>

#include <memory>

class QTabBar;
class QTreeWidget;

namespace akwaba {

class ClockStrip;
class Label;
class PillLabel;
class StatusChip;
class TimesLeft;

/// Why a clock of a ticket is due when it is: the policy and why it was taken, the calendar, and every stretch that was
/// counted, as a picture and as a table. One tab per target.
class WhyDialog : public QDialog {
    Q_OBJECT

public:
    struct Parts {
        std::shared_ptr<const sla::Rules> rules;
        std::vector<sla::SlaClock> clocks; // one per target, that of interest first
        const TimesLeft &times;
        NameOf nameOf;
        QDateTime now; // server time
    };

    explicit WhyDialog(Parts parts, QWidget *parent = nullptr);

private:
    void build();
    [[nodiscard]] QWidget *head();
    [[nodiscard]] QWidget *foot();
    void showClock(int index);
    void copy();

    const Parts m_parts;
    ClockExplanation m_shown;
    QTabBar *m_tabs;
    Label *m_title;
    Label *m_summary;
    PillLabel *m_left;
    StatusChip *m_policy;
    StatusChip *m_calendar;
    StatusChip *m_zone;
    Label *m_because;
    Label *m_annulled;
    Label *m_alerts;
    ClockStrip *m_strip;
    QTreeWidget *m_rows;
};

} // namespace akwaba

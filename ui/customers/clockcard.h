// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sla/clocks.h"
#include "ui/widgets/sectioncard.h"

namespace akwaba {

class TimesLeft;

/// What was promised on a ticket: each target with what is left of it, how much is used, and when it is due.
class ClockCard : public SectionCard {
    Q_OBJECT

public:
    explicit ClockCard(QWidget *parent = nullptr);

    /// As of `now`.
    void show(const std::vector<sla::SlaClock> &clocks, const TimesLeft &times, const QDateTime &now);

private:
    void addClock(const sla::SlaClock &clock, const TimesLeft &times, const QDateTime &now);

    QWidget *m_rows = nullptr;
};

/// The last of each target, the next due first, then what is paused, then what is done; pure.
[[nodiscard]] std::vector<sla::SlaClock> shownClocks(const std::vector<sla::SlaClock> &clocks);
/// "target 4 business hours", "target 2 working days", "promised to the customer"; pure.
[[nodiscard]] QString targetSentence(const sla::SlaClock &clock);

} // namespace akwaba

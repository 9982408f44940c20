// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/ticketrow.h"
#include "core/sla/clocks.h"
#include "ui/widgets/paint.h"

#include <memory>

namespace akwaba {

/// "2 h 10", "12 min", "45 s": what is left of a clock, in the time that it counts.
[[nodiscard]] QString timeLeft(qint64 msecs);
[[nodiscard]] QString word(Target target);

/// How clocks are drawn and said. Counts by the calendars of now; of the UI thread.
class TimesLeft {
public:
    void setRules(std::shared_ptr<const sla::Rules> rules) { m_rules = std::move(rules); }
    [[nodiscard]] const sla::Rules *rules() const { return m_rules.get(); }
    /// What was computed without the server is marked so.
    void setOffline(bool offline) { m_isOffline = offline; }

    [[nodiscard]] Pill pillOf(const NextClock &clock, const QDateTime &now) const;
    /// "late 1 h 05, first response, Thu 15:00": for screen readers and tips.
    [[nodiscard]] QString sentence(const NextClock &clock, const QDateTime &now) const;
    /// True where the pill changes each second.
    [[nodiscard]] bool showsSeconds(const NextClock &clock, const QDateTime &now) const;

    [[nodiscard]] Pill pillOf(const sla::SlaClock &clock, const QDateTime &now) const;

private:
    /// Below zero once it is late.
    [[nodiscard]] qint64 left(const NextClock &clock, const QDateTime &now) const;
    [[nodiscard]] Pill running(qint64 left, qint64 length) const;

    std::shared_ptr<const sla::Rules> m_rules; // null until they were read
    bool m_isOffline = false;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sla/schedule.h"

#include <limits>
#include <span>
#include <vector>

/// Arithmetic of open time. Instants and times are milliseconds here, instants since 1970 in UTC: due dates are counted
/// by the million.
namespace akwaba::sla {

/// [from, to).
struct Span {
    qint64 from = 0;
    qint64 to = 0;
    bool operator==(const Span &) const = default;
};

/// A schedule made ready to count: the open stretches of the years that were asked for, each with the open time before
/// it. It grows as it is asked, so each thread has its own.
class OpenTime {
public:
    explicit OpenTime(Schedule schedule);
    /// Open day and night: what a clock in wall time runs on.
    [[nodiscard]] static OpenTime always();
    [[nodiscard]] const Schedule &schedule() const { return m_schedule; }

    /// Open time in [from, to); 0 where that is empty.
    [[nodiscard]] qint64 between(qint64 from, qint64 to) const;
    /// The instant at which so much open time has passed since `from`. Where it is a closing it stays there, and does
    /// not become the next opening (sla.md rule 21); with 0 it is the first open instant. Nothing where the schedule
    /// is not open for ten years, or not for so long in a hundred.
    [[nodiscard]] std::optional<qint64> after(qint64 from, qint64 msecs) const;
    /// The first end of a working day behind `at`: the last closing of a day that has any. Nothing as above.
    [[nodiscard]] std::optional<qint64> endOfDayAfter(qint64 at) const;
    /// The open stretches of [from, to), what touches joined.
    [[nodiscard]] std::vector<Span> stretches(qint64 from, qint64 to) const;

private:
    struct Stretch {
        qint64 from = 0;
        qint64 to = 0;
        qint64 before = 0; // open time of all stretches in front of it
        bool endsDay = false;
    };

    void cover(qint64 from, qint64 to) const;
    [[nodiscard]] bool growBehind(qint64 from) const;
    void appendYear(std::vector<Stretch> &stretches, int year) const;
    void indexDays() const;
    [[nodiscard]] std::size_t firstEndingAfter(qint64 at) const;
    [[nodiscard]] qint64 openBefore(qint64 at) const;

    Schedule m_schedule;
    bool m_isAlways = false;
    mutable std::vector<Stretch> m_stretches;
    mutable std::vector<std::size_t> m_firstOfDay; // the first stretch that ends after this day of UTC begins
    mutable qint64 m_firstDay = 0; // since 1970
    mutable int m_firstYear = 0; // of what is covered, in the time of its zone
    mutable int m_lastYear = -1;
    mutable Span m_covered;
};

/// The end of what has none.
inline constexpr qint64 maxInstant = std::numeric_limits<qint64>::max();

/// Stretches in which a clock does not run: in order, and apart. The last may have no end: what is not due before it is
/// never due.
using Pauses = std::span<const Span>;

/// When a clock that began at `start` has run for so long.
[[nodiscard]] std::optional<qint64> due(const OpenTime &time, qint64 start, qint64 msecs, Pauses pauses = {});
/// How long a clock has run in [from, to).
[[nodiscard]] qint64 elapsed(const OpenTime &time, qint64 from, qint64 to, Pauses pauses = {});
/// When a clock that began at `start` has run for so many working days: the closing that uses up the last of them (rule
/// 3). The day of `start` is none of them; one after closing or on a closed day counts as the next working day. A
/// closing inside a pause uses up none.
[[nodiscard]] std::optional<qint64> dueInDays(const OpenTime &time, qint64 start, int days, Pauses pauses = {});

} // namespace akwaba::sla

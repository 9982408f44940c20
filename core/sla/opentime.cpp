// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sla/opentime.h"

#include <algorithm>
#include <ranges>

namespace akwaba::sla {

namespace {

constexpr int yearsWithoutOpening = 10;
constexpr int mostYears = 100;
constexpr qint64 msecsInADay = qint64(minutesOfADay) * 60 * 1000;

/// Days of UTC since 1970, also before that.
qint64 dayOf(qint64 at) { return at / msecsInADay - (at % msecsInADay < 0 ? 1 : 0); }

int yearAt(const Schedule &schedule, qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toTimeZone(schedule.zone).date().year();
}

/// Where a year of the zone begins, a day too early: offsets are smaller than that.
qint64 safelyBefore(int year) { return QDate(year, 1, 1).addDays(-1).startOfDay(Qt::UTC).toMSecsSinceEpoch(); }
qint64 safelyInside(int year) { return QDate(year, 1, 1).addDays(1).startOfDay(Qt::UTC).toMSecsSinceEpoch(); }

} // namespace

OpenTime::OpenTime(Schedule schedule) : m_schedule(std::move(schedule)) { }

OpenTime OpenTime::always()
{
    OpenTime time{Schedule()};
    time.m_isAlways = true;
    return time;
}

void OpenTime::appendYear(std::vector<Stretch> &stretches, int year) const
{
    for (QDate day(year, 1, 1); day.year() == year; day = day.addDays(1)) {
        const QList<Interval> open = openOn(m_schedule, day);
        for (qsizetype i = 0; i < open.size(); ++i) {
            const Interval &each = open.at(i);
            stretches.push_back({each.from.toMSecsSinceEpoch(), each.to.toMSecsSinceEpoch(), 0, i + 1 == open.size()});
        }
    }
}

/// Years are added whole, in front or behind; the sums are made anew, which is rare.
void OpenTime::cover(qint64 from, qint64 to) const
{
    if (from >= m_covered.from && to < m_covered.to) return;
    const int first = yearAt(m_schedule, from);
    const int last = yearAt(m_schedule, std::max(from, to));
    const bool isEmpty = m_lastYear < m_firstYear;
    if (!isEmpty && first >= m_firstYear && last <= m_lastYear) return;
    const int newFirst = isEmpty ? first : std::min(first, m_firstYear);
    const int newLast = isEmpty ? last : std::max(last, m_lastYear);
    std::vector<Stretch> all;
    for (int year = newFirst; year < (isEmpty ? newLast + 1 : m_firstYear); ++year)
        appendYear(all, year);
    if (!isEmpty) {
        all.insert(all.end(), m_stretches.begin(), m_stretches.end());
        for (int year = m_lastYear + 1; year <= newLast; ++year)
            appendYear(all, year);
    }
    qint64 sum = 0;
    for (Stretch &stretch : all) {
        stretch.before = sum;
        sum += stretch.to - stretch.from;
    }
    m_stretches = std::move(all);
    indexDays();
    m_firstYear = newFirst;
    m_lastYear = newLast;
    m_covered = {safelyInside(newFirst), safelyBefore(newLast + 1)};
}

/// A further year; false where nobody may hope for more.
bool OpenTime::growBehind(qint64 from) const
{
    const int year = yearAt(m_schedule, from);
    if (m_lastYear - year >= mostYears) return false;
    const bool hasOpened =
        !m_stretches.empty() && yearAt(m_schedule, m_stretches.back().to) > m_lastYear - yearsWithoutOpening;
    if (!hasOpened && m_lastYear - year >= yearsWithoutOpening) return false;
    cover(from, safelyInside(m_lastYear + 1));
    return true;
}

/// So that a stretch is found without a search: a day has few of them.
void OpenTime::indexDays() const
{
    m_firstOfDay.clear();
    if (m_stretches.empty()) return;
    m_firstDay = dayOf(m_stretches.front().from);
    std::size_t first = 0;
    for (qint64 day = m_firstDay; day <= dayOf(m_stretches.back().to); ++day) {
        while (first < m_stretches.size() && m_stretches[first].to <= day * msecsInADay)
            ++first;
        m_firstOfDay.push_back(first);
    }
}

std::size_t OpenTime::firstEndingAfter(qint64 at) const
{
    const qint64 day = dayOf(at) - m_firstDay;
    if (day >= qint64(m_firstOfDay.size())) return m_stretches.size();
    std::size_t i = day < 0 ? 0 : m_firstOfDay[std::size_t(day)];
    while (i < m_stretches.size() && m_stretches[i].to <= at)
        ++i;
    return i;
}

/// Of what is covered, up to an instant in it.
qint64 OpenTime::openBefore(qint64 at) const
{
    const std::size_t i = firstEndingAfter(at);
    if (i == m_stretches.size())
        return m_stretches.empty() ? 0 : m_stretches.back().before + m_stretches.back().to - m_stretches.back().from;
    const Stretch &stretch = m_stretches[i];
    return stretch.before + std::max<qint64>(0, at - stretch.from);
}

qint64 OpenTime::between(qint64 from, qint64 to) const
{
    if (to <= from) return 0;
    if (m_isAlways) return to - from;
    cover(from, to);
    return openBefore(to) - openBefore(from);
}

std::optional<qint64> OpenTime::after(qint64 from, qint64 msecs) const
{
    if (m_isAlways) return from + msecs;
    cover(from, from);
    while (true) {
        if (const std::size_t next = firstEndingAfter(from); next < m_stretches.size()) {
            const Stretch &first = m_stretches[next];
            if (msecs <= 0) return std::max(from, first.from);
            const qint64 wanted = first.before + std::max<qint64>(0, from - first.from) + msecs;
            // The last stretch with less before it: where the time is full at a closing, it is that closing. Most are
            // near, so the steps begin small.
            std::size_t begin = next;
            std::size_t end = next + 1;
            while (end < m_stretches.size() && m_stretches[end].before < wanted) {
                begin = end;
                end += end - next;
            }
            const auto near = std::ranges::subrange(m_stretches.begin() + qint64(begin),
                                                    m_stretches.begin() + qint64(std::min(end, m_stretches.size())));
            const Stretch &last = *(std::ranges::lower_bound(near, wanted, {}, &Stretch::before) - 1);
            if (wanted <= last.before + last.to - last.from) return last.from + (wanted - last.before);
        }
        if (!growBehind(from)) return std::nullopt;
    }
}

std::optional<qint64> OpenTime::endOfDayAfter(qint64 at) const
{
    cover(at, at);
    while (true) {
        for (std::size_t i = firstEndingAfter(at); i < m_stretches.size(); ++i) {
            if (m_stretches[i].endsDay) return m_stretches[i].to;
        }
        if (!growBehind(at)) return std::nullopt;
    }
}

std::vector<Span> OpenTime::stretches(qint64 from, qint64 to) const
{
    std::vector<Span> all;
    if (to <= from) return all;
    if (m_isAlways) return {{from, to}};
    cover(from, to);
    for (std::size_t i = firstEndingAfter(from); i < m_stretches.size() && m_stretches[i].from < to; ++i) {
        const Span open{std::max(from, m_stretches[i].from), std::min(to, m_stretches[i].to)};
        if (!all.empty() && all.back().to == open.from)
            all.back().to = open.to;
        else
            all.push_back(open);
    }
    return all;
}

std::optional<qint64> due(const OpenTime &time, qint64 start, qint64 msecs, Pauses pauses)
{
    qint64 at = start;
    for (const Span &pause : pauses) {
        if (pause.to <= at) continue;
        const qint64 until = time.between(at, pause.from);
        if (msecs > 0 && until >= msecs) break;
        if (pause.to == maxInstant) return std::nullopt;
        msecs -= until;
        at = std::max(at, pause.to);
    }
    return time.after(at, msecs);
}

qint64 elapsed(const OpenTime &time, qint64 from, qint64 to, Pauses pauses)
{
    qint64 all = 0;
    qint64 at = from;
    for (const Span &pause : pauses) {
        if (pause.to <= at) continue;
        if (pause.from >= to) break;
        all += time.between(at, pause.from);
        at = pause.to;
    }
    return all + time.between(at, to);
}

std::optional<qint64> dueInDays(const OpenTime &time, qint64 start, int days, Pauses pauses)
{
    // The day of receipt is none of them.
    std::optional<qint64> closing = time.endOfDayAfter(start);
    auto pause = pauses.begin();
    while (closing && days > 0) {
        closing = time.endOfDayAfter(*closing);
        if (!closing) break;
        while (pause != pauses.end() && pause->to < *closing)
            ++pause;
        const bool isPaused = pause != pauses.end() && pause->from < *closing;
        if (isPaused && pause->to == maxInstant) return std::nullopt;
        if (!isPaused) --days;
    }
    return closing;
}

} // namespace akwaba::sla

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/timesleft.h"

#include "core/text/french.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 showsMinutesBelow = 10 * hour;
constexpr qint64 showsSecondsBelow = 2 * minute;

} // namespace

QString timeLeft(qint64 msecs)
{
    const qint64 hours = msecs / hour;
    const qint64 minutes = msecs % hour / minute;
    if (msecs < showsSecondsBelow) return translate("TimeLeft", "%1 s", "seconds left, in a pill").arg(msecs / second);
    if (hours == 0) return translate("TimeLeft", "%1 min", "minutes left, in a pill").arg(minutes);
    if (msecs >= showsMinutesBelow || minutes == 0)
        return translate("TimeLeft", "%1 h", "hours left, in a pill").arg(hours);
    return translate("TimeLeft", "%1 h %2", "hours and minutes left, in a pill")
        .arg(hours)
        .arg(minutes, 2, 10, QLatin1Char('0'));
}

QString word(Target target)
{
    switch (target) {
    case Target::FirstResponse: return translate("Target", "First response");
    case Target::NextResponse: return translate("Target", "Next response");
    case Target::Update: return translate("Target", "Update");
    case Target::Resolution: return translate("Target", "Resolution");
    case Target::Pickup: return translate("Target", "Pickup");
    }
    Q_UNREACHABLE();
}

qint64 TimesLeft::left(const NextClock &clock, const QDateTime &now) const
{
    if (!clock.dueAt.isValid()) return clock.left;
    const qint64 from = now.toMSecsSinceEpoch();
    const qint64 due = clock.dueAt.toMSecsSinceEpoch();
    const std::shared_ptr<const sla::OpenTime> time = m_rules == nullptr ? nullptr
        : clock.calendar.isEmpty()                                       ? m_rules->always()
                                   : m_rules->inForceAt(from).calendars.value(clock.calendar).time;
    if (!time) return due - from; // only until the rules were read
    return from <= due ? time->between(from, due) : -time->between(due, from);
}

Pill TimesLeft::running(qint64 left, qint64 length) const
{
    if (left * 10 < length) return {timeLeft(left), PillTone::Hot, m_isOffline};
    if (left * 4 <= length) return {timeLeft(left), PillTone::Warn, m_isOffline};
    return {timeLeft(left), PillTone::Plain, m_isOffline};
}

Pill TimesLeft::pillOf(const NextClock &clock, const QDateTime &now) const
{
    const qint64 rest = left(clock, now);
    if (clock.isPaused || !clock.dueAt.isValid())
        return {timeLeft(std::max<qint64>(0, rest)), PillTone::Faint, m_isOffline};
    if (clock.dueAt > now) return running(rest, clock.length);
    return {translate("TimeLeft", "late %1", "the due date has passed, in a pill").arg(timeLeft(-rest)),
            PillTone::Filled, m_isOffline};
}

Pill TimesLeft::pillOf(const sla::SlaClock &clock, const QDateTime &now) const
{
    const qint64 rest = clock.remaining(now.toMSecsSinceEpoch());
    switch (clock.state) {
    case ClockState::Running:
    case ClockState::AtRisk: return running(std::max<qint64>(0, rest), clock.length);
    case ClockState::Paused: return {timeLeft(std::max<qint64>(0, rest)), PillTone::Faint, m_isOffline};
    case ClockState::Breached:
        return {translate("TimeLeft", "late %1", "the due date has passed, in a pill")
                    .arg(timeLeft(std::max<qint64>(0, -rest))),
                PillTone::Filled, m_isOffline};
    case ClockState::Met: return {translate("TimeLeft", "kept"), PillTone::Good, false};
    case ClockState::MetLate: {
        const qint64 late = clock.dueAt && clock.endedAt ? clock.time->between(*clock.dueAt, *clock.endedAt) : 0;
        return {translate("TimeLeft", "kept, +%1", "a promise that was kept so much too late").arg(timeLeft(late)),
                PillTone::GoodLate, false};
    }
    case ClockState::Cancelled: return {translate("TimeLeft", "cancelled"), PillTone::Struck, false};
    case ClockState::Merged: return {translate("TimeLeft", "merged"), PillTone::Struck, false};
    }
    Q_UNREACHABLE();
}

QString TimesLeft::sentence(const NextClock &clock, const QDateTime &now) const
{
    const QString rest = pillOf(clock, now).text;
    QStringList parts{word(clock.target)};
    if (clock.isPaused)
        parts.append(translate("TimeLeft", "paused, %1 left").arg(rest));
    else if (clock.dueAt.isValid() && clock.dueAt <= now)
        parts.append(rest);
    else
        parts.append(translate("TimeLeft", "%1 left").arg(rest));
    if (clock.dueAt.isValid()) parts.append(dueMoment(clock.dueAt, now));
    if (clock.isPromise) parts.append(translate("TimeLeft", "promised to the customer"));
    if (m_isOffline) parts.append(translate("TimeLeft", "computed offline"));
    return polished(parts.join(u", "_s));
}

bool TimesLeft::showsSeconds(const NextClock &clock, const QDateTime &now) const
{
    return clock.dueAt.isValid() && !clock.isPaused && std::abs(left(clock, now)) < showsSecondsBelow;
}

} // namespace akwaba

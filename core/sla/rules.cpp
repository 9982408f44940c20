// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sla/rules.h"

#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace akwaba::sla {

namespace {

constexpr qint64 beginning = std::numeric_limits<qint64>::min();

qint64 instant(const QDateTime &at) { return at.toMSecsSinceEpoch(); }

bool isPossible(const HoursOfADay &hours)
{
    const auto isMinute = [](int minute) { return minute >= 0 && minute <= minutesOfADay; };
    return isMinute(hours.from) && isMinute(hours.to) && hours.from != hours.to && hours.from < minutesOfADay;
}

bool endsNextDay(const HoursOfADay &hours) { return hours.to <= hours.from; }

/// What of these hours lies on the day itself.
Hours hereOf(const HoursOfADay &hours) { return {hours.from, endsNextDay(hours) ? minutesOfADay : hours.to}; }

void addWeekly(Schedule &schedule, const WeeklyHours &each)
{
    if (each.day < Qt::Monday || each.day > Qt::Sunday) return;
    schedule.weekly.at(std::size_t(each.day) - 1).append(hereOf(each.hours));
    if (endsNextDay(each.hours) && each.hours.to > 0)
        schedule.weekly.at(std::size_t(each.day % Qt::Sunday)).append({0, each.hours.to});
}

/// What the day before brings over midnight stays.
void addException(Schedule &schedule, const CalendarVersion &version, const CalendarException &exception)
{
    QList<Hours> hours;
    const QDate dayBefore = exception.day.addDays(-1);
    const auto before = std::ranges::find(version.exceptions, dayBefore, &CalendarException::day);
    const auto bring = [&hours](const HoursOfADay &each) {
        if (endsNextDay(each) && each.to > 0) hours.append({0, each.to});
    };
    if (before != version.exceptions.end()) {
        std::ranges::for_each(before->hours, bring);
    } else {
        for (const WeeklyHours &each : version.weekly) {
            if (each.day == dayBefore.dayOfWeek()) bring(each.hours);
        }
    }
    for (const HoursOfADay &each : exception.hours)
        hours.append(hereOf(each));
    schedule.overrides.insert(exception.day, hours);
}

void addHoliday(Schedule &schedule, const Holiday &holiday)
{
    QDate last = std::max(holiday.from, holiday.to);
    if (holiday.movesFromSunday && last.dayOfWeek() == Qt::Sunday) last = last.addDays(1);
    for (QDate day = holiday.from; day <= last; day = day.addDays(1)) {
        if (holiday.closed.from <= 0 && holiday.closed.to >= minutesOfADay)
            schedule.holidays.insert(day);
        else
            schedule.breaks[day].append({holiday.closed.from, holiday.closed.to});
    }
}

bool counts(const Holiday &holiday, const CalendarId &calendar, qint64 at)
{
    if (!holiday.from.isValid() || !(holiday.calendars.isEmpty() || holiday.calendars.contains(calendar))) return false;
    const bool isConfirmed = holiday.confirmedAt.isValid() && instant(holiday.confirmedAt) <= at;
    return isConfirmed && !(holiday.cancelledAt.isValid() && instant(holiday.cancelledAt) <= at);
}

/// The last that began by then; null where none did.
template <class V> const V *versionAt(const QList<V> &versions, qint64 at)
{
    const V *found = nullptr;
    for (const V &version : versions) {
        if (instant(version.since) <= at) found = &version;
    }
    return found;
}

bool overlap(const QList<Hours> &hours)
{
    QList<Hours> sorted = hours;
    std::ranges::sort(sorted, {}, &Hours::from);
    return std::ranges::adjacent_find(sorted, [](const Hours &one, const Hours &next) { return next.from < one.to; })
        != sorted.end();
}

} // namespace

bool holds(const FieldCondition &condition, const Attributes &ticket)
{
    const auto values = ticket.constFind(condition.field);
    if (values == ticket.constEnd()) return false;
    const bool isAmong = values->isEmpty()
        ? condition.values.contains(u"none"_s)
        : std::ranges::any_of(*values, [&](const QString &value) { return condition.values.contains(value); });
    return isAmong != condition.negated;
}

std::optional<Schedule> scheduleOf(const CalendarId &calendar, const CalendarVersion &version,
                                   const QList<Holiday> &holidays, qint64 at)
{
    Schedule schedule;
    schedule.zone = QTimeZone(version.zone.toUtf8());
    if (version.zone.isEmpty() || !schedule.zone.isValid()) return std::nullopt;
    for (const WeeklyHours &each : version.weekly)
        addWeekly(schedule, each);
    for (const CalendarException &each : version.exceptions)
        addException(schedule, version, each);
    for (const Holiday &holiday : holidays) {
        if (counts(holiday, calendar, at)) addHoliday(schedule, holiday);
    }
    return schedule;
}

std::optional<CalendarFlaw> flawOf(const CalendarVersion &version)
{
    for (const WeeklyHours &each : version.weekly) {
        if (each.day < Qt::Monday || each.day > Qt::Sunday || !isPossible(each.hours))
            return CalendarFlaw::ImpossibleHours;
    }
    QSet<QDate> days;
    for (const CalendarException &each : version.exceptions) {
        if (!each.day.isValid() || !std::ranges::all_of(each.hours, isPossible)) return CalendarFlaw::ImpossibleHours;
        if (days.contains(each.day)) return CalendarFlaw::DayTwice;
        days.insert(each.day);
    }
    const auto schedule = scheduleOf({}, version, {}, 0);
    if (!schedule) return CalendarFlaw::UnknownZone;
    if (std::ranges::any_of(schedule->weekly, overlap) || std::ranges::any_of(schedule->overrides, overlap))
        return CalendarFlaw::Overlapping;
    if (std::ranges::all_of(schedule->weekly, &QList<Hours>::isEmpty)) return CalendarFlaw::NeverOpen;
    return std::nullopt;
}

std::optional<HolidayFlaw> flawOf(const Holiday &holiday)
{
    const auto isNameless = [](const QString &name) { return name.trimmed().isEmpty(); };
    const auto isLong = [](const QString &name) { return name.size() > longestHolidayName; };
    const HoursOfADay &closed = holiday.closed;
    if (!holiday.from.isValid() || !holiday.to.isValid()) return HolidayFlaw::NoDay;
    if (holiday.to < holiday.from) return HolidayFlaw::EndsBeforeItBegins;
    if (holiday.from.daysTo(holiday.to) >= mostDaysOfAHoliday) return HolidayFlaw::TooLong;
    // Not over midnight: a holiday closes days, and a second one the morning after.
    if (closed.from < 0 || closed.to > minutesOfADay || closed.from >= closed.to) return HolidayFlaw::ImpossibleHours;
    if (isNameless(holiday.nameFr) || isNameless(holiday.nameEn)) return HolidayFlaw::NoName;
    if (isLong(holiday.nameFr) || isLong(holiday.nameEn) || isLong(holiday.source)) return HolidayFlaw::LongName;
    return std::nullopt;
}

bool closeAlike(const Holiday &one, const Holiday &other)
{
    return one.from == other.from && one.to == other.to && one.closed == other.closed
        && one.movesFromSunday == other.movesFromSunday && one.calendars == other.calendars;
}

const PolicyInForce *Edition::policyFor(const Attributes &ticket) const
{
    const auto found = std::ranges::find_if(policies, [&ticket](const PolicyInForce &each) {
        return std::ranges::all_of(each.version->conditions,
                                   [&ticket](const FieldCondition &condition) { return holds(condition, ticket); });
    });
    return found == policies.end() ? nullptr : &*found;
}

Rules::Rules(QList<Calendar> calendars, QList<Holiday> holidays, QList<SlaPolicy> policies)
    : m_calendars(std::move(calendars)), m_holidays(std::move(holidays)), m_policies(std::move(policies)),
      m_always(std::make_shared<const OpenTime>(OpenTime::always()))
{
    addInstants();
    for (std::size_t i = 0; i < m_editions.size(); ++i)
        fill(m_editions[i], i == 0 ? Edition() : m_editions[i - 1]);
}

void Rules::addInstants()
{
    std::vector<qint64> instants{beginning};
    const auto add = [&instants](const QDateTime &at) {
        if (at.isValid()) instants.push_back(instant(at));
    };
    for (const Calendar &calendar : m_calendars) {
        for (const CalendarVersion &version : calendar.versions)
            add(version.since);
    }
    for (const SlaPolicy &policy : m_policies) {
        for (const SlaPolicyVersion &version : policy.versions)
            add(version.since);
    }
    for (const Holiday &holiday : m_holidays) {
        if (!holiday.confirmedAt.isValid()) continue;
        add(holiday.confirmedAt);
        add(holiday.cancelledAt);
    }
    std::ranges::sort(instants);
    instants.erase(std::ranges::unique(instants).begin(), instants.end());
    for (const qint64 since : instants) {
        Edition edition;
        edition.since = since;
        describe(edition);
        m_editions.push_back(edition);
    }
}

/// Who made it, and why.
void Rules::describe(Edition &edition) const
{
    const auto take = [&edition](const QDateTime &at, const AgentId &author, const QString &reason) {
        if (!at.isValid() || instant(at) != edition.since) return;
        edition.author = author;
        edition.reason = reason;
    };
    for (const SlaPolicy &policy : m_policies) {
        for (const SlaPolicyVersion &version : policy.versions)
            take(version.since, version.author, version.reason);
    }
    for (const Calendar &calendar : m_calendars) {
        for (const CalendarVersion &version : calendar.versions)
            take(version.since, version.author, version.reason);
    }
    for (const Holiday &holiday : m_holidays) {
        for (const auto &[at, author] :
             {std::pair(holiday.confirmedAt, holiday.decidedBy), std::pair(holiday.cancelledAt, holiday.cancelledBy)}) {
            take(at, author, {});
            if (at.isValid() && instant(at) == edition.since) edition.holiday = holiday.id;
        }
    }
}

void Rules::fill(Edition &edition, const Edition &before) const
{
    for (const SlaPolicy &policy : m_policies) {
        const SlaPolicyVersion *version = versionAt(policy.versions, edition.since);
        if (version != nullptr && version->active) edition.policies.push_back({&policy, version});
    }
    std::ranges::stable_sort(edition.policies, {}, [](const PolicyInForce &each) { return each.version->position; });
    for (const Calendar &calendar : m_calendars) {
        const CalendarVersion *version = versionAt(calendar.versions, edition.since);
        if (version == nullptr) continue;
        const auto schedule = scheduleOf(calendar.id, *version, m_holidays, edition.since);
        const CalendarInForce known = before.calendars.value(calendar.id);
        // Most editions change one calendar, or none: what was counted out of the others is not counted again.
        const bool isSame = known.time && schedule && known.time->schedule() == *schedule;
        edition.calendars.insert(calendar.id,
                                 {version,
                                  isSame         ? known.time
                                      : schedule ? std::make_shared<const OpenTime>(*schedule)
                                                 : nullptr});
    }
}

std::size_t Rules::editionAt(qint64 at) const
{
    const auto after = std::ranges::upper_bound(m_editions, at, {}, &Edition::since);
    return std::size_t(after - m_editions.begin()) - 1;
}

std::optional<qint64> Rules::nextEditionAfter(qint64 at) const
{
    const std::size_t next = editionAt(at) + 1;
    return next < m_editions.size() ? std::optional(m_editions[next].since) : std::nullopt;
}

std::optional<qint64> dueOf(const Rules &rules, const SlaTarget &target, qint64 from)
{
    const Edition &edition = rules.editions().at(rules.editionAt(from));
    const std::shared_ptr<const OpenTime> time =
        target.unit == ClockUnit::Wall ? rules.always() : edition.calendars.value(target.calendar).time;
    if (!time) return std::nullopt;
    if (target.unit == ClockUnit::BusinessDays) return dueInDays(*time, from, int(target.length));
    return due(*time, from, target.length * 1000);
}

} // namespace akwaba::sla

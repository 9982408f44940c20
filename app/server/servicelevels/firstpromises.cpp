// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/firstpromises.h"

#include "core/base/id.h"

#include <array>

using namespace Qt::StringLiterals;

namespace akwaba::servicelevels {

namespace {

constexpr qint64 minute = 60; // lengths of targets are in seconds
constexpr qint64 hour = 60 * minute;

struct FixedDay {
    int month;
    int day;
    const char16_t *fr;
    const char *en;
    bool movesFromSunday = false;
};

/// Decrees 96-205 of 1996 and 2011-371 of 2011.
constexpr std::array fixedDays{
    FixedDay{1, 1, u"Jour de l’An", "New Year's Day"},
    FixedDay{5, 1, u"Fête du Travail", "Labour Day", true},
    FixedDay{8, 7, u"Fête nationale", "Independence Day", true},
    FixedDay{8, 15, u"Assomption", "Assumption"},
    FixedDay{11, 1, u"Toussaint", "All Saints' Day"},
    FixedDay{11, 15, u"Journée nationale de la paix", "National Peace Day"},
    FixedDay{12, 25, u"Noël", "Christmas Day"},
};

struct EasterDay {
    int after; // days after Easter Sunday
    const char16_t *fr;
    const char *en;
};

constexpr std::array easterDays{
    EasterDay{1, u"Lundi de Pâques", "Easter Monday"},
    EasterDay{39, u"Ascension", "Ascension Day"},
    EasterDay{50, u"Lundi de Pentecôte", "Whit Monday"},
};

struct LunarDay {
    int year;
    int month;
    int day;
    int which; // of lunarNames
};

struct Name {
    const char16_t *fr;
    const char *en;
};

constexpr std::array lunarNames{
    Name{u"Lendemain de la Nuit du Destin", "Day after the Night of Destiny"},
    Name{u"Ramadan (Aïd el-Fitr)", "End of Ramadan (Eid al-Fitr)"},
    Name{u"Tabaski (Aïd el-Adha)", "Tabaski (Eid al-Adha)"},
    Name{u"Lendemain du Maouloud", "Day after the Mawlid"},
};

/// As computed; the ministry says the day itself, one to twenty-seven days before.
constexpr std::array lunarDays{
    LunarDay{2026, 3, 16, 0}, LunarDay{2026, 3, 20, 1}, LunarDay{2026, 5, 27, 2}, LunarDay{2026, 8, 25, 3},
    LunarDay{2027, 3, 6, 0},  LunarDay{2027, 3, 9, 1},  LunarDay{2027, 5, 16, 2}, LunarDay{2027, 8, 14, 3},
    LunarDay{2028, 2, 23, 0}, LunarDay{2028, 2, 26, 1}, LunarDay{2028, 5, 5, 2},  LunarDay{2028, 8, 3, 3},
};

/// Makes what it is asked for, with ids and versions.
class Maker {
public:
    Maker(const Clock &clock, Random &random, const QDateTime &since) : m_clock(clock), m_random(random), m_since(since)
    {
    }

    Calendar calendar(const QString &fr, const QString &en, const QList<HoursOfADay> &hours)
    {
        Calendar calendar;
        calendar.id = newId<CalendarId>(m_clock, m_random);
        calendar.nameFr = fr;
        calendar.nameEn = en;
        CalendarVersion version;
        version.since = m_since;
        version.zone = u"Africa/Abidjan"_s;
        for (int day = Qt::Monday; day <= Qt::Friday; ++day) {
            for (const HoursOfADay &each : hours)
                version.weekly.append(WeeklyHours{day, each});
        }
        calendar.versions = {version};
        return calendar;
    }

    /// Behind those before it.
    SlaPolicy policy(const QString &fr, const QString &en, const QList<FieldCondition> &conditions,
                     const QList<SlaTarget> &targets, const QDateTime &enforceFrom)
    {
        SlaPolicy policy;
        policy.id = newId<SlaPolicyId>(m_clock, m_random);
        policy.nameFr = fr;
        policy.nameEn = en;
        SlaPolicyVersion version;
        version.since = m_since;
        version.position = ++m_position;
        version.conditions = conditions;
        version.targets = targets;
        version.enforceFrom = enforceFrom;
        policy.versions = {version};
        return policy;
    }

    Holiday holiday(const QDate &day, const Name &name, const QString &source)
    {
        Holiday holiday;
        holiday.id = newId<HolidayId>(m_clock, m_random);
        holiday.from = day;
        holiday.to = day;
        holiday.nameFr = QString::fromUtf16(name.fr);
        holiday.nameEn = QString::fromLatin1(name.en);
        holiday.source = source;
        return holiday;
    }

    Holiday confirmed(Holiday holiday)
    {
        holiday.state = HolidayState::Confirmed;
        holiday.confirmedAt = m_since;
        return holiday;
    }

private:
    const Clock &m_clock;
    Random &m_random;
    const QDateTime m_since;
    int m_position = 0;
};

} // namespace

QDate easterOf(int year)
{
    // The first Sunday after the full moon of the church, which falls on or after 21 March.
    const int century = year / 100;
    const int golden = year % 19;
    const int epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    const int moon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11));
    const int weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
    return QDate(year, 3, 28).addDays(moon - weekday);
}

QList<Holiday> ivorianHolidays(int firstYear, int lastYear, const Clock &clock, Random &random, const QDateTime &since)
{
    Maker make(clock, random, since);
    const QString decrees = u"Décrets 96-205 et 2011-371"_s;
    QList<Holiday> all;
    for (int year = firstYear; year <= lastYear; ++year) {
        for (const FixedDay &each : fixedDays) {
            Holiday holiday =
                make.confirmed(make.holiday(QDate(year, each.month, each.day), {each.fr, each.en}, decrees));
            holiday.movesFromSunday = each.movesFromSunday;
            all.append(holiday);
        }
        for (const EasterDay &each : easterDays)
            all.append(make.confirmed(make.holiday(easterOf(year).addDays(each.after), {each.fr, each.en}, decrees)));
        for (const LunarDay &each : lunarDays) {
            if (each.year != year) continue;
            all.append(make.holiday(QDate(year, each.month, each.day), lunarNames.at(std::size_t(each.which)),
                                    u"Calcul, à confirmer par communiqué"_s));
        }
    }
    return all;
}

ServiceLevels firstPromises(const Clock &clock, Random &random, const QDateTime &since, bool enforced)
{
    Maker make(clock, random, since);
    ServiceLevels all;
    all.calendars = {
        make.calendar(u"Jours ouvrés 24 h"_s, u"Working days, 24 h"_s, {{0, 24 * 60}}),
        make.calendar(u"Heures d’ouverture"_s, u"Opening hours"_s, {{8 * 60, 12 * 60}, {14 * 60, 18 * 60}}),
    };
    all.holidays = ivorianHolidays(2026, 2028, clock, random, since);
    const QDateTime from = enforced ? since : QDateTime();
    const auto workingDays = [&all](Target target, qint64 seconds) {
        return SlaTarget{target, ClockUnit::Business, seconds, all.calendars.at(0).id};
    };
    const auto opening = [&all](Target target, qint64 seconds) {
        return SlaTarget{target, ClockUnit::Business, seconds, all.calendars.at(1).id};
    };
    const auto resolvedIn = [&all](qint64 days) {
        return SlaTarget{Target::Resolution, ClockUnit::BusinessDays, days, all.calendars.at(1).id};
    };
    const auto is = [](const QString &field, const QString &value) { return FieldCondition{field, {value}, false}; };
    all.policies = {
        make.policy(u"Chat"_s, u"Chat"_s, {is(u"channel"_s, wireName(Channel::Chat))}, // P3
                    {opening(Target::FirstResponse, minute), opening(Target::NextResponse, 2 * minute), resolvedIn(2)},
                    from),
        make.policy(u"Urgent"_s, u"Urgent"_s, {is(u"priority"_s, wireName(Priority::Urgent))},
                    {opening(Target::FirstResponse, hour), opening(Target::NextResponse, hour),
                     opening(Target::Update, 4 * hour), opening(Target::Resolution, 8 * hour)},
                    from),
        make.policy(u"Priorité haute"_s, u"High priority"_s, {is(u"priority"_s, wireName(Priority::High))},
                    {opening(Target::FirstResponse, 4 * hour), opening(Target::NextResponse, 4 * hour),
                     opening(Target::Update, 8 * hour), opening(Target::Resolution, 16 * hour)},
                    from),
        make.policy(u"Demande complexe"_s, u"Complex request"_s, {is(u"complexity"_s, wireName(Complexity::Complex))},
                    {workingDays(Target::FirstResponse, 24 * hour), workingDays(Target::NextResponse, 24 * hour),
                     opening(Target::Update, 16 * hour), resolvedIn(7)},
                    from), // P12
        make.policy(u"Toutes les demandes"_s, u"All requests"_s, {},
                    {workingDays(Target::FirstResponse, 24 * hour), workingDays(Target::NextResponse, 24 * hour),
                     resolvedIn(2)},
                    from), // P10, P11
    };
    // Who has seven days is warned after five.
    all.policies[3].versions[0].atRiskPercents = {71, 90};
    return all;
}

} // namespace akwaba::servicelevels

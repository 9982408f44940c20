// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fields.h"
#include "core/domain/servicelevel.h"
#include "core/domain/valuefields.h"

namespace akwaba {

template <> struct Fields<HoursOfADay> {
    static constexpr auto type = "HoursOfADay";
    static constexpr auto all = std::tuple{
        field("from", &HoursOfADay::from, Personal::No),
        field("to", &HoursOfADay::to, Personal::No),
    };
};

template <> struct Fields<WeeklyHours> {
    static constexpr auto type = "WeeklyHours";
    static constexpr auto all = std::tuple{
        field("day", &WeeklyHours::day, Personal::No),
        field("hours", &WeeklyHours::hours, Personal::No),
    };
};

template <> struct Fields<CalendarException> {
    static constexpr auto type = "CalendarException";
    static constexpr auto all = std::tuple{
        field("day", &CalendarException::day, Personal::No),
        field("hours", &CalendarException::hours, Personal::No),
    };
};

template <> struct Fields<CalendarVersion> {
    static constexpr auto type = "CalendarVersion";
    static constexpr auto all = std::tuple{
        field("number", &CalendarVersion::number, Personal::No),
        field("since", &CalendarVersion::since, Personal::No),
        field("author", &CalendarVersion::author, Personal::Link, OnErasure::Clear, Purpose::Administration,
              Retention::Account),
        field("reason", &CalendarVersion::reason, Personal::FreeText, OnErasure::Keep, Purpose::Administration,
              Retention::Account),
        field("zone", &CalendarVersion::zone, Personal::No),
        field("weekly", &CalendarVersion::weekly, Personal::No),
        field("exceptions", &CalendarVersion::exceptions, Personal::No),
    };
};

template <> struct Fields<Calendar> {
    static constexpr auto type = "Calendar";
    static constexpr auto all = std::tuple{
        field("id", &Calendar::id, Personal::No),         field("nameFr", &Calendar::nameFr, Personal::No),
        field("nameEn", &Calendar::nameEn, Personal::No), field("versions", &Calendar::versions, Personal::No),
        field("active", &Calendar::active, Personal::No), field("rev", &Calendar::rev, Personal::No),
    };
};

template <> struct Fields<Holiday> {
    static constexpr auto type = "Holiday";
    static constexpr auto all = std::tuple{
        field("id", &Holiday::id, Personal::No),
        field("calendars", &Holiday::calendars, Personal::No),
        field("from", &Holiday::from, Personal::No),
        field("to", &Holiday::to, Personal::No),
        field("closed", &Holiday::closed, Personal::No),
        field("movesFromSunday", &Holiday::movesFromSunday, Personal::No),
        field("nameFr", &Holiday::nameFr, Personal::No),
        field("nameEn", &Holiday::nameEn, Personal::No),
        field("source", &Holiday::source, Personal::No),
        field("state", &Holiday::state, Personal::No),
        field("confirmedAt", &Holiday::confirmedAt, Personal::No),
        field("cancelledAt", &Holiday::cancelledAt, Personal::No),
        field("decidedBy", &Holiday::decidedBy, Personal::Link, OnErasure::Clear, Purpose::Administration,
              Retention::Account),
        field("cancelledBy", &Holiday::cancelledBy, Personal::Link, OnErasure::Clear, Purpose::Administration,
              Retention::Account),
        field("rev", &Holiday::rev, Personal::No),
    };
};

template <> struct Fields<SlaTarget> {
    static constexpr auto type = "SlaTarget";
    static constexpr auto all = std::tuple{
        field("target", &SlaTarget::target, Personal::No),
        field("unit", &SlaTarget::unit, Personal::No),
        field("length", &SlaTarget::length, Personal::No),
        field("calendar", &SlaTarget::calendar, Personal::No),
    };
};

template <> struct Fields<SlaPolicyVersion> {
    static constexpr auto type = "SlaPolicyVersion";
    static constexpr auto all = std::tuple{
        field("number", &SlaPolicyVersion::number, Personal::No),
        field("since", &SlaPolicyVersion::since, Personal::No),
        field("author", &SlaPolicyVersion::author, Personal::Link, OnErasure::Clear, Purpose::Administration,
              Retention::Account),
        field("reason", &SlaPolicyVersion::reason, Personal::FreeText, OnErasure::Keep, Purpose::Administration,
              Retention::Account),
        field("position", &SlaPolicyVersion::position, Personal::No),
        field("active", &SlaPolicyVersion::active, Personal::No),
        field("conditions", &SlaPolicyVersion::conditions, Personal::No),
        field("targets", &SlaPolicyVersion::targets, Personal::No),
        field("atRiskPercents", &SlaPolicyVersion::atRiskPercents, Personal::No),
        field("pausesForThirdParty", &SlaPolicyVersion::pausesForThirdParty, Personal::No),
        field("reopenedPercent", &SlaPolicyVersion::reopenedPercent, Personal::No),
        field("enforceFrom", &SlaPolicyVersion::enforceFrom, Personal::No),
    };
};

template <> struct Fields<SlaPolicy> {
    static constexpr auto type = "SlaPolicy";
    static constexpr auto all = std::tuple{
        field("id", &SlaPolicy::id, Personal::No),         field("nameFr", &SlaPolicy::nameFr, Personal::No),
        field("nameEn", &SlaPolicy::nameEn, Personal::No), field("versions", &SlaPolicy::versions, Personal::No),
        field("rev", &SlaPolicy::rev, Personal::No),
    };
};

} // namespace akwaba

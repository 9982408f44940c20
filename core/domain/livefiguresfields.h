// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fields.h"
#include "core/domain/livefigures.h"

namespace akwaba {

template <> struct Fields<DueHour> {
    static constexpr auto type = "DueHour";
    static constexpr auto all = std::tuple{
        field("from", &DueHour::from, Personal::No),
        field("team", &DueHour::team, Personal::No),
        field("tickets", &DueHour::tickets, Personal::No),
    };
};

template <> struct Fields<Attainment> {
    static constexpr auto type = "Attainment";
    static constexpr auto all = std::tuple{
        field("target", &Attainment::target, Personal::No),
        field("channel", &Attainment::channel, Personal::No),
        field("complexity", &Attainment::complexity, Personal::No),
        field("kept", &Attainment::kept, Personal::No),
        field("decided", &Attainment::decided, Personal::No),
        field("unit", &Attainment::unit, Personal::No),
        field("length", &Attainment::length, Personal::No),
    };
};

template <> struct Fields<AgentLoad> {
    static constexpr auto type = "AgentLoad";
    static constexpr auto all = std::tuple{
        field("agent", &AgentLoad::agent, Personal::Link, OnErasure::Keep, Purpose::Administration, Retention::Account),
        field("state", &AgentLoad::state, Personal::No),
        field("open", &AgentLoad::open, Personal::No),
        field("late", &AgentLoad::late, Personal::No),
        field("waitingSince", &AgentLoad::waitingSince, Personal::No),
        field("drafts", &AgentLoad::drafts, Personal::No),
    };
};

template <> struct Fields<PhoneFigures> {
    static constexpr auto type = "PhoneFigures";
    static constexpr auto all = std::tuple{
        field("callsToday", &PhoneFigures::callsToday, Personal::No),
        field("inTimeToday", &PhoneFigures::inTimeToday, Personal::No),
        field("calls", &PhoneFigures::calls, Personal::No),
        field("inTime", &PhoneFigures::inTime, Personal::No),
    };
};

template <> struct Fields<LiveFigures> {
    static constexpr auto type = "LiveFigures";
    static constexpr auto all = std::tuple{
        field("at", &LiveFigures::at, Personal::No),
        field("monthFrom", &LiveFigures::monthFrom, Personal::No),
        field("late", &LiveFigures::late, Personal::No),
        field("lateSince", &LiveFigures::lateSince, Personal::No),
        field("atRisk", &LiveFigures::atRisk, Personal::No),
        field("atRiskWithoutDraft", &LiveFigures::atRiskWithoutDraft, Personal::No),
        field("unassigned", &LiveFigures::unassigned, Personal::No),
        field("unassignedSince", &LiveFigures::unassignedSince, Personal::No),
        field("unanswered", &LiveFigures::unanswered, Personal::No),
        field("unansweredDueAt", &LiveFigures::unansweredDueAt, Personal::No),
        field("escalations", &LiveFigures::escalations, Personal::No),
        field("escalationsLate", &LiveFigures::escalationsLate, Personal::No),
        field("promises", &LiveFigures::promises, Personal::No),
        field("promiseDueAt", &LiveFigures::promiseDueAt, Personal::No),
        field("hours", &LiveFigures::hours, Personal::No),
        field("openingHours", &LiveFigures::openingHours, Personal::No),
        field("attainments", &LiveFigures::attainments, Personal::No),
        field("agents", &LiveFigures::agents, Personal::No),
        field("phone", &LiveFigures::phone, Personal::No),
    };
};

} // namespace akwaba

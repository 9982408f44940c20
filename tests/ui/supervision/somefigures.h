// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/livefigures.h"
#include "ui/text/directories.h"

namespace akwaba {

using namespace Qt::StringLiterals;

/// The company of the picture: Tuesday 17 November, 15:20.
inline QDateTime at(int hour, int minute = 0, int days = 0)
{
    return QDateTime(QDate(2026, 11, 17).addDays(days), QTime(hour, minute), Qt::LocalTime).toUTC();
}

inline Directories somePeople()
{
    Directories all;
    for (const auto &name : {u"Support N1"_s, u"Technique N2"_s, u"Facturation"_s, u"Logistique"_s, u"Direction"_s}) {
        Team team;
        team.id = TeamId{u"e-"_s + name};
        team.name = name;
        all.teams.append(team);
    }
    for (const auto &name : {u"Serge Yao"_s, u"Awa Koné"_s, u"Émile Zadi"_s, u"Kouadio N’Guessan"_s}) {
        Agent agent;
        agent.id = AgentId{u"a-"_s + name};
        agent.name = name;
        all.agents.append(agent);
    }
    return all;
}

inline LiveFigures someFigures()
{
    LiveFigures figures;
    figures.at = at(15, 20);
    figures.monthFrom = at(0, 0, -16);
    figures.late = 3;
    figures.lateSince = at(14, 15);
    figures.atRisk = 7;
    figures.atRiskWithoutDraft = 4;
    figures.unassigned = 12;
    figures.unassignedSince = at(14, 38);
    figures.unanswered = 9;
    figures.unansweredDueAt = at(16, 10);
    figures.escalations = 5;
    figures.escalationsLate = 1;
    figures.promises = 6;
    figures.promiseDueAt = at(17);
    for (const int days : {0, 1, 2}) {
        for (const int hour : {8, 9, 10, 11, 14, 15, 16, 17})
            if (days > 0 || hour >= 15) figures.openingHours.append(at(hour, 0, days));
    }
    figures.hours = {{at(15), TeamId{u"e-Support N1"_s}, 3},      {at(15), TeamId{u"e-Technique N2"_s}, 1},
                     {at(15), TeamId{u"e-Facturation"_s}, 1},     {at(17), TeamId{u"e-Support N1"_s}, 7},
                     {at(8, 0, 1), TeamId{u"e-Support N1"_s}, 9}, {at(8, 0, 1), TeamId{u"e-Technique N2"_s}, 3}};
    figures.attainments = {
        {Target::FirstResponse, Channel::Email, Complexity::Simple, 96, 100, ClockUnit::Business, 24 * 3600},
        {Target::FirstResponse, Channel::Chat, Complexity::Simple, 91, 100, ClockUnit::Business, 60},
        {Target::FirstResponse, Channel::Phone, Complexity::Simple, 100, 100, ClockUnit::Business, 60},
        {Target::Update, Channel::Other, Complexity::Simple, 9, 10, ClockUnit::Business, 0},
        {Target::Resolution, Channel::Other, Complexity::Simple, 899, 1000, ClockUnit::BusinessDays, 2},
        {Target::Resolution, Channel::Other, Complexity::Complex, 88, 100, ClockUnit::BusinessDays, 7}};
    figures.agents = {{AgentId{u"a-Serge Yao"_s}, AgentState::Offline, 0, 0, {}, 0},
                      {AgentId{u"a-Awa Koné"_s}, AgentState::Available, 11, 1, at(13, 20), 2},
                      {AgentId{u"a-Émile Zadi"_s}, AgentState::Away, 6, 0, at(14, 55), 1},
                      {AgentId{u"a-Kouadio N’Guessan"_s}, AgentState::Busy, 14, 2, at(12, 20), 1}};
    figures.phone = {31, 27, 400, 348};
    return figures;
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/views.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

struct NamedSort {
    QLatin1StringView name;
    TicketSort sort;
    bool naturallyDescending;
};

constexpr std::array sorts{
    NamedSort{"lastActivity"_L1, TicketSort::LastActivity, true},
    NamedSort{"receivedAt"_L1, TicketSort::Received, true},
    NamedSort{"waitingSince"_L1, TicketSort::WaitingSince, false},
    NamedSort{"priority"_L1, TicketSort::Priority, true},
    NamedSort{"nextDueAt"_L1, TicketSort::Due, false},
};

constexpr std::array groupings{
    std::pair{"age"_L1, TicketGrouping::Age},           std::pair{"status"_L1, TicketGrouping::Status},
    std::pair{"priority"_L1, TicketGrouping::Priority}, std::pair{"assignee"_L1, TicketGrouping::Assignee},
    std::pair{"team"_L1, TicketGrouping::Team},         std::pair{"nextDueAt"_L1, TicketGrouping::Due},
};

const FieldCondition active{u"active"_s, {u"true"_s}};

ViewSpec activeWhere(const QString &field, const QString &value)
{
    return {.conditions = {active, {field, {value}}}, .sort = TicketSort::Due, .grouping = TicketGrouping::Due};
}

/// Of what nothing is due in, by age.
ViewSpec restingWhere(const QString &field, const QString &value)
{
    return {.conditions = {active, {field, {value}}}, .grouping = TicketGrouping::Age};
}

/// Also of a ticket that is done: somebody still has it in hand.
ViewSpec escalatedWhere(const QString &kind)
{
    return {.conditions = {{u"escalation"_s, {kind}}}, .sort = TicketSort::Due, .grouping = TicketGrouping::Due};
}

} // namespace

ViewSpec folderView(Folder folder)
{
    switch (folder) {
    case Folder::Mine: return activeWhere(u"assignee"_s, u"me"_s);
    case Folder::Unassigned: return activeWhere(u"assignee"_s, u"none"_s);
    case Folder::Late:
        return {
            .conditions = {active, {u"late"_s, {u"true"_s}}}, .sort = TicketSort::Due, .grouping = TicketGrouping::Due};
    case Folder::AtRisk: return activeWhere(u"atRisk"_s, u"true"_s);
    case Folder::WaitingCustomer: return restingWhere(u"status"_s, wireName(TicketStatus::WaitingCustomer));
    case Folder::Followed: return restingWhere(u"followers"_s, u"me"_s);
    case Folder::Drafts: return {.conditions = {{u"draft"_s, {u"true"_s}}}, .grouping = TicketGrouping::Age};
    case Folder::StoppedLoops:
        return {.conditions = {{u"loopStoppedAt"_s, {u"any"_s}}, {u"status"_s, {wireName(TicketStatus::Merged)}, true}},
                .grouping = TicketGrouping::Age};
    case Folder::Escalations: return escalatedWhere(u"open"_s);
    case Folder::EscalationsToAccept: return escalatedWhere(u"toAccept"_s);
    case Folder::EscalationsMine: return escalatedWhere(u"mine"_s);
    case Folder::EscalationsWaiting: return escalatedWhere(u"waiting"_s);
    case Folder::PromisesToday: return activeWhere(u"promised"_s, u"today"_s);
    case Folder::Unanswered: {
        ViewSpec spec = activeWhere(u"firstResponseAt"_s, u"none"_s);
        spec.conditions += FieldCondition{u"lastCustomerMessageAt"_s, {u"any"_s}};
        return spec;
    }
    case Folder::AllActive: break;
    }
    return {.conditions = {active}, .sort = TicketSort::Due, .grouping = TicketGrouping::Due};
}

ViewSpec teamView(const TeamId &team) { return activeWhere(u"team"_s, team.value); }

ViewSpec agentView(const AgentId &agent) { return activeWhere(u"assignee"_s, agent.value); }

ViewSpec channelView(Channel channel) { return activeWhere(u"channel"_s, wireName(channel)); }

ViewSpec viewOf(const View &view)
{
    ViewSpec spec{.conditions = view.conditions};
    const bool descending = view.sort.startsWith(u'-');
    const QStringView name = QStringView(view.sort).mid(descending ? 1 : 0);
    for (const NamedSort &known : sorts) {
        if (name != known.name) continue;
        spec.sort = known.sort;
        spec.reversed = descending != known.naturallyDescending;
    }
    for (const auto &[known, grouping] : groupings) {
        if (view.group == known) spec.grouping = grouping;
    }
    return spec;
}

} // namespace akwaba

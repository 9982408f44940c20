// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/clocktables.h"
#include "core/domain/agent.h"
#include "core/domain/notice.h"

/// When somebody is told that a clock comes to its end, and who (sla.md rule 23, escalation.md "automatic"). Pure.
namespace akwaba::servicelevels {

enum class AlarmStep { Warned, WarnedAgain, Breached, StillBreached };
enum class AlarmRole { Assignee, Team, Supervisor, Manager };

struct AlarmRule {
    AlarmStep step;
    NoticeKind kind;
    QList<AlarmRole> roles;
};
[[nodiscard]] const AlarmRule &ruleOf(AlarmStep step);

/// One step of one clock. It is told when people work, which may be later than it is reached.
struct Alarm {
    AlarmStep step = AlarmStep::Warned;
    int number = 0; // of the step, by which it is remembered: a percentage of the target, or what is behind its end
    qint64 at = 0;
    qint64 tellAt = 0;
    bool operator==(const Alarm &) const = default;
};
/// All steps of an open clock in their order: at the policy's percentages, at its end, and four hours behind it. Empty
/// where nothing is due, and where nobody knows its calendar.
[[nodiscard]] std::vector<Alarm> alarmsOf(const store::KeptClock &clock, const sla::Rules &rules, qint64 now);
[[nodiscard]] bool isPaused(const store::KeptClock &clock, qint64 now);
/// Whether so much working time has passed since a step that it is no news any more.
[[nodiscard]] bool isOld(const Alarm &alarm, const store::KeptClock &clock, const sla::Rules &rules, qint64 now);

/// The agents of a role, of those who are active. Where there is nobody, those of the next one.
[[nodiscard]] QList<AgentId> agentsOf(AlarmRole role, const Ticket &ticket, const QList<Agent> &agents);
/// Each once, of all these steps.
[[nodiscard]] QList<AgentId> recipientsOf(const std::vector<Alarm> &alarms, const Ticket &ticket,
                                          const QList<Agent> &agents);

} // namespace akwaba::servicelevels

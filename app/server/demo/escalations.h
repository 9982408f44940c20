// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/demo/generator.h"
#include "core/domain/escalation.h"
#include "core/sla/rules.h"

namespace akwaba::demo {

/// A story in which somebody else was asked.
struct Escalated {
    Story story;
    Escalation escalation;
};

/// Lets some of the young stories be escalated, in one state after the other. It has dice of its own, so that the
/// stories stay what they are.
class Escalator {
public:
    /// `paths` as firstPaths() makes them; `rules` outlive this.
    Escalator(const Staff &staff, QList<EscalationPath> paths, const sla::Rules &rules,
              const Generator::Settings &settings);

    /// Nothing where the story needs nobody else.
    [[nodiscard]] std::optional<Escalated> escalate(const Story &story);

private:
    void request(Escalated &made, const QDateTime &at);
    void notify(Escalated &made, const QDateTime &at);
    void receive(Escalated &made, EscalationState to, const QDateTime &at);
    void handBack(Escalated &made, EscalationState to, const QDateTime &at);
    void event(Story &story, const QDateTime &at, const AgentId &actor, const QList<FieldChange> &changes);
    [[nodiscard]] bool isFit(const Story &story) const;
    [[nodiscard]] AgentId memberOf(const TeamId &team, const AgentId &otherThan) const;
    [[nodiscard]] QDateTime due(const Escalation &escalation, Target target, const QDateTime &from) const;

    const Staff &m_staff;
    QList<EscalationPath> m_paths;
    const sla::Rules &m_rules;
    Generator::Settings m_settings;
    ManualClock m_clock;
    SeededRandom m_random;
    std::size_t m_fit = 0; // stories so far, of which every third is escalated
};

} // namespace akwaba::demo

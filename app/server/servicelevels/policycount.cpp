// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/policycount.h"

#include "core/sla/ruleedits.h"

#include <algorithm>

namespace akwaba::servicelevels {

namespace {

constexpr qsizetype mostShown = 5; // tickets of a policy

const QList<FieldCondition> &conditionsOf(const sla::PolicyInForce &policy) { return policy.version->conditions; }

bool fits(const sla::PolicyInForce &policy, const sla::Attributes &ticket)
{
    return std::ranges::all_of(conditionsOf(policy),
                               [&ticket](const FieldCondition &condition) { return sla::holds(condition, ticket); });
}

} // namespace

void PolicyCount::add(const TicketId &ticket, const sla::Attributes &attributes)
{
    ++m_tickets;
    std::vector<std::size_t> fitting;
    for (std::size_t place = 0; place < m_tallies.size(); ++place) {
        if (fits(m_edition->policies[place], attributes)) fitting.push_back(place);
    }
    for (std::size_t i = 0; i < fitting.size(); ++i) {
        ++m_tallies[fitting[i]].fitting;
        for (std::size_t k = i + 1; k < fitting.size(); ++k)
            ++m_both[{fitting[i], fitting[k]}];
    }
    if (fitting.empty()) return;
    Tally &taker = m_tallies[fitting.front()];
    ++taker.taken;
    if (taker.first.size() < mostShown) taker.first.append(ticket);
}

QList<PolicyMatch> PolicyCount::matches() const
{
    QList<PolicyMatch> all;
    for (std::size_t place = 0; place < m_tallies.size(); ++place)
        all.append({m_edition->policies[place].policy->id, m_tallies[place].fitting, m_tallies[place].taken, {}});
    return all;
}

std::optional<PolicyWarning> PolicyCount::doubtAbout(std::size_t place) const
{
    const sla::PolicyInForce &policy = m_edition->policies[place];
    const Tally &tally = m_tallies[place];
    const auto warning = [&policy](PolicyDoubt why, qint64 tickets) {
        return PolicyWarning{why, policy.policy->id, {}, tickets};
    };
    if (!sla::canBothHold(conditionsOf(policy), {}) || (m_tickets > 0 && tally.fitting == 0))
        return warning(PolicyDoubt::MatchesNothing, m_tickets);
    if (place + 1 == m_tallies.size()) return std::nullopt; // it is there to take what is left, be it nothing
    if (conditionsOf(policy).isEmpty() || (m_tickets > 0 && tally.fitting == m_tickets))
        return warning(PolicyDoubt::MatchesEverything, m_tickets);
    if (m_tickets > 0 && tally.taken == 0) return warning(PolicyDoubt::NeverFirst, tally.fitting);
    return std::nullopt;
}

QList<PolicyWarning> PolicyCount::warnings() const
{
    QList<PolicyWarning> all;
    const auto &policies = m_edition->policies;
    for (std::size_t place = 0; place < policies.size(); ++place) {
        if (const auto doubt = doubtAbout(place)) all.append(*doubt);
        for (std::size_t later = place + 1; later < policies.size(); ++later) {
            // What takes every ticket overlaps with all of them, as it should.
            const bool isNarrow = !conditionsOf(policies[place]).isEmpty() && !conditionsOf(policies[later]).isEmpty();
            if (!isNarrow || !sla::canBothHold(conditionsOf(policies[place]), conditionsOf(policies[later]))) continue;
            const auto both = m_both.find({place, later});
            all.append({PolicyDoubt::Overlaps, policies[place].policy->id, policies[later].policy->id,
                        both == m_both.end() ? 0 : both->second});
        }
    }
    return all;
}

std::optional<sla::Attributes> openNow(const sla::Facts &facts)
{
    TicketStatus status = facts.status;
    const sla::Attributes *attributes = &facts.attributes;
    for (const sla::Fact &fact : facts.facts) {
        if (fact.kind == sla::Fact::Kind::StatusChanged) status = fact.status;
        if (fact.kind == sla::Fact::Kind::AttributesChanged) attributes = &fact.attributes;
    }
    return isActive(status) ? std::optional(*attributes) : std::nullopt;
}

} // namespace akwaba::servicelevels

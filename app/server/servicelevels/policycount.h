// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/servicelevelchange.h"
#include "core/sla/facts.h"

#include <map>

namespace akwaba::servicelevels {

/// Counts which policies the open tickets fit, as they are now, and which one takes each (sla.md rule 14). A value; the
/// edition must outlive it.
class PolicyCount {
public:
    explicit PolicyCount(const sla::Edition &edition) : m_edition(&edition), m_tallies(edition.policies.size()) { }

    void add(const TicketId &ticket, const sla::Attributes &attributes);

    [[nodiscard]] qint64 tickets() const { return m_tickets; }
    /// By the policy's place in its edition, the first tickets that it takes.
    [[nodiscard]] const QList<TicketId> &firstOf(std::size_t place) const { return m_tallies[place].first; }
    /// Without the numbers of tickets; in the order of the policies.
    [[nodiscard]] QList<PolicyMatch> matches() const;
    [[nodiscard]] QList<PolicyWarning> warnings() const;

private:
    struct Tally {
        qint64 fitting = 0;
        qint64 taken = 0;
        QList<TicketId> first;
    };
    [[nodiscard]] std::optional<PolicyWarning> doubtAbout(std::size_t place) const;

    const sla::Edition *m_edition;
    std::vector<Tally> m_tallies; // as its policies
    std::map<std::pair<std::size_t, std::size_t>, qint64> m_both; // tickets that two of them fit
    qint64 m_tickets = 0;
};

/// What the ticket is like now, as far as policies ask for it; nothing where nobody has to do anything about it.
[[nodiscard]] std::optional<sla::Attributes> openNow(const sla::Facts &facts);

} // namespace akwaba::servicelevels

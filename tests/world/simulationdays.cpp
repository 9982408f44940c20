// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

// The days of a simulated world, whose consoles keep only what happened in the last ones. Their dice are their own.
namespace akwaba::world {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

void Simulation::chooseWindows()
{
    m_hasWindows = m_calendar.below(2) == 0 && knows("days");
    if (!m_hasWindows) return;
    static const QList<int> days{0, 1, 1, 2};
    for (int i = 0; i < m_world.consoles(); ++i)
        m_world.console(i).setWindow({.days = days.at(qsizetype(m_calendar.below(quint64(days.size()))))});
}

void Simulation::passDays()
{
    if (!m_hasWindows || m_life.forgets) return;
    const quint64 dice = m_calendar.below(400);
    if (dice < 3) return night();
    if (dice < 8) return closeTickets();
    if (dice < 12) reopenTicket();
}

/// Everybody goes home, some over a weekend; customers write meanwhile.
void Simulation::night()
{
    count(u"night"_s);
    const auto hours = std::chrono::hours(14 + m_calendar.below(50));
    for (int i = 0; i < m_world.consoles(); ++i) {
        if (m_world.console(i).isRunning() && m_world.isAwake(i)) m_world.suspend(i, hours);
    }
    for (quint64 i = m_calendar.below(3); i > 0; --i)
        reopenTicket();
}

void Simulation::closeTickets()
{
    for (Ticket &ticket : m_world.server().all<Ticket>()) {
        if (!isActive(ticket.status) || m_calendar.below(2) == 0) continue;
        count(u"ticket closed"_s);
        ticket.status = TicketStatus::Closed;
        ticket.resolvedAt = m_world.clock().now();
        ticket.closedAt = ticket.resolvedAt;
        if (m_calendar.below(4) > 0) { // else it stays with whom it concerns
            ticket.assignee = {};
            ticket.followers.clear();
        }
        m_world.server().put(ticket);
    }
}

/// The customer is not content; or he writes to a closed ticket, as on paper.
void Simulation::reopenTicket()
{
    QList<Ticket> closed = m_world.server().all<Ticket>();
    closed.removeIf([](const Ticket &ticket) { return isActive(ticket.status); });
    if (closed.isEmpty()) return;
    count(u"ticket reopened"_s);
    Ticket ticket = closed.at(qsizetype(m_calendar.below(quint64(closed.size()))));
    if (m_calendar.below(3) == 0) return m_world.customerWrites(ticket.id);
    ticket.status = TicketStatus::Open;
    ticket.resolvedAt = {};
    ticket.closedAt = {};
    m_world.server().put(ticket);
}

} // namespace akwaba::world

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include <array>
#include <numeric>

namespace akwaba::world {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Simulation::Simulation(quint64 seed, int steps, const QString &mutant, const WorldServer::MakePlace &makePlace)
    : m_steps(steps), m_world(seed, mutant, makePlace)
{
    const int consoles = 2 + int(m_world.random().below(3));
    m_world.populate(consoles);
    if (seed % 2 == 0) { // who sees all teams, and may do more
        Agent supervisor = *m_world.server().find<Agent>(m_world.cast().agents.first().id);
        supervisor.roles.append(Role::Supervisor);
        m_world.server().put(supervisor);
    }
    for (int i = 0; i < 6; ++i)
        (void)m_world.addTicket(oneOf(m_world.cast().teams).id);
    chooseFaults();
}

void Simulation::chooseFaults()
{
    const auto maybe = [this](int percent) { return chance(60) ? percent : 0; };
    m_known.lost = maybe(8);
    m_known.duplicated = maybe(8);
    m_known.slow = maybe(5);
    m_known.cut = maybe(5);
    m_known.refused = maybe(8);
    m_known.silent = maybe(8);
    m_lineageChanges = chance(30);
    m_restores = chance(30);
    m_world.wire().setFaults(m_known);
}

Report Simulation::run()
{
    m_world.startAll();
    for (int i = 0; i < m_steps; ++i)
        step();
    judge();
    Report report;
    report.violations = m_world.violations;
    report.counts = m_counts;
    for (auto it = m_world.wire().counts().begin(); it != m_world.wire().counts().end(); ++it)
        report.counts.insert(it.key(), it.value());
    report.virtualTime = m_world.clock().monotonic();
    report.trace = m_world.trace();
    report.erasures = m_erasures.figures();
    return report;
}

void Simulation::step()
{
    // Mostly the world goes on by itself; now and then somebody does something.
    if (!chance(30)) {
        if (!m_world.advance()) m_world.pass(1s);
        return;
    }
    if (m_forgetsOften && chance(40))
        return chance(60) ? newTicket() : chance(75) ? eraseCustomer() : changeMembership();
    static constexpr std::array choices{
        Choice{40, &Simulation::deed},           Choice{4, &Simulation::undo},
        Choice{4, &Simulation::goOffline},       Choice{3, &Simulation::syncNow},
        Choice{6, &Simulation::killOrStart},     Choice{3, &Simulation::tearApart},
        Choice{1, &Simulation::restartServer},   Choice{3, &Simulation::changeFaults},
        Choice{10, &Simulation::customerWrites}, Choice{5, &Simulation::newTicket},
        Choice{6, &Simulation::moveTicket},      Choice{3, &Simulation::changeMembership},
        Choice{2, &Simulation::destroyTicket},   Choice{1, &Simulation::disableOrEnable},
        Choice{1, &Simulation::newLineage},      Choice{2, &Simulation::backUpServer},
        Choice{1, &Simulation::restoreServer},   Choice{6, &Simulation::sendMail},
        Choice{2, &Simulation::stopLoop},        Choice{1, &Simulation::eraseCustomer},
    };
    constexpr int total = std::accumulate(choices.begin(), choices.end(), 0,
                                          [](int sum, const Choice &choice) { return sum + choice.weight; });
    int pick = int(m_world.random().below(quint64(total)));
    for (const Choice &choice : choices) {
        pick -= choice.weight;
        if (pick < 0) return (this->*choice.doing)();
    }
}

void Simulation::judge()
{
    if (!m_world.syncAll()) {
        for (int i = 0; i < m_world.consoles(); ++i) {
            if (m_world.console(i).isIdle()) continue;
            m_world.violations.append(u"P10: console %1 is in state %2 with %3 pending"_s.arg(i)
                                          .arg(int(m_world.console(i).engine().state()))
                                          .arg(m_world.console(i).outbox().pendingCount()));
        }
        return;
    }
    checkConvergence(m_world);
    checkDeeds(m_world, m_deeds);
    checkMail(m_world);
    checkOrder(m_world);
    checkNoResurrection(m_world, m_destroyed);
    m_erasures.check(m_world);
    // P12: from nothing, the same.
    const int rebuilt = int(m_world.random().below(quint64(m_world.consoles())));
    m_world.kill(rebuilt);
    m_world.console(rebuilt).destroyCache();
    if (!m_world.syncAll()) m_world.violations.append(u"P12: console %1 can't be filled again"_s.arg(rebuilt));
    checkConvergence(m_world);
}

// ------------------------------------------------------------------------------------------------ machines

void Simulation::killOrStart()
{
    const int number = int(m_world.random().below(quint64(m_world.consoles())));
    if (m_world.console(number).isRunning() && chance(60)) {
        count(u"killed"_s);
        m_world.kill(number);
    } else {
        m_world.console(number).start();
    }
}

void Simulation::tearApart()
{
    WorldConsole *console = someConsole();
    if (console == nullptr) return;
    // The next answer that it waits for, or just its timer: whatever writes to both files.
    count(u"torn"_s);
    m_world.tearNext(console->number(), chance(50) ? WorldConsole::Torn::OutboxLost : WorldConsole::Torn::CacheLost);
}

void Simulation::restartServer()
{
    count(u"server restarted"_s);
    m_world.server().restart();
}

void Simulation::changeFaults() { m_world.wire().setFaults(chance(40) ? Faults{} : m_known); }

// ------------------------------------------------------------------------------------------------ server

void Simulation::customerWrites()
{
    if (const auto ticket = someServerTicket()) m_world.customerWrites(ticket->id);
}

void Simulation::newTicket() { (void)m_world.addTicket(oneOf(m_world.cast().teams).id); }

void Simulation::stopLoop()
{
    auto ticket = someServerTicket();
    if (!ticket) return;
    count(u"loop stopped"_s);
    ticket->loopStoppedAt = m_world.clock().now();
    m_world.server().put(*ticket);
}

void Simulation::moveTicket()
{
    auto ticket = someServerTicket();
    if (!ticket) return;
    count(u"ticket moved"_s);
    ticket->team = oneOf(m_world.cast().teams).id;
    if (chance(50)) ticket->assignee = chance(50) ? oneOf(m_world.cast().agents).id : AgentId{};
    if (chance(30)) ticket->followers.clear();
    m_world.server().put(*ticket);
}

void Simulation::changeMembership()
{
    auto agent = m_world.server().find<Agent>(oneOf(m_world.cast().agents).id);
    count(u"membership changed"_s);
    agent->teams.clear();
    for (const Team &team : m_world.cast().teams) {
        if (chance(60)) agent->teams.append(team.id);
    }
    m_world.server().put(*agent);
}

void Simulation::destroyTicket()
{
    const auto ticket = someServerTicket();
    if (!ticket) return;
    count(u"ticket destroyed"_s);
    m_destroyed.append(ticket->id.value);
    m_world.server().destroy<Ticket>(ticket->id);
}

void Simulation::eraseCustomer()
{
    const QList<Customer> candidates = Erasures::candidates(m_world);
    if (candidates.isEmpty()) return;
    count(u"customer erased"_s);
    const Customer customer = oneOf(candidates);
    const QStringList tickets = m_erasures.erase(m_world, customer.id);
    // What was done to them is no longer to be seen.
    m_deeds.removeIf([&tickets](const Deed &deed) { return tickets.contains(deed.ticket); });
    for (Customer &known : m_world.cast().customers) {
        if (known.id != customer.id) continue;
        Customer other;
        other.id = newId<CustomerId>(m_world.clock(), m_world.random());
        other.name = u"Cliente"_s;
        other.emails = {{other.name, u"cliente-%1@example.ci"_s.arg(other.id.value.last(10))}};
        known = m_world.server().put(other);
    }
}

void Simulation::disableOrEnable()
{
    auto agent = m_world.server().find<Agent>(oneOf(m_world.cast().agents).id);
    count(u"agent disabled or enabled"_s);
    agent->active = !agent->active;
    m_world.server().put(*agent);
}

void Simulation::newLineage()
{
    if (!m_lineageChanges) return;
    count(u"new lineage"_s);
    m_world.server().beginLineage();
}

void Simulation::backUpServer()
{
    if (!m_restores) return;
    count(u"backup"_s);
    m_world.server().backUp();
    m_destroyedAtBackup = m_destroyed.size();
}

void Simulation::restoreServer()
{
    if (!m_restores || !m_world.server().hasBackup()) return;
    count(u"restored"_s);
    m_world.server().restore();
    m_destroyed = m_destroyed.first(m_destroyedAtBackup); // the others are there again
}

void Simulation::sendMail() { m_world.server().sendMail(); }

} // namespace akwaba::world

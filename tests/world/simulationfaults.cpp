// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

// What befalls the machines of a simulated world, and what happens at its server.
namespace akwaba::world {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// ------------------------------------------------------------------------------------------------ machines

void Simulation::killOrStart()
{
    const int number = someNumber();
    if (!m_world.console(number).isRunning() || !chance(60)) {
        m_world.start(number);
        return;
    }
    fault(u"killed"_s);
    m_world.kill(number);
}

void Simulation::startOne() { m_world.start(someNumber()); }

void Simulation::tearApart()
{
    WorldConsole *console = someConsole();
    if (console == nullptr) return;
    // The next answer that it waits for, or just its timer: whatever writes to both files.
    fault(u"torn"_s);
    m_world.tearNext(console->number(), chance(50) ? WorldConsole::Torn::OutboxLost : WorldConsole::Torn::CacheLost);
}

void Simulation::failDisk()
{
    if (!m_disksFail) return;
    WorldConsole &console = m_world.console(someNumber());
    if (console.isRunning() && !isUp(console)) return;
    static const QList<DiskFault> kinds{DiskFault::Full, DiskFault::IoError, DiskFault::ProcessDies,
                                        DiskFault::PowerCut};
    console.disk().strike(oneOf(kinds), int(m_world.random().below(40)), 1 + int(m_world.random().below(20)));
    if (!console.isRunning()) m_world.start(console.number()); // over it, perhaps
}

void Simulation::cutPower()
{
    WorldConsole *console = m_disksFail ? someConsole() : nullptr;
    if (console == nullptr) return;
    fault(u"power cut"_s);
    console->cutPower();
}

void Simulation::flipBit()
{
    if (!m_disksFail) return;
    fault(u"bit flipped in a cache"_s);
    m_world.console(someNumber()).flipBitOfCache(m_world.random().next());
}

void Simulation::jumpClock()
{
    fault(u"clock jumped"_s);
    const auto by = std::chrono::seconds(m_world.random().below(3 * 86'400));
    m_world.console(someNumber()).clock().jump(chance(50) ? by : -by);
}

void Simulation::suspend()
{
    WorldConsole *console = someConsole();
    if (console == nullptr) return;
    fault(u"suspended"_s);
    m_world.suspend(console->number(), std::chrono::seconds(1 + m_world.random().below(3'600)));
}

/// Somebody keeps an image of a workstation's disk, and goes back to it days later.
void Simulation::ageMachines()
{
    if (!m_machinesAreSetBack || !knows("machines")) return;
    const quint64 dice = m_ageing.below(400);
    if (dice > 2) return;
    const int number = int(m_ageing.below(quint64(m_world.consoles())));
    WorldConsole &console = m_world.console(number);
    if (dice > 0 || !console.hasImage()) return console.keepImage();
    fault(u"machine set back"_s);
    const QSet<QString> neverSent = console.neverSent();
    m_world.setBack(number);
    for (Deed &deed : m_deeds) {
        if (deed.console != number) continue;
        deed.setBack = true;
        deed.sentBefore |= !neverSent.contains(deed.iid);
    }
}

void Simulation::restartServer()
{
    fault(u"server restarted"_s);
    m_world.server().restart();
}

void Simulation::failServer()
{
    static const QList<DiskFault> kinds{DiskFault::Full, DiskFault::IoError, DiskFault::ProcessDies,
                                        DiskFault::PowerCut};
    const DiskFault kind = oneOf(kinds);
    const int after = int(m_world.random().below(60));
    const int times = 1 + int(m_world.random().below(20));
    if (m_disksFail) m_world.server().disk().strike(kind, after, times);
}

/// Upgraded, or back to an older one: it knows all ops, or all but a few.
void Simulation::otherServer()
{
    fault(u"server of another version"_s);
    QSet<QString> unknown;
    if (m_world.server().isComplete()) {
        for (const QString &op : {u"message.note"_s, u"ticket.tags"_s, u"ticket.create"_s, u"ticket.field"_s}) {
            if (chance(50)) unknown.insert(op);
        }
    }
    m_world.server().forgetOps(unknown);
    // A server is restarted for it, and so everybody asks for its session again.
    m_world.server().restart();
    for (int i = 0; i < m_world.consoles(); ++i)
        m_world.tell(i, event::LoggedIn{});
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
    fault(u"membership changed"_s);
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

/// What agents wrote on the tickets of a customer, sent or not.
QStringList Simulation::saidOn(const CustomerId &customer)
{
    QStringList said;
    for (const Deed &deed : std::as_const(m_deeds)) {
        const auto ticket = m_world.server().find<Ticket>(TicketId{deed.ticket});
        if (!deed.message.isEmpty() && ticket && ticket->customer == customer) said.append(wordsOf(deed.message));
    }
    return said;
}

void Simulation::eraseCustomer()
{
    if (chance(60)) m_world.pass(1s); // so that consoles hold something of him
    const QList<Customer> candidates = Erasures::candidates(m_world);
    if (candidates.isEmpty()) return;
    count(u"customer erased"_s);
    const Customer customer = oneOf(candidates);
    const QStringList tickets = m_erasures->erase(customer.id, saidOn(customer.id));
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
    fault(u"agent disabled or enabled"_s);
    agent->active = !agent->active;
    m_world.server().put(*agent);
}

void Simulation::newLineage()
{
    if (!m_lineageChanges) return;
    fault(u"new lineage"_s);
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
    fault(u"restored"_s);
    if (m_ageing.below(2) == 0) { // it mailed until the end, and nobody heard what it answered last
        m_world.server().sendMail();
        m_world.loseMessages();
    }
    m_world.server().restore();
    m_destroyed = m_destroyed.first(m_destroyedAtBackup); // the others are there again
}

void Simulation::sendMail() { m_world.server().sendMail(); }

} // namespace akwaba::world

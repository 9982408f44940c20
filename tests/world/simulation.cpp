// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include <array>

namespace akwaba::world {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Simulation::Simulation(quint64 seed, int steps, const QString &mutant) : m_steps(steps), m_world(seed, mutant)
{
    const int consoles = 2 + int(m_world.random().below(3));
    m_world.populate(consoles);
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
    return report;
}

void Simulation::step()
{
    // Mostly the world goes on by itself; now and then somebody does something.
    if (!chance(30)) {
        if (!m_world.advance()) m_world.pass(1s);
        return;
    }
    static constexpr std::array choices{
        Choice{40, &Simulation::deed},           Choice{4, &Simulation::undo},
        Choice{4, &Simulation::goOffline},       Choice{3, &Simulation::syncNow},
        Choice{6, &Simulation::killOrStart},     Choice{3, &Simulation::tearApart},
        Choice{1, &Simulation::restartServer},   Choice{3, &Simulation::changeFaults},
        Choice{10, &Simulation::customerWrites}, Choice{5, &Simulation::newTicket},
        Choice{6, &Simulation::moveTicket},      Choice{3, &Simulation::changeMembership},
        Choice{2, &Simulation::destroyTicket},   Choice{1, &Simulation::disableOrEnable},
        Choice{1, &Simulation::newLineage},
    };
    int total = 0;
    for (const Choice &choice : choices)
        total += choice.weight;
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
    checkOrder(m_world);
    checkNoResurrection(m_world, m_destroyed);
    // P12: from nothing, the same.
    const int rebuilt = int(m_world.random().below(quint64(m_world.consoles())));
    m_world.kill(rebuilt);
    m_world.console(rebuilt).destroyCache();
    if (!m_world.syncAll()) m_world.violations.append(u"P12: console %1 can't be filled again"_s.arg(rebuilt));
    checkConvergence(m_world);
}

// ------------------------------------------------------------------------------------------------ agents

WorldConsole *Simulation::someConsole()
{
    WorldConsole &console = m_world.console(int(m_world.random().below(quint64(m_world.consoles()))));
    return console.isRunning() ? &console : nullptr;
}

std::optional<Ticket> Simulation::someTicketOf(WorldConsole &console)
{
    const QMap<QString, QJsonObject> rows = console.rows(typeInfo<Ticket>());
    if (rows.isEmpty()) return std::nullopt;
    return must(fromJson<Ticket>(oneOf(rows.values())));
}

std::optional<Ticket> Simulation::someServerTicket()
{
    const QList<Ticket> all = m_world.server().all<Ticket>();
    return all.isEmpty() ? std::nullopt : std::optional(oneOf(all));
}

void Simulation::deed()
{
    WorldConsole *console = someConsole();
    if (console == nullptr) return;
    std::optional<Ticket> ticket = someTicketOf(*console);
    Deed deed;
    deed.console = console->number();
    if (chance(8) || !ticket) { // a call from somebody new
        ticket = Ticket{};
        ticket->id = newId<TicketId>(m_world.clock(), m_world.random());
        ticket->subject = u"Appel"_s;
        ticket->channel = Channel::Phone;
        ticket->team = oneOf(m_world.cast().teams).id;
        Customer caller;
        caller.id = newId<CustomerId>(m_world.clock(), m_world.random());
        caller.name = u"Appelant"_s;
        ticket->customer = caller.id;
        const CreateCustomer customer{caller};
        deed.iid = console->perform(customer);
        remember(deed, customer);
        const CreateTicket creation{*ticket};
        deed.iid = console->perform(creation);
        remember(deed, creation);
    }
    const Command command = someCommand(*console, *ticket, deed);
    const bool dies = chance(3);
    deed.iid = console->perform(command, dies);
    if (dies) {
        count(u"killed between the files"_s);
        m_world.kill(deed.console);
    }
    remember(deed, command);
}

void Simulation::remember(const Deed &deed, const Command &command)
{
    Deed done = deed;
    done.op = opOf(command);
    done.ticket = ticketOf(command).value;
    count(done.op);
    m_world.note(done.op + done.iid);
    m_deeds.append(done);
}

Command Simulation::someMessage(const Ticket &ticket, Deed &deed)
{
    const MessageId id = newId<MessageId>(m_world.clock(), m_world.random());
    deed.message = id.value;
    const QString text = u"text of "_s + id.value;
    switch (m_world.random().below(4)) {
    case 0: return AddNote{id, ticket.id, text};
    case 1: return LogCall{id, ticket.id, Direction::Incoming, text, 60, CallOutcome::Answered};
    case 2:
        return CaptureMessage{id,
                              ticket.id,
                              Channel::Facebook,
                              ticket.customer,
                              text,
                              u"https://x.test/"_s + id.value,
                              m_world.clock().now()};
    default: {
        Reply reply;
        reply.id = id;
        reply.ticket = ticket.id;
        reply.toAddresses = {{u"Client"_s, u"client@example.ci"_s}};
        reply.text = text;
        reply.fromStatus = ticket.status;
        reply.thenStatus = ticket.status;
        return reply;
    }
    }
}

Command Simulation::someCommand(WorldConsole &console, const Ticket &ticket, Deed &deed)
{
    const TagId tag = oneOf(m_world.cast().tags).id;
    switch (m_world.random().below(10)) {
    case 0:
        return SetStatus{ticket.id, ticket.status, chance(50) ? TicketStatus::WaitingCustomer : TicketStatus::Open, {}};
    case 1: return Assign{ticket.id, ticket.team, console.me().me, ticket.assignee, true};
    case 2:
        return Assign{ticket.id, oneOf(m_world.cast().teams).id, oneOf(m_world.cast().agents).id, ticket.assignee,
                      false};
    case 3: return SetField{ticket.id, u"subject"_s, ticket.subject, u"Sujet %1"_s.arg(m_world.random().below(100))};
    case 4: return SetTags{ticket.id, {tag}, {}};
    case 5: return SetTags{ticket.id, {}, {tag}};
    case 6: return Follow{ticket.id, chance(50)};
    case 7: {
        Draft draft;
        draft.id = newId<DraftId>(m_world.clock(), m_world.random());
        draft.agent = console.me().me;
        draft.device = console.me().device;
        draft.ticket = ticket.id;
        draft.text = u"Brouillon"_s;
        return SaveDraft{draft};
    }
    default: return someMessage(ticket, deed);
    }
}

void Simulation::undo()
{
    WorldConsole *console = someConsole();
    if (console == nullptr || m_deeds.isEmpty()) return;
    Deed &last = m_deeds.last();
    if (last.console != console->number() || last.cancelled) return;
    last.cancelled = console->cancel(last.iid);
    if (last.cancelled) count(u"undone"_s);
}

void Simulation::goOffline()
{
    if (WorldConsole *console = someConsole())
        console->happens(chance(50) ? SyncEvent(event::WentOffline{}) : SyncEvent(event::WentOnline{}));
}

void Simulation::syncNow()
{
    if (WorldConsole *console = someConsole()) console->happens(event::Woken{});
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

} // namespace akwaba::world

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

// What the agents of a simulated world do.
namespace akwaba::world {

using namespace Qt::StringLiterals;

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
    switch (m_world.random().below(11)) {
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
    case 8: return ResumeMail{ticket.id};
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

} // namespace akwaba::world

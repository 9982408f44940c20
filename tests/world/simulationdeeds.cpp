// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"
#include "somecommand.h"

// What the agents of a simulated world do.
namespace akwaba::world {

using namespace Qt::StringLiterals;

WorldConsole *Simulation::someConsole()
{
    WorldConsole &console = m_world.console(someNumber());
    return isUp(console) ? &console : nullptr;
}

bool Simulation::isUp(const WorldConsole &console) const
{
    return console.isRunning() && m_world.isAwake(console.number());
}

std::optional<Ticket> Simulation::someTicketOf(WorldConsole &console)
{
    const QMap<QString, qint64> revs = console.revs(typeInfo<Ticket>());
    if (revs.isEmpty()) return std::nullopt;
    m_world.checkRevs(console.number(), revs);
    const QJsonObject row = console.row(typeInfo<Ticket>(), oneOf(revs.keys()));
    return row.isEmpty() ? std::nullopt : std::optional(must(fromJson<Ticket>(row)));
}

std::optional<Ticket> Simulation::someServerTicket()
{
    const QStringList ids = m_world.server().ids(typeInfo<Ticket>());
    return ids.isEmpty() ? std::nullopt : m_world.server().find<Ticket>(TicketId{oneOf(ids)});
}

void Simulation::deed()
{
    WorldConsole *console = someConsole();
    if (console == nullptr) return;
    std::optional<Ticket> ticket = someTicketOf(*console);
    if (chance(8) || !ticket) { // a call from somebody new
        ticket = Ticket{};
        ticket->id = newId<TicketId>(m_world.clock(), m_world.random());
        ticket->subject = u"Appel "_s + canary;
        ticket->channel = Channel::Phone;
        ticket->team = oneOf(m_world.cast().teams).id;
        ticket->customer = newId<CustomerId>(m_world.clock(), m_world.random());
        createFor(*console, *ticket);
        if (!console->isRunning()) return;
    }
    const std::optional<Command> command = someCommand(m_world, *console, *ticket);
    if (!command) return;
    perform(*console, *command, chance(3));
}

/// Whoever calls is a customer before he has a ticket; what is done to the ticket then depends on both.
void Simulation::createFor(WorldConsole &console, const Ticket &ticket)
{
    Customer caller;
    caller.id = ticket.customer;
    caller.name = u"Appelant "_s + canary;
    perform(console, CreateCustomer{caller});
    if (console.isRunning()) perform(console, CreateTicket{ticket});
}

void Simulation::perform(WorldConsole &console, const Command &command, bool dies)
{
    const QString words = wordsInDraft(console, command);
    const QString ticket = ticketOf(command).value;
    const QJsonObject shown = m_disksFail ? console.row(typeInfo<Ticket>(), ticket) : QJsonObject();
    const auto [iid, isKept] = console.perform(command, dies);
    if (!isKept && console.isRunning()) checkNotShown(console, ticket, shown);
    Deed done;
    done.draft = draftOf(command).value;
    done.words = words;
    done.console = console.number();
    done.iid = iid;
    done.op = opOf(command);
    done.ticket = ticket;
    done.message = messageOf(command).value;
    done.uncertain = !isKept;
    count(done.op);
    m_world.note(done.op + done.iid);
    m_deeds.append(done);
    if (dies) fault(u"killed between the files"_s);
    const bool isDiskWell = !m_world.countDiskFaults() && !console.isDamaged();
    if (isKept && isDiskWell && console.isRunning()) checkOwnWrite(console, command);
}

/// What a command about a draft makes of it: nothing where it is discarded or sent. What stands there now is seen by
/// whoever gives it.
QString Simulation::wordsInDraft(WorldConsole &console, const Command &command)
{
    const DraftId draft = draftOf(command);
    if (draft.isEmpty()) return {};
    const auto *save = std::get_if<SaveDraft>(&command);
    const QString words = save != nullptr ? save->draft.text : QString();
    const QJsonObject row = console.row(typeInfo<Draft>(), draft.value);
    const QString seen = row.value(u"text"_s).toString();
    if (seen != words) m_givenUp.insert(seen);
    // The agent has it before him, and we can't read it: the disk fails.
    if (row.isEmpty() && makeIntent(command, m_world.clock(), m_drafting).baseRev > 0) m_unread.insert(draft.value);
    return words;
}

/// Two devices of an agent write on in the same draft before either hears of the other.
void Simulation::writeApart()
{
    WorldConsole &one = m_world.console(0);
    WorldConsole &other = m_world.console(m_world.consoles() - 1);
    if (one.me().me != other.me().me || one.number() == other.number() || !isUp(one) || !isUp(other)) return;
    QList<QJsonObject> drafts = one.rows(typeInfo<Draft>()).values();
    drafts.removeIf([&](const QJsonObject &row) {
        return row.value(u"agent"_s) != one.me().me.value || row.value(u"text"_s).toString().isEmpty();
    });
    if (drafts.isEmpty()) return;
    Draft draft = must(fromJson<Draft>(drafts.at(qsizetype(m_drafting.below(quint64(drafts.size()))))));
    count(u"drafts written apart"_s);
    for (WorldConsole *console : {&one, &other}) {
        if (!isUp(*console)) continue;
        draft.device = console->me().device;
        draft.text = wordsOf(draft.id.value + QString::fromLatin1(m_drafting.bytes(8).toHex()));
        perform(*console, SaveDraft{draft});
    }
    if (!isUp(one) || m_drafting.below(3) > 0) return;
    // The first sends what it sees there, which is not what the other has just written.
    const MessageId id = newId<MessageId>(m_world.clock(), m_drafting);
    perform(one, AddNote{id, draft.ticket, wordsOf(id.value), draft.id, draft.rev});
}

/// P4: what was just written is what one reads, unless the row is not there.
void Simulation::checkOwnWrite(WorldConsole &console, const Command &command)
{
    const auto *written = std::get_if<SetField>(&command);
    if (written == nullptr) return;
    const QJsonObject shown = console.row(typeInfo<Ticket>(), written->ticket.value);
    if (!shown.isEmpty() && shown.value(written->name).toString() != written->to)
        m_world.violations.append(u"P4: console %1 does not show what it wrote"_s.arg(console.number()));
}

/// P3: nobody is shown what was not kept. A row that can't be read shows nothing.
void Simulation::checkNotShown(WorldConsole &console, const QString &ticket, const QJsonObject &before)
{
    const QJsonObject now = console.row(typeInfo<Ticket>(), ticket);
    if (!before.isEmpty() && !now.isEmpty() && now != before)
        m_world.violations.append(u"P3: console %1 shows what was not kept"_s.arg(console.number()));
}

void Simulation::undo()
{
    WorldConsole *console = someConsole();
    if (console == nullptr || m_deeds.isEmpty()) return;
    Deed &last = m_deeds.last();
    if (last.console != console->number() || last.cancelled || last.uncertain) return;
    const std::optional<bool> cancelled = console->cancel(last.iid);
    last.cancelled = cancelled.value_or(false);
    last.uncertain = !cancelled.has_value();
    if (last.cancelled) count(u"undone"_s);
    m_world.countDiskFaults();
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

/// Events that a driver has no reason for, or too late or twice: each must find an answer in each state.
void Simulation::pester()
{
    static const QList<SyncEvent> all{event::Started{},     event::Woken{},      event::Written{},
                                      event::TimerFired{},  event::PushOpened{}, event::PushChanged{},
                                      event::PushClosed{},  event::Continued{},  event::LoggedIn{},
                                      event::WentOffline{}, event::WentOnline{}, event::Answered{}};
    if (WorldConsole *console = someConsole()) m_world.tell(console->number(), oneOf(all));
}

} // namespace akwaba::world

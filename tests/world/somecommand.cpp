// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "somecommand.h"

namespace akwaba::world {

using namespace Qt::StringLiterals;

namespace {

template <class C> struct Of { };

/// One way to make each type of command.
class Maker {
public:
    Maker(FakeWorld &world, WorldConsole &console, const Ticket &ticket)
        : m_world(world), m_console(console), m_ticket(ticket)
    {
    }

    using Made = std::optional<Command>;

    Made operator()(Of<CreateCustomer>)
    {
        Customer customer;
        customer.id = newId<CustomerId>(m_world.clock(), m_world.random());
        customer.name = u"Appelant "_s + canary;
        return CreateCustomer{customer};
    }

    Made operator()(Of<CreateTicket>)
    {
        Ticket ticket;
        ticket.id = newId<TicketId>(m_world.clock(), m_world.random());
        ticket.subject = u"Appel "_s + canary;
        ticket.channel = Channel::Phone;
        ticket.team = oneOf(m_world.cast().teams).id;
        ticket.customer = oneOf(m_world.cast().customers).id;
        return CreateTicket{ticket};
    }

    Made operator()(Of<SetStatus>)
    {
        const QList<TicketStatus> all{TicketStatus::Open, TicketStatus::WaitingCustomer, TicketStatus::Open,
                                      TicketStatus::Resolved};
        return SetStatus{m_ticket.id, m_ticket.status, oneOf(all), lastMessage()};
    }

    Made operator()(Of<Assign>)
    {
        if (chance(50)) return Assign{m_ticket.id, m_ticket.team, m_console.me().me, m_ticket.assignee, true};
        return Assign{m_ticket.id, oneOf(m_world.cast().teams).id, oneOf(m_world.cast().agents).id, m_ticket.assignee,
                      false};
    }

    Made operator()(Of<SetField>)
    {
        const QString to = u"%1 %2"_s.arg(canary).arg(m_world.random().below(100));
        return SetField{m_ticket.id, u"subject"_s, m_ticket.subject, to};
    }

    Made operator()(Of<SetTags>)
    {
        const QList<TagId> tag{oneOf(m_world.cast().tags).id};
        return chance(50) ? SetTags{m_ticket.id, tag, {}} : SetTags{m_ticket.id, {}, tag};
    }

    Made operator()(Of<Follow>) { return Follow{m_ticket.id, chance(50)}; }

    Made operator()(Of<Reply>)
    {
        Reply reply;
        reply.id = newId<MessageId>(m_world.clock(), m_world.random());
        reply.ticket = m_ticket.id;
        reply.toAddresses = {{u"Client"_s, canary + u"@example.ci"_s}};
        reply.text = textOf(reply.id);
        reply.basedOn = lastMessage();
        reply.fromStatus = m_ticket.status;
        reply.thenStatus = chance(50) ? m_ticket.status : TicketStatus::WaitingCustomer;
        if (const auto draft = someDraft(m_ticket.id)) {
            reply.draft = draft->id;
            reply.draftRev = draft->rev;
        }
        return reply;
    }

    Made operator()(Of<AddNote>)
    {
        const MessageId id = newId<MessageId>(m_world.clock(), m_world.random());
        AddNote note{id, m_ticket.id, textOf(id)};
        if (const auto draft = someDraft(m_ticket.id)) {
            note.draft = draft->id;
            note.draftRev = draft->rev;
        }
        return note;
    }

    Made operator()(Of<LogCall>)
    {
        const MessageId id = newId<MessageId>(m_world.clock(), m_world.random());
        return LogCall{id, m_ticket.id, Direction::Incoming, textOf(id), 60, CallOutcome::Answered};
    }

    Made operator()(Of<CaptureMessage>)
    {
        const MessageId id = newId<MessageId>(m_world.clock(), m_world.random());
        return CaptureMessage{id,
                              m_ticket.id,
                              Channel::Facebook,
                              m_ticket.customer,
                              textOf(id),
                              u"https://x.test/"_s + id.value,
                              m_world.clock().now()};
    }

    Made operator()(Of<CancelSend>)
    {
        const QList<QStringList> sendable = m_console.ask(
            u"SELECT id, ticket FROM messages WHERE delivery = ? ORDER BY id"_s, wireName(Delivery::Queued));
        if (sendable.isEmpty()) return std::nullopt;
        const QStringList &one = oneOf(sendable);
        return CancelSend{{one.at(0)}, {one.at(1)}};
    }

    Made operator()(Of<SaveDraft>)
    {
        Draft draft;
        if (const auto mine = someDraft(); mine && chance(50)) draft = *mine;
        if (draft.id.isEmpty()) draft.id = newId<DraftId>(m_world.clock(), m_world.random());
        if (draft.ticket.isEmpty()) draft.ticket = m_ticket.id;
        draft.agent = m_console.me().me;
        draft.device = m_console.me().device;
        draft.visibility = chance(30) ? Visibility::Team : Visibility::Private;
        draft.text = wordsOf(u"%1 %2"_s.arg(draft.id.value).arg(m_world.random().below(100)));
        return SaveDraft{draft};
    }

    Made operator()(Of<DiscardDraft>)
    {
        const auto draft = someDraft();
        if (!draft) return std::nullopt;
        return DiscardDraft{draft->id, draft->rev};
    }

    Made operator()(Of<ResumeMail>) { return ResumeMail{m_ticket.id}; }

    Made operator()(Of<NeedNoReply>) { return NeedNoReply{m_ticket.id, chance(70), lastMessage()}; }

    Made operator()(Of<Promise>)
    {
        const QDateTime day = m_world.clock().now().addDays(1);
        return Promise{m_ticket.id, chance(80) ? day : QDateTime()};
    }

    Made operator()(Of<Escalate>)
    {
        Escalate escalate;
        Escalation &wanted = escalate.escalation;
        wanted.id = newId<EscalationId>(m_world.clock(), m_world.random());
        wanted.ticket = m_ticket.id;
        wanted.path = oneOf(m_world.cast().paths).id;
        wanted.asked = wordsOf(wanted.id.value);
        wanted.tried = {canary};
        if (chance(30)) {
            wanted.noticeWaived = canary;
            return escalate;
        }
        wanted.notice = newId<MessageId>(m_world.clock(), m_world.random());
        wanted.promisedAt = m_world.clock().now().addDays(2);
        escalate.toAddresses = {{u"Client"_s, canary + u"@example.ci"_s}};
        escalate.text = textOf(wanted.notice);
        escalate.basedOn = lastMessage();
        return escalate;
    }

    Made operator()(Of<MoveEscalation>)
    {
        const QList<QJsonObject> shown = m_console.rows(typeInfo<Escalation>()).values();
        if (shown.isEmpty()) return std::nullopt;
        const Escalation escalation = must(fromJson<Escalation>(oneOf(shown)));
        QList<EscalationState> next;
        for (const EscalationMove &move : escalationMoves()) {
            if (move.from == escalation.state) next.append(move.to);
        }
        if (next.isEmpty()) return std::nullopt;
        MoveEscalation move{escalation.id, escalation.ticket, escalation.state, oneOf(next)};
        move.note = canary;
        move.answer = canary;
        return move;
    }

    Made operator()(Of<ReadNotice>)
    {
        const QList<QString> shown = m_console.rows(typeInfo<Notice>()).keys();
        return shown.isEmpty() ? Made() : ReadNotice{{oneOf(shown)}};
    }

private:
    template <class T> const T &oneOf(const QList<T> &list)
    {
        return list.at(qsizetype(m_world.random().below(quint64(list.size()))));
    }
    bool chance(int percent) { return m_world.random().below(100) < quint64(percent); }
    static QString textOf(const MessageId &id) { return wordsOf(id.value); }

    MessageId lastMessage()
    {
        const QList<QStringList> last = m_console.ask(
            u"SELECT id, ticket FROM messages WHERE ticket = ? ORDER BY at DESC, id DESC LIMIT 1"_s, m_ticket.id.value);
        return last.isEmpty() ? MessageId() : MessageId{last.constFirst().constFirst()};
    }

    std::optional<Draft> someDraft(const TicketId &ticket = {})
    {
        QList<Draft> mine;
        for (const QJsonObject &record : m_console.rows(typeInfo<Draft>())) {
            const Draft draft = must(fromJson<Draft>(record));
            const bool fits = ticket.isEmpty() || draft.ticket == ticket;
            if (draft.agent == m_console.me().me && fits) mine.append(draft);
        }
        return mine.isEmpty() ? std::nullopt : std::optional(oneOf(mine));
    }

    FakeWorld &m_world;
    WorldConsole &m_console;
    const Ticket &m_ticket;
};

template <std::size_t... index>
std::optional<Command> make(Maker &maker, std::size_t wanted, std::index_sequence<index...>)
{
    std::optional<Command> made;
    ((index == wanted ? void(made = maker(Of<std::variant_alternative_t<index, Command>>{})) : void()), ...);
    return made;
}

} // namespace

std::optional<Command> someCommand(FakeWorld &world, WorldConsole &console, const Ticket &ticket)
{
    constexpr std::size_t types = std::variant_size_v<Command>;
    Maker maker(world, console, ticket);
    return make(maker, std::size_t(world.random().below(types)), std::make_index_sequence<types>());
}

} // namespace akwaba::world

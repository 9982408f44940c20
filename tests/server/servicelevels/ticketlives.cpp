// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/servicelevels/ticketlives.h"

#include "core/base/id.h"
#include "core/protocol/codec.h"
#include "core/sla/facts.h"

using namespace Qt::StringLiterals;

namespace akwaba::servicelevels {

namespace {

constexpr qint64 msecsOfAMinute = 60 * 1000;
constexpr qint64 msecsOfHalfAnHour = 30 * msecsOfAMinute;
constexpr qint64 msecsOfADay = 24 * 60 * msecsOfAMinute;
constexpr int mostSteps = 12;

QDateTime nextMultiple(const QDateTime &at, qint64 of)
{
    const qint64 msecs = at.toMSecsSinceEpoch();
    return QDateTime::fromMSecsSinceEpoch((msecs + of - 1) / of * of, Qt::UTC);
}

void apply(Ticket &ticket, const FieldChange &change)
{
    if (change.field == u"status")
        ticket.status = fromWireName<TicketStatus>(change.to).value_or(ticket.status);
    else if (change.field == u"complexity")
        ticket.complexity = fromWireName<Complexity>(change.to).value_or(ticket.complexity);
    else if (change.field == u"team")
        ticket.team.value = change.to;
    else if (change.field == u"assignee")
        ticket.assignee.value = change.to;
}

} // namespace

Ticket ticketAt(const TicketLife &life, const QDateTime &now)
{
    Ticket ticket = life.ticket;
    for (const Message &message : life.messages) {
        if (message.at > now) break;
        for (const FieldChange &change : message.changes)
            apply(ticket, change);
    }
    return ticket;
}

TicketLives::TicketLives(const Clock &clock, Random &random, Shop shop)
    : m_clock(clock), m_random(random), m_shop(std::move(shop))
{
}

/// Many things happen at a full minute, and many at the half hours at which the shop opens, closes, or is looked at.
QDateTime TicketLives::rounded(const QDateTime &at)
{
    switch (below(6)) {
    case 0:
    case 1: return nextMultiple(at, msecsOfAMinute);
    case 2:
    case 3: return nextMultiple(at, msecsOfHalfAnHour);
    default: return at;
    }
}

void TicketLives::pass()
{
    static const QList<qint64> spans{10 * msecsOfAMinute, 4 * 60 * msecsOfAMinute, msecsOfADay, msecsOfADay,
                                     5 * msecsOfADay};
    m_at = rounded(m_at.addMSecs(1 + qint64(below(quint64(oneOf(spans))))));
}

TicketLife TicketLives::next()
{
    const auto whole = quint64(m_shop.from.msecsTo(m_shop.to));
    m_life = {};
    m_at = rounded(m_shop.from.addMSecs(qint64(below(whole))));
    m_status = TicketStatus::New;
    m_promised.clear();
    settle();
    m_isWaitedFor = false;
    begin();
    for (quint64 steps = below(1 + below(mostSteps)); steps > 0; --steps) {
        pass();
        if (m_at > m_shop.to) break;
        isActive(m_status) ? step() : stepOfOneDone();
    }
    return std::move(m_life);
}

Message &TicketLives::add(MessageKind kind, Direction direction)
{
    Message message;
    message.id = newId<MessageId>(m_clock, m_random);
    message.ticket = m_life.ticket.id;
    message.kind = kind;
    message.direction = direction;
    message.channel = m_life.ticket.channel;
    message.at = m_at;
    if (direction == Direction::Outgoing) message.author.value = oneOf(m_shop.agents).value;
    m_life.messages.append(message);
    return m_life.messages.last();
}

void TicketLives::event(const QList<FieldChange> &changes)
{
    add(MessageKind::Event, Direction::Outgoing).changes = changes;
    for (const FieldChange &change : changes)
        apply(m_last, change);
}

void TicketLives::become(TicketStatus to)
{
    if (to == m_status) return;
    event({{u"status"_s, wireName(m_status), wireName(to)}});
    m_status = to;
    if (!isActive(to)) settle();
}

void TicketLives::begin()
{
    static const QList<Channel> channels{Channel::Email, Channel::Email, Channel::Chat,    Channel::Chat,
                                         Channel::Phone, Channel::Form,  Channel::Whatsapp};
    Ticket &ticket = m_life.ticket;
    ticket.id = newId<TicketId>(m_clock, m_random);
    ticket.receivedAt = m_at;
    ticket.channel = oneOf(channels);
    ticket.complexity = oneIn(3) ? Complexity::Complex : Complexity::Simple;
    if (!oneIn(5)) ticket.team = oneOf(m_shop.teams);
    if (oneIn(3)) ticket.assignee = oneOf(m_shop.agents);
    m_last = ticket;
    if (oneIn(20)) return answer(); // we wrote first
    if (ticket.channel == Channel::Phone) return call();
    write();
    if (oneIn(4)) add(MessageKind::Public, Direction::Outgoing).author = {}; // it was received, says the server
}

void TicketLives::step()
{
    switch (below(20)) {
    case 0:
    case 1:
    case 2: return write();
    case 3: return call();
    case 4: return void(add(MessageKind::Note, Direction::Outgoing));
    case 5: return void(add(MessageKind::Public, Direction::Outgoing).delivery = Delivery::Cancelled);
    case 6:
    case 7: return promise();
    case 8: return needNoReply();
    case 9: return become(TicketStatus::WaitingThirdParty);
    case 10: return become(TicketStatus::WaitingCustomer);
    case 11: return become(TicketStatus::Open);
    case 12: return become(TicketStatus::Resolved);
    case 13: return become(oneIn(4) ? TicketStatus::Spam : TicketStatus::Closed);
    case 14: return turnOver();
    default: return answer();
    }
}

void TicketLives::stepOfOneDone()
{
    if (oneIn(2)) return write();
    if (m_status == TicketStatus::Resolved) become(TicketStatus::Closed);
}

/// What waits for it or is done is open again.
void TicketLives::write()
{
    add(MessageKind::Public, Direction::Incoming);
    m_isWaitedFor = true;
    if (m_status == TicketStatus::WaitingCustomer || m_status == TicketStatus::Resolved
        || m_status == TicketStatus::Closed)
        become(TicketStatus::Open);
}

void TicketLives::answer()
{
    static const QList<TicketStatus> results{TicketStatus::Open, TicketStatus::WaitingCustomer,
                                             TicketStatus::WaitingCustomer, TicketStatus::Resolved};
    add(MessageKind::Public, Direction::Outgoing).delivery = oneOf<Delivery>({Delivery::Sent, Delivery::Failed});
    m_isWaitedFor = false;
    settle();
    if (oneIn(2)) return become(oneOf(results));
    if (m_status == TicketStatus::New) become(TicketStatus::Open);
}

void TicketLives::call()
{
    static const QList<int> rings{0, 3, 4, 5, 12, 29, 30, 31, 60};
    const bool isIncoming = m_life.messages.isEmpty() || !oneIn(4);
    Message &call = add(MessageKind::Call, isIncoming ? Direction::Incoming : Direction::Outgoing);
    call.ringSeconds = oneOf(rings);
    call.callOutcome = oneIn(2) ? CallOutcome::Answered : CallOutcome(below(EnumNames<CallOutcome>::all.size()));
    if (call.callOutcome == CallOutcome::Answered) settle();
    m_isWaitedFor = call.callOutcome != CallOutcome::Answered && (m_isWaitedFor || isIncoming);
}

/// Until the customer waits for other news: an answer, or nothing more.
void TicketLives::settle() { }

/// A date on a full half hour of the next days, often midnight; sometimes none any more, also once it was missed.
void TicketLives::promise()
{
    const QDateTime date =
        nextMultiple(m_at.addMSecs(1 + qint64(below(4 * msecsOfADay))), oneIn(4) ? msecsOfADay : msecsOfHalfAnHour);
    const QString to = m_promised.isEmpty() || !oneIn(4) ? utcDate(date) : QString();
    event({{sla::promisedAtField, m_promised, to}});
    m_promised = to;
}

/// Sometimes somebody takes it back, and nothing is said in between.
void TicketLives::needNoReply()
{
    if (!m_isWaitedFor) return;
    event({{sla::noReplyNeededField, QString(), u"true"_s}});
    m_isWaitedFor = false;
    if (!oneIn(3)) return;
    pass();
    if (m_at > m_shop.to) return;
    event({{sla::noReplyNeededField, u"true"_s, QString()}});
    m_isWaitedFor = true;
}

/// Of nothing that a clock depends on.
void TicketLives::turnOver()
{
    const AgentId assignee = oneIn(3) ? AgentId() : oneOf(m_shop.agents);
    const TeamId team = oneOf(m_shop.teams);
    const Complexity complexity = oneIn(2) ? Complexity::Complex : Complexity::Simple;
    event({{u"assignee"_s, m_last.assignee.value, assignee.value},
           {u"team"_s, m_last.team.value, team.value},
           {u"complexity"_s, wireName(m_last.complexity), wireName(complexity)}});
}

} // namespace akwaba::servicelevels

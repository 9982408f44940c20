// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/mailthread.h"

#include "app/server/jobs/mailparts.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/text/subject.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace akwaba::jobs {

namespace {

constexpr int longestMergeChain = 10;
constexpr qsizetype mostContinuations = 100;

/// The look-ups of threading.h in a writer. Their errors are kept: callbacks can't return one.
class Lookups {
public:
    Lookups(store::Writer &writer, const mail::ReplyTokens &tokens) : m_writer(writer), m_tokens(tokens) { }

    [[nodiscard]] const std::optional<Error> &failed() const { return m_failed; }

    mail::ThreadLookups callbacks()
    {
        return {[this](const QString &id) { return ticketByMessageId(id); },
                [this](const QString &address) { return ticketByToken(address); },
                [this](const QString &number) {
                    const auto ticket = unlessFailed(m_writer.ticketByNumber(number));
                    return ticket ? ticket->id : TicketId();
                },
                [this](const TicketId &ticket) { return sendersOf(ticket); }};
    }

private:
    template <class T> T unlessFailed(Result<T> result)
    {
        if (!result) {
            m_failed = result.error();
            return T();
        }
        return std::move(*result);
    }

    /// Our outgoing mails are known by the id of their message before they are stored with their Message-ID.
    TicketId ticketByMessageId(const QString &emailId)
    {
        const auto byMail = unlessFailed(m_writer.messageByEmailId(emailId));
        if (byMail) return byMail->ticket;
        const auto byId = unlessFailed(m_writer.find<Message>(MessageId{emailId.section(u'@', 0, 0)}));
        return byId && byId->direction == Direction::Outgoing ? byId->ticket : TicketId();
    }

    TicketId ticketByToken(const QString &address)
    {
        const mail::ReplyToken token = mail::replyTokenIn(address);
        if (token.number.isEmpty()) return {};
        const auto ticket = unlessFailed(m_writer.ticketByNumber(token.number));
        return ticket && m_tokens.isGenuine(token, *ticket) ? ticket->id : TicketId();
    }

    QStringList sendersOf(const TicketId &ticket)
    {
        QStringList senders;
        for (const Message &message : unlessFailed(m_writer.messagesOf(ticket)))
            senders += message.sender.address;
        const auto found = unlessFailed(m_writer.find<Ticket>(ticket));
        if (!found) return senders;
        if (const auto customer = unlessFailed(m_writer.find<Customer>(found->customer))) {
            for (const EmailAddress &email : customer->emails)
                senders += email.address;
        }
        return senders;
    }

    store::Writer &m_writer;
    const mail::ReplyTokens &m_tokens;
    std::optional<Error> m_failed;
};

bool takesMail(TicketStatus status) { return isActive(status) || status == TicketStatus::Resolved; }

bool isNewer(const Ticket &one, const Ticket &other)
{
    return std::tie(one.receivedAt, one.id.value) > std::tie(other.receivedAt, other.id.value);
}

QString joinedIds(const QList<TicketId> &tickets)
{
    QStringList ids;
    for (const TicketId &ticket : tickets)
        ids += ticket.value;
    return ids.join(u' ');
}

Result<Ticket> newTicket(store::Writer &writer, const QString &subject)
{
    return writer.nextTicketNumber().map([&](const QString &number) {
        Ticket ticket;
        ticket.id = newId<TicketId>(writer.clock(), writer.random());
        ticket.number = number;
        ticket.subject = subject;
        ticket.channel = Channel::Email;
        ticket.receivedAt = writer.clock().now();
        return ticket;
    });
}

} // namespace

mail::ReplyTokens replyTokens(const store::Store &store) { return mail::ReplyTokens(store.keyFor("reply tokens")); }

Result<mail::ThreadPlace> placeNamedBy(store::Writer &writer, const Arrival &arrival)
{
    Lookups lookups(writer, arrival.tokens);
    const mail::ThreadPlace place = mail::threadPlace(arrival.mail, lookups.callbacks(), arrival.recipients);
    if (lookups.failed()) return tl::unexpected(*lookups.failed());
    return place;
}

Result<std::optional<Ticket>> survivorOf(store::Writer &writer, TicketId id)
{
    for (int step = 0; step < longestMergeChain; ++step) {
        auto ticket = writer.find<Ticket>(id);
        if (!ticket || !*ticket || (*ticket)->mergedInto.isEmpty()) return ticket;
        id = (*ticket)->mergedInto;
    }
    return std::optional<Ticket>();
}

Result<std::optional<Ticket>> continuationOf(store::Writer &writer, const Ticket &closed)
{
    std::optional<Ticket> newest;
    QSet<QString> seen{closed.id.value};
    QList<TicketId> linked = closed.links;
    while (!linked.isEmpty() && seen.size() < mostContinuations) {
        const auto ticket = survivorOf(writer, linked.takeFirst());
        if (!ticket) return tl::unexpected(ticket.error());
        // Agents link tickets too, for reasons of their own.
        if (!*ticket || (*ticket)->customer != closed.customer || (*ticket)->receivedAt < closed.receivedAt) continue;
        if (seen.contains((*ticket)->id.value)) continue;
        seen.insert((*ticket)->id.value);
        linked += (*ticket)->links;
        if (takesMail((*ticket)->status) && (!newest || isNewer(**ticket, *newest))) newest = *ticket;
    }
    return newest;
}

Result<Ticket> beginTicket(store::Writer &writer, const Arrival &arrival)
{
    const auto customer = customerOf(writer, arrival.mail);
    const auto team = teamFor(writer, arrival.mail, arrival.recipients);
    auto ticket = newTicket(writer, arrival.mail.subject.trimmed());
    if (!customer) return tl::unexpected(customer.error());
    if (!team) return tl::unexpected(team.error());
    if (!ticket) return ticket;
    ticket->customer = *customer;
    ticket->team = *team;
    const auto known = writer.find<Customer>(*customer);
    if (!known) return tl::unexpected(known.error());
    if (*known) ticket->language = (*known)->preferredLanguages.value(0);
    return writer.put(*ticket);
}

Result<Ticket> beginContinuation(store::Writer &writer, const mail::IncomingMail &mail, Ticket closed)
{
    const QString subject = bareSubject(mail.subject); // the number in it is the closed ticket's
    auto ticket = newTicket(writer, subject.isEmpty() ? closed.subject : subject);
    if (!ticket) return ticket;
    ticket->customer = closed.customer;
    ticket->team = closed.team;
    ticket->language = closed.language;
    ticket->links = {closed.id};
    const auto stored = writer.put(*ticket);
    if (!stored) return stored;
    const QString before = joinedIds(closed.links);
    closed.links.append(stored->id);
    return writer.put(closed)
        .and_then([&](const Ticket &) {
            return writer.addEvent(closed.id, {}, {{u"links"_s, before, joinedIds(closed.links)}});
        })
        .map([&](const Message &) { return *stored; });
}

} // namespace akwaba::jobs

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/receivemail.h"

#include "app/server/channels/email/mailclass.h"
#include "app/server/channels/email/parsemail.h"
#include "app/server/channels/email/threading.h"
#include "app/server/intents/ticketrules.h"
#include "app/server/jobs/mailparts.h"
#include "app/server/store/mailtables.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/base/random.h"

using namespace Qt::StringLiterals;

namespace akwaba::jobs {

namespace {

constexpr int longestMergeChain = 10;

/// One mail on its way into the store, within one transaction.
class Reception {
public:
    Reception(store::Writer &writer, const mail::IncomingMail &mail, const QStringList &recipients)
        : m_writer(writer), m_mail(mail), m_recipients(recipients)
    {
    }

    Result<MailReceipt> receive()
    {
        const auto own = ownAddresses(m_writer);
        if (!own) return tl::unexpected(own.error());
        if (mail::isOwnMail(m_mail, *own)) return MailReceipt{};
        const mail::ThreadPlace place = mail::threadPlace(m_mail, lookups());
        if (m_failed) return tl::unexpected(*m_failed);
        if (m_mail.mailClass == mail::MailClass::Bounce) return receiveBounce(place);
        auto ticket = place.ticket.isEmpty() ? begin() : follow(place.ticket);
        if (!ticket) return tl::unexpected(ticket.error());
        MailReceipt receipt{ticket->id, newId<MessageId>(m_writer.clock(), m_writer.random()), place.ticket.isEmpty(),
                            false};
        return add(*ticket, receipt.message, place.because).map([&receipt] { return receipt; });
    }

private:
    /// A look-up whose error is kept, for callbacks that can't return one.
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

    mail::ThreadLookups lookups()
    {
        return {[this](const QString &id) { return ticketByMessageId(id); },
                {},
                [this](const QString &number) {
                    const auto ticket = unlessFailed(m_writer.ticketByNumber(number));
                    return ticket ? ticket->id : TicketId();
                },
                [this](const TicketId &ticket) { return sendersOf(ticket); }};
    }

    /// The ticket, or the one that it was merged into.
    Result<Ticket> follow(TicketId id)
    {
        for (int step = 0; step < longestMergeChain; ++step) {
            const auto ticket = m_writer.find<Ticket>(id);
            if (!ticket) return tl::unexpected(ticket.error());
            if (!*ticket) break;
            if ((*ticket)->mergedInto.isEmpty()) return **ticket;
            id = (*ticket)->mergedInto;
        }
        return fail(Code::NotFound, u"ticket of a mail"_s);
    }

    Result<Ticket> begin()
    {
        const auto customer = customerOf(m_writer, m_mail);
        const auto team = teamFor(m_writer, m_mail, m_recipients);
        const auto number = m_writer.nextTicketNumber();
        if (!customer) return tl::unexpected(customer.error());
        if (!team) return tl::unexpected(team.error());
        if (!number) return tl::unexpected(number.error());
        Ticket ticket;
        ticket.id = newId<TicketId>(m_writer.clock(), m_writer.random());
        ticket.number = *number;
        ticket.subject = m_mail.subject.trimmed();
        ticket.channel = Channel::Email;
        ticket.customer = *customer;
        ticket.team = *team;
        ticket.receivedAt = m_writer.clock().now();
        const auto known = m_writer.find<Customer>(*customer);
        if (!known) return tl::unexpected(known.error());
        if (*known) ticket.language = (*known)->preferredLanguages.value(0);
        return m_writer.put(ticket);
    }

    Result<Message> message(const MessageId &id, const TicketId &ticket, const QString &because)
    {
        const auto author = customerOf(m_writer, m_mail);
        const auto files = storeAttachments(m_writer, m_mail, ticket, id);
        if (!author) return tl::unexpected(author.error());
        if (!files) return tl::unexpected(files.error());
        Message message;
        message.id = id;
        message.ticket = ticket;
        // What a robot wrote is kept and shown, but nobody waits for an answer to it.
        if (m_mail.mailClass != mail::MailClass::Normal) message.kind = MessageKind::Note;
        message.author = {author->value};
        message.at = m_writer.clock().now();
        message.writtenAt = m_mail.date;
        message.subject = m_mail.subject;
        message.sender = m_mail.from.value(0);
        message.toAddresses = m_mail.to;
        message.ccAddresses = m_mail.cc;
        message.html = m_mail.html;
        message.text = m_mail.text;
        message.notices = noticesOf(m_mail);
        message.attachments = *files;
        message.emailMessageId = m_mail.messageId;
        message.emailInReplyTo = m_mail.inReplyTo;
        message.emailReferences = m_mail.references;
        message.joinedBecause = because;
        return message;
    }

    Result<void> add(Ticket &ticket, const MessageId &id, const QString &because)
    {
        const auto made = message(id, ticket.id, because);
        if (!made) return tl::unexpected(made.error());
        if (const auto stored = m_writer.put(*made); !stored) return tl::unexpected(stored.error());
        const TicketStatus before = ticket.status;
        const TicketStatus after = intents::isFromCustomer(*made) ? intents::afterCustomerMessage(before) : before;
        if (after != before) intents::changeStatus(ticket, after, m_writer.clock().now());
        const auto timeLine = m_writer.messagesOf(ticket.id);
        if (!timeLine) return tl::unexpected(timeLine.error());
        intents::deriveInstants(ticket, *timeLine);
        if (const auto stored = m_writer.put(ticket); !stored) return tl::unexpected(stored.error());
        if (after == before) return {};
        return m_writer.addEvent(ticket.id, {}, {{u"status"_s, wireName(before), wireName(after)}})
            .map([](const Message &) { });
    }

    /// Belongs to the message that came back: that one has failed, and somebody has to do something.
    Result<MailReceipt> receiveBounce(const mail::ThreadPlace &place)
    {
        if (place.ticket.isEmpty()) return MailReceipt{};
        auto ticket = follow(place.ticket);
        if (!ticket) return tl::unexpected(ticket.error());
        const QString id = m_mail.bouncedMessageId.section(u'@', 0, 0);
        auto sent = m_writer.find<Message>(MessageId{id});
        if (!sent) return tl::unexpected(sent.error());
        if (*sent && (*sent)->direction == Direction::Outgoing) {
            (*sent)->delivery = Delivery::Failed;
            const QString status = m_mail.deliveryStatus.isEmpty() ? QString() : m_mail.deliveryStatus.first().status;
            (*sent)->deliveryLog.append({m_writer.clock().now(), Delivery::Failed, status});
            if (const auto stored = m_writer.put(**sent); !stored) return tl::unexpected(stored.error());
        }
        if (ticket->status == TicketStatus::WaitingCustomer) {
            intents::changeStatus(*ticket, TicketStatus::Open, m_writer.clock().now());
            const FieldChange change{u"status"_s, wireName(TicketStatus::WaitingCustomer),
                                     wireName(TicketStatus::Open)};
            if (const auto event = m_writer.addEvent(ticket->id, {}, {change}); !event)
                return tl::unexpected(event.error());
        }
        MailReceipt receipt{ticket->id, newId<MessageId>(m_writer.clock(), m_writer.random()), false, false};
        return addReport(*ticket, receipt.message).map([&receipt] { return receipt; });
    }

    Result<void> addReport(const Ticket &ticket, const MessageId &id)
    {
        Message report;
        report.id = id;
        report.ticket = ticket.id;
        report.kind = MessageKind::Note;
        report.at = m_writer.clock().now();
        report.writtenAt = m_mail.date;
        report.subject = m_mail.subject;
        report.text = m_mail.text;
        report.emailMessageId = m_mail.messageId;
        report.joinedBecause = u"messageId"_s;
        const auto stored = m_writer.put(report);
        if (!stored) return tl::unexpected(stored.error());
        return m_writer.put(ticket).map([](const Ticket &) { });
    }

    store::Writer &m_writer;
    const mail::IncomingMail &m_mail;
    const QStringList &m_recipients;
    std::optional<Error> m_failed;
};

Result<MailReceipt> known(store::Writer &writer, const store::ReceivedMail &earlier)
{
    const auto message = writer.find<Message>(earlier.message);
    if (!message) return tl::unexpected(message.error());
    return MailReceipt{*message ? (*message)->ticket : TicketId(), earlier.message, false, true};
}

Result<MailReceipt> receiveOnce(store::Writer &writer, const mail::IncomingMail &mail, const QByteArray &raw,
                                const QStringList &recipients)
{
    const QString hash = mailHash(mail, raw);
    const auto earlier = store::receivedMail(writer.database(), hash);
    if (!earlier) return tl::unexpected(earlier.error());
    if (*earlier) return known(writer, **earlier);
    const auto receipt = Reception(writer, mail, recipients).receive();
    if (!receipt) return receipt;
    const auto blob = writer.addBlob(qCompress(raw), u"application/x-qcompressed-message"_s);
    if (!blob) return tl::unexpected(blob.error());
    return store::addReceivedMail(writer, {hash, mail.messageId, receipt->message, *blob}).map([&receipt] {
        return *receipt;
    });
}

} // namespace

Result<MailReceipt> receiveMail(store::Store &store, const QByteArray &raw, const QStringList &recipients)
{
    const auto mail = mail::parseMail(raw);
    if (!mail) return tl::unexpected(mail.error());
    MailReceipt receipt;
    return store
        .write([&](store::Writer &writer) {
            return receiveOnce(writer, *mail, raw, recipients).map([&receipt](const MailReceipt &received) {
                receipt = received;
            });
        })
        .map([&receipt] { return receipt; })
        .map_error([](Error error) {
            // The mail was one: what does not fit is ours, and must not send it back to the customer.
            if (error.code == Code::BadInput) error.code = Code::Corrupt;
            return error;
        });
}

} // namespace akwaba::jobs

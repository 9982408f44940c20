// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/receivemail.h"

#include "app/server/channels/email/mailclass.h"
#include "app/server/channels/email/pdftext.h"
#include "app/server/intents/ticketrules.h"
#include "app/server/jobs/autoanswer.h"
#include "app/server/jobs/bounces.h"
#include "app/server/jobs/loopguard.h"
#include "app/server/jobs/mailparts.h"
#include "app/server/jobs/mailthread.h"
#include "app/server/store/mailtables.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/base/random.h"

using namespace Qt::StringLiterals;

namespace akwaba::jobs {

namespace {

/// One mail on its way into the store, within one transaction.
class Reception {
public:
    Reception(store::Writer &writer, const Arrival &arrival)
        : m_writer(writer), m_arrival(arrival), m_mail(arrival.mail)
    {
    }

    Result<MailReceipt> receive()
    {
        const auto own = ownAddresses(m_writer, m_arrival.settings.fallbackFrom);
        if (!own) return tl::unexpected(own.error());
        if (mail::isOwnMail(m_mail, *own)) return MailReceipt{};
        const auto named = placeNamedBy(m_writer, m_arrival);
        if (!named) return tl::unexpected(named.error());
        if (named->ticket.isEmpty()) {
            if (isBounce()) return MailReceipt{};
            return open({}, [this] { return beginTicket(m_writer, m_arrival); });
        }
        const auto ticket = survivorOf(m_writer, named->ticket);
        if (!ticket) return tl::unexpected(ticket.error());
        if (!*ticket) return fail(Code::NotFound, u"ticket of a mail"_s);
        if (isBounce()) return receiveBounce(m_writer, m_mail, **ticket);
        return join(**ticket, named->because);
    }

private:
    [[nodiscard]] bool isBounce() const { return m_mail.mailClass == mail::MailClass::Bounce; }

    template <class Begin> Result<MailReceipt> open(const QString &because, Begin begin)
    {
        const auto instead = insteadOfOpening(m_writer, m_mail);
        if (!instead) return tl::unexpected(instead.error());
        if (*instead) return add(**instead, u"loop"_s, false);
        const Result<Ticket> ticket = begin();
        if (!ticket) return tl::unexpected(ticket.error());
        return noteOpened(m_writer, m_mail, ticket->id).and_then([&] { return add(*ticket, because, true); });
    }

    /// What is closed stays so: the customer's next mail opens a ticket that goes on there, and the ones after join it.
    Result<MailReceipt> join(const Ticket &ticket, const QString &because)
    {
        const bool isForNobody = m_mail.mailClass != mail::MailClass::Normal;
        if (ticket.status != TicketStatus::Closed || isForNobody) return add(ticket, because, false);
        const auto next = continuationOf(m_writer, ticket);
        if (!next) return tl::unexpected(next.error());
        if (*next) return add(**next, because, false);
        return open(because, [&] { return beginContinuation(m_writer, m_mail, ticket); });
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

    Result<MailReceipt> add(Ticket ticket, const QString &because, bool isNew)
    {
        const MailReceipt receipt{ticket.id, newId<MessageId>(m_writer.clock(), m_writer.random()), isNew, false};
        const auto made = message(receipt.message, ticket.id, because);
        if (!made) return tl::unexpected(made.error());
        if (const auto stored = m_writer.put(*made); !stored) return tl::unexpected(stored.error());
        const auto timeLine = m_writer.messagesOf(ticket.id);
        if (!timeLine) return tl::unexpected(timeLine.error());
        QList<FieldChange> changes;
        if (isFromCustomer(*made)) {
            const TicketStatus to = intents::afterCustomerMessage(ticket.status);
            changes = moveByMail(ticket, to, *timeLine, m_writer.clock().now());
        }
        intents::deriveInstants(ticket, *timeLine);
        return m_writer.put(ticket)
            .and_then([&](const Ticket &) { return tell(m_writer, ticket.id, changes); })
            .and_then([&] { return answer(ticket, isNew); })
            .map([&receipt] { return receipt; });
    }

    Result<void> answer(const Ticket &ticket, bool isNew)
    {
        const auto &rules = m_arrival.settings.answers;
        return rules ? answerByItself(m_writer, m_mail, ticket, isNew, *rules) : Result<void>();
    }

    store::Writer &m_writer;
    const Arrival &m_arrival;
    const mail::IncomingMail &m_mail;
};

Result<MailReceipt> known(store::Writer &writer, const store::ReceivedMail &earlier)
{
    const auto message = writer.find<Message>(earlier.message);
    if (!message) return tl::unexpected(message.error());
    return MailReceipt{*message ? (*message)->ticket : TicketId(), earlier.message, false, true};
}

Result<MailReceipt> receiveOnce(store::Writer &writer, const Arrival &arrival, const PreparedMail &prepared)
{
    const mail::IncomingMail &mail = prepared.mail;
    const QString hash = mailHash(mail, prepared.raw);
    const auto earlier = store::receivedMail(writer.database(), hash);
    if (!earlier) return tl::unexpected(earlier.error());
    if (*earlier) return known(writer, **earlier);
    const auto receipt = Reception(writer, arrival).receive();
    if (!receipt) return receipt;
    const auto blob = writer.addBlob(qCompress(prepared.raw), u"application/x-qcompressed-message"_s);
    if (!blob) return tl::unexpected(blob.error());
    const store::ReceivedMail received{hash, mail.messageId, receipt->message, *blob, prepared.rawAltered};
    return store::addReceivedMail(writer, received).map([&receipt] { return *receipt; });
}

} // namespace

Result<MailReceipt> receiveMail(store::Store &store, const PreparedMail &prepared, const QStringList &recipients,
                                const ReceiveSettings &settings)
{
    const mail::ReplyTokens tokens = replyTokens(store);
    const Arrival arrival{prepared.mail, recipients, tokens, settings};
    MailReceipt receipt;
    return store
        .write([&](store::Writer &writer) {
            return receiveOnce(writer, arrival, prepared).map([&receipt](const MailReceipt &received) {
                receipt = received;
            });
        })
        .map([&receipt] { return receipt; })
        .map_error([](Error error) {
            // The mail was one: what does not fit is ours, and must not send it back to the customer.
            if (error.code == Code::BadInput) error.code = Code::Conflict;
            return error;
        });
}

Result<MailReceipt> receiveMail(store::Store &store, const QByteArray &raw, const QStringList &recipients,
                                const ReceiveSettings &settings)
{
    return prepareMail(raw, mail::textOfPdf).and_then([&](const PreparedMail &prepared) {
        return receiveMail(store, prepared, recipients, settings);
    });
}

} // namespace akwaba::jobs

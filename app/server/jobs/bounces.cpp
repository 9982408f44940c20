// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/bounces.h"

#include "app/server/channels/email/deliveryreport.h"
#include "app/server/jobs/loopguard.h"
#include "core/base/clock.h"
#include "core/base/random.h"

using namespace Qt::StringLiterals;

namespace akwaba::jobs {

namespace {

/// In the log of the message; what is only late stays sent.
Result<void> record(store::Writer &writer, const mail::IncomingMail &mail, const mail::ReportedDelivery &reported)
{
    auto sent = writer.find<Message>(MessageId{mail.bouncedMessageId.section(u'@', 0, 0)});
    if (!sent) return tl::unexpected(sent.error());
    if (!*sent || (*sent)->direction != Direction::Outgoing) return {};
    if (reported.isFinal) {
        (*sent)->delivery = Delivery::Failed;
        (*sent)->deliveryLog.append({writer.clock().now(), Delivery::Failed, reported.status});
    } else {
        const QString late = reported.status.isEmpty() ? u"4.0.0"_s : reported.status;
        (*sent)->deliveryLog.append({writer.clock().now(), Delivery::Sent, late});
    }
    return writer.put(**sent).map([](const Message &) { });
}

Result<void> addReport(store::Writer &writer, const mail::IncomingMail &mail, const Ticket &ticket, const MessageId &id)
{
    Message report;
    report.id = id;
    report.ticket = ticket.id;
    report.kind = MessageKind::Note;
    report.at = writer.clock().now();
    report.writtenAt = mail.date;
    report.subject = mail.subject;
    report.text = mail.text;
    report.emailMessageId = mail.messageId;
    report.joinedBecause = u"messageId"_s;
    const auto stored = writer.put(report);
    if (!stored) return tl::unexpected(stored.error());
    return writer.put(ticket).map([](const Ticket &) { });
}

} // namespace

Result<MailReceipt> receiveBounce(store::Writer &writer, const mail::IncomingMail &mail, Ticket ticket)
{
    const mail::ReportedDelivery reported = mail::reportedDelivery(mail);
    if (const auto done = record(writer, mail, reported); !done) return tl::unexpected(done.error());
    if (reported.isFinal && ticket.status == TicketStatus::WaitingCustomer) {
        const auto timeLine = writer.messagesOf(ticket.id);
        if (!timeLine) return tl::unexpected(timeLine.error());
        const auto changes = moveByMail(ticket, TicketStatus::Open, *timeLine, writer.clock().now());
        if (const auto told = tell(writer, ticket.id, changes); !told) return tl::unexpected(told.error());
    }
    MailReceipt receipt{ticket.id, newId<MessageId>(writer.clock(), writer.random()), false, false};
    return addReport(writer, mail, ticket, receipt.message).map([&receipt] { return receipt; });
}

} // namespace akwaba::jobs

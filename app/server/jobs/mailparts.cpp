// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/mailparts.h"

#include "app/server/channels/email/replytoken.h"
#include "core/base/clock.h"
#include "core/base/random.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace akwaba::jobs {

Result<CustomerId> customerOf(store::Writer &writer, const mail::IncomingMail &mail)
{
    if (mail.from.isEmpty() || mail.from.first().address.isEmpty()) return CustomerId();
    const EmailAddress &from = mail.from.first();
    const auto known = writer.customerByAddress(from.address);
    if (!known) return tl::unexpected(known.error());
    if (*known) return (*known)->mergedInto.isEmpty() ? (*known)->id : (*known)->mergedInto;
    Customer customer;
    customer.id = newId<CustomerId>(writer.clock(), writer.random());
    customer.name = from.name.isEmpty() ? from.address : from.name;
    customer.emails = {{from.name, from.address}};
    customer.since = writer.clock().now();
    return writer.put(customer).map([](const Customer &made) { return made.id; });
}

Result<TeamId> teamFor(store::Writer &writer, const mail::IncomingMail &mail, const QStringList &recipients)
{
    QStringList addresses = recipients;
    for (const EmailAddress &address : mail.to + mail.cc)
        addresses += address.address;
    for (const QString &address : std::as_const(addresses)) {
        for (const QString &known : {address, mail::withoutSubAddress(address)}) {
            const auto team = writer.teamByAddress(known);
            if (!team) return tl::unexpected(team.error());
            if (*team) return (*team)->id;
        }
    }
    return TeamId();
}

Result<QStringList> ownAddresses(store::Writer &writer, const EmailAddress &fallback)
{
    return writer.all<Team>().map([&fallback](const QList<Team> &teams) {
        QStringList addresses;
        if (!fallback.address.isEmpty()) addresses += fallback.address;
        for (const Team &team : teams) {
            if (!team.email.address.isEmpty()) addresses += team.email.address;
        }
        return addresses;
    });
}

QString mailHash(const mail::IncomingMail &mail, const QByteArray &raw)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (mail.messageId.isEmpty()) {
        hash.addData(raw);
    } else {
        for (const QString &part : {mail.messageId, mail.subject, mail.text})
            hash.addData(part.toUtf8().append('\0'));
        for (const mail::MailAttachment &attachment : mail.attachments)
            hash.addData(QCryptographicHash::hash(attachment.content, QCryptographicHash::Sha256));
    }
    return QString::fromLatin1(hash.result().toHex());
}

QList<MessageNotice> noticesOf(const mail::IncomingMail &mail)
{
    QList<MessageNotice> notices;
    for (const QString &warning : mail.warnings) {
        const auto notice = fromWireName<MessageNotice>(warning);
        if (notice && !notices.contains(*notice)) notices.append(*notice);
    }
    return notices;
}

Result<QList<AttachmentId>> storeAttachments(store::Writer &writer, const mail::IncomingMail &mail,
                                             const TicketId &ticket, const MessageId &message)
{
    QList<AttachmentId> ids;
    for (const mail::MailAttachment &file : mail.attachments) {
        const auto blob = writer.addBlob(file.content, file.type);
        if (!blob) return tl::unexpected(blob.error());
        Attachment attachment;
        attachment.id = newId<AttachmentId>(writer.clock(), writer.random());
        attachment.message = message;
        attachment.ticket = ticket;
        attachment.name = file.name;
        attachment.type = file.type;
        attachment.size = file.content.size();
        attachment.blob = *blob;
        attachment.contentId = file.contentId;
        attachment.isInline = file.isInline;
        if (const auto stored = writer.put(attachment); !stored) return tl::unexpected(stored.error());
        ids.append(attachment.id);
    }
    return ids;
}

} // namespace akwaba::jobs

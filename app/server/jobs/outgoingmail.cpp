// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/outgoingmail.h"

#include "app/server/channels/email/composemail.h"
#include "app/server/store/escalations.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::jobs {

namespace {

/// The line above the quote, as a template per language: the customer reads it.
QString attribution(const Message &quoted, const QString &language)
{
    const QString who = quoted.sender.name.isEmpty() ? quoted.sender.address : quoted.sender.name;
    const QString date = quoted.at.toString(u"dd/MM/yyyy"_s);
    const QString time = quoted.at.toString(u"HH:mm"_s);
    if (language.startsWith(u"en"_s)) return u"On %1 at %2, %3 wrote:"_s.arg(date, time, who);
    return u"Le %1 à %2, %3 a écrit :"_s.arg(date, time, who);
}

/// What the reply answers.
mail::QuotedHistory history(const QList<Message> &timeLine, const Message &reply, const QString &language)
{
    for (qsizetype i = timeLine.size() - 1; i >= 0; --i) {
        const Message &message = timeLine.at(i);
        if (message.emailMessageId.isEmpty() || message.emailMessageId != reply.emailInReplyTo) continue;
        return {attribution(message, language), message.text};
    }
    return {};
}

/// The team that speaks with the customer: whoever works on an escalated ticket, it is the one that asked
/// (escalation.md rules 2 and 4).
Result<TeamId> speakingFor(const store::Writer &writer, const Ticket &ticket)
{
    return store::escalationsOf(writer, ticket.id).map([&ticket](const QList<Escalation> &all) {
        const auto open = std::ranges::find_if(all, [](const Escalation &each) { return isOpen(each.state); });
        return open == all.end() || open->fromTeam.isEmpty() ? ticket.team : open->fromTeam;
    });
}

Result<EmailAddress> senderFor(const store::Writer &writer, const Ticket &ticket, const MailSettings &settings)
{
    return speakingFor(writer, ticket)
        .and_then([&writer](const TeamId &team) { return writer.find<Team>(team); })
        .map([&settings](const std::optional<Team> &team) {
            const bool addressed = team && !team->email.address.isEmpty();
            return addressed ? team->email : settings.fallbackFrom;
        });
}

} // namespace

Result<Outgoing> outgoingMail(store::Writer &writer, const MessageId &id, const MailSettings &settings)
{
    const auto message = writer.find<Message>(id);
    if (!message) return tl::unexpected(message.error());
    if (!*message) return fail(Code::BadInput, u"the message is gone"_s);
    Outgoing outgoing{**message, {}, {}};
    Message &reply = outgoing.message;
    const auto ticket = writer.find<Ticket>(reply.ticket);
    const auto timeLine = writer.messagesOf(reply.ticket);
    if (!ticket) return tl::unexpected(ticket.error());
    if (!timeLine) return tl::unexpected(timeLine.error());
    if (!*ticket) return fail(Code::BadInput, u"the ticket is gone"_s);
    // From the first attempt on, the sender stays what it was.
    if (reply.sender.address.isEmpty()) {
        const auto sender = senderFor(writer, **ticket, settings);
        if (!sender) return tl::unexpected(sender.error());
        reply.sender = *sender;
    }
    reply.emailMessageId = mail::emailMessageIdOf(reply.id, settings.tenant);
    mail::OutgoingMail wanted;
    wanted.id = reply.id;
    wanted.tenant = settings.tenant;
    wanted.from = reply.sender;
    if (settings.replyTokens)
        wanted.replyTo = {reply.sender.name, settings.replyTokens->addressFor(reply.sender.address, **ticket)};
    wanted.to = reply.toAddresses;
    wanted.cc = reply.ccAddresses;
    wanted.subject = reply.subject;
    wanted.text = reply.text;
    wanted.inReplyTo = reply.emailInReplyTo;
    wanted.references = reply.emailReferences;
    wanted.isAutoReply = isAutomatic(reply);
    // RFC 3834 3.1.5: who wrote under another's name shall not have us send him his text.
    if (!wanted.isAutoReply) wanted.quoted = history(*timeLine, reply, (*ticket)->language);
    wanted.date = reply.at;
    auto content = mail::composeMail(wanted);
    if (!content) return tl::unexpected(content.error());
    outgoing.content = std::move(*content);
    outgoing.envelope.sender = reply.sender.address;
    outgoing.envelope.id = reply.id.value;
    outgoing.envelope.messageId = reply.emailMessageId;
    for (const EmailAddress &address : reply.toAddresses + reply.ccAddresses)
        outgoing.envelope.recipients += address.address;
    return outgoing;
}

} // namespace akwaba::jobs

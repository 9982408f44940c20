// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jobs/receivemail.h"
#include "tests/server/store/storefixture.h"

namespace akwaba::jobs {

/// A shop with one team that reads mail.
class Shop : public store::StoreFixture {
public:
    Shop()
    {
        sav.id = id<TeamId>();
        sav.name = QStringLiteral("SAV");
        sav.email = {QStringLiteral("Service client"), QStringLiteral("sav@shop.ci")};
        sav = put(sav);
    }

    static QByteArray mail(const QByteArray &headers, const QByteArray &body = "Bonjour")
    {
        QByteArray raw = "From: Zoe Tano <zoe@example.ci>\nTo: sav@shop.ci\nSubject: Toner vide\n"
                         "Date: Mon, 23 Nov 2026 08:59:00 +0000\n"
            + headers + "\n" + body + "\n";
        return raw.replace("\n", "\r\n");
    }

    MailReceipt receive(const QByteArray &raw, const QStringList &recipients = {QStringLiteral("sav@shop.ci")})
    {
        return must(receiveMail(*store, raw, recipients, settings));
    }

    Ticket ticketOf(const MailReceipt &receipt) { return *find<Ticket>(receipt.ticket); }

    /// A reply of ours on the ticket, sent.
    Message answer(const TicketId &ticket)
    {
        Message message;
        message.id = id<MessageId>();
        message.ticket = ticket;
        message.direction = Direction::Outgoing;
        message.author = {id<AgentId>().value};
        message.at = clock.now();
        message.delivery = Delivery::Sent;
        message.emailMessageId = message.id.value + QStringLiteral("@shop.ci");
        return put(message);
    }

    /// What the shop answers by itself, from now on.
    void answerByItself() { settings.answers = AnswerRules{sla::usualHours(), must(AnswerTemplates::load({}))}; }

    Team sav;
    ReceiveSettings settings;
};

} // namespace akwaba::jobs

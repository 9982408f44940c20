// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/intents/intentservice.h"
#include "tests/server/store/storefixture.h"

namespace akwaba::intents {

/// A small company: two agents of one team, one of another, a customer with a ticket; and consoles that send.
class IntentFixture : public store::StoreFixture {
public:
    IntentFixture()
        : service(must(IntentService::open(*store))), sav(team(QStringLiteral("SAV"))),
          sales(team(QStringLiteral("Ventes"))), awa(agent(QStringLiteral("Awa"), {sav.id})),
          yao(agent(QStringLiteral("Yao"), {sav.id})), stranger(agent(QStringLiteral("Koffi"), {sales.id})),
          fatou(customer(QStringLiteral("Fatou"))), ticket(StoreFixture::ticket(sav.id, fatou.id)),
          asAwa(caller(awa.id)), asYao(caller(yao.id)), asStranger(caller(stranger.id))
    {
        question = incoming(QStringLiteral("Mon toner fuit"));
    }

    Message incoming(const QString &text)
    {
        Message made;
        made.id = id<MessageId>();
        made.ticket = ticket.id;
        made.author = {fatou.id.value};
        made.text = text;
        made.at = clock.now();
        made.emailMessageId = made.id.value + QStringLiteral("@example.ci");
        return put(made);
    }

    Intent intent(const Command &command) { return makeIntent(command, clock, random); }

    Applied send(const Batch &batch)
    {
        std::optional<Result<Applied>> answer;
        service->apply(batch, [&answer](const Result<Applied> &applied) { answer = applied; });
        store->flush();
        return must(answer.value_or(fail(Code::Internal, QStringLiteral("no answer"))));
    }

    Outcome send(const store::Caller &as, const Intent &one)
    {
        return send(Batch{as, 0, {{++m_dseq[as.device.value], one}}}).outcomes.value(0);
    }
    Outcome send(const store::Caller &as, const Command &command) { return send(as, intent(command)); }

    Reply reply(const QString &text, const MessageId &basedOn)
    {
        Reply made;
        made.id = id<MessageId>();
        made.ticket = ticket.id;
        made.toAddresses = fatou.emails;
        made.text = text;
        made.basedOn = basedOn;
        return made;
    }

    Ticket now() { return *find<Ticket>(ticket.id); }
    QList<Message> timeLine() { return must(must(store->read()).messagesOf(ticket.id)); }

    std::unique_ptr<IntentService> service;
    Team sav, sales;
    Agent awa, yao, stranger;
    Customer fatou;
    Ticket ticket;
    Message question;
    store::Caller asAwa, asYao, asStranger;

private:
    QHash<QString, qint64> m_dseq;
};

} // namespace akwaba::intents

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/readmodel.h"
#include "ui/text/directories.h"

namespace akwaba::sample {

using namespace Qt::StringLiterals;

inline const QDateTime now(QDate(2026, 11, 17), QTime(15, 20), Qt::UTC);
inline const AgentId awa{u"a-awa"_s};
inline const AgentId ibrahim{u"a-ibrahim"_s};

inline Directories directories()
{
    Directories all;
    const auto agent = [](const AgentId &id, const QString &name) {
        Agent one;
        one.id = id;
        one.name = name;
        return one;
    };
    all.agents = {agent(awa, u"Awa Koné"_s), agent(ibrahim, u"Ibrahim Ouattara"_s)};
    all.teams = {Team{TeamId{u"e-n1"_s}, u"Support N1"_s, {}, true, 0}};
    Category technical;
    technical.id = CategoryId{u"k-tech"_s};
    technical.nameFr = u"Aide technique"_s;
    technical.nameEn = u"Technical help"_s;
    all.categories = {technical};
    all.tags = {Tag{TagId{u"g-toner"_s}, u"toner"_s, true, 0}, Tag{TagId{u"g-urgent"_s}, u"urgent"_s, true, 0}};
    return all;
}

inline QDateTime at(int day, int hour, int minute) { return {QDate(2026, 11, day), QTime(hour, minute), Qt::UTC}; }

inline Message fromCustomer(const QString &id, const QDateTime &when, const QString &text)
{
    Message message;
    message.id = MessageId{id};
    message.at = when;
    message.author = ActorId{u"c-rosine"_s};
    message.sender = {u"Rosine Bamba"_s, u"rosine@cabinet-bamba.example"_s};
    message.text = text;
    return message;
}

inline Message fromAgent(const QString &id, const QDateTime &when, const AgentId &who, const QString &text,
                         MessageKind kind = MessageKind::Public)
{
    Message message;
    message.id = MessageId{id};
    message.at = when;
    message.kind = kind;
    message.direction = Direction::Outgoing;
    message.author = ActorId{who.value};
    message.text = text;
    if (kind == MessageKind::Public) {
        message.toAddresses = {{u"Rosine Bamba"_s, u"rosine@cabinet-bamba.example"_s}};
        message.delivery = Delivery::Sent;
    }
    return message;
}

inline Message event(const QString &id, const QDateTime &when, const QString &field, const QString &to)
{
    Message message;
    message.id = MessageId{id};
    message.at = when;
    message.kind = MessageKind::Event;
    message.author = ActorId{awa.value};
    message.changes = {{field, {}, to}};
    return message;
}

/// The conversation of the mock-ups.
inline Conversation conversation()
{
    Conversation all;
    all.ticket.id = TicketId{u"t-4812"_s};
    all.ticket.number = u"A-4812"_s;
    all.ticket.subject = u"Traces noires sur chaque page"_s;
    all.ticket.status = TicketStatus::Open;
    all.ticket.priority = Priority::High;
    all.ticket.category = CategoryId{u"k-tech"_s};
    all.ticket.assignee = awa;
    all.ticket.team = TeamId{u"e-n1"_s};
    all.ticket.tags = {TagId{u"g-toner"_s}};
    all.customer.id = CustomerId{u"c-rosine"_s};
    all.customer.name = u"Rosine Bamba"_s;
    all.messages = {
        fromCustomer(u"m-1"_s, at(16, 9, 0),
                     u"Bonjour, depuis que nous avons posé le toner Brother TN-2410 reçu vendredi (commande "
                     "CMD-2026-01874), chaque page sort avec une trace noire verticale à gauche. Nous déposons un "
                     "dossier au greffe mercredi matin. Pouvez-vous nous aider rapidement ?"_s),
        fromAgent(u"m-2"_s, at(16, 10, 58), awa,
                  u"Bonjour Madame Bamba, merci pour le scan. Pourriez-vous imprimer la page de configuration et nous "
                  "indiquer la durée de vie du tambour ? Je reviens vers vous mardi avant 17:00."_s),
        event(u"m-3"_s, at(16, 10, 59), u"status"_s, u"waitingCustomer"_s),
        event(u"m-4"_s, at(16, 11, 0), u"priority"_s, u"high"_s),
        event(u"m-5"_s, at(16, 11, 1), u"category"_s, u"k-tech"_s),
        fromAgent(u"m-6"_s, at(16, 14, 20), ibrahim,
                  u"Lot 2611-B : deux autres retours cette semaine pour la même trace. Si le tambour dépasse 20 %, "
                  "échanger le toner sans attendre."_s,
                  MessageKind::Note),
        fromCustomer(u"m-7"_s, at(17, 15, 0),
                     u"Bonjour, voici la page : tambour 64 %, toner 98 %. Merci de faire vite, l’audience est jeudi.\n"
                     "\nLe 16 nov. 2026 à 10:58, Awa Koné a écrit :\n> Bonjour Madame Bamba, merci pour le scan.\n"
                     "> Pourriez-vous imprimer la page de configuration ?\n"_s),
    };
    Attachment picture;
    picture.id = AttachmentId{u"f-1"_s};
    picture.name = u"IMG_2041.jpg"_s;
    picture.type = u"image/jpeg"_s;
    picture.size = 1'234'000;
    all.attachments.insert(MessageId{u"m-7"_s}, {picture});
    all.seenAt = at(17, 9, 0);
    return all;
}

} // namespace akwaba::sample

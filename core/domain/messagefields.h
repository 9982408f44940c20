// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fields.h"
#include "core/domain/macrofields.h"
#include "core/domain/message.h"
#include "core/domain/valuefields.h"

namespace akwaba {

template <> struct Fields<Message> {
    static constexpr auto type = "Message";
    static constexpr auto all = std::tuple{
        field("id", &Message::id, Personal::No),
        field("ticket", &Message::ticket, Personal::No),
        field("kind", &Message::kind, Personal::No),
        field("direction", &Message::direction, Personal::No),
        field("channel", &Message::channel, Personal::No),
        field("author", &Message::author, Personal::Link, OnErasure::Replace, Purpose::Support, Retention::Ticket),
        field("at", &Message::at, Personal::No),
        field("writtenAt", &Message::writtenAt, Personal::No),
        field("subject", &Message::subject, Personal::FreeText, OnErasure::Replace, Purpose::Support, Retention::Ticket,
              FieldFlag::Searched),
        field("sender", &Message::sender, Personal::Direct, OnErasure::Replace, Purpose::Support, Retention::Ticket),
        field("toAddresses", &Message::toAddresses, Personal::Direct, OnErasure::Clear, Purpose::Support,
              Retention::Ticket),
        field("ccAddresses", &Message::ccAddresses, Personal::Direct, OnErasure::Clear, Purpose::Support,
              Retention::Ticket),
        field("html", &Message::html, Personal::FreeText, OnErasure::Replace, Purpose::Support, Retention::Ticket),
        field("text", &Message::text, Personal::FreeText, OnErasure::Replace, Purpose::Support, Retention::Ticket,
              FieldFlag::Searched),
        field("notices", &Message::notices, Personal::No),
        field("attachments", &Message::attachments, Personal::No),
        field("emailMessageId", &Message::emailMessageId, Personal::Direct, OnErasure::Clear, Purpose::Support,
              Retention::Ticket, FieldFlag::Verbatim),
        field("emailInReplyTo", &Message::emailInReplyTo, Personal::Direct, OnErasure::Clear, Purpose::Support,
              Retention::Ticket, FieldFlag::Verbatim),
        field("emailReferences", &Message::emailReferences, Personal::Direct, OnErasure::Clear, Purpose::Support,
              Retention::Ticket, FieldFlag::Verbatim),
        field("externalId", &Message::externalId, Personal::Direct, OnErasure::Clear, Purpose::Support,
              Retention::Ticket, FieldFlag::Verbatim),
        field("joinedBecause", &Message::joinedBecause, Personal::No),
        field("delivery", &Message::delivery, Personal::No),
        field("deliveryLog", &Message::deliveryLog, Personal::No),
        field("basedOn", &Message::basedOn, Personal::No),
        field("sendAfter", &Message::sendAfter, Personal::No),
        field("callSeconds", &Message::callSeconds, Personal::No),
        field("ringSeconds", &Message::ringSeconds, Personal::No),
        field("callOutcome", &Message::callOutcome, Personal::No),
        field("changes", &Message::changes, Personal::FreeText, OnErasure::Replace, Purpose::Support,
              Retention::Ticket),
        field("rev", &Message::rev, Personal::No),
    };
};

template <> struct Fields<Attachment> {
    static constexpr auto type = "Attachment";
    static constexpr auto all = std::tuple{
        field("id", &Attachment::id, Personal::No),
        field("message", &Attachment::message, Personal::No),
        field("ticket", &Attachment::ticket, Personal::No),
        field("name", &Attachment::name, Personal::FreeText, OnErasure::Replace, Purpose::Support, Retention::Ticket,
              FieldFlag::Searched),
        field("type", &Attachment::type, Personal::No),
        field("size", &Attachment::size, Personal::No),
        field("blob", &Attachment::blob, Personal::Link, OnErasure::Delete, Purpose::Support, Retention::Ticket),
        field("contentId", &Attachment::contentId, Personal::No),
        field("inline", &Attachment::isInline, Personal::No),
        field("rev", &Attachment::rev, Personal::No),
    };
};

template <> struct Fields<Draft> {
    static constexpr auto type = "Draft";
    static constexpr auto all = std::tuple{
        field("id", &Draft::id, Personal::No),
        field("agent", &Draft::agent, Personal::Link, OnErasure::Keep, Purpose::Support, Retention::Draft),
        field("device", &Draft::device, Personal::No),
        field("ticket", &Draft::ticket, Personal::No),
        field("form", &Draft::form, Personal::No),
        field("visibility", &Draft::visibility, Personal::No),
        field("toAddresses", &Draft::toAddresses, Personal::Direct, OnErasure::Clear, Purpose::Support,
              Retention::Draft),
        field("ccAddresses", &Draft::ccAddresses, Personal::Direct, OnErasure::Clear, Purpose::Support,
              Retention::Draft),
        field("text", &Draft::text, Personal::FreeText, OnErasure::Delete, Purpose::Support, Retention::Draft),
        field("steps", &Draft::steps, Personal::No),
        field("basedOn", &Draft::basedOn, Personal::No),
        field("writtenAt", &Draft::writtenAt, Personal::No),
        field("rev", &Draft::rev, Personal::No),
    };
};

} // namespace akwaba

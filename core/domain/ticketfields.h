// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fields.h"
#include "core/domain/ticket.h"
#include "core/domain/valuefields.h"

namespace akwaba {

template <> struct Fields<Ticket> {
    static constexpr auto type = "Ticket";
    static constexpr auto all = std::tuple{
        field("id", &Ticket::id, Personal::No),
        field("number", &Ticket::number, Personal::No),
        field("subject", &Ticket::subject, Personal::FreeText, OnErasure::Replace, Purpose::Support, Retention::Ticket,
              FieldFlag::Searched),
        field("status", &Ticket::status, Personal::No),
        field("priority", &Ticket::priority, Personal::No),
        field("complexity", &Ticket::complexity, Personal::No),
        field("channel", &Ticket::channel, Personal::No),
        field("category", &Ticket::category, Personal::No),
        field("tags", &Ticket::tags, Personal::No),
        field("language", &Ticket::language, Personal::No),
        field("customer", &Ticket::customer, Personal::Link, OnErasure::Replace, Purpose::Support, Retention::Ticket),
        field("order", &Ticket::order, Personal::Link, OnErasure::Replace, Purpose::Support, Retention::Ticket),
        field("product", &Ticket::product, Personal::No),
        field("team", &Ticket::team, Personal::No),
        field("assignee", &Ticket::assignee, Personal::Link, OnErasure::Keep, Purpose::Administration,
              Retention::Ticket),
        field("customerOwner", &Ticket::customerOwner, Personal::Link, OnErasure::Keep, Purpose::Administration,
              Retention::Ticket),
        field("followers", &Ticket::followers, Personal::Link, OnErasure::Keep, Purpose::Administration,
              Retention::Ticket),
        field("receivedAt", &Ticket::receivedAt, Personal::No),
        field("firstResponseAt", &Ticket::firstResponseAt, Personal::No),
        field("lastCustomerMessageAt", &Ticket::lastCustomerMessageAt, Personal::No),
        field("lastAgentMessageAt", &Ticket::lastAgentMessageAt, Personal::No),
        field("waitingSince", &Ticket::waitingSince, Personal::No),
        field("snoozedUntil", &Ticket::snoozedUntil, Personal::No),
        field("resolvedAt", &Ticket::resolvedAt, Personal::No),
        field("closedAt", &Ticket::closedAt, Personal::No),
        field("loopStoppedAt", &Ticket::loopStoppedAt, Personal::No),
        field("cause", &Ticket::cause, Personal::FreeText, OnErasure::Replace, Purpose::Support, Retention::Ticket),
        field("solution", &Ticket::solution, Personal::FreeText, OnErasure::Replace, Purpose::Support,
              Retention::Ticket, FieldFlag::Searched),
        field("mergedInto", &Ticket::mergedInto, Personal::No),
        field("splitFrom", &Ticket::splitFrom, Personal::No),
        field("parent", &Ticket::parent, Personal::No),
        field("links", &Ticket::links, Personal::No),
        field("policy", &Ticket::policy, Personal::No),
        field("rev", &Ticket::rev, Personal::No),
    };
};

} // namespace akwaba

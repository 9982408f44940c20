// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fields.h"
#include "core/domain/notice.h"

namespace akwaba {

template <> struct Fields<Notice> {
    static constexpr auto type = "Notice";
    static constexpr auto all = std::tuple{
        field("id", &Notice::id, Personal::No),
        field("agent", &Notice::agent, Personal::Link, OnErasure::Keep, Purpose::Support, Retention::Ticket),
        field("kind", &Notice::kind, Personal::No),
        field("at", &Notice::at, Personal::No),
        field("tickets", &Notice::tickets, Personal::Link, OnErasure::Delete, Purpose::Support, Retention::Ticket),
        field("count", &Notice::count, Personal::No),
        field("target", &Notice::target, Personal::No),
        field("dueAt", &Notice::dueAt, Personal::No),
        field("readAt", &Notice::readAt, Personal::No),
        field("rev", &Notice::rev, Personal::No),
    };
};

} // namespace akwaba

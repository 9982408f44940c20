// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fields.h"
#include "core/protocol/intent.h"

namespace akwaba {

template <> struct Fields<Intent> {
    static constexpr auto type = "Intent";
    static constexpr auto all = std::tuple{
        field("iid", &Intent::iid, Personal::No),
        field("op", &Intent::op, Personal::No),
        field("opver", &Intent::opver, Personal::No),
        field("entity", &Intent::entity, Personal::No),
        field("args", &Intent::args, Personal::FreeText, OnErasure::Delete, Purpose::Support, Retention::Ticket),
        field("baseRev", &Intent::baseRev, Personal::No),
        field("deps", &Intent::deps, Personal::No),
        field("subjects", &Intent::subjects, Personal::Link, OnErasure::Delete, Purpose::Support, Retention::Ticket),
        field("writtenAt", &Intent::writtenAt, Personal::No),
    };
};

template <> struct Fields<Outcome> {
    static constexpr auto type = "Outcome";
    static constexpr auto all = std::tuple{
        field("iid", &Outcome::iid, Personal::No),
        field("outcome", &Outcome::kind, Personal::No),
        field("reason", &Outcome::reason, Personal::No),
        field("seq", &Outcome::seq, Personal::No),
        field("rev", &Outcome::rev, Personal::No),
        field("entity", &Outcome::entity, Personal::No),
        field("patch", &Outcome::patch, Personal::FreeText, OnErasure::Delete, Purpose::Support, Retention::Ticket),
    };
};

} // namespace akwaba

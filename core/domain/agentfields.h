// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agent.h"
#include "core/domain/fields.h"
#include "core/domain/valuefields.h"

namespace akwaba {

template <> struct Fields<Agent> {
    static constexpr auto type = "Agent";
    static constexpr auto all = std::tuple{
        field("id", &Agent::id, Personal::No),
        field("name", &Agent::name, Personal::Direct, OnErasure::Replace, Purpose::Administration, Retention::Account),
        field("email", &Agent::email, Personal::Direct, OnErasure::Clear, Purpose::Administration, Retention::Account),
        field("roles", &Agent::roles, Personal::No),
        field("teams", &Agent::teams, Personal::No),
        field("state", &Agent::state, Personal::No),
        field("language", &Agent::language, Personal::No),
        field("active", &Agent::active, Personal::No),
        field("rev", &Agent::rev, Personal::No),
    };
};

template <> struct Fields<Team> {
    static constexpr auto type = "Team";
    static constexpr auto all = std::tuple{
        field("id", &Team::id, Personal::No),       field("name", &Team::name, Personal::No),
        field("email", &Team::email, Personal::No), field("active", &Team::active, Personal::No),
        field("rev", &Team::rev, Personal::No),
    };
};

template <> struct Fields<Category> {
    static constexpr auto type = "Category";
    static constexpr auto all = std::tuple{
        field("id", &Category::id, Personal::No),
        field("parent", &Category::parent, Personal::No),
        field("nameFr", &Category::nameFr, Personal::No),
        field("nameEn", &Category::nameEn, Personal::No),
        field("requiredAtClose", &Category::requiredAtClose, Personal::No),
        field("position", &Category::position, Personal::No),
        field("active", &Category::active, Personal::No),
        field("rev", &Category::rev, Personal::No),
    };
};

template <> struct Fields<Tag> {
    static constexpr auto type = "Tag";
    static constexpr auto all = std::tuple{
        field("id", &Tag::id, Personal::No),
        field("name", &Tag::name, Personal::No),
        field("active", &Tag::active, Personal::No),
        field("rev", &Tag::rev, Personal::No),
    };
};

template <> struct Fields<View> {
    static constexpr auto type = "View";
    static constexpr auto all = std::tuple{
        field("id", &View::id, Personal::No),
        field("owner", &View::owner, Personal::Link, OnErasure::Delete, Purpose::Administration, Retention::Account),
        field("team", &View::team, Personal::No),
        field("name", &View::name, Personal::FreeText, OnErasure::Delete, Purpose::Administration, Retention::Account),
        field("conditions", &View::conditions, Personal::No),
        field("columns", &View::columns, Personal::No),
        field("sort", &View::sort, Personal::No),
        field("group", &View::group, Personal::No),
        field("position", &View::position, Personal::No),
        field("rev", &View::rev, Personal::No),
    };
};

template <> struct Fields<Device> {
    static constexpr auto type = "Device";
    static constexpr auto all = std::tuple{
        field("id", &Device::id, Personal::No),
        field("agent", &Device::agent, Personal::Link, OnErasure::Delete, Purpose::Administration, Retention::Device),
        field("name", &Device::name, Personal::Direct, OnErasure::Delete, Purpose::Administration, Retention::Device),
        field("version", &Device::version, Personal::No),
        field("state", &Device::state, Personal::No),
        field("publicKey", &Device::publicKey, Personal::No),
        field("leaseUntil", &Device::leaseUntil, Personal::No),
        field("lastSeenAt", &Device::lastSeenAt, Personal::Link, OnErasure::Delete, Purpose::Administration,
              Retention::Device),
        field("rev", &Device::rev, Personal::No),
    };
};

} // namespace akwaba

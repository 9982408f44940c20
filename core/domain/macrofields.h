// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fields.h"
#include "core/domain/macro.h"
#include "core/domain/valuefields.h"

namespace akwaba {

// Written for any customer: what is personal stands in the values that they ask for, which are not kept here.

template <> struct Fields<TextModule> {
    static constexpr auto type = "TextModule";
    static constexpr auto all = std::tuple{
        field("id", &TextModule::id, Personal::No),           field("name", &TextModule::name, Personal::No),
        field("keyword", &TextModule::keyword, Personal::No), field("textFr", &TextModule::textFr, Personal::No),
        field("textEn", &TextModule::textEn, Personal::No),   field("team", &TextModule::team, Personal::No),
        field("active", &TextModule::active, Personal::No),   field("rev", &TextModule::rev, Personal::No),
    };
};

template <> struct Fields<MacroStep> {
    static constexpr auto type = "MacroStep";
    static constexpr auto all = std::tuple{
        field("act", &MacroStep::act, Personal::No),
        field("value", &MacroStep::value, Personal::No),
        field("textFr", &MacroStep::textFr, Personal::No),
        field("textEn", &MacroStep::textEn, Personal::No),
    };
};

template <> struct Fields<Macro> {
    static constexpr auto type = "Macro";
    static constexpr auto all = std::tuple{
        field("id", &Macro::id, Personal::No),
        field("nameFr", &Macro::nameFr, Personal::No),
        field("nameEn", &Macro::nameEn, Personal::No),
        field("team", &Macro::team, Personal::No),
        field("conditions", &Macro::conditions, Personal::No),
        field("places", &Macro::places, Personal::No),
        field("steps", &Macro::steps, Personal::No),
        field("position", &Macro::position, Personal::No),
        field("active", &Macro::active, Personal::No),
        field("rev", &Macro::rev, Personal::No),
    };
};

} // namespace akwaba

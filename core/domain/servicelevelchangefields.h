// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/servicelevelchange.h"
#include "core/domain/servicelevelfields.h"

namespace akwaba {

template <> struct Fields<RuleEffect> {
    static constexpr auto type = "RuleEffect";
    static constexpr auto all = std::tuple{
        field("looked", &RuleEffect::looked, Personal::No),
        field("moved", &RuleEffect::moved, Personal::No),
        field("becomeLate", &RuleEffect::becomeLate, Personal::No),
        field("noLongerLate", &RuleEffect::noLongerLate, Personal::No),
    };
};

template <> struct Fields<SkippedHoliday> {
    static constexpr auto type = "SkippedHoliday";
    static constexpr auto all = std::tuple{
        field("name", &SkippedHoliday::name, Personal::No),
        field("day", &SkippedHoliday::day, Personal::No),
        field("why", &SkippedHoliday::why, Personal::No),
    };
};

template <> struct Fields<HolidayImport> {
    static constexpr auto type = "HolidayImport";
    static constexpr auto all = std::tuple{
        field("added", &HolidayImport::added, Personal::No),
        field("skipped", &HolidayImport::skipped, Personal::No),
    };
};

} // namespace akwaba

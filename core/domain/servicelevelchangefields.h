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
        field("begun", &RuleEffect::begun, Personal::No),
        field("ended", &RuleEffect::ended, Personal::No),
    };
};

template <> struct Fields<CalendarEdit> {
    static constexpr auto type = "CalendarEdit";
    static constexpr auto all = std::tuple{
        field("id", &CalendarEdit::id, Personal::No),         field("ifRev", &CalendarEdit::ifRev, Personal::No),
        field("nameFr", &CalendarEdit::nameFr, Personal::No), field("nameEn", &CalendarEdit::nameEn, Personal::No),
        field("active", &CalendarEdit::active, Personal::No), field("version", &CalendarEdit::version, Personal::No),
    };
};

template <> struct Fields<PolicyEdit> {
    static constexpr auto type = "PolicyEdit";
    static constexpr auto all = std::tuple{
        field("id", &PolicyEdit::id, Personal::No),           field("ifRev", &PolicyEdit::ifRev, Personal::No),
        field("nameFr", &PolicyEdit::nameFr, Personal::No),   field("nameEn", &PolicyEdit::nameEn, Personal::No),
        field("version", &PolicyEdit::version, Personal::No),
    };
};

template <> struct Fields<PolicyMatch> {
    static constexpr auto type = "PolicyMatch";
    static constexpr auto all = std::tuple{
        field("policy", &PolicyMatch::policy, Personal::No),
        field("fitting", &PolicyMatch::fitting, Personal::No),
        field("taken", &PolicyMatch::taken, Personal::No),
        field("numbers", &PolicyMatch::numbers, Personal::No),
    };
};

template <> struct Fields<PolicyWarning> {
    static constexpr auto type = "PolicyWarning";
    static constexpr auto all = std::tuple{
        field("why", &PolicyWarning::why, Personal::No),
        field("policy", &PolicyWarning::policy, Personal::No),
        field("other", &PolicyWarning::other, Personal::No),
        field("tickets", &PolicyWarning::tickets, Personal::No),
    };
};

template <> struct Fields<PolicyTrial> {
    static constexpr auto type = "PolicyTrial";
    static constexpr auto all = std::tuple{
        field("effect", &PolicyTrial::effect, Personal::No),
        field("tickets", &PolicyTrial::tickets, Personal::No),
        field("matches", &PolicyTrial::matches, Personal::No),
        field("warnings", &PolicyTrial::warnings, Personal::No),
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

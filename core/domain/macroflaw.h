// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/macro.h"

#include <QSet>

#include <optional>

/// What text modules and macros have to be like before others may use them: the same for the form and for the server.
namespace akwaba {

inline constexpr int longestMacroName = 100; // letters, also of a keyword
inline constexpr int longestMacroText = 20000;
inline constexpr int mostMacroSteps = 30;
inline constexpr int longestSnoozeMinutes = 60 * 24 * 60;

enum class MacroFlaw {
    NoName, ///< of a macro in one of the languages
    LongText,
    NoText,
    NoKeyword,
    KeywordWithBlank, ///< or with another sign that ends it as one types
    KeywordTaken,
    UnknownVariable,
    UnknownTeam,
    UnknownTag,
    UnknownCategory,
    UnknownAgent,
    UnknownField, ///< of a condition
    NoValue, ///< of a condition, or of a step
    NoStep,
    ManySteps,
    TwoTexts, ///< one can write one thing at a time
    StepTwice, ///< of what a ticket has one only
};
template <> struct EnumNames<MacroFlaw> {
    static constexpr auto all = std::to_array<std::string_view>(
        {"noName", "longText", "noText", "noKeyword", "keywordWithBlank", "keywordTaken", "unknownVariable",
         "unknownTeam", "unknownTag", "unknownCategory", "unknownAgent", "unknownField", "noValue", "noStep",
         "manySteps", "twoTexts", "stepTwice"});
};

/// What they may name.
struct MacroSurroundings {
    QList<TextModule> modules;
    QSet<TeamId> teams;
    QSet<TagId> tags;
    QSet<CategoryId> categories;
    QSet<AgentId> agents;
    QStringList conditionFields;
};

[[nodiscard]] std::optional<MacroFlaw> flawOf(const TextModule &module, const MacroSurroundings &known);
[[nodiscard]] std::optional<MacroFlaw> flawOf(const Macro &macro, const MacroSurroundings &known);

/// The statuses that a macro may set.
[[nodiscard]] const QList<TicketStatus> &macroStatuses();

} // namespace akwaba

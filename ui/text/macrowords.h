// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/macroflaw.h"
#include "core/domain/variables.h"
#include "ui/text/directories.h"
#include "ui/text/eventwords.h"

class QDateTime;

/// What is said of text modules and macros.
namespace akwaba {

/// What a variable stands for.
[[nodiscard]] QString word(Variable value);
[[nodiscard]] QString word(MacroAct value);
[[nodiscard]] QString word(MacroPlace value);

/// A step as short as a chip wants it: "Resolved", "+toner", "→ Experts, tier 2". `nameOf` knows tags, teams, agents
/// and categories.
[[nodiscard]] QString chipText(const MacroStep &step, const NameOf &nameOf);
/// The same in a whole phrase, for those who can't see that it is a chip.
[[nodiscard]] QString phrase(const MacroStep &step, const NameOf &nameOf);
/// What the macro does, step by step.
[[nodiscard]] QString summary(const Macro &macro, const NameOf &nameOf);
/// A number of minutes, as somebody would say it.
[[nodiscard]] QString stretch(int minutes);

/// A date as the language of a text writes it, in the local zone; empty for an invalid one.
[[nodiscard]] QString writtenDate(const QDateTime &at, const QString &language);
/// The values of nobody, for those who write such texts.
[[nodiscard]] VariableValues sampleValues(const QString &language);

/// What a text still asks for, and what to do about it; empty where it asks for nothing.
[[nodiscard]] QString openSentence(const QStringList &names);

/// All that they may name, as far as it is here.
[[nodiscard]] MacroSurroundings macroSurroundings(const Directories &directories);
/// What is wrong, and what to do about it.
[[nodiscard]] QString sentence(MacroFlaw flaw);
[[nodiscard]] QString whyMacroRefused(const Error &error);

} // namespace akwaba

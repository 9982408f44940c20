// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/servicelevelchange.h"
#include "ui/text/eventwords.h"

/// What is said of calendars and policies that somebody edits.
namespace akwaba {

/// What is wrong, and what to do about it.
[[nodiscard]] QString sentence(RuleFlaw flaw);
/// "17 due dates move, 3 become late, 5 are no longer late."
[[nodiscard]] QString sentence(const RuleEffect &effect);
/// How much was looked at for it.
[[nodiscard]] QString extentOf(const RuleEffect &effect);
/// "“Chat” and “Urgent” can both fit: “Chat” counts, now for 3 open tickets." `nameOf` knows the policies.
[[nodiscard]] QString sentence(const PolicyWarning &warning, const NameOf &nameOf);
/// Of one that can fit the same tickets as these.
[[nodiscard]] QString overlapSentence(const QStringList &names);
/// "It takes 12 of 340 open tickets: A-10481, A-10482, …"
[[nodiscard]] QString sentence(const PolicyMatch &match, qint64 tickets);

/// What the server refuses is said in other words than a ticket's.
[[nodiscard]] QString whyRefused(const Error &error);

[[nodiscard]] QString nameOf(const Calendar &calendar);
[[nodiscard]] QString nameOf(const SlaPolicy &policy);

} // namespace akwaba

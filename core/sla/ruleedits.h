// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/servicelevelchange.h"
#include "core/sla/facts.h"

/// What calendars and policies have to be like before they count: the same for the form and for the server.
namespace akwaba::sla {

inline constexpr int longestRuleText = 200; // letters of a name, or of a reason
inline constexpr int longestTargetDays = 366;

/// Whatever can be said of it alone; the reason is looked at by reasonFlaw().
[[nodiscard]] std::optional<RuleFlaw> flawOf(const CalendarEdit &edit);
/// The same, with the calendars that its targets may count on.
[[nodiscard]] std::optional<RuleFlaw> flawOf(const PolicyEdit &edit, const QList<Calendar> &calendars);
[[nodiscard]] std::optional<RuleFlaw> reasonFlaw(const QString &reason);
/// Of the policies together, in every edition from `at` on: the last takes every ticket, and no two stand at one
/// position (rule 14).
[[nodiscard]] std::optional<RuleFlaw> flawOf(const QList<SlaPolicy> &policies, qint64 at);
/// Whether a policy that counts at `at`, or will, counts on this calendar.
[[nodiscard]] bool isUsed(const CalendarId &calendar, const QList<SlaPolicy> &policies, qint64 at);

/// False where no ticket can ever be as both want it; of one alone: where it contradicts itself.
[[nodiscard]] bool canBothHold(const QList<FieldCondition> &one, const QList<FieldCondition> &other);

/// What conditions may ask for (rule 15), by wire names.
[[nodiscard]] const QStringList &conditionFields();

} // namespace akwaba::sla

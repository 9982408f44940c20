// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/servicelevels/holidaydecision.h"
#include "core/domain/escalation.h"
#include "core/domain/servicelevelchange.h"

/// What becomes of calendars and policies where somebody edits them: another version behind those that there are, with
/// his name (sla.md rule 17). What stays the same gets none. Code::BadInput with the name of the RuleFlaw as its
/// detail, Code::NotFound for an id that is none, Code::Conflict where an edit was made of an older one.
namespace akwaba::servicelevels {

/// All that calendars and policies are judged by.
struct KnownRules {
    QList<Calendar> calendars;
    QList<SlaPolicy> policies;
    QList<EscalationPath> paths;
};

[[nodiscard]] Result<Calendar> decided(const KnownRules &known, const CalendarEdit &edit, const Decision &decision);
/// Those that are others then; they are changed together, since their order is one thing. At most one is new.
[[nodiscard]] Result<QList<SlaPolicy>> decided(const KnownRules &known, const QList<PolicyEdit> &edits,
                                               const Decision &decision);

/// The policies with these in the place of those before.
[[nodiscard]] QList<SlaPolicy> policiesWith(QList<SlaPolicy> policies, const QList<SlaPolicy> &others);

[[nodiscard]] tl::unexpected<Error> refused(RuleFlaw flaw);

} // namespace akwaba::servicelevels

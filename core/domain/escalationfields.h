// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/escalation.h"
#include "core/domain/fields.h"
#include "core/domain/servicelevelfields.h"

namespace akwaba {

template <> struct Fields<EscalationPath> {
    static constexpr auto type = "EscalationPath";
    static constexpr auto all = std::tuple{
        field("id", &EscalationPath::id, Personal::No),
        field("nameFr", &EscalationPath::nameFr, Personal::No),
        field("nameEn", &EscalationPath::nameEn, Personal::No),
        field("kind", &EscalationPath::kind, Personal::No),
        field("tier", &EscalationPath::tier, Personal::No),
        field("team", &EscalationPath::team, Personal::No),
        field("targets", &EscalationPath::targets, Personal::No),
        field("otherwise", &EscalationPath::otherwise, Personal::No),
        field("stepsFr", &EscalationPath::stepsFr, Personal::No),
        field("stepsEn", &EscalationPath::stepsEn, Personal::No),
        field("position", &EscalationPath::position, Personal::No),
        field("active", &EscalationPath::active, Personal::No),
        field("rev", &EscalationPath::rev, Personal::No),
    };
};

template <> struct Fields<Escalation> {
    static constexpr auto type = "Escalation";
    static constexpr auto all = std::tuple{
        field("id", &Escalation::id, Personal::No),
        field("ticket", &Escalation::ticket, Personal::No),
        field("path", &Escalation::path, Personal::No),
        field("kind", &Escalation::kind, Personal::No),
        field("state", &Escalation::state, Personal::No),
        field("tier", &Escalation::tier, Personal::No),
        field("reason", &Escalation::reason, Personal::No),
        field("tried", &Escalation::tried, Personal::FreeText, OnErasure::Clear, Purpose::Support, Retention::Ticket),
        field("asked", &Escalation::asked, Personal::FreeText, OnErasure::Replace, Purpose::Support, Retention::Ticket),
        field("fromTeam", &Escalation::fromTeam, Personal::No),
        field("fromAgent", &Escalation::fromAgent, Personal::Link, OnErasure::Keep, Purpose::Administration,
              Retention::Ticket),
        field("team", &Escalation::team, Personal::No),
        field("openedBy", &Escalation::openedBy, Personal::Link, OnErasure::Keep, Purpose::Administration,
              Retention::Ticket),
        field("openedAt", &Escalation::openedAt, Personal::No),
        field("pickupDueAt", &Escalation::pickupDueAt, Personal::No),
        field("acceptedBy", &Escalation::acceptedBy, Personal::Link, OnErasure::Keep, Purpose::Administration,
              Retention::Ticket),
        field("acceptedAt", &Escalation::acceptedAt, Personal::No),
        field("stepDueAt", &Escalation::stepDueAt, Personal::No),
        field("promisedAt", &Escalation::promisedAt, Personal::No),
        field("notice", &Escalation::notice, Personal::No),
        field("noticeWaived", &Escalation::noticeWaived, Personal::FreeText, OnErasure::Replace, Purpose::Support,
              Retention::Ticket),
        field("slips", &Escalation::slips, Personal::No),
        field("bounces", &Escalation::bounces, Personal::No),
        field("answer", &Escalation::answer, Personal::FreeText, OnErasure::Replace, Purpose::Support,
              Retention::Ticket),
        field("cause", &Escalation::cause, Personal::FreeText, OnErasure::Replace, Purpose::Support, Retention::Ticket),
        field("faqCandidate", &Escalation::faqCandidate, Personal::No),
        field("note", &Escalation::note, Personal::FreeText, OnErasure::Replace, Purpose::Support, Retention::Ticket),
        field("handedBackAt", &Escalation::handedBackAt, Personal::No),
        field("closedAt", &Escalation::closedAt, Personal::No),
        field("follows", &Escalation::follows, Personal::No),
        field("rev", &Escalation::rev, Personal::No),
    };
};

} // namespace akwaba

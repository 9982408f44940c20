// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/holidaydecision.h"

#include "core/sla/rules.h"

using namespace Qt::StringLiterals;

namespace akwaba::servicelevels {

namespace {

bool mayBecome(const Holiday &before, const Holiday &wanted)
{
    switch (before.state) {
    case HolidayState::Planned: return true;
    case HolidayState::Confirmed: return wanted.state != HolidayState::Planned && sla::closeAlike(before, wanted);
    case HolidayState::Cancelled: return false;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<Holiday> decided(const std::optional<Holiday> &known, Holiday wanted, const Decision &decision)
{
    const Holiday before = known.value_or(Holiday());
    if (sla::flawOf(wanted)) return fail(Code::BadInput, u"holiday"_s);
    if (wanted.rev != before.rev) return fail(Code::Conflict, u"holiday"_s);
    if (!known && wanted.state == HolidayState::Cancelled) return fail(Code::BadInput, u"cancelled holiday"_s);
    if (!mayBecome(before, wanted)) return fail(Code::BadInput, u"decided holiday"_s);
    wanted.nameFr = wanted.nameFr.trimmed();
    wanted.nameEn = wanted.nameEn.trimmed();
    wanted.confirmedAt = before.confirmedAt;
    wanted.cancelledAt = before.cancelledAt;
    wanted.decidedBy = before.decidedBy;
    wanted.cancelledBy = before.cancelledBy;
    if (wanted.state == before.state) return wanted;
    const bool isConfirmed = wanted.state == HolidayState::Confirmed;
    (isConfirmed ? wanted.confirmedAt : wanted.cancelledAt) = decision.at;
    (isConfirmed ? wanted.decidedBy : wanted.cancelledBy) = decision.by;
    return wanted;
}

} // namespace akwaba::servicelevels

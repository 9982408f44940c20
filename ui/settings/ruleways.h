// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/domain/servicelevelchange.h"

#include <functional>

namespace akwaba {

/// The way to calendars and policies at the server; empty where there is none.
struct RuleWays {
    std::function<QFuture<Result<RuleEffect>>(const CalendarEdit &)> tryCalendar;
    std::function<QFuture<Result<Calendar>>(const CalendarEdit &)> setCalendar;
    std::function<QFuture<Result<PolicyTrial>>(const QList<PolicyEdit> &)> tryPolicies;
    std::function<QFuture<Result<QList<SlaPolicy>>>(const QList<PolicyEdit> &)> setPolicies;
};

} // namespace akwaba

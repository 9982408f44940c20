// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/holidayways.h"
#include "ui/settings/trialpanel.h"

namespace akwaba {

/// What it would do if the holiday became so.
[[nodiscard]] Trial trialOf(const Holiday &wanted, const HolidayWays &ways);

} // namespace akwaba

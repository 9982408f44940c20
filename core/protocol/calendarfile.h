// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sla/schedule.h"

class QByteArray;
class QJsonObject;

namespace akwaba {

/// A calendar as it stands in a file: {"zone": "Africa/Abidjan", "weekly": {"mon": [["08:00", "12:00"]]}, "holidays":
/// ["2026-12-25"], "overrides": {"2026-12-24": [["08:00", "12:00"]]}, "breaks": {...}}, where all but zone and weekly
/// may be left out. Code::BadInput names the place of what is wrong; a calendar that is never open is wrong too.
[[nodiscard]] Result<sla::Schedule> readSchedule(const QByteArray &content);
[[nodiscard]] Result<sla::Schedule> scheduleOf(const QJsonObject &object);

} // namespace akwaba

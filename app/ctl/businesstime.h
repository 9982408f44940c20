// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>

namespace akwaba::ctl {

/// What `akwabactl sla` is asked, as one object: {"op": "due", "calendar": {...}, "start": ISO, "seconds": N} (or
/// "minutes", or "days" for working days), {"op": "elapsed", "from", "to"}, {"op": "open" or "next_open", "at"}, {"op":
/// "intervals", "from", "to"}; the calendar "always" is open day and night; due and elapsed may have "pauses": [[ISO,
/// ISO], ...]. Answers {"due"}, {"seconds"}, {"open", "nextOpen"} or
/// {"intervals"}, instants in UTC, null where there is none. Code::BadInput names what is wrong.
[[nodiscard]] Result<QJsonObject> businessTime(const QJsonObject &question);

} // namespace akwaba::ctl

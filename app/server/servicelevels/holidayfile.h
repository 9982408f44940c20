// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/servicelevelchange.h"

namespace akwaba::servicelevels {

/// The whole days of an iCalendar file (RFC 5545) as planned holidays, and what in it is none. An event keeps its id
/// however often its file is read. Code::BadInput for what is no such file, is cut off or too large, or has too many
/// events; Code::NotFound where no event is in it.
[[nodiscard]] Result<HolidayImport> readHolidays(const QByteArray &ics);

/// Leaves out what is among `known`: by its id, or by day and name.
void skipKnown(HolidayImport &import, const QList<Holiday> &known);

} // namespace akwaba::servicelevels

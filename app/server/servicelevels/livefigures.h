// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/livefigures.h"
#include "core/sla/rules.h"

#include <QSet>

namespace akwaba::store {
class Reader;
} // namespace akwaba::store

namespace akwaba::servicelevels {

/// The calendar of the company's opening hours: the one that most targets of the policies in force count with; of
/// several the one with the least open time. Null where none counts.
[[nodiscard]] const sla::CalendarInForce *openingHoursOf(const sla::Edition &edition, qint64 at);

/// All figures as of `now`, over all teams. `connected` are agents with a device that is there, besides those who
/// asked for something in the last minutes.
[[nodiscard]] Result<LiveFigures> liveFigures(const store::Reader &reader, const QDateTime &now,
                                              const QSet<AgentId> &connected);

} // namespace akwaba::servicelevels

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/writer.h"

/// What was told of clocks, and the notices that told it.
namespace akwaba::store {

/// One clock, and when it is to be looked at next whether somebody has to be told of it; nothing: not any more, unless
/// something happens to it.
struct NextAlarm {
    TicketId ticket;
    Target target = Target::FirstResponse;
    int instance = 1;
    std::optional<qint64> at;
    bool operator==(const NextAlarm &) const = default;
};

/// Those that are to be looked at by now, the one that has waited longest first.
[[nodiscard]] Result<QList<NextAlarm>> alarmsBy(Database &database, qint64 now, int limit);
/// When the next one is; nothing where none is.
[[nodiscard]] Result<std::optional<qint64>> nextAlarm(Database &database, qint64 now);
[[nodiscard]] Result<void> keepNext(Writer &writer, const QList<NextAlarm> &next);

/// A step of a clock that was told then.
struct ToldStep {
    TicketId ticket;
    Target target = Target::FirstResponse;
    int instance = 1;
    int step = 0;
    qint64 at = 0;
    bool operator==(const ToldStep &) const = default;
};

[[nodiscard]] Result<QList<ToldStep>> toldSteps(Database &database, const QStringList &tickets);
[[nodiscard]] Result<void> keepTold(Writer &writer, const QList<ToldStep> &steps);
/// Those that were told before this instant of clocks that have ended.
[[nodiscard]] Result<void> forgetTold(Writer &writer, qint64 before);

[[nodiscard]] Result<QStringList> noticesBefore(Database &database, qint64 at, int limit);
[[nodiscard]] Result<QStringList> noticesThatName(const Reader &reader, const QStringList &tickets);

} // namespace akwaba::store

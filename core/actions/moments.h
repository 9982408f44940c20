// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>

/// The moments that are offered where one is to be chosen: pure, in the zone of `now`, in their order, all after it.
/// Whoever wants another one types it.
namespace akwaba {

/// Until when a customer may be told to wait: the end of this afternoon, noon and the end of the next two working days
/// (Monday to Friday).
[[nodiscard]] QList<QDateTime> promiseMoments(const QDateTime &now);
/// Until when a ticket may sleep: one and three hours, the next morning, and Monday's.
[[nodiscard]] QList<QDateTime> snoozeMoments(const QDateTime &now);

} // namespace akwaba

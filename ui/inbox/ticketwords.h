// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/ticketrow.h"
#include "ui/text/eventwords.h"

/// What a row and a group of the list say.
namespace akwaba {

class TimesLeft;

/// The whole row for a screen reader, the most telling first.
[[nodiscard]] QString spokenRow(const TicketRow &row, const QDateTime &now, const TimesLeft &times);
[[nodiscard]] QString rowTip(const TicketRow &row, const QDateTime &now, const TimesLeft &times);
/// What stands after the subject: the last message, or what is true of it instead.
[[nodiscard]] QString extractOf(const TicketRow &row);

[[nodiscard]] QString word(TicketSort sort);
[[nodiscard]] QString word(TicketGrouping grouping);
[[nodiscard]] QString groupTitle(TicketGrouping grouping, const QString &key, const NameOf &nameOf);
/// The header of a group for a screen reader.
[[nodiscard]] QString spokenGroup(const QString &title, qint64 count);

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/incomingmail.h"
#include "app/server/store/writer.h"

/// The caps that hold where headers don't: what mail may set in motion, so that two robots that answer each other come
/// to a stop (channels.md, e-mail, rule 4). Mail over a cap is kept on its ticket, which says that it was stopped, and
/// does nothing else until somebody resumes it.
namespace akwaba::jobs {

inline constexpr int mostReopenings = 5; // of a ticket by mail within an hour
inline constexpr int mostOpenedByRobot = 10; // tickets by one robot's address within an hour

/// Gives the ticket the status, unless mail reopened it too often: then it is stopped. The changes to tell; none where
/// it was stopped before. `timeLine` is the ticket's.
[[nodiscard]] QList<FieldChange> moveByMail(Ticket &ticket, TicketStatus to, const QList<Message> &timeLine,
                                            const QDateTime &now);

/// Writes them on its time line.
[[nodiscard]] Result<void> tell(store::Writer &writer, const TicketId &ticket, const QList<FieldChange> &changes);

/// Where the mail of a robot goes that may open no more tickets: the newest one that it opened, which is stopped.
/// Nothing for everybody else.
[[nodiscard]] Result<std::optional<Ticket>> insteadOfOpening(store::Writer &writer, const mail::IncomingMail &mail);
/// Counts it, where a robot wrote.
[[nodiscard]] Result<void> noteOpened(store::Writer &writer, const mail::IncomingMail &mail, const TicketId &ticket);

} // namespace akwaba::jobs

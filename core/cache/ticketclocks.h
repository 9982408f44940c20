// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sla/clocks.h"

#include <memory>

namespace akwaba {

class Database;

/// What counts by the calendars, holidays and policies that are here.
[[nodiscard]] Result<std::unique_ptr<sla::Rules>> readRules(Database &database);

/// What happened to a ticket, as the server said it: nothing that is shown and not accepted. Nothing where the server
/// has no such ticket.
[[nodiscard]] Result<std::optional<sla::Facts>> readFacts(Database &database, const QString &ticket);

/// Keeps the columns of tickets by which lists sort, and what their pill is made of, as facts and rules change. Of one
/// connection; inside the caller's transaction.
class TicketClocks {
public:
    explicit TicketClocks(Database &database) : m_database(database) { }

    /// `now` is when the server said what is here: what became late since then is seen by its due date.
    [[nodiscard]] Result<void> refresh(const QString &ticket, qint64 now);
    /// The rules are others: they are read again, and all tickets that somebody works on are refreshed by and by.
    [[nodiscard]] Result<void> refreshAll();
    /// The server said what is here at `before` and says more at `now`: where rules that were decided earlier began to
    /// count in between, refreshAll().
    [[nodiscard]] Result<void> follow(const QDateTime &before, const QDateTime &now);
    /// Up to so many of them; true while there are more.
    [[nodiscard]] Result<bool> refreshSome(int count, qint64 now, QSet<QString> &refreshed);
    /// What was read in a transaction that came to nothing.
    void forget() { m_rules.reset(); }

private:
    [[nodiscard]] Result<void> needRules();
    [[nodiscard]] Result<void> write(const QString &ticket, const sla::SlaClock *next);

    Database &m_database;
    std::unique_ptr<sla::Rules> m_rules; // null: not read yet
};

} // namespace akwaba

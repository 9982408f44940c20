// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/ticketrow.h"
#include "core/database/statement.h"
#include "core/text/searchterms.h"

#include <QVariant>

#include <span>

namespace akwaba {

/// What is local and not in cache.db, needed by some conditions.
struct ViewContext {
    AgentId me;
    QDateTime now;
    QStringList withDraft; // ids of tickets
    QStringList withPending;
};

/// A view as SQL over `tickets`: what follows WHERE, its values, and what follows ORDER BY.
struct ViewQuery {
    QString where;
    QList<QVariant> values;
    QString order;
    QString groupKey; // a column expression; empty without groups, and for Age and Due, which are made of instants

    /// SELECT of these columns, in the order of the view.
    [[nodiscard]] QString select(const QString &columns, int limit = 0) const;
    void bindTo(Statement &statement) const;
};

/// Code::Unsupported for a condition on something that this program does not know (a view of a newer one).
[[nodiscard]] Result<ViewQuery> queryOf(const ViewSpec &spec, const ViewContext &context);

/// Tickets with an escalation that is open, toAccept, mine (accepted and in hand) or waiting (for a third party): one
/// of these holds. Its values are added to `values`.
[[nodiscard]] QString escalationClause(const QStringList &kinds, const AgentId &me, QList<QVariant> &values);

/// Tickets whose next clock is a date given to the customer that falls on the day of `now`, here.
[[nodiscard]] QString promisedTodayClause(const QDateTime &now, QList<QVariant> &values);

/// The words of these terms as an FTS5 expression: all must occur, what is open may go on. Empty when there is none;
/// negated terms and operators are passed over.
[[nodiscard]] QString matchOf(std::span<const SearchTerm> terms);

/// How many of the newest matching texts a search looks at.
inline constexpr int searchWindow = 2000;
/// The same, of what must not occur.
inline constexpr int exclusionWindow = 20'000;
/// Texts without a time (customers, attachments) have numbers below this one (textindex.h).
inline constexpr qint64 firstTimedText = qint64{1} << 40;

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/reader.h"
#include "core/sla/clocks.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace akwaba::store {

class Writer;

/// A clock as it is kept: what of sla::SlaClock stays the same until something happens, or until `nextAt`.
struct KeptClock {
    TicketId ticket;
    Target target = Target::FirstResponse;
    int instance = 1;
    ClockState state = ClockState::Running;
    SlaPolicyId policy;
    int policyVersion = 0;
    CalendarId calendar;
    int calendarVersion = 0;
    ClockUnit unit = ClockUnit::Business;
    int days = 0;
    qint64 length = 0; // of working days only while they have a due date
    bool isPromise = false;
    qint64 startedAt = 0;
    std::optional<qint64> dueAt;
    std::optional<qint64> atRiskAt;
    std::optional<qint64> breachedAt;
    std::optional<qint64> annulledAt; // the last time that a breach turned out to be none
    std::optional<qint64> endedAt;
    std::optional<qint64> used; // of an ended one: how much of the time that it counts it took
    std::vector<sla::Span> pauses;
    std::optional<qint64> nextAt; // when it will be in another state, if nothing happens
    bool operator==(const KeptClock &) const = default;

    [[nodiscard]] bool isOpen() const { return !endedAt.has_value(); }
};

[[nodiscard]] KeptClock keptClock(const TicketId &ticket, const sla::SlaClock &clock, qint64 now);

/// All that rules are made of.
struct RuleLists {
    QList<Calendar> calendars;
    QList<Holiday> holidays;
    QList<SlaPolicy> policies;
};
[[nodiscard]] Result<RuleLists> ruleListsOf(const Reader &reader);
[[nodiscard]] Result<std::shared_ptr<const sla::Rules>> rulesOf(const Reader &reader);
/// What happened to these tickets; those that are not there are left out.
[[nodiscard]] Result<QHash<QString, sla::Facts>> factsOf(const Reader &reader, const QStringList &tickets);

/// The clocks of these tickets, in no order.
[[nodiscard]] Result<QList<KeptClock>> keptClocks(Database &database, const QStringList &tickets);
/// The open ones of the tickets behind this one, in the order of tickets: whole tickets, at least `count` clocks where
/// there are so many.
[[nodiscard]] Result<QList<KeptClock>> openClocksAfter(Database &database, const QString &ticket, int count);
/// They are all that the tickets have from now on.
[[nodiscard]] Result<void> replaceClocks(Writer &writer, const QStringList &tickets, const QList<KeptClock> &clocks);

/// Dates, length and state of these, which are kept already, are others.
[[nodiscard]] Result<void> moveClocks(Writer &writer, const QList<KeptClock> &clocks);

/// Tickets of which a clock will be in another state by then, without anything happening.
[[nodiscard]] Result<QStringList> ticketsDue(Database &database, qint64 now, int limit);
/// When the next one is; nothing where none is.
[[nodiscard]] Result<std::optional<qint64>> nextChange(Database &database);
/// The ids of tickets behind this one, in their order.
[[nodiscard]] Result<QStringList> ticketsAfter(Database &database, const QString &ticket, int limit);

/// Tickets behind this one, in their order.
struct TicketStretch {
    QStringList open; // that are not done, or have a clock that runs
    QString last; // that was looked at; empty where there was none
};
/// At most so many tickets, and so many open ones.
[[nodiscard]] Result<TicketStretch> openTicketsAfter(Database &database, const QString &ticket, int count, int most);

/// A stretch of the change log, as far as clocks depend on it.
struct ClockNews {
    QStringList tickets; // that changed, or have another message
    QSet<int> types; // of all that changed
    qint64 through = 0; // the last change that was looked at
    bool hasMore = false;
};
/// Behind this change, at most so many changes.
[[nodiscard]] Result<ClockNews> clockNews(Database &database, qint64 since, int limit);
/// How far the log goes, and before which change it is forgotten.
[[nodiscard]] Result<std::pair<qint64, qint64>> logEnds(Database &database);

} // namespace akwaba::store

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/figuretables.h"

#include "core/database/statement.h"

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

/// Of `t`, as core/domain/ticket.h has it.
const auto isOpenTicket = u"t.status IN ('new', 'open', 'waitingCustomer', 'waitingThirdParty')"_s;

/// Hands over the one row that a query of sums gives.
template <class F> Result<void> readSums(Statement &select, F read)
{
    return select.forEach([&read](const Statement &row) { read(row); });
}

Result<void> countTickets(Database &database, const FigureTimes &, LiveFigures &figures)
{
    Statement select(database,
                     u"SELECT count(CASE WHEN t.assignee = '' THEN 1 END), min(CASE WHEN t.assignee = '' THEN "
                     "t.waiting_since END), count(CASE WHEN t.first_response_at IS NULL AND t.last_customer_message_at "
                     "IS NOT NULL THEN 1 END) FROM tickets t WHERE "_s
                         + isOpenTicket);
    return readSums(select, [&figures](const Statement &row) {
        figures.unassigned = row.integer(0);
        figures.unassignedSince = row.instant(1);
        figures.unanswered = row.integer(2);
    });
}

Result<void> findNextFirstResponse(Database &database, const FigureTimes &times, LiveFigures &figures)
{
    Statement select(
        database,
        u"SELECT min(c.due_at) FROM sla_clocks c JOIN tickets t ON t.id = c.ticket WHERE c.ended_at IS NULL "
        "AND c.target = 'firstResponse' AND c.due_at > :now AND "_s
            + isOpenTicket);
    return readSums(select.bind(u":now"_s, times.now),
                    [&figures](const Statement &row) { figures.unansweredDueAt = row.instant(0); });
}

Result<void> countEscalations(Database &database, const FigureTimes &times, LiveFigures &figures)
{
    Statement select(database,
                     u"SELECT count(*), count(CASE WHEN (state = 'requested' AND pickup_due_at <= :now) OR (state IN "
                     "('accepted', 'inProgress', 'waitingThirdParty') AND step_due_at <= :now) THEN 1 END) "
                     "FROM escalations WHERE closed_at IS NULL"_s);
    return readSums(select.bind(u":now"_s, times.now), [&figures](const Statement &row) {
        figures.escalations = row.integer(0);
        figures.escalationsLate = row.integer(1);
    });
}

/// What was decided in the month is open, or ended in it: whatever ended before was decided before.
const auto decidedClocks =
    u"WITH recent AS (SELECT * FROM sla_clocks WHERE ended_at IS NULL UNION ALL SELECT * FROM sla_clocks WHERE "
    u"ended_at "
    ">= :month) SELECT c.target, CASE WHEN c.target = 'firstResponse' THEN t.channel ELSE '' END AS channel, "
    "CASE WHEN c.target = 'resolution' THEN t.complexity ELSE '' END AS complexity, "
    "count(CASE WHEN c.state = 'met' THEN 1 END), count(*), min(c.unit), max(c.unit), "
    "min(CASE WHEN c.days > 0 THEN c.days ELSE c.length END), max(CASE WHEN c.days > 0 THEN c.days ELSE c.length END), "
    "max(c.promise) FROM recent c JOIN tickets t ON t.id = c.ticket "
    "WHERE ((c.state = 'met' AND c.ended_at BETWEEN :month AND :now) OR (c.state IN ('breached', 'metLate', "
    "'cancelled') AND c.breached_at BETWEEN :month AND :now)) AND c.target <> 'pickup' AND t.status <> 'spam' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"_s;

Attainment readAttainment(const Statement &row)
{
    Attainment attainment;
    attainment.target = fromWireName<Target>(row.text(0)).value_or(Target::FirstResponse);
    attainment.channel = fromWireName<Channel>(row.text(1)).value_or(Channel::Other);
    attainment.complexity = fromWireName<Complexity>(row.text(2)).value_or(Complexity::Simple);
    attainment.kept = row.integer(3);
    attainment.decided = row.integer(4);
    const bool isOneLength = row.text(5) == row.text(6) && row.integer(7) == row.integer(8) && row.integer(9) == 0;
    if (!isOneLength) return attainment;
    attainment.unit = fromWireName<ClockUnit>(row.text(5)).value_or(ClockUnit::Business);
    attainment.length = attainment.unit == ClockUnit::BusinessDays ? row.integer(7) : row.integer(7) / 1000;
    return attainment;
}

Result<void> countDecided(Database &database, const FigureTimes &times, LiveFigures &figures)
{
    Statement select(database, decidedClocks);
    return select.bind(u":month"_s, times.monthFrom)
        .bind(u":now"_s, times.now)
        .rows(readAttainment)
        .map([&figures](QList<Attainment> found) { figures.attainments = std::move(found); });
}

} // namespace

Result<LiveFigures> countedFigures(Database &database, const FigureTimes &times)
{
    LiveFigures figures;
    for (const auto count : {countTickets, findNextFirstResponse, countEscalations, countDecided}) {
        if (const auto counted = count(database, times, figures); !counted) return tl::unexpected(counted.error());
    }
    return figures;
}

Result<void> forEachNextClock(Database &database, qint64 now, const std::function<void(const NextClock &)> &visit)
{
    // In the order of an index, so that nothing is sorted but clocks of one ticket that are due at once.
    Statement select(
        database,
        u"SELECT c.ticket, c.due_at, c.at_risk_at, c.promise, t.team, t.assignee, CASE WHEN c.due_at > :now "
        "AND c.at_risk_at <= :now AND EXISTS (SELECT 1 FROM drafts d WHERE d.ticket = c.ticket) THEN 1 "
        "ELSE 0 END FROM sla_clocks c JOIN tickets t ON t.id = c.ticket WHERE c.ended_at IS NULL AND "
        "c.due_at IS NOT NULL AND "_s
            + isOpenTicket + u" ORDER BY c.ticket, c.due_at, c.started_at"_s);
    QString last;
    return select.bind(u":now"_s, now).forEach([&](const Statement &row) {
        QString ticket = row.text(0);
        if (ticket == last) return;
        last = std::move(ticket);
        visit({row.integer(1), row.isNull(2) ? std::nullopt : std::optional(row.integer(2)), row.flag(3),
               TeamId{row.text(4)}, AgentId{row.text(5)}, row.flag(6)});
    });
}

Result<QList<AgentLoad>> agentLoads(Database &database)
{
    Statement select(
        database,
        u"SELECT a.id, a.state, coalesce(o.tickets, 0), o.waiting, coalesce(w.drafts, 0) FROM agents a "
        "LEFT JOIN (SELECT t.assignee, count(*) AS tickets, min(t.waiting_since) AS waiting FROM tickets t "
        "WHERE "_s
            + isOpenTicket
            + u" GROUP BY t.assignee) o ON o.assignee = a.id LEFT JOIN (SELECT agent, count(*) AS drafts "
              "FROM drafts GROUP BY agent) w ON w.agent = a.id WHERE a.active = 1 ORDER BY a.id"_s);
    return select.rows([](const Statement &row) {
        AgentLoad load;
        load.agent.value = row.text(0);
        load.state = fromWireName<AgentState>(row.text(1)).value_or(AgentState::Offline);
        load.open = row.integer(2);
        load.waitingSince = row.instant(3);
        load.drafts = row.integer(4);
        return load;
    });
}

Result<QList<AgentId>> agentsSeenSince(Database &database, qint64 since)
{
    Statement select(database,
                     u"SELECT DISTINCT agent FROM devices WHERE state = 'active' AND last_seen_at >= :since"_s);
    return select.bind(u":since"_s, since).rows([](const Statement &row) { return AgentId{row.text(0)}; });
}

Result<QList<CallFact>> callsSince(Database &database, qint64 since)
{
    Statement select(database,
                     u"SELECT \"at\", ring_seconds, call_outcome FROM messages WHERE kind = 'call' AND direction = "
                     "'incoming' AND ring_seconds > 0 AND \"at\" >= :since ORDER BY \"at\""_s);
    return select.bind(u":since"_s, since).rows([](const Statement &row) {
        return CallFact{row.integer(0), int(row.integer(1)),
                        fromWireName<CallOutcome>(row.text(2)).value_or(CallOutcome::Missed)};
    });
}

} // namespace akwaba::store

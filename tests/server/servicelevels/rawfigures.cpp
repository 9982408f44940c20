// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/servicelevels/rawfigures.h"

#include "core/database/statement.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace akwaba::servicelevels {

namespace {

template <class T> T must(Result<T> result)
{
    if (!result) qFatal("%s: %s", qPrintable(codeName(result.error().code)), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// What the two databases say differently.
struct Words {
    QString changes; // of an event, each a row `c` with its JSON as `value`
    QString nameOfDay;
    QString closed; // hours of a holiday, as JSON
};

Words wordsOf(Dialect dialect)
{
    if (dialect == Dialect::Sqlite)
        return {u"json_each(m.changes) c"_s, u"date(day * 86400, 'unixepoch')"_s, u"h.closed"_s};
    return {u"jsonb_array_elements(CAST(m.changes AS jsonb)) AS c (value)"_s,
            u"to_char(DATE '1970-01-01' + CAST(day AS INTEGER), 'YYYY-MM-DD')"_s, u"CAST(h.closed AS jsonb)"_s};
}

Database connectionTo(const store::Place &place)
{
    return must(place.isPostgresql() ? Database::connect({place.databaseUrl, place.password, false})
                                     : Database::open(place.databaseFile()));
}

/// From which to which day anything may be due.
constexpr int daysBefore = 60;
constexpr int daysAfter = 90;

AgentState stateOf(const QString &name) { return fromWireName<AgentState>(name).value_or(AgentState::Offline); }

Attainment readDecided(const Statement &row)
{
    Attainment attainment;
    attainment.target = fromWireName<Target>(row.text(0)).value_or(Target::Pickup);
    attainment.channel = fromWireName<Channel>(row.text(1)).value_or(Channel::Other);
    attainment.complexity = fromWireName<Complexity>(row.text(2)).value_or(Complexity::Simple);
    attainment.kept = row.integer(3);
    attainment.decided = row.integer(4);
    attainment.unit = fromWireName<ClockUnit>(row.text(5)).value_or(ClockUnit::Business);
    attainment.length = row.integer(6);
    return attainment;
}

} // namespace

RawFigures::RawFigures(const store::Place &place, const QDateTime &now, const QSet<AgentId> &connected)
    : m_database(connectionTo(place))
{
    prepare(now, connected);
    QFile file(qEnvironmentVariable("AKWABA_SOURCE_DIR") + u"/tests/server/servicelevels/rawfigures.sql"_s);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s", qPrintable(file.fileName()));
    for (const QString &statement : QString::fromUtf8(file.readAll()).split(u"\n--;;\n"_s))
        run(statement);
}

void RawFigures::run(const QString &sql) { must(m_database.execute(sql)); }

/// What rawfigures.sql stands on.
void RawFigures::prepare(const QDateTime &now, const QSet<AgentId> &connected)
{
    const Words words = wordsOf(m_database.dialect());
    const qint64 today = now.toMSecsSinceEpoch() / (24 * 3600 * 1000);
    run(u"CREATE TEMPORARY TABLE raw_now AS SELECT CAST(%1 AS BIGINT) AS now"_s.arg(now.toMSecsSinceEpoch()));
    run(u"CREATE TEMPORARY TABLE raw_days AS WITH RECURSIVE days (day) AS (SELECT CAST(%1 AS BIGINT) UNION ALL "
        "SELECT day + 1 FROM days WHERE day < %2) SELECT day, %3 AS name FROM days"_s.arg(today - daysBefore)
            .arg(today + daysAfter)
            .arg(words.nameOfDay));
    run(u"CREATE TEMPORARY TABLE raw_changes AS SELECT m.id, m.ticket, m.\"at\" AS happened, c.value ->> 'field' AS "
        "field, c.value ->> 'from' AS was, c.value ->> 'to' AS becomes FROM messages m, %1 WHERE m.kind = 'event'"_s
            .arg(words.changes));
    run(u"CREATE TEMPORARY TABLE raw_closed AS SELECT d.day, CAST(%1 ->> 'from' AS BIGINT) AS from_minute, "
        "CAST(%1 ->> 'to' AS BIGINT) AS to_minute FROM holidays h JOIN raw_days d ON d.name BETWEEN h.\"from\" AND "
        "h.\"to\" CROSS JOIN raw_now n WHERE h.confirmed_at <= n.now AND (h.cancelled_at IS NULL OR h.cancelled_at > "
        "n.now)"_s.arg(words.closed));
    run(u"CREATE TEMPORARY TABLE raw_connected (agent TEXT NOT NULL)"_s);
    for (const AgentId &agent : connected) {
        Statement insert(m_database, u"INSERT INTO raw_connected (agent) VALUES (?)"_s);
        must(insert.bind(0, agent.value).run());
    }
}

LiveFigures RawFigures::figures()
{
    LiveFigures figures;
    countNext(figures);
    countTickets(figures);
    countHours(figures);
    countDecided(figures);
    countAgents(figures);
    countCalls(figures);
    return figures;
}

void RawFigures::countNext(LiveFigures &figures)
{
    Statement select(
        m_database,
        u"SELECT count(CASE WHEN n.due <= m.now THEN 1 END), min(CASE WHEN n.due <= m.now THEN n.due END), "
        "count(CASE WHEN n.due > m.now AND n.risk <= m.now THEN 1 END), count(CASE WHEN n.due > m.now AND "
        "n.risk <= m.now AND n.ticket NOT IN (SELECT ticket FROM drafts) THEN 1 END), count(CASE WHEN "
        "n.is_promise = 1 AND n.due >= m.day_from AND n.due < m.day_to THEN 1 END), min(CASE WHEN n.is_promise = 1 "
        "AND n.due > m.now AND n.due < m.day_to THEN n.due END), (SELECT min(j.due) FROM raw_judged j JOIN "
        "raw_tickets t ON t.ticket = j.ticket WHERE t.is_open = 1 AND j.target = 'firstResponse' AND j.how = '' AND "
        "j.due > m.now), m.now, m.month_from FROM raw_moment m LEFT JOIN raw_next n ON 1 = 1 "
        "GROUP BY m.now, m.month_from"_s);
    must(select.forEach([&figures](const Statement &row) {
        figures.late = row.integer(0);
        figures.lateSince = row.instant(1);
        figures.atRisk = row.integer(2);
        figures.atRiskWithoutDraft = row.integer(3);
        figures.promises = row.integer(4);
        figures.promiseDueAt = row.instant(5);
        figures.unansweredDueAt = row.instant(6);
        figures.at = row.instant(7);
        figures.monthFrom = row.instant(8);
    }));
}

void RawFigures::countTickets(LiveFigures &figures)
{
    Statement select(m_database,
                     u"SELECT count(CASE WHEN assignee = '' THEN 1 END), min(CASE WHEN assignee = '' THEN since END), "
                     "coalesce(sum(is_unanswered), 0) FROM raw_waiting"_s);
    must(select.forEach([&figures](const Statement &row) {
        figures.unassigned = row.integer(0);
        figures.unassignedSince = row.instant(1);
        figures.unanswered = row.integer(2);
    }));
    Statement asked(m_database,
                    u"SELECT count(*), count(CASE WHEN e.state = 'requested' AND e.pickup_due_at <= m.now THEN 1 "
                    "WHEN e.state IN ('accepted', 'inProgress', 'waitingThirdParty') AND e.step_due_at <= m.now "
                    "THEN 1 END) FROM escalations e CROSS JOIN raw_moment m WHERE e.closed_at IS NULL"_s);
    must(asked.forEach([&figures](const Statement &row) {
        figures.escalations = row.integer(0);
        figures.escalationsLate = row.integer(1);
    }));
}

/// To the last hour that begins before it is due; where none does, to the first.
void RawFigures::countHours(LiveFigures &figures)
{
    Statement hours(m_database, u"SELECT hour_from FROM raw_hours ORDER BY hour_from"_s);
    figures.openingHours = must(hours.rows([](const Statement &row) { return row.instant(0); }));
    Statement select(m_database,
                     u"WITH dues AS (SELECT n.team, coalesce((SELECT max(h.hour_from) FROM raw_hours h WHERE "
                     "h.hour_from < n.due), (SELECT min(hour_from) FROM raw_hours)) AS hour_from FROM raw_next n "
                     "CROSS JOIN raw_moment m WHERE n.due > m.now AND n.due <= (SELECT max(hour_to) FROM raw_hours)) "
                     "SELECT hour_from, team, count(*) FROM dues GROUP BY hour_from, team"_s);
    figures.hours = must(
        select.rows([](const Statement &row) { return DueHour{row.instant(0), TeamId{row.text(1)}, row.integer(2)}; }));
}

/// What was kept counts when it ended, what was broken when it was due. What was called off is broken where it was
/// missed before, and else decides nothing.
void RawFigures::countDecided(LiveFigures &figures)
{
    Statement select(
        m_database,
        u"WITH decided AS (SELECT j.target, CASE WHEN j.target = 'firstResponse' THEN t.channel ELSE 'other' END AS "
        "channel, CASE WHEN j.target = 'resolution' THEN t.complexity ELSE 'simple' END AS complexity, "
        "CASE WHEN j.missed_at IS NULL THEN 1 ELSE 0 END AS kept, coalesce(j.missed_at, j.ended) AS decided_at, "
        "CASE WHEN j.is_promise = 1 THEN 'promise' ELSE j.unit END AS unit, j.length FROM raw_judged j "
        "JOIN raw_tickets t ON t.ticket = j.ticket WHERE (j.how = 'met' OR j.missed_at IS NOT NULL) "
        "AND t.status <> 'spam'), "
        "sums AS (SELECT d.target, d.channel, d.complexity, sum(d.kept) AS kept, count(*) AS decided, "
        "min(d.unit) AS unit, min(d.length) AS length, CASE WHEN min(d.unit) <> 'promise' AND min(d.unit) = "
        "max(d.unit) "
        "AND min(d.length) = max(d.length) THEN 1 ELSE 0 END AS is_one FROM decided d CROSS JOIN raw_moment m "
        "WHERE d.decided_at >= m.month_from AND d.decided_at <= m.now GROUP BY d.target, d.channel, d.complexity) "
        "SELECT target, channel, complexity, kept, decided, CASE WHEN is_one = 1 THEN unit ELSE 'business' END, "
        "CASE WHEN is_one = 0 THEN 0 WHEN unit = 'businessDays' THEN length ELSE length / 1000 END FROM sums"_s);
    figures.attainments = must(select.rows(readDecided));
}

void RawFigures::countAgents(LiveFigures &figures)
{
    Statement select(
        m_database,
        u"WITH late AS (SELECT n.assignee, count(*) AS tickets FROM raw_next n CROSS JOIN raw_moment m "
        "WHERE n.due <= m.now GROUP BY n.assignee), mine AS (SELECT assignee, count(*) AS tickets, "
        "min(since) AS since FROM raw_waiting GROUP BY assignee), there AS (SELECT agent FROM raw_connected UNION "
        "SELECT d.agent FROM devices d CROSS JOIN raw_moment m WHERE d.state = 'active' AND "
        "d.last_seen_at >= m.now - 900000) SELECT a.id, CASE WHEN a.id NOT IN (SELECT agent FROM there) THEN 'offline' "
        "WHEN a.state = 'offline' THEN 'available' ELSE a.state END, coalesce(mine.tickets, 0), coalesce(late.tickets, "
        "0), mine.since, (SELECT count(*) FROM "
        "drafts d WHERE d.agent = a.id) FROM agents a LEFT JOIN mine ON mine.assignee = a.id LEFT JOIN late ON "
        "late.assignee = a.id WHERE a.active = 1 AND (a.roles LIKE '%\"agent\"%' OR a.roles LIKE "
        "'%\"supervisor\"%') ORDER BY a.id"_s);
    figures.agents = must(select.rows([](const Statement &row) {
        return AgentLoad{AgentId{row.text(0)}, stateOf(row.text(1)), row.integer(2),
                         row.integer(3),       row.instant(4),       row.integer(5)};
    }));
}

/// Rule 5. How long a call rang that somebody wrote down by hand nobody knows.
void RawFigures::countCalls(LiveFigures &figures)
{
    Statement select(
        m_database,
        u"WITH calls AS (SELECT CASE WHEN c.\"at\" >= m.day_from THEN 1 ELSE 0 END AS today, CASE WHEN "
        "c.call_outcome = 'answered' AND c.ring_seconds <= 30 THEN 1 ELSE 0 END AS in_time FROM messages c "
        "CROSS JOIN raw_moment m JOIN raw_time t ON t.calendar = 'opening' AND t.runs = 1 AND t.from_at <= c.\"at\" "
        "AND c.\"at\" < t.to_at WHERE c.kind = 'call' AND c.direction = 'incoming' AND c.ring_seconds > 0 AND "
        "c.\"at\" >= m.month_from AND NOT (c.call_outcome = 'abandoned' AND c.ring_seconds < 5)) "
        "SELECT coalesce(sum(today), 0), coalesce(sum(today * in_time), 0), count(*), coalesce(sum(in_time), 0) "
        "FROM calls"_s);
    must(select.forEach([&figures](const Statement &row) {
        figures.phone = {row.integer(0), row.integer(1), row.integer(2), row.integer(3)};
    }));
}

qint64 RawFigures::clocks() { return must(m_database.value(u"SELECT count(*) FROM raw_judged"_s)).toLongLong(); }

QStringList RawFigures::otherClocks()
{
    Statement select(
        m_database,
        u"SELECT j.ticket, j.target, j.began, j.how, j.due, j.missed_at, c.state, c.due_at, c.breached_at FROM "
        "raw_judged j LEFT JOIN sla_clocks c ON c.ticket = j.ticket AND c.target = j.target AND c.started_at = "
        "j.began WHERE j.how <> 'cancelled' AND (c.ticket IS NULL OR coalesce(c.breached_at, 0) <> "
        "coalesce(j.missed_at, 0) OR coalesce(c.ended_at, 0) <> coalesce(j.ended, 0) OR (j.how = '' AND "
        "(coalesce(c.due_at, 0) <> coalesce(j.due, 0) OR c.promise <> j.is_promise OR (j.risk < j.due AND "
        "coalesce(c.at_risk_at, 0) <> j.risk)))) "
        "ORDER BY j.ticket LIMIT 20"_s);
    return must(select.rows([](const Statement &row) {
        return u"%1 %2 of %3: here %4 due %5 missed %6, kept %7 due %8 missed %9"_s.arg(row.text(0), row.text(1))
            .arg(row.integer(2))
            .arg(row.text(3))
            .arg(row.integer(4))
            .arg(row.integer(5))
            .arg(row.text(6))
            .arg(row.integer(7))
            .arg(row.integer(8));
    }));
}

QStringList RawFigures::ticketsOnTheEdge()
{
    Statement select(m_database,
                     u"SELECT n.ticket, n.due, n.risk FROM raw_next n CROSS JOIN raw_moment m ORDER BY CASE WHEN "
                     "abs(n.due - m.now) < abs(coalesce(n.risk, 0) - m.now) THEN abs(n.due - m.now) ELSE "
                     "abs(coalesce(n.risk, 0) - m.now) END LIMIT 5"_s);
    return must(select.rows([](const Statement &row) {
        return u"%1 due %2 at risk %3"_s.arg(row.text(0)).arg(row.integer(1)).arg(row.integer(2));
    }));
}

} // namespace akwaba::servicelevels

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/clocktables.h"

#include "app/server/store/changelog.h"
#include "app/server/store/manyrows.h"
#include "core/database/statement.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

const QString clockColumns =
    u"ticket, target, instance, state, policy, policy_version, calendar, calendar_version, "
    u"unit, days, length, promise, "
    "started_at, due_at, at_risk_at, breached_at, annulled_at, ended_at, pauses, next_at, used"_s;

std::optional<qint64> numberAt(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

QVariant columnOf(const std::optional<qint64> &instant) { return instant ? QVariant(*instant) : QVariant(); }

/// "from to from to ", the last without an end.
QString pausesText(const std::vector<sla::Span> &pauses)
{
    QStringList numbers;
    for (const sla::Span &pause : pauses) {
        numbers.append(QString::number(pause.from));
        if (pause.to != sla::maxInstant) numbers.append(QString::number(pause.to));
    }
    return numbers.join(u' ');
}

std::vector<sla::Span> pausesFrom(const QString &text)
{
    std::vector<sla::Span> pauses;
    const QStringList numbers = text.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < numbers.size(); i += 2) {
        const bool ends = i + 1 < numbers.size();
        pauses.push_back({numbers.at(i).toLongLong(), ends ? numbers.at(i + 1).toLongLong() : sla::maxInstant});
    }
    return pauses;
}

KeptClock readClock(const Statement &row)
{
    KeptClock clock;
    clock.ticket.value = row.text(0);
    clock.target = fromWireName<Target>(row.text(1)).value_or(Target::Resolution);
    clock.instance = static_cast<int>(row.integer(2));
    clock.state = fromWireName<ClockState>(row.text(3)).value_or(ClockState::Running);
    clock.policy.value = row.text(4);
    clock.policyVersion = static_cast<int>(row.integer(5));
    clock.calendar.value = row.text(6);
    clock.calendarVersion = static_cast<int>(row.integer(7));
    clock.unit = fromWireName<ClockUnit>(row.text(8)).value_or(ClockUnit::Business);
    clock.days = static_cast<int>(row.integer(9));
    clock.length = row.integer(10);
    clock.isPromise = row.flag(11);
    clock.startedAt = row.integer(12);
    clock.dueAt = numberAt(row, 13);
    clock.atRiskAt = numberAt(row, 14);
    clock.breachedAt = numberAt(row, 15);
    clock.annulledAt = numberAt(row, 16);
    clock.endedAt = numberAt(row, 17);
    clock.pauses = pausesFrom(row.text(18));
    clock.nextAt = numberAt(row, 19);
    clock.used = numberAt(row, 20);
    return clock;
}

QVariantList columnsOf(const KeptClock &clock)
{
    return {clock.ticket.value,
            wireName(clock.target),
            clock.instance,
            wireName(clock.state),
            clock.policy.value,
            clock.policyVersion,
            clock.calendar.value,
            clock.calendarVersion,
            wireName(clock.unit),
            clock.days,
            clock.length,
            clock.isPromise ? 1 : 0,
            clock.startedAt,
            columnOf(clock.dueAt),
            columnOf(clock.atRiskAt),
            columnOf(clock.breachedAt),
            columnOf(clock.annulledAt),
            columnOf(clock.endedAt),
            pausesText(clock.pauses),
            columnOf(clock.nextAt),
            columnOf(clock.used)};
}

Message readFact(const Statement &row)
{
    Message message;
    message.kind = fromWireName<MessageKind>(row.text(1)).value_or(MessageKind::Note);
    message.direction = fromWireName<Direction>(row.text(2)).value_or(Direction::Incoming);
    message.author.value = row.text(3);
    message.at = row.instant(4);
    message.delivery = fromWireName<Delivery>(row.text(5)).value_or(Delivery::None);
    message.callOutcome = fromWireName<CallOutcome>(row.text(6)).value_or(CallOutcome::Missed);
    if (message.kind != MessageKind::Event) return message;
    for (const QJsonValue &change : QJsonDocument::fromJson(row.text(7).toUtf8()).array())
        message.changes.append(
            {change[u"field"_s].toString(), change[u"from"_s].toString(), change[u"to"_s].toString()});
    return message;
}

Result<QHash<QString, QList<Message>>> timeLinesOf(Database &database, const QStringList &tickets)
{
    QHash<QString, QList<Message>> lines;
    return selectForRows(
               database,
               u"WITH asked (id) AS (%1) SELECT m.ticket, m.kind, m.direction, m.author, m.\"at\", m.delivery, "
               "m.call_outcome, m.changes FROM asked JOIN messages m ON m.ticket = asked.id "
               "WHERE m.\"at\" IS NOT NULL AND m.kind <> 'note' ORDER BY m.ticket, m.\"at\", m.id"_s,
               "t", rowsOf(tickets), [&lines](const Statement &row) { lines[row.text(0)].append(readFact(row)); })
        .map([&lines] { return std::move(lines); });
}

/// Of each ticket what policies ask of its customer and its product.
Result<QHash<QString, sla::Attributes>> furtherOf(Database &database, const QStringList &tickets)
{
    QHash<QString, sla::Attributes> all;
    const auto values = [](const QString &value) { return value.isEmpty() ? QStringList() : QStringList{value}; };
    return selectForRows(database,
                         u"WITH asked (id) AS (%1) SELECT t.id, coalesce(c.tier, ''), coalesce(p.kind, '') FROM asked "
                         "JOIN tickets t ON t.id = asked.id LEFT JOIN customers c ON c.id = t.customer "
                         "LEFT JOIN products p ON p.id = t.product"_s,
                         "t", rowsOf(tickets),
                         [&](const Statement &row) {
                             all.insert(row.text(0),
                                        {{u"tier"_s, values(row.text(1))}, {u"productKind"_s, values(row.text(2))}});
                         })
        .map([&all] { return std::move(all); });
}

} // namespace

KeptClock keptClock(const TicketId &ticket, const sla::SlaClock &clock, qint64 now)
{
    KeptClock kept;
    kept.ticket = ticket;
    kept.target = clock.target;
    kept.instance = clock.instance;
    kept.state = clock.state;
    kept.policy = clock.policy;
    kept.policyVersion = clock.policyVersion;
    kept.calendar = clock.calendar;
    kept.calendarVersion = clock.calendarVersion;
    kept.unit = clock.unit;
    kept.days = clock.days;
    kept.length = clock.unit == ClockUnit::BusinessDays && !clock.dueAt ? 0 : clock.length;
    kept.isPromise = clock.isPromise;
    kept.startedAt = clock.startedAt;
    kept.dueAt = clock.dueAt;
    kept.atRiskAt = clock.atRiskAt;
    kept.breachedAt = clock.breachedAt;
    for (const sla::ClockEvent &event : clock.events) {
        if (event.kind == sla::ClockEvent::Kind::Annulled) kept.annulledAt = event.at;
    }
    kept.endedAt = clock.endedAt;
    kept.pauses = clock.pauses;
    if (!clock.isOpen()) {
        kept.used = clock.used;
        return kept;
    }
    for (const auto &at : {clock.atRiskAt, clock.dueAt}) {
        if (at && *at > now && !kept.nextAt) kept.nextAt = at;
    }
    return kept;
}

Result<RuleLists> ruleListsOf(const Reader &reader)
{
    const auto calendars = reader.all<Calendar>();
    if (!calendars) return tl::unexpected(calendars.error());
    const auto holidays = reader.all<Holiday>();
    if (!holidays) return tl::unexpected(holidays.error());
    return reader.all<SlaPolicy>().map(
        [&](const QList<SlaPolicy> &policies) { return RuleLists{*calendars, *holidays, policies}; });
}

Result<std::shared_ptr<const sla::Rules>> rulesOf(const Reader &reader)
{
    return ruleListsOf(reader).map([](const RuleLists &lists) {
        return std::shared_ptr<const sla::Rules>(
            std::make_shared<sla::Rules>(lists.calendars, lists.holidays, lists.policies));
    });
}

Result<QHash<QString, sla::Facts>> factsOf(const Reader &reader, const QStringList &tickets)
{
    const auto rows = reader.rowsOfAny(typeInfo<Ticket>(), u"id"_s, tickets);
    if (!rows) return tl::unexpected(rows.error());
    const auto lines = timeLinesOf(reader.database(), tickets);
    if (!lines) return tl::unexpected(lines.error());
    const auto further = furtherOf(reader.database(), tickets);
    if (!further) return tl::unexpected(further.error());
    QHash<QString, sla::Facts> facts;
    for (const StoredRow &row : *rows) {
        const auto ticket = fromJson<Ticket>(row.record);
        if (!ticket) return tl::unexpected(ticket.error());
        const QString &id = ticket->id.value;
        facts.insert(id, sla::factsOf(*ticket, lines->value(id), further->value(id)));
    }
    return facts;
}

Result<QList<KeptClock>> keptClocks(Database &database, const QStringList &tickets)
{
    QList<KeptClock> clocks;
    QStringList columns = clockColumns.split(u", "_s);
    for (QString &column : columns)
        column.prepend(u"c."_s);
    return selectForRows(database,
                         u"WITH asked (id) AS (%1) SELECT "_s + columns.join(u", "_s)
                             + u" FROM asked JOIN sla_clocks c ON c.ticket = asked.id"_s,
                         "t", rowsOf(tickets), [&clocks](const Statement &row) { clocks.append(readClock(row)); })
        .map([&clocks] { return std::move(clocks); });
}

Result<QList<KeptClock>> openClocksAfter(Database &database, const QString &ticket, int count)
{
    Statement select(database,
                     u"SELECT "_s + clockColumns
                         + u" FROM sla_clocks WHERE ticket > ? AND ended_at IS NULL ORDER BY ticket LIMIT ?"_s);
    // The last ticket may have more of them than were read.
    return select.bind(0, ticket).bind(1, count + 1).rows(readClock).map([&](QList<KeptClock> clocks) {
        if (clocks.size() <= count) return clocks;
        const TicketId last = clocks.constLast().ticket;
        if (clocks.constFirst().ticket != last)
            clocks.removeIf([&](const KeptClock &each) { return each.ticket == last; });
        return clocks;
    });
}

Result<void> replaceClocks(Writer &writer, const QStringList &tickets, const QList<KeptClock> &clocks)
{
    QList<QVariantList> rows;
    for (const KeptClock &clock : clocks)
        rows.append(columnsOf(clock) << columnOf(clock.isOpen() ? clock.atRiskAt : std::nullopt));
    Database &database = writer.sideTables();
    return runForRows(database,
                      u"WITH gone (id) AS (%1) DELETE FROM sla_clocks WHERE ticket IN (SELECT id FROM gone)"_s, "t",
                      rowsOf(tickets))
        .and_then([&] {
            return runForRows(database, u"INSERT INTO sla_clocks ("_s + clockColumns + u", alarm_at) %1"_s,
                              "ttnttntntnnnnnnnnntnnn", rows);
        });
}

Result<void> moveClocks(Writer &writer, const QList<KeptClock> &clocks)
{
    QList<QVariantList> rows;
    rows.reserve(clocks.size());
    for (const KeptClock &clock : clocks)
        rows.append({clock.ticket.value, wireName(clock.target), clock.instance, wireName(clock.state), clock.length,
                     columnOf(clock.dueAt), columnOf(clock.atRiskAt), columnOf(clock.nextAt)});
    return runForRows(writer.sideTables(),
                      u"WITH moved (ticket, target, instance, state, length, due_at, at_risk_at, next_at) AS (%1) "
                      "UPDATE sla_clocks SET state = moved.state, length = moved.length, due_at = moved.due_at, "
                      "at_risk_at = moved.at_risk_at, next_at = moved.next_at, alarm_at = moved.at_risk_at FROM moved "
                      "WHERE sla_clocks.ticket = moved.ticket AND sla_clocks.target = moved.target "
                      "AND sla_clocks.instance = moved.instance"_s,
                      "ttntnnnn", rows);
}

Result<QStringList> ticketsDue(Database &database, qint64 now, int limit)
{
    Statement select(database, u"SELECT ticket FROM sla_clocks WHERE next_at <= ? ORDER BY next_at LIMIT ?"_s);
    return select.bind(0, now)
        .bind(1, limit)
        .rows([](const Statement &row) { return row.text(0); })
        .map([](QList<QString> found) {
            QStringList tickets(found.begin(), found.end());
            tickets.removeDuplicates();
            return tickets;
        });
}

Result<std::optional<qint64>> nextChange(Database &database)
{
    Statement select(database, u"SELECT next_at FROM sla_clocks WHERE next_at IS NOT NULL ORDER BY next_at LIMIT 1"_s);
    return select.first([](const Statement &row) { return row.integer(0); });
}

Result<QStringList> ticketsAfter(Database &database, const QString &ticket, int limit)
{
    Statement select(database, u"SELECT id FROM tickets WHERE id > ? ORDER BY id LIMIT ?"_s);
    return select.bind(0, ticket)
        .bind(1, limit)
        .rows([](const Statement &row) { return row.text(0); })
        .map([](const QList<QString> &found) { return QStringList(found.begin(), found.end()); });
}

Result<TicketStretch> openTicketsAfter(Database &database, const QString &ticket, int count, int most)
{
    Statement select(database,
                     u"SELECT id, CASE WHEN status IN ('new', 'open', 'waitingCustomer', 'waitingThirdParty') "
                     "OR EXISTS (SELECT 1 FROM sla_clocks c WHERE c.ticket = tickets.id AND c.ended_at IS NULL) "
                     "THEN 1 ELSE 0 END FROM tickets WHERE id > ? ORDER BY id LIMIT ?"_s);
    TicketStretch stretch;
    return select.bind(0, ticket)
        .bind(1, count)
        .forEach([&stretch, most](const Statement &row) {
            if (stretch.open.size() == most) return;
            stretch.last = row.text(0);
            if (row.flag(1)) stretch.open.append(stretch.last);
        })
        .map([&stretch] { return std::move(stretch); });
}

Result<ClockNews> clockNews(Database &database, qint64 since, int limit)
{
    Statement select(database,
                     u"SELECT l.seq, l.type, l.id, coalesce(m.ticket, '') FROM change_log l "
                     "LEFT JOIN messages m ON l.type = ? AND m.id = l.id WHERE l.seq > ? ORDER BY l.seq LIMIT ?"_s);
    ClockNews news;
    news.through = since;
    int rows = 0;
    const int ticketType = typeInfo<Ticket>().number;
    return select.bind(0, typeInfo<Message>().number)
        .bind(1, since)
        .bind(2, limit)
        .forEach([&](const Statement &row) {
            ++rows;
            news.through = row.integer(0);
            news.types.insert(static_cast<int>(row.integer(1)));
            if (row.integer(1) == ticketType) news.tickets.append(row.text(2));
            if (!row.text(3).isEmpty()) news.tickets.append(row.text(3));
        })
        .map([&] {
            news.tickets.removeDuplicates();
            news.hasMore = rows == limit;
            return news;
        });
}

Result<std::pair<qint64, qint64>> logEnds(Database &database)
{
    return clockRow(database).map([](const ClockRow &clock) { return std::pair(clock.seq, clock.floor); });
}

} // namespace akwaba::store

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cachereader.h"

#include "core/cache/localmarks.h"
#include "core/cache/outboxrows.h"
#include "core/cache/viewquery.h"
#include "core/database/database.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

const QString rowSql = QStringLiteral(
    "SELECT t.\"row\", t.id, t.number, t.customer, c.name, t.subject, t.extract, t.status, t.priority, t.channel, "
    "t.team, t.assignee, a.name, t.tags, t.last_at, t.waiting_since, t.snoozed_until, t.last_customer_message_at, "
    "t.last_agent_message_at, t.active, t.clock_state, t.clock_target, t.next_due_at, t.at_risk_at, t.clock_calendar, "
    "t.clock_length, t.clock_left, t.clock_promise FROM tickets t LEFT JOIN customers c ON c.id = t.customer "
    "LEFT JOIN agents a ON a.id = t.assignee WHERE t.");

struct NextDue {
    QDateTime at; // invalid where nothing is due
    bool isPaused = false;
};

/// A row, and what tells whether it is unread.
struct ReadRow {
    TicketRow row;
    QDateTime customerAt;
    QDateTime agentAt;
    bool active = false;
};

std::optional<NextClock> readClock(const Statement &r)
{
    const auto state = fromWireName<ClockState>(r.text(20));
    if (!state) return std::nullopt;
    NextClock clock;
    clock.target = fromWireName<Target>(r.text(21)).value_or(Target::Resolution);
    clock.dueAt = r.instant(22);
    clock.atRiskAt = r.instant(23);
    clock.calendar.value = r.text(24);
    clock.length = r.integer(25);
    clock.left = r.integer(26);
    clock.isPaused = state == ClockState::Paused;
    clock.isPromise = r.flag(27);
    return clock;
}

ReadRow readRow(const Statement &r, const QHash<QString, QString> &tagNames)
{
    ReadRow read;
    TicketRow &row = read.row;
    row.key = r.integer(0);
    row.id.value = r.text(1);
    row.number = r.text(2);
    row.customer.value = r.text(3);
    row.customerName = r.text(4);
    row.subject = r.text(5);
    row.extract = r.text(6);
    row.status = fromWireName<TicketStatus>(r.text(7)).value_or(TicketStatus::New);
    row.priority = fromWireName<Priority>(r.text(8)).value_or(Priority::Normal);
    row.channel = fromWireName<Channel>(r.text(9)).value_or(Channel::Other);
    row.team.value = r.text(10);
    row.assignee.value = r.text(11);
    row.assigneeName = r.text(12);
    for (const QJsonValue &tag : QJsonDocument::fromJson(r.text(13).toUtf8()).array()) {
        if (const QString name = tagNames.value(tag.toString()); !name.isEmpty()) row.tags += name;
    }
    row.at = r.instant(14);
    row.waitingSince = r.instant(15);
    row.snoozedUntil = r.instant(16);
    read.customerAt = r.instant(17);
    read.agentAt = r.instant(18);
    read.active = r.flag(19);
    row.clock = readClock(r);
    return read;
}

/// Newer than what was seen; a ticket that was never opened here is unread while its customer waits for an answer.
bool isUnread(const ReadRow &read, const QDateTime &seenAt)
{
    if (!read.customerAt.isValid()) return false;
    if (seenAt.isValid()) return read.customerAt > seenAt;
    return read.active && (!read.agentAt.isValid() || read.agentAt < read.customerAt);
}

/// Runs of due_order.
QString dueGroupOf(const NextDue &next, const QDateTime &now, const QDateTime &startOfToday)
{
    if (!next.at.isValid()) return next.isPaused ? u"paused"_s : u"none"_s;
    if (next.at <= now) return u"late"_s;
    if (next.at < startOfToday.addDays(1)) return u"today"_s;
    return next.at < startOfToday.addDays(2) ? u"tomorrow"_s : u"later"_s;
}

QString ageOf(const QDateTime &at, const QDateTime &startOfToday)
{
    if (at >= startOfToday) return u"today"_s;
    if (at >= startOfToday.addDays(-1)) return u"yesterday"_s;
    return at >= startOfToday.addDays(-6) ? u"thisWeek"_s : u"older"_s;
}

} // namespace

CacheReader::CacheReader(std::unique_ptr<Database> cache, std::unique_ptr<Database> outbox, AgentId me)
    : m_cache(std::move(cache)), m_outbox(std::move(outbox)), m_me(std::move(me))
{
}

CacheReader::~CacheReader() = default;

Result<std::unique_ptr<CacheReader>> CacheReader::open(const CacheReaderOptions &options)
{
    auto cache = Database::open(options.cachePath, {.key = options.cacheKey, .readOnly = true});
    if (!cache) return tl::unexpected(cache.error());
    auto outbox = Database::open(options.outboxPath, {.key = options.outboxKey, .readOnly = true});
    if (!outbox) return tl::unexpected(outbox.error());
    return std::unique_ptr<CacheReader>(new CacheReader(std::make_unique<Database>(std::move(*cache)),
                                                        std::make_unique<Database>(std::move(*outbox)), options.me));
}

Result<ViewQuery> CacheReader::query(const ViewSpec &spec)
{
    ViewContext context{m_me, spec.now, {}, {}};
    const auto asks = [&spec](const QString &field) {
        return std::any_of(spec.conditions.begin(), spec.conditions.end(),
                           [&field](const FieldCondition &condition) { return condition.field == field; });
    };
    if (asks(u"draft"_s)) {
        const auto tickets = ticketsWithDraft(*m_outbox, *m_cache, m_me);
        if (!tickets) return tl::unexpected(tickets.error());
        context.withDraft = *tickets;
    }
    if (asks(u"pending"_s)) {
        const auto tickets = ticketsWithPending(*m_outbox);
        if (!tickets) return tl::unexpected(tickets.error());
        context.withPending = *tickets;
    }
    return queryOf(spec, context);
}

Result<QList<TicketRow>> CacheReader::firstPage(const ViewSpec &spec, int count)
{
    const auto view = query(spec);
    if (!view) return tl::unexpected(view.error());
    Statement first(*m_cache, view->select(u"\"row\""_s, count));
    view->bindTo(first);
    const auto keys = first.rows([](const Statement &row) { return row.integer(0); });
    if (!keys) return tl::unexpected(keys.error());
    return rows({keys->constData(), static_cast<std::size_t>(keys->size())});
}

Result<TicketKeys> CacheReader::ticketKeys(const ViewSpec &spec, const QDateTime &startOfToday)
{
    const auto view = query(spec);
    if (!view) return tl::unexpected(view.error());
    const bool byAge = spec.grouping == TicketGrouping::Age;
    const bool byDue = spec.grouping == TicketGrouping::Due;
    const QString group = byAge    ? u", last_at"_s
        : byDue                    ? u", next_due_at, clock_state <> ''"_s
        : view->groupKey.isEmpty() ? QString()
                                   : QString(u", "_s + view->groupKey);
    const auto keyOf = [&](const Statement &row) {
        if (byDue) return dueGroupOf({row.instant(1), row.flag(2)}, spec.now, startOfToday);
        return byAge ? ageOf(row.instant(1), startOfToday) : row.text(1);
    };
    Statement all(*m_cache, view->select(u"\"row\""_s + group));
    view->bindTo(all);
    TicketKeys result;
    return all
        .forEach([&](const Statement &row) {
            result.keys.push_back(row.integer(0));
            if (group.isEmpty()) return;
            const QString key = keyOf(row);
            if (result.groups.isEmpty() || result.groups.last().key != key) result.groups.append({key, 0});
            ++result.groups.last().count;
        })
        .map([&] { return std::move(result); });
}

Result<QList<TicketRow>> CacheReader::rows(std::span<const qint64> keys)
{
    QJsonArray array;
    for (const qint64 key : keys)
        array.append(key);
    const QString json = QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
    const auto found = readRows(u"\"row\" IN (SELECT value FROM json_each(?))"_s, json);
    if (!found) return found;
    QHash<qint64, TicketRow> byKey;
    for (const TicketRow &row : *found)
        byKey.insert(row.key, row);
    QList<TicketRow> ordered;
    for (const qint64 key : keys) {
        TicketRow missing;
        missing.key = key;
        missing.gone = true;
        ordered.append(byKey.value(key, missing));
    }
    return ordered;
}

Result<TicketRow> CacheReader::row(const TicketId &ticket)
{
    const auto found = readRows(u"id = ?"_s, ticket.value);
    if (!found) return tl::unexpected(found.error());
    if (found->isEmpty()) return fail(Code::NotFound, ticket.value);
    return found->first();
}

Result<QList<TicketRow>> CacheReader::readRows(const QString &where, const QVariant &value)
{
    QHash<QString, QString> tagNames;
    Statement tags(*m_cache, u"SELECT id, name FROM tags"_s);
    if (const auto done = tags.forEach([&](const Statement &r) { tagNames.insert(r.text(0), r.text(1)); }); !done)
        return tl::unexpected(done.error());
    Statement statement(*m_cache, rowSql + where);
    const auto read = statement.bind(0, value).rows([&tagNames](const Statement &r) { return readRow(r, tagNames); });
    if (!read) return tl::unexpected(read.error());
    QStringList ids;
    for (const ReadRow &r : *read)
        ids += r.row.id.value;
    const auto marks = marksOf(*m_outbox, *m_cache, ids, m_me);
    if (!marks) return tl::unexpected(marks.error());
    QList<TicketRow> rows;
    for (const ReadRow &r : *read) {
        TicketRow row = r.row;
        row.unread = isUnread(r, marks->seen.value(row.id.value));
        row.pending = marks->pending.contains(row.id.value);
        row.refused = marks->refused.contains(row.id.value);
        row.refusal = marks->refused.value(row.id.value, Reason::None);
        row.draft = marks->drafts.contains(row.id.value);
        rows.append(row);
    }
    return rows;
}

Result<Counters> CacheReader::counters(const QDateTime &now)
{
    Counters counters;
    Statement all(*m_cache, u"SELECT kind, key, n FROM counters WHERE n <> 0"_s);
    const auto done = all.forEach([&](const Statement &row) {
        const QString kind = row.text(0);
        const QString key = row.text(1);
        const qint64 n = row.integer(2);
        if (kind == u"active") counters.active = n;
        if (kind == u"assignee" && key == m_me.value) counters.mine = n;
        if (kind == u"assignee" && key.isEmpty()) counters.unassigned = n;
        if (kind == u"status" && key == wireName(TicketStatus::WaitingCustomer)) counters.waitingCustomer = n;
        if (kind == u"follower" && key == m_me.value) counters.followed = n;
        if (kind == u"stopped") counters.stoppedLoops = n;
        if (kind == u"team" && !key.isEmpty()) counters.teams.insert(TeamId{key}, n);
        if (kind == u"channel") counters.channels.insert(fromWireName<Channel>(key).value_or(Channel::Other), n);
    });
    if (!done) return tl::unexpected(done.error());
    if (const auto counted = countClocks(counters, now); !counted) return tl::unexpected(counted.error());
    if (const auto counted = countEscalations(counters); !counted) return tl::unexpected(counted.error());
    if (const auto counted = countNotices(counters); !counted) return tl::unexpected(counted.error());
    return ticketsWithDraft(*m_outbox, *m_cache, m_me).map([&](const QStringList &tickets) {
        counters.drafts = tickets.size();
        return counters;
    });
}

/// By the index of due dates: what is late or soon is little of it.
Result<void> CacheReader::countClocks(Counters &counters, const QDateTime &now)
{
    const qint64 at = now.toMSecsSinceEpoch();
    Statement next(*m_cache,
                   u"SELECT next_due_at FROM tickets WHERE active = 1 AND due_order > ? ORDER BY due_order LIMIT 1"_s);
    QList<QVariant> today;
    const QString promised = promisedTodayClause(now, today);
    const auto late = countWhere(u"active = 1 AND due_order <= ?"_s, {at});
    const auto risky = countWhere(u"active = 1 AND at_risk_at <= ? AND due_order > ?"_s, {at, at});
    const auto promises = countWhere(u"active = 1 AND "_s + promised, today);
    const auto due = next.bind(0, at).first([](const Statement &row) { return row.instant(0); });
    for (const Result<qint64> *counted : {&late, &risky, &promises})
        if (!*counted) return tl::unexpected(counted->error());
    if (!due) return tl::unexpected(due.error());
    counters.late = *late;
    counters.atRisk = *risky;
    counters.promisedToday = *promises;
    counters.nextDueAt = due->value_or(QDateTime());
    return {};
}

Result<void> CacheReader::countEscalations(Counters &counters)
{
    const std::array kinds{
        std::pair{u"open"_s, &Counters::escalated}, std::pair{u"toAccept"_s, &Counters::escalatedToAccept},
        std::pair{u"mine"_s, &Counters::escalatedMine}, std::pair{u"waiting"_s, &Counters::escalatedWaiting}};
    for (const auto &[kind, count] : kinds) {
        QList<QVariant> values;
        const QString which = escalationClause({kind}, m_me, values);
        if (const auto counted = countWhere(which, values); counted)
            counters.*count = *counted;
        else
            return tl::unexpected(counted.error());
    }
    return {};
}

Result<qint64> CacheReader::countWhere(const QString &which, const QList<QVariant> &values)
{
    Statement select(*m_cache, u"SELECT count(*) FROM tickets WHERE "_s + which);
    for (int i = 0; i < values.size(); ++i)
        select.bind(i, values.at(i));
    return select.first([](const Statement &row) { return row.integer(0); }).map([](std::optional<qint64> count) {
        return count.value_or(0);
    });
}

Result<void> CacheReader::countNotices(Counters &counters)
{
    Statement unread(*m_cache,
                     u"SELECT count(*) FROM notices WHERE read_at IS NULL AND agent = ? AND "_s + noticeIsKnown());
    return unread.bind(0, m_me.value).forEach([&counters](const Statement &row) {
        counters.unreadNotices = row.integer(0);
    });
}

} // namespace akwaba

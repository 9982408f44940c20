// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/viewquery.h"

#include "core/cache/outboxrows.h"
#include "core/database/table.h"
#include "core/domain/customer.h"
#include "core/domain/escalation.h"
#include "core/protocol/codec.h"
#include "core/text/fold.h"

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// A search is a question, not a text that somebody dropped into the field.
constexpr qsizetype mostTerms = 8;
/// The customers looked at where some words are his name and the others stand in a text.
constexpr int splitCustomers = 50;

QString places(qsizetype count)
{
    QStringList all;
    for (qsizetype i = 0; i < count; ++i)
        all += u"?"_s;
    return all.join(u", "_s);
}

/// Whether an instant is there; nothing for any other condition.
QString instantClause(const FieldInfo *field, const QStringList &values)
{
    if (field == nullptr || field->kind != ValueKind::Instant) return {};
    if (values == QStringList{u"any"_s}) return quoted(field->column) + u" IS NOT NULL"_s;
    if (values == QStringList{u"none"_s}) return quoted(field->column) + u" IS NULL"_s;
    return {};
}

/// What is late, or at risk, by then.
QString clockClause(bool late, bool yes, const QDateTime &now, QList<QVariant> &values)
{
    values += instantColumn(now);
    const QString is = late ? u"due_order <= ?"_s : u"(at_risk_at IS NOT NULL AND at_risk_at <= ?)"_s;
    return yes ? is : QString(u"NOT "_s + is);
}

/// True for the escalations that a value of the condition "escalation" means, whoever has them.
bool means(QStringView value, EscalationState state)
{
    if (value == u"open") return isOpen(state);
    if (value == u"toAccept") return state == EscalationState::Requested;
    if (value == u"mine") return isInHand(state);
    return value == u"waiting" && state == EscalationState::WaitingThirdParty;
}

/// Tickets with a text in which the expression matches, among the newest such texts.
QString textClause(const QString &match, int window, QList<QVariant> &values)
{
    values += match;
    return u"id IN (SELECT d.ticket FROM words JOIN docs d ON d.doc = words.rowid WHERE words MATCH ? "
           "ORDER BY words.rowid DESC LIMIT %1)"_s.arg(window);
}

/// The customers of whom the expression matches, as rows of one column "customer". Not joined the other way round: a
/// look into the index for each customer there is.
QString customersOf(const QString &match, QList<QVariant> &values)
{
    values += match;
    return u"SELECT c.id AS customer FROM words CROSS JOIN docs d ON d.doc = words.rowid CROSS JOIN customers c ON "
           "c.\"row\" = d.\"row\" WHERE words MATCH ? AND words.rowid < %1 AND d.type = %2"_s.arg(firstTimedText)
               .arg(typeInfo<Customer>().number);
}

/// Tickets of the customers of whom the expression matches.
QString customerClause(const QString &match, QList<QVariant> &values)
{
    return u"customer IN ("_s + customersOf(match, values) + u')';
}

/// Tickets in whose number, or in the subject that is indexed with it, the expression matches.
QString numberClause(const QString &match, QList<QVariant> &values)
{
    values += match;
    return u"id IN (SELECT d.ticket FROM words JOIN docs d ON d.doc = words.rowid WHERE words MATCH ? "
           "AND d.type = %1)"_s.arg(typeInfo<Ticket>().number);
}

/// What an operator of the search field asks for; empty for any other condition.
QString operatorClause(const FieldCondition &condition, QList<QVariant> &values)
{
    const QString value = condition.values.value(0);
    const SearchTerm term{.text = value, .isOpen = true};
    if (condition.field == u"from" || condition.field == u"numbered") {
        const QString match = matchOf({&term, 1});
        if (match.isEmpty()) return u"0"_s;
        if (condition.field == u"from") return customerClause(match, values);
        const QString numbered = numberClause(match, values);
        values += folded(value);
        return QString(u'(' + numbered + u" AND instr(lower(number), ?) > 0)"_s);
    }
    if (condition.field != u"before" && condition.field != u"since") return {};
    const QDateTime moment = fromUtcDate(value);
    if (!moment.isValid()) return u"0"_s;
    values += instantColumn(moment);
    return condition.field == u"before" ? u"last_at < ?"_s : u"last_at >= ?"_s;
}

/// Of a condition that is on no field of tickets; empty for one that is.
QString madeUpClause(const FieldCondition &condition, const ViewContext &context, QList<QVariant> &values)
{
    const bool yes = condition.values.contains(u"true"_s);
    if (condition.field == u"late" || condition.field == u"atRisk")
        return clockClause(condition.field == u"late", yes, context.now, values);
    if (condition.field == u"promised" && condition.values == QStringList{u"today"_s})
        return promisedTodayClause(context.now, values);
    if (condition.field == u"escalation") return escalationClause(condition.values, context.me, values);
    if (const QString clause = operatorClause(condition, values); !clause.isEmpty()) return clause;
    if (condition.field == u"active") return yes ? u"active = 1"_s : u"active = 0"_s;
    if (condition.field == u"draft" || condition.field == u"pending") {
        values += jsonText(condition.field == u"draft" ? context.withDraft : context.withPending);
        const QString in = u"id IN (SELECT value FROM json_each(?))"_s;
        return yes ? in : QString(u"NOT "_s + in);
    }
    return {};
}

/// One condition, not negated; its values are added to `values`.
Result<QString> clauseOf(const FieldCondition &condition, const ViewContext &context, QList<QVariant> &values)
{
    if (const QString madeUp = madeUpClause(condition, context, values); !madeUp.isEmpty()) return madeUp;
    QStringList wanted;
    for (const QString &value : condition.values)
        wanted += value == u"me" ? context.me.value : value == u"none" ? QString(u""_s) : value;
    if (condition.field == u"tags" || condition.field == u"followers") {
        const QString none = condition.values.contains(u"none"_s) ? QString(condition.field + u" = '[]' OR "_s) : u""_s;
        values += condition.field;
        for (const QString &value : std::as_const(wanted))
            values += value;
        return QString(u"("_s + none + u"\"row\" IN (SELECT ticket FROM ticket_sets WHERE field = ? AND value IN ("_s
                       + places(wanted.size()) + u")))"_s);
    }
    const FieldInfo *field = typeInfo<Ticket>().field(condition.field);
    if (const QString instant = instantClause(field, condition.values); !instant.isEmpty()) return instant;
    if (field == nullptr
        || (field->kind != ValueKind::Text && field->kind != ValueKind::Enum && field->kind != ValueKind::Id))
        return fail(Code::Unsupported, u"a condition on "_s + condition.field);
    for (const QString &value : std::as_const(wanted))
        values += value;
    if (wanted.size() == 1) return QString(quoted(field->column) + u" = ?"_s);
    return QString(quoted(field->column) + u" IN ("_s + places(wanted.size()) + u')');
}

QString statusRank()
{
    QString rank = u"CASE status"_s;
    for (std::size_t i = 0; i < EnumNames<TicketStatus>::all.size(); ++i)
        rank += u" WHEN '%1' THEN %2"_s.arg(wireName(static_cast<TicketStatus>(i))).arg(i);
    return rank + u" END"_s;
}

QString nameIn(const QString &table, const QString &column)
{
    return u"coalesce((SELECT name FROM %1 WHERE %1.id = tickets.%2), '')"_s.arg(table, column);
}

struct GroupSql {
    QString key;
    QString order;
};

GroupSql groupSql(TicketGrouping grouping)
{
    switch (grouping) {
    case TicketGrouping::Status: return {u"status"_s, statusRank() + u", "_s};
    case TicketGrouping::Priority: return {u"priority"_s, u"urgency DESC, "_s};
    case TicketGrouping::Assignee: return {u"assignee"_s, nameIn(u"agents"_s, u"assignee"_s) + u", assignee, "_s};
    case TicketGrouping::Team: return {u"team"_s, nameIn(u"teams"_s, u"team"_s) + u", team, "_s};
    case TicketGrouping::None:
    case TicketGrouping::Age:
    case TicketGrouping::Due: break;
    }
    return {};
}

QString orderOf(const ViewSpec &spec)
{
    const QString down = spec.reversed ? u" ASC"_s : u" DESC"_s;
    const QString up = spec.reversed ? u" DESC"_s : u" ASC"_s;
    const QString activity = u"last_at"_s + down + u", \"row\""_s + down;
    const QString due = u"due_order"_s + up + u", last_at"_s + down + u", \"row\""_s + up;
    if (spec.grouping == TicketGrouping::Age) return activity; // the groups are runs of it
    if (spec.grouping == TicketGrouping::Due) return due;
    switch (spec.sort) {
    case TicketSort::Received: return u"received_at"_s + down + u", \"row\""_s + down;
    case TicketSort::WaitingSince: return u"waits"_s + up + u", \"row\""_s + up;
    case TicketSort::Priority: return u"urgency"_s + down + u", "_s + activity;
    case TicketSort::Due: return due;
    case TicketSort::LastActivity: break;
    }
    return activity;
}

/// All words in one text or in what is known of the customer, or his words before or behind those of a text. One set of
/// ids: of several conditions joined by OR all tickets would be looked through.
QString searchClause(std::span<const SearchTerm> terms, QList<QVariant> &values)
{
    const QString tickets = u"SELECT id FROM tickets WHERE "_s;
    const QString all = matchOf(terms);
    QStringList any{tickets + textClause(all, searchWindow, values), tickets + customerClause(all, values)};
    const auto split = [&](std::span<const SearchTerm> ofCustomer, std::span<const SearchTerm> ofText) {
        const QString customer = matchOf(ofCustomer);
        const QString text = matchOf(ofText);
        if (customer.isEmpty() || text.isEmpty()) return;
        // From the few customers on, and of a word that stands in many names from some of them.
        const QString his = customersOf(customer, values) + u" LIMIT %1"_s.arg(splitCustomers);
        any += u"SELECT t.id FROM ("_s + his + u") h CROSS JOIN tickets t ON t.customer = h.customer WHERE "_s
            + textClause(text, searchWindow, values);
    };
    for (std::size_t at = 1; at < terms.size(); ++at) {
        split(terms.first(at), terms.subspan(at));
        split(terms.subspan(at), terms.first(at));
    }
    return QString(u"id IN ("_s + any.join(u" UNION ALL "_s) + u')');
}

/// What was typed in a search field, as clauses that all hold.
QStringList searchClauses(const QString &typed, QList<QVariant> &values)
{
    QList<SearchTerm> wanted;
    QList<SearchTerm> excluded;
    for (SearchTerm term : searchTerms(typed)) {
        QList<SearchTerm> &side = term.isNegated ? excluded : wanted;
        term.isNegated = false;
        if (side.size() < mostTerms) side.append(std::move(term));
    }
    QStringList clauses;
    if (!matchOf(wanted).isEmpty()) clauses += searchClause(wanted, values);
    for (const SearchTerm &term : std::as_const(excluded)) {
        const QString match = matchOf({&term, 1});
        if (match.isEmpty()) continue;
        clauses += u"NOT "_s + textClause(match, exclusionWindow, values);
        clauses += u"NOT "_s + customerClause(match, values);
    }
    return clauses;
}

} // namespace

QString ViewQuery::select(const QString &columns, int limit) const
{
    return u"SELECT %1 FROM tickets WHERE %2 ORDER BY %3"_s.arg(columns, where, order)
        + (limit > 0 ? u" LIMIT %1"_s.arg(limit) : QString());
}

void ViewQuery::bindTo(Statement &statement) const
{
    int position = 0;
    for (const QVariant &value : values)
        statement.bind(position++, value);
}

QString escalationClause(const QStringList &kinds, const AgentId &me, QList<QVariant> &values)
{
    QStringList any;
    for (const QString &kind : kinds) {
        QStringList states;
        for (std::size_t i = 0; i < EnumNames<EscalationState>::all.size(); ++i) {
            const auto state = static_cast<EscalationState>(i);
            if (means(kind, state)) states += wireName(state);
        }
        QString one = u"state IN ("_s + places(states.size()) + u')';
        for (const QString &state : std::as_const(states))
            values += state;
        if (kind == u"mine") {
            one += u" AND accepted_by = ?"_s;
            values += me.value;
        }
        any += one;
    }
    const QString which = any.isEmpty() ? u"0"_s : any.join(u" OR "_s);
    return QString(u"id IN (SELECT ticket FROM escalations WHERE closed_at IS NULL AND ("_s + which + u"))"_s);
}

QString promisedTodayClause(const QDateTime &now, QList<QVariant> &values)
{
    const QDate today = now.toLocalTime().date();
    values << instantColumn(today.startOfDay()) << instantColumn(today.addDays(1).startOfDay());
    return u"(clock_promise = 1 AND due_order >= ? AND due_order < ?)"_s;
}

Result<ViewQuery> queryOf(const ViewSpec &spec, const ViewContext &context)
{
    ViewQuery query;
    QStringList clauses;
    for (const FieldCondition &condition : spec.conditions) {
        const auto clause = clauseOf(condition, context, query.values);
        if (!clause) return tl::unexpected(clause.error());
        clauses += condition.negated ? QString(u"NOT ("_s + *clause + u')') : *clause;
    }
    clauses += searchClauses(spec.search, query.values);
    query.where = clauses.isEmpty() ? u"1"_s : clauses.join(u" AND "_s);
    const GroupSql group = groupSql(spec.grouping);
    query.groupKey = group.key;
    query.order = group.order + orderOf(spec);
    return query;
}

QString matchOf(std::span<const SearchTerm> terms)
{
    QStringList all;
    for (const SearchTerm &term : terms) {
        const QStringList words = searchedWords(term.text);
        if (term.isNegated || !term.field.isEmpty() || words.isEmpty()) continue;
        // One letter alone would match half of everything.
        const bool mayGoOn = term.isOpen && words.constLast().size() >= 2;
        all += u'"' + words.join(u' ') + u'"' + (mayGoOn ? u"*"_s : u""_s);
    }
    return all.join(u' ');
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CacheReader that opens things: a conversation, its clocks, a customer, the directories.
#include "core/cache/cachereader.h"
#include "core/cache/outboxrows.h"
#include "core/cache/readall.h"
#include "core/cache/ticketclocks.h"
#include "core/cache/viewquery.h"
#include "core/database/database.h"
#include "core/database/table.h"
#include "core/database/transaction.h"
#include "core/protocol/codec.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int cardRows = 50;

template <class T> Result<std::optional<T>> readOne(Database &database, const QString &id)
{
    if (id.isEmpty()) return std::optional<T>();
    return readAll<T>(database, u"WHERE id = ?"_s, id).map([](const QList<T> &found) {
        return found.isEmpty() ? std::nullopt : std::optional<T>(found.first());
    });
}

} // namespace

Result<Conversation> CacheReader::conversation(const TicketId &ticket)
{
    // One state of the cache for all of it.
    const auto snapshot = Transaction::read(*m_cache);
    if (!snapshot) return tl::unexpected(snapshot.error());
    const auto line = row(ticket);
    if (!line) return tl::unexpected(line.error());
    Conversation all{.row = *line};
    const auto opened = readOne<Ticket>(*m_cache, ticket.value);
    const auto customer = readOne<Customer>(*m_cache, line->customer.value);
    auto messages =
        readAll<Message>(*m_cache, u"WHERE ticket = ? ORDER BY at IS NULL, at, written_at, \"row\""_s, ticket.value);
    const auto files = readAll<Attachment>(*m_cache, u"WHERE ticket = ? ORDER BY \"row\""_s, ticket.value);
    if (!opened) return tl::unexpected(opened.error());
    if (!customer) return tl::unexpected(customer.error());
    if (!messages) return tl::unexpected(messages.error());
    auto escalations = escalationsOf(ticket);
    if (!files) return tl::unexpected(files.error());
    if (!escalations) return tl::unexpected(escalations.error());
    all.escalations = std::move(*escalations);
    all.ticket = opened->value_or(Ticket{});
    const auto order = readOne<Order>(*m_cache, all.ticket.order.value);
    const auto product = readOne<Product>(*m_cache, all.ticket.product.value);
    if (!order) return tl::unexpected(order.error());
    if (!product) return tl::unexpected(product.error());
    all.order = order->value_or(Order{});
    all.product = product->value_or(Product{});
    all.customer = customer->value_or(Customer{});
    all.messages = std::move(*messages);
    for (const Attachment &file : *files)
        all.attachments[file.message].append(file);
    // The message of an escalation is part of it.
    Statement unsent(*m_outbox,
                     u"SELECT entity, state, op, coalesce(json_extract(args, '$.escalation.notice'), '') FROM intent "
                     "WHERE ticket = ? AND "_s
                         + undecided());
    Statement seen(*m_outbox, u"SELECT at FROM seen WHERE ticket = ?"_s);
    const auto addUnsent = [&all](const Statement &intent) {
        const auto state = fromWireName<IntentState>(intent.text(1)).value_or(IntentState::Ready);
        if (!intent.text(2).startsWith(u"escalation."_s)) {
            all.unsent.insert(MessageId{intent.text(0)}, state);
            return;
        }
        all.unsentEscalations.insert(EscalationId{intent.text(0)});
        if (const QString notice = intent.text(3); !notice.isEmpty()) all.unsent.insert(MessageId{notice}, state);
    };
    return unsent.bind(0, ticket.value)
        .forEach(addUnsent)
        .and_then([&] {
            return seen.bind(0, ticket.value).forEach([&all](const Statement &at) { all.seenAt = at.instant(0); });
        })
        .map([&] { return std::move(all); });
}

Result<QList<TicketNow>> CacheReader::ticketsNow(std::span<const qint64> keys)
{
    QStringList rows; // numbers, which JSON has without quotes
    for (const qint64 key : keys)
        rows += QString::number(key);
    return ticketsNow(u"\"row\""_s, u'[' + rows.join(u',') + u']');
}

Result<QList<TicketNow>> CacheReader::ticketsNow(const QList<TicketId> &tickets)
{
    QStringList ids;
    for (const TicketId &ticket : tickets)
        ids += ticket.value;
    return ticketsNow(u"id"_s, jsonText(ids));
}

Result<QList<TicketNow>> CacheReader::ticketsNow(const QString &column, const QString &json)
{
    const auto snapshot = Transaction::read(*m_cache);
    if (!snapshot) return tl::unexpected(snapshot.error());
    const auto tickets = readAll<Ticket>(*m_cache, u"WHERE %1 IN (SELECT value FROM json_each(?))"_s.arg(column), json);
    if (!tickets) return tl::unexpected(tickets.error());
    Statement newest(*m_cache,
                     u"SELECT id FROM messages WHERE ticket = ? AND at IS NOT NULL AND kind <> '%1' "
                     "ORDER BY at DESC, \"row\" DESC LIMIT 1"_s.arg(wireName(MessageKind::Event)));
    QList<TicketNow> all;
    for (const Ticket &ticket : *tickets) {
        TicketNow now{.ticket = ticket, .newest = {}};
        const auto read =
            newest.bind(0, ticket.id.value).forEach([&now](const Statement &row) { now.newest.value = row.text(0); });
        if (!read) return tl::unexpected(read.error());
        all.append(now);
    }
    return all;
}

Result<std::shared_ptr<const sla::Rules>> CacheReader::rules()
{
    return readRules(*m_cache).map(
        [](std::unique_ptr<sla::Rules> rules) { return std::shared_ptr<const sla::Rules>(std::move(rules)); });
}

Result<std::vector<sla::SlaClock>> CacheReader::clocks(const sla::Rules &rules, const TicketId &ticket,
                                                       const QDateTime &now)
{
    return readFacts(*m_cache, ticket.value).map([&](const std::optional<sla::Facts> &facts) {
        return facts ? sla::clocksOf(rules, *facts, now.toMSecsSinceEpoch()) : std::vector<sla::SlaClock>();
    });
}

Result<QList<Escalation>> CacheReader::escalationsOf(const TicketId &ticket)
{
    return readAll<Escalation>(*m_cache, u"WHERE ticket = ? ORDER BY opened_at IS NULL, opened_at, \"row\""_s,
                               ticket.value);
}

Result<QList<OpenEscalation>> CacheReader::openEscalations()
{
    const auto snapshot = Transaction::read(*m_cache);
    if (!snapshot) return tl::unexpected(snapshot.error());
    const auto escalations = readAll<Escalation>(*m_cache, u"WHERE closed_at IS NULL"_s);
    if (!escalations) return tl::unexpected(escalations.error());
    QStringList tickets;
    for (const Escalation &each : *escalations)
        tickets.append(each.ticket.value);
    const auto rows = readRows(u"id IN (SELECT value FROM json_each(?))"_s, jsonText(tickets));
    if (!rows) return tl::unexpected(rows.error());
    QHash<QString, TicketRow> byId;
    for (const TicketRow &row : *rows)
        byId.insert(row.id.value, row);
    QList<OpenEscalation> open;
    for (const Escalation &each : *escalations)
        if (isOpen(each.state)) open.append({each, byId.value(each.ticket.value)});
    return open;
}

Result<std::optional<LiveFigures>> CacheReader::keptFigures()
{
    Statement kept(*m_cache, u"SELECT value FROM meta WHERE name = 'liveFigures'"_s);
    return kept.first([](const Statement &row) { return row.text(0).toUtf8(); })
        .and_then([](const std::optional<QByteArray> &json) -> Result<std::optional<LiveFigures>> {
            if (!json) return std::optional<LiveFigures>();
            return fromJson<LiveFigures>(QJsonDocument::fromJson(*json).object()).map([](LiveFigures figures) {
                return std::optional(std::move(figures));
            });
        });
}

Result<CustomerCard> CacheReader::customerCard(const CustomerId &customer)
{
    const auto snapshot = Transaction::read(*m_cache);
    if (!snapshot) return tl::unexpected(snapshot.error());
    const auto found = readOne<Customer>(*m_cache, customer.value);
    if (!found) return tl::unexpected(found.error());
    if (!*found) return fail(Code::NotFound, customer.value);
    CustomerCard card{.customer = **found};
    Statement count(*m_cache, u"SELECT count(*) FROM tickets WHERE customer = ?"_s);
    const auto tickets = count.bind(0, customer.value).first([](const Statement &r) { return r.integer(0); });
    if (!tickets) return tl::unexpected(tickets.error());
    card.ticketCount = tickets->value_or(0);
    auto newest = firstPage({.conditions = {{u"customer"_s, {customer.value}}}}, cardRows);
    if (!newest) return tl::unexpected(newest.error());
    card.tickets = std::move(*newest);
    auto orders = readAll<Order>(*m_cache, u"WHERE customer = ? ORDER BY placed_at DESC LIMIT %1"_s.arg(cardRows),
                                 customer.value);
    if (!orders) return tl::unexpected(orders.error());
    card.orders = std::move(*orders);
    return card;
}

Result<QList<Agent>> CacheReader::agents() { return readAll<Agent>(*m_cache, u"ORDER BY name"_s); }
Result<QList<Team>> CacheReader::teams() { return readAll<Team>(*m_cache, u"ORDER BY name"_s); }
Result<QList<Category>> CacheReader::categories() { return readAll<Category>(*m_cache, u"ORDER BY position, id"_s); }
Result<QList<Tag>> CacheReader::tags() { return readAll<Tag>(*m_cache, u"ORDER BY name"_s); }
Result<QList<View>> CacheReader::views() { return readAll<View>(*m_cache, u"ORDER BY position, name"_s); }
Result<QList<Product>> CacheReader::products() { return readAll<Product>(*m_cache, u"ORDER BY reference"_s); }
Result<QList<EscalationPath>> CacheReader::escalationPaths()
{
    return readAll<EscalationPath>(*m_cache, u"WHERE active = 1 ORDER BY position, id"_s);
}

Result<QList<TextModule>> CacheReader::textModules()
{
    return readAll<TextModule>(*m_cache, u"ORDER BY keyword, id"_s);
}
Result<QList<Macro>> CacheReader::macros() { return readAll<Macro>(*m_cache, u"ORDER BY position, id"_s); }

Result<CacheReader::Title> CacheReader::titleOf(const TicketId &ticket)
{
    Statement title(*m_cache,
                    u"SELECT t.number, t.subject, coalesce(c.name, '') FROM tickets t "
                    "LEFT JOIN customers c ON c.id = t.customer WHERE t.id = ?"_s);
    return title.bind(0, ticket.value)
        .first([](const Statement &row) { return Title{row.text(0), row.text(1), row.text(2)}; })
        .map([](const std::optional<Title> &found) { return found.value_or(Title{}); });
}

QString CacheReader::noticeIsKnown()
{
    QStringList kinds;
    for (std::size_t i = 0; i < EnumNames<NoticeKind>::all.size(); ++i)
        kinds += u'\'' + wireName(static_cast<NoticeKind>(i)) + u'\'';
    return u"kind IN (%1)"_s.arg(kinds.join(u", "_s));
}

Result<QList<NoticeItem>> CacheReader::notices(int count)
{
    const auto told =
        readAll<Notice>(*m_cache, u"WHERE %1 ORDER BY at DESC, id DESC LIMIT ?"_s.arg(noticeIsKnown()), count);
    if (!told) return tl::unexpected(told.error());
    QList<NoticeItem> items;
    for (const Notice &notice : *told) {
        const auto title = titleOf(notice.tickets.value(0));
        if (!title) return tl::unexpected(title.error());
        items.append({notice, title->number, title->subject, title->customerName});
    }
    return items;
}

} // namespace akwaba

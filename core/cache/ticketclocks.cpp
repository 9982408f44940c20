// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/ticketclocks.h"

#include "core/cache/readall.h"
#include "core/domain/customer.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

template <class E> E enumOf(const QString &name, E otherwise) { return fromWireName<E>(name).value_or(otherwise); }

/// Of the columns that facts are made of.
Message readMessage(const Statement &row)
{
    Message message;
    message.kind = enumOf(row.text(0), MessageKind::Note);
    message.direction = enumOf(row.text(1), Direction::Incoming);
    message.author.value = row.text(2);
    message.at = row.instant(3);
    message.delivery = enumOf(row.text(4), Delivery::None);
    message.callOutcome = enumOf(row.text(5), CallOutcome::Missed);
    if (message.kind != MessageKind::Event) return message;
    for (const QJsonValue &change : QJsonDocument::fromJson(row.text(6).toUtf8()).array())
        message.changes.append(
            {change[u"field"_s].toString(), change[u"from"_s].toString(), change[u"to"_s].toString()});
    return message;
}

/// The server's word: that of the shadow, where something of ours is shown on it.
Result<std::optional<Ticket>> readTicket(Database &database, const QString &id)
{
    Statement shadow(database, u"SELECT coalesce(base, '') FROM shadow WHERE type = ? AND id = ?"_s);
    const auto base = shadow.bind(0, typeInfo<Ticket>().number).bind(1, id).first([](const Statement &row) {
        return row.text(0).toUtf8();
    });
    if (!base) return tl::unexpected(base.error());
    if (*base && (*base)->isEmpty()) return std::optional<Ticket>();
    if (*base) {
        return fromJson<Ticket>(QJsonDocument::fromJson(**base).object()).map([](const Ticket &ticket) {
            return std::optional(ticket);
        });
    }
    return readAll<Ticket>(database, u"WHERE id = ?"_s, id).map([](const QList<Ticket> &found) {
        return found.isEmpty() ? std::optional<Ticket>() : found.constFirst();
    });
}

Result<sla::Attributes> furtherOf(Database &database, const Ticket &ticket)
{
    sla::Attributes further{{u"tier"_s, {}}, {u"productKind"_s, {}}};
    const auto look = [&](const QString &sql, const QString &id, const QString &name) -> Result<void> {
        if (id.isEmpty()) return {};
        Statement value(database, sql);
        return value.bind(0, id)
            .first([](const Statement &row) { return row.text(0); })
            .map([&](const std::optional<QString> &found) {
                if (found && !found->isEmpty()) further.insert(name, {*found});
            });
    };
    return look(u"SELECT tier FROM customers WHERE id = ?"_s, ticket.customer.value, u"tier"_s)
        .and_then(
            [&] { return look(u"SELECT kind FROM products WHERE id = ?"_s, ticket.product.value, u"productKind"_s); })
        .map([&] { return further; });
}

} // namespace

Result<std::unique_ptr<sla::Rules>> readRules(Database &database)
{
    auto calendars = readAll<Calendar>(database, u"ORDER BY id"_s);
    if (!calendars) return tl::unexpected(calendars.error());
    auto holidays = readAll<Holiday>(database, u"ORDER BY id"_s);
    if (!holidays) return tl::unexpected(holidays.error());
    return readAll<SlaPolicy>(database, u"ORDER BY id"_s).map([&](const QList<SlaPolicy> &policies) {
        return std::make_unique<sla::Rules>(*calendars, *holidays, policies);
    });
}

Result<std::optional<sla::Facts>> readFacts(Database &database, const QString &ticket)
{
    const auto found = readTicket(database, ticket);
    if (!found) return tl::unexpected(found.error());
    if (!*found) return std::optional<sla::Facts>();
    const auto further = furtherOf(database, **found);
    if (!further) return tl::unexpected(further.error());
    Statement messages(database,
                       u"SELECT kind, direction, author, at, delivery, call_outcome, changes FROM messages "
                       "WHERE ticket = ? AND at IS NOT NULL AND kind <> 'note' ORDER BY at, id"_s);
    return messages.bind(0, ticket).rows(readMessage).map([&](const QList<Message> &timeLine) {
        return std::optional(sla::factsOf(**found, timeLine, *further));
    });
}

Result<void> TicketClocks::needRules()
{
    if (m_rules) return {};
    return readRules(m_database).map([this](std::unique_ptr<sla::Rules> rules) { m_rules = std::move(rules); });
}

Result<void> TicketClocks::refresh(const QString &ticket, qint64 now)
{
    if (const auto done = needRules(); !done) return done;
    const auto facts = readFacts(m_database, ticket);
    if (!facts) return tl::unexpected(facts.error());
    if (!*facts) return write(ticket, nullptr);
    const qint64 last = (*facts)->facts.empty() ? (*facts)->receivedAt : (*facts)->facts.back().at;
    const std::vector<sla::SlaClock> clocks = sla::clocksOf(*m_rules, **facts, std::max(now, last));
    return write(ticket, sla::nextOf(clocks));
}

Result<void> TicketClocks::write(const QString &ticket, const sla::SlaClock *next)
{
    Statement update(m_database,
                     u"UPDATE tickets SET next_due_at = ?, at_risk_at = ?, clock_target = ?, clock_state = ?, "
                     "clock_calendar = ?, clock_length = ?, clock_left = ?, clock_promise = ? WHERE id = ?"_s);
    const auto column = [](const std::optional<qint64> &instant) { return instant ? QVariant(*instant) : QVariant(); };
    if (next != nullptr) {
        update.bind(0, column(next->dueAt)).bind(1, column(next->atRiskAt)).bind(2, wireName(next->target));
        update.bind(3, wireName(next->state));
        update.bind(4, next->unit == ClockUnit::Wall ? QString() : next->calendar.value);
        update.bind(5, next->length).bind(6, next->length - next->used).bind(7, next->isPromise);
    } else {
        update.bind(0, QVariant()).bind(1, QVariant()).bind(2, QString()).bind(3, QString());
        update.bind(4, QString()).bind(5, 0).bind(6, 0).bind(7, false);
    }
    return update.bind(8, ticket).run();
}

Result<void> TicketClocks::refreshAll()
{
    m_rules.reset();
    Statement mark(m_database, u"INSERT OR IGNORE INTO clock_todo SELECT id FROM tickets WHERE active = 1"_s);
    return mark.run();
}

Result<void> TicketClocks::follow(const QDateTime &before, const QDateTime &now)
{
    if (!before.isValid() || !now.isValid() || before >= now) return {};
    if (const auto done = needRules(); !done) return done;
    const auto next = m_rules->nextEditionAfter(before.toMSecsSinceEpoch());
    return next && *next <= now.toMSecsSinceEpoch() ? refreshAll() : Result<void>();
}

Result<bool> TicketClocks::refreshSome(int count, qint64 now, QSet<QString> &refreshed)
{
    Statement some(m_database, u"SELECT ticket FROM clock_todo LIMIT ?"_s);
    const auto tickets = some.bind(0, count).rows([](const Statement &row) { return row.text(0); });
    if (!tickets) return tl::unexpected(tickets.error());
    Statement done(m_database, u"DELETE FROM clock_todo WHERE ticket = ?"_s);
    for (const QString &ticket : *tickets) {
        const auto kept = refresh(ticket, now).and_then([&] { return done.bind(0, ticket).run(); });
        if (!kept) return tl::unexpected(kept.error());
        refreshed.insert(ticket);
    }
    return tickets->size() == count;
}

} // namespace akwaba

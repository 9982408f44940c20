// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/snapshot.h"

#include "app/server/store/membership.h"
#include "app/server/store/readconnection.h"
#include "app/server/store/scopes.h"
#include "app/server/store/scopesql.h"
#include "core/database/statement.h"
#include "core/database/table.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

constexpr int largestPage = 500;

Result<qint64> lastLogged(Database &database, const TypeInfo &type)
{
    Statement select(database, u"SELECT MAX(seq) FROM change_log WHERE type = :type"_s);
    return select.bind(u":type"_s, type.number)
        .first([](const Statement &row) { return row.integer(0); })
        .map([](const std::optional<qint64> &last) { return last.value_or(0); });
}

} // namespace

Snapshot::Snapshot(std::unique_ptr<ReadConnection> connection)
    : Reader(connection->database()), m_connection(std::move(connection))
{
}

Snapshot::Snapshot(Snapshot &&) noexcept = default;
Snapshot::~Snapshot() = default;

qint64 Snapshot::seq() const { return m_connection->log().seq; }

QString Snapshot::stateAt(qint64 at) const
{
    const ClockRow &log = m_connection->log();
    return m_connection->key().write(log.lineage, log.schemaGen, at);
}

QString Snapshot::state() const { return stateAt(seq()); }

Result<qint64> Snapshot::lastChangeOf(const TypeInfo &type, const Membership &member) const
{
    auto last = lastLogged(m_database, type);
    // Messages and attachments change hands with their ticket, without a word in the log of their own type.
    if (last && (&type == &typeInfo<Message>() || &type == &typeInfo<Attachment>())) {
        const auto ofTickets = lastLogged(m_database, typeInfo<Ticket>());
        if (!ofTickets) return ofTickets;
        last = std::max(*last, *ofTickets);
    }
    // Below the floor there is nothing to continue from; and new permissions change every type.
    return last.map([&](qint64 seq) { return std::max({seq, m_connection->log().floor, member.firstSeq()}); });
}

Result<QString> Snapshot::typeState(const TypeInfo &type, const Caller &caller) const
{
    return membershipOf(m_database, caller.agent)
        .and_then([&](const Membership &member) { return lastChangeOf(type, member); })
        .map([this](qint64 last) { return stateAt(last); });
}

/// From the snapshot, not from the caller: he may hold a connection for longer than his permissions.
Result<QStringList> Snapshot::scopesOf(const Caller &caller) const
{
    return membershipOf(m_database, caller.agent).map([](const Membership &member) { return member.scopes; });
}

Result<Records> Snapshot::get(const TypeInfo &type, const std::optional<QStringList> &ids, const Caller &caller,
                              int limit) const
{
    if (!ids) {
        return page(type, {}, limit, caller).map([](RecordPage page) { return Records{std::move(page.list), {}}; });
    }
    const auto scopes = scopesOf(caller);
    if (!scopes) return tl::unexpected(scopes.error());
    Records records;
    QSet<QString> seen;
    for (const QString &id : *ids) {
        if (seen.contains(id)) continue;
        seen.insert(id);
        auto found = row(type, id);
        if (!found) return tl::unexpected(found.error());
        if (found->exists() && intersects(found->keys, *scopes))
            records.list.append(std::move(found->record));
        else
            records.notFound.append(id);
    }
    return records;
}

Result<std::optional<QueryPage>> Snapshot::query(const TypeInfo &type, const Query &wanted, const Caller &caller) const
{
    return scopesOf(caller).and_then(
        [&](const QStringList &scopes) { return runQuery(m_database, type, scopes, wanted); });
}

Result<RecordPage> Snapshot::page(const TypeInfo &type, const QString &after, int limit, const Caller &caller) const
{
    const auto scopes = scopesOf(caller);
    if (!scopes) return tl::unexpected(scopes.error());
    if (!after.isEmpty() && !isWellFormedId(after)) return fail(Code::BadInput, u"after"_s);
    // Past every id of any type.
    const QString below = after.isEmpty() ? u"~"_s : after;
    const int wanted = std::clamp(limit, 1, largestPage);
    auto found = rowsBelow(m_database, type, *scopes, below, wanted);
    auto total = countVisible(m_database, type, *scopes);
    if (!found) return tl::unexpected(found.error());
    if (!total) return tl::unexpected(total.error());
    RecordPage result;
    result.total = *total;
    if (found->size() == wanted) result.after = found->last().record.value(u"id"_s).toString();
    for (StoredRow &entry : *found)
        result.list.append(std::move(entry.record));
    if (&type != &typeInfo<Ticket>()) return result;
    return withChildren(std::move(result), *scopes);
}

Result<RecordPage> Snapshot::pageOf(const TypeInfo &type, const QStringList &ids, const Caller &caller) const
{
    const auto scopes = scopesOf(caller);
    if (!scopes) return tl::unexpected(scopes.error());
    auto records = get(type, ids, caller);
    if (!records) return tl::unexpected(records.error());
    RecordPage result;
    result.total = records->list.size();
    result.list = std::move(records->list);
    if (&type != &typeInfo<Ticket>()) return result;
    return withChildren(std::move(result), *scopes);
}

Result<RecordPage> Snapshot::withChildren(RecordPage page, const QStringList &scopes) const
{
    QSet<QString> customers;
    QSet<QString> orders;
    const auto add = [&](const TypeInfo &type, const Result<QList<StoredRow>> &found) -> Result<void> {
        if (!found) return tl::unexpected(found.error());
        for (const StoredRow &entry : *found) {
            if (intersects(entry.keys, scopes)) page.children[type.name].append(entry.record);
        }
        return {};
    };
    const auto addOne = [&](const TypeInfo &type, const QString &id) { return add(type, rows(type, u"id"_s, id)); };
    for (const QJsonObject &ticket : std::as_const(page.list)) {
        const QString id = ticket.value(u"id"_s).toString();
        for (const TypeInfo *type : {&typeInfo<Message>(), &typeInfo<Attachment>()}) {
            if (auto done = add(*type, rows(*type, u"ticket"_s, id)); !done) return tl::unexpected(done.error());
        }
        customers.insert(ticket.value(u"customer"_s).toString());
        orders.insert(ticket.value(u"order"_s).toString());
    }
    for (const QString &customer : std::as_const(customers)) {
        if (customer.isEmpty()) continue;
        if (auto done = addOne(typeInfo<Customer>(), customer); !done) return tl::unexpected(done.error());
        const auto own = rows(typeInfo<Order>(), u"customer"_s, customer);
        if (auto done = add(typeInfo<Order>(), own); !done) return tl::unexpected(done.error());
        for (const StoredRow &order : *own)
            orders.remove(order.record.value(u"id"_s).toString());
    }
    for (const QString &order : std::as_const(orders)) {
        if (order.isEmpty()) continue;
        if (auto done = addOne(typeInfo<Order>(), order); !done) return tl::unexpected(done.error());
    }
    return page;
}

Result<bool> Snapshot::maySee(const BlobId &blob, const Caller &caller) const
{
    const auto scopes = scopesOf(caller);
    if (!scopes) return tl::unexpected(scopes.error());
    const auto users = rows(typeInfo<Attachment>(), u"blob"_s, blob.value);
    if (!users) return tl::unexpected(users.error());
    return std::ranges::any_of(*users, [&](const StoredRow &user) { return intersects(user.keys, *scopes); });
}

} // namespace akwaba::store

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/snapshot.h"

#include "app/server/store/membership.h"
#include "app/server/store/readconnection.h"
#include "app/server/store/scopes.h"
#include "app/server/store/scopesql.h"
#include "app/server/store/unwritten.h"
#include "core/database/statement.h"
#include "core/database/table.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

constexpr int largestPage = 500;

/// What the child's column names, of all the records.
QStringList namedBy(const QList<QJsonObject> &records, const QString &column)
{
    QStringList names;
    for (const QJsonObject &record : records) {
        const QString name = record.value(column).toString();
        if (!name.isEmpty()) names += name;
    }
    return normalised(std::move(names));
}

} // namespace

Snapshot::Snapshot(std::unique_ptr<ReadConnection> connection)
    : Reader(connection->database()), m_connection(std::move(connection))
{
}

Snapshot::Snapshot(Snapshot &&) noexcept = default;
Snapshot::~Snapshot() = default;

qint64 Snapshot::seq() const { return m_connection->log().seq; }

QString Snapshot::lineage() const { return m_connection->log().lineage; }

QString Snapshot::stateAt(qint64 at) const
{
    const ClockRow &log = m_connection->log();
    return m_connection->key().write(log.lineage, log.schemaGen, at);
}

QString Snapshot::state() const { return stateAt(seq()); }

Result<qint64> Snapshot::lastLogged(const TypeInfo &type) const
{
    QHash<int, qint64> &known = m_connection->lastChanges();
    const auto last = known.constFind(type.number);
    if (last != known.cend()) return *last;
    Statement select(m_database, u"SELECT MAX(seq) FROM change_log WHERE type = :type"_s);
    return select.bind(u":type"_s, type.number)
        .first([](const Statement &row) { return row.integer(0); })
        .map([&](const std::optional<qint64> &seq) { return *known.insert(type.number, seq.value_or(0)); });
}

Result<qint64> Snapshot::lastChangeOf(const TypeInfo &type, const Membership &member) const
{
    auto last = lastLogged(type);
    // Messages and attachments change hands with their ticket, without a word in the log of their own type.
    if (last && goesWithTicket(type)) {
        const auto ofTickets = lastLogged(typeInfo<Ticket>());
        if (!ofTickets) return ofTickets;
        last = std::max(*last, *ofTickets);
    }
    // Below the floor there is nothing to continue from; and new permissions change every type.
    return last.map([&](qint64 seq) { return std::max({seq, m_connection->log().floor, member.firstSeq()}); });
}

Result<QString> Snapshot::typeState(const TypeInfo &type, const Caller &caller) const
{
    return memberOf(caller)
        .and_then([&](const Membership &member) { return lastChangeOf(type, member); })
        .map([this](qint64 last) { return stateAt(last); });
}

/// From the snapshot, where something was committed since the caller was looked up: he may hold a connection for longer
/// than his permissions.
Result<Membership> Snapshot::memberOf(const Caller &caller) const
{
    if (caller.asOf == seq()) return caller.member;
    const auto known = m_members.constFind(caller.agent);
    if (known != m_members.cend()) return *known;
    return membershipOf(m_database, caller.agent).map([&](const Membership &member) {
        return *m_members.insert(caller.agent, member);
    });
}

Result<QStringList> Snapshot::scopesOf(const Caller &caller) const
{
    return memberOf(caller).map([](const Membership &member) { return member.scopes; });
}

Result<Records> Snapshot::get(const TypeInfo &type, const std::optional<QStringList> &ids, const Caller &caller,
                              int limit, const QStringList &properties) const
{
    if (!ids) {
        return page(type, {}, limit, caller).map([](RecordPage page) { return Records{std::move(page.list), {}}; });
    }
    const auto scopes = scopesOf(caller);
    if (!scopes) return tl::unexpected(scopes.error());
    QStringList wanted;
    std::ranges::copy_if(*ids, std::back_inserter(wanted), isWellFormedId);
    const auto found = rowsOfAny(type, u"id"_s, wanted, properties);
    if (!found) return tl::unexpected(found.error());
    QHash<QString, const QJsonObject *> visible;
    for (const StoredRow &entry : *found) {
        if (intersects(entry.keys, *scopes)) visible.insert(entry.record.value(u"id"_s).toString(), &entry.record);
    }
    Records records;
    QSet<QString> seen;
    for (const QString &id : *ids) {
        if (seen.contains(id)) continue;
        seen.insert(id);
        const QJsonObject *const record = visible.value(id);
        if (record != nullptr)
            records.list.append(*record);
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
    const auto add = [&](const TypeInfo &type, const QString &column, const QStringList &values) -> Result<void> {
        const auto found = rowsOfAny(type, column, values);
        if (!found) return tl::unexpected(found.error());
        for (const StoredRow &entry : *found) {
            if (intersects(entry.keys, scopes)) page.children[type.name].append(entry.record);
        }
        return {};
    };
    const QStringList tickets = namedBy(page.list, u"id"_s);
    const QStringList customers = namedBy(page.list, u"customer"_s);
    QStringList orders = namedBy(page.list, u"order"_s);
    for (const TypeInfo *type : ticketParts()) {
        if (const auto done = add(*type, u"ticket"_s, tickets); !done) return tl::unexpected(done.error());
    }
    const auto done = add(typeInfo<Customer>(), u"id"_s, customers)
                          .and_then([&] { return add(typeInfo<Order>(), u"customer"_s, customers); })
                          .and_then([&] {
                              for (const QString &order : namedBy(page.children.value(typeInfo<Order>().name), u"id"_s))
                                  orders.removeOne(order);
                              return add(typeInfo<Order>(), u"id"_s, orders);
                          });
    if (!done) return tl::unexpected(done.error());
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

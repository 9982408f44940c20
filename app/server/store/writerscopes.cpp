// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/writer.h"

#include "app/server/store/membership.h"
#include "app/server/store/scopes.h"
#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/table.h"
#include "core/domain/notice.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

// The part of Writer that keeps what follows from a row: scope keys of what hangs on a ticket, look-up of addresses.

namespace akwaba::store {

namespace {

bool hangsOnTicket(const TypeInfo &type) { return goesWithTicket(type) || &type == &typeInfo<Draft>(); }

/// A ticket with no more than what its keys follow from: it is asked for with each that is put.
Ticket whoseTicket(const QJsonObject &record)
{
    Ticket ticket;
    ticket.team.value = record.value(u"team"_s).toString();
    ticket.assignee.value = record.value(u"assignee"_s).toString();
    ticket.customerOwner.value = record.value(u"customerOwner"_s).toString();
    for (const QJsonValue &follower : record.value(u"followers"_s).toArray())
        ticket.followers.append({follower.toString()});
    return ticket;
}

} // namespace

Result<QStringList> Writer::keysFor(const TypeInfo &type, const QJsonObject &record) const
{
    const auto text = [&record](const QString &name) { return record.value(name).toString(); };
    if (&type == &typeInfo<Ticket>()) return keysOf(whoseTicket(record));
    if (&type == &typeInfo<View>()) return fromJson<View>(record).map([](const View &v) { return keysOf(v); });
    if (&type == &typeInfo<TextModule>() || &type == &typeInfo<Macro>()) {
        const TeamId team{text(u"team"_s)};
        return QStringList{team.isEmpty() ? orgKey() : teamKey(team)};
    }
    if (&type == &typeInfo<Customer>()) return customerKeys(text(u"id"_s));
    if (&type == &typeInfo<Order>()) return orderKeys(text(u"id"_s), text(u"customer"_s));
    if (&type == &typeInfo<Device>() || &type == &typeInfo<Notice>())
        return QStringList{agentKey(AgentId{text(u"agent"_s)})};
    if (!hangsOnTicket(type)) return QStringList{orgKey()};
    const auto ticket = row(typeInfo<Ticket>(), text(u"ticket"_s));
    if (!ticket) return tl::unexpected(ticket.error());
    if (&type != &typeInfo<Draft>()) {
        if (!ticket->exists()) return fail(Code::NotFound, u"ticket of a %1"_s.arg(type.name));
        return ticket->keys;
    }
    return fromJson<Draft>(record).map([&ticket](const Draft &draft) { return keysOf(draft, ticket->keys); });
}

Result<QStringList> Writer::customerKeys(const QString &customer) const
{
    const auto keys = m_behind.ticketKeys(u"customer"_s, customer);
    if (!keys || !keys->isEmpty()) return keys;
    Statement maker(m_database, u"SELECT agent FROM customer_makers WHERE customer = :customer"_s);
    return maker.bind(u":customer"_s, customer)
        .rows([](const Statement &row) { return agentKey(AgentId{row.text(0)}); })
        .map([](const QList<QString> &made) { return QStringList(made); });
}

Result<QStringList> Writer::orderKeys(const QString &order, const QString &customer) const
{
    const auto own = m_behind.ticketKeys(u"order"_s, order);
    const auto inherited = customerKeys(customer);
    if (!own) return own;
    if (!inherited) return inherited;
    return united(*own, *inherited);
}

Result<void> Writer::afterPut(const TypeInfo &type, const StoredRow &old, const QJsonObject &record,
                              const QStringList &keys)
{
    if (decidesMembership(type)) m_membersChanged = true;
    if (&type == &typeInfo<Ticket>()) return followTicket(old, record, keys);
    if (&type == &typeInfo<Customer>()) return indexAddresses(old.exists() ? old.record : record, record);
    return {};
}

Result<void> Writer::followTicket(const StoredRow &old, const QJsonObject &record, const QStringList &keys)
{
    const auto changed = [&](const QString &name) { return old.record.value(name) != record.value(name); };
    if (old.keys == keys && !changed(u"customer"_s) && !changed(u"order"_s)) return {};
    if (old.exists() && !record.isEmpty() && old.keys != keys) {
        if (auto done = moveChildren(record.value(u"id"_s).toString(), keys); !done) return done;
    }
    QStringList customers{old.record.value(u"customer"_s).toString(), record.value(u"customer"_s).toString()};
    for (const QString &customer : normalised(std::move(customers))) {
        if (auto done = rescopeCustomer(customer); !done) return done;
    }
    QStringList orders{old.record.value(u"order"_s).toString(), record.value(u"order"_s).toString()};
    for (const QString &order : normalised(std::move(orders))) {
        if (auto done = rescopeOrder(order); !done) return done;
    }
    return {};
}

/// Messages and attachments go with their ticket and are not logged again (sync.md 2.2): whoever gets the ticket gets
/// them, whoever loses it loses them. Drafts have keys of their own.
Result<void> Writer::moveChildren(const QString &ticket, const QStringList &keys)
{
    m_behind.keepMove(ticket, keys);
    if (auto done = logUnderKeys(ticket, keys); !done) return done;
    const auto drafts = draftsOf(TicketId{ticket});
    if (!drafts) return tl::unexpected(drafts.error());
    for (const Draft &draft : *drafts) {
        if (auto done = rescope(typeInfo<Draft>(), draft.id.value, keysOf(draft, keys)); !done) return done;
    }
    return {};
}

/// What this same job wrote is logged under the keys that it ends with.
Result<void> Writer::logUnderKeys(const QString &ticket, const QStringList &keys)
{
    for (RowChange &change : m_changes) {
        if (!goesWithTicket(*change.type)) continue;
        const auto child = row(*change.type, change.id);
        if (!child) return tl::unexpected(child.error());
        if (child->record.value(u"ticket"_s).toString() == ticket) change.after = keys;
    }
    return {};
}

Result<void> Writer::rescope(const TypeInfo &type, const QString &id, const QStringList &keys)
{
    const auto old = row(type, id);
    if (!old) return tl::unexpected(old.error());
    if (!old->exists() || old->keys == keys) return {};
    m_behind.keepRow(type, id, {old->record, old->modSeq, keys});
    note({&type, id, 'u', old->rev(), old->keys, keys});
    return {};
}

Result<void> Writer::rescopeCustomer(const QString &customer)
{
    if (customer.isEmpty()) return {};
    const auto keys = customerKeys(customer);
    if (!keys) return tl::unexpected(keys.error());
    if (auto done = rescope(typeInfo<Customer>(), customer, *keys); !done) return done;
    const auto orders = rows(typeInfo<Order>(), u"customer"_s, customer);
    if (!orders) return tl::unexpected(orders.error());
    for (const StoredRow &order : *orders) {
        const QString id = order.record.value(u"id"_s).toString();
        const auto own = m_behind.ticketKeys(u"order"_s, id);
        if (!own) return tl::unexpected(own.error());
        if (auto done = rescope(typeInfo<Order>(), id, united(*own, *keys)); !done) return done;
    }
    return {};
}

Result<void> Writer::rescopeOrder(const QString &order)
{
    const auto found = row(typeInfo<Order>(), order);
    if (!found) return tl::unexpected(found.error());
    if (!found->exists()) return {};
    const auto keys = orderKeys(order, found->record.value(u"customer"_s).toString());
    if (!keys) return tl::unexpected(keys.error());
    return rescope(typeInfo<Order>(), order, *keys);
}

/// The newest customer who states an address has it.
Result<void> Writer::indexAddresses(const QJsonObject &old, const QJsonObject &customer)
{
    const QString id = old.value(u"id"_s).toString();
    Statement clear(sideTables(), u"DELETE FROM customer_addresses WHERE customer = :customer"_s);
    if (auto done = clear.bind(u":customer"_s, id).run(); !done) return done;
    for (const QJsonValue &email : customer.value(u"emails"_s).toArray()) {
        const QString address = email.toObject().value(u"address"_s).toString().trimmed().toLower();
        if (address.isEmpty()) continue;
        Statement insert(sideTables(),
                         u"INSERT INTO customer_addresses (address, customer) VALUES (?, ?) "
                         "ON CONFLICT (address) DO UPDATE SET customer = excluded.customer"_s);
        if (auto done = insert.bind(0, address).bind(1, id).run(); !done) return done;
    }
    return {};
}

Result<void> Writer::destroyChildren(const QString &ticket)
{
    const auto destroyAll = [&](const TypeInfo &type) -> Result<void> {
        const auto children = rows(type, u"ticket"_s, ticket);
        if (!children) return tl::unexpected(children.error());
        for (const StoredRow &child : *children) {
            if (auto done = destroyRecord(type, child.record.value(u"id"_s).toString()); !done) return done;
        }
        return {};
    };
    for (const TypeInfo *type : ticketParts()) {
        if (auto done = destroyAll(*type); !done) return done;
    }
    return destroyAll(typeInfo<Draft>());
}

} // namespace akwaba::store

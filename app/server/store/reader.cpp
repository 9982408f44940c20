// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/reader.h"

#include "app/server/store/scopes.h"
#include "core/database/database.h"
#include "core/database/dialect.h"
#include "core/database/statement.h"
#include "core/database/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

const QString &selectRows(const TypeInfo &type)
{
    static const QHash<int, QString> all = [] {
        QHash<int, QString> made;
        for (const TypeInfo *each : syncedTypes()) {
            made.insert(each->number,
                        u"SELECT %1, mod_seq, scope_keys FROM %2"_s.arg(columns(*each), quoted(each->table)));
        }
        return made;
    }();
    return *all.constFind(type.number);
}

} // namespace

StoredRow storedRow(const Statement &row, const TypeInfo &type)
{
    const int fields = static_cast<int>(type.fields.size());
    return {readRecord(row, type), row.integer(fields), unpackKeys(row.text(fields + 1))};
}

qint64 StoredRow::rev() const { return record.value(u"rev"_s).toInteger(); }

Result<StoredRow> Reader::row(const TypeInfo &type, const QString &id) const
{
    return Statement(m_database, selectRows(type) + u" WHERE id = ?"_s)
        .bind(0, id)
        .first([&type](const Statement &found) { return storedRow(found, type); })
        .map([](const std::optional<StoredRow> &found) { return found.value_or(StoredRow{}); });
}

Result<QList<StoredRow>> Reader::rows(const TypeInfo &type, const QString &column, const QString &value) const
{
    const QString condition = column.isEmpty() ? QString() : QString(u" WHERE %1 = ?"_s.arg(quoted(column)));
    Statement select(m_database, selectRows(type) + condition + u" ORDER BY id"_s);
    if (!column.isEmpty()) select.bind(0, value);
    return select.rows([&type](const Statement &found) { return storedRow(found, type); });
}

Result<QList<StoredRow>> Reader::rowsOfAny(const TypeInfo &type, const QString &column, const QStringList &values,
                                           const QStringList &fields) const
{
    if (values.isEmpty()) return QList<StoredRow>();
    QList<const FieldInfo *> wanted;
    QStringList names;
    for (const FieldInfo &field : type.fields) {
        if (!fields.isEmpty() && field.name != u"id"_s && !fields.contains(field.name)) continue;
        wanted += &field;
        names += quoted(field.column);
    }
    Statement select(
        database(),
        u"SELECT %1, mod_seq, scope_keys FROM %2 WHERE %3 ORDER BY id"_s.arg(
            names.join(u", "_s), quoted(type.table), dialect::isListed(database().dialect(), quoted(column))));
    return select.bind(0, dialect::listedTexts(values)).rows([&wanted](const Statement &found) {
        StoredRow row;
        int place = 0;
        for (const FieldInfo *field : std::as_const(wanted)) {
            const QJsonValue value = fromColumn(*field, found.value(place++));
            if (!value.isUndefined()) row.record.insert(field->name, value);
        }
        row.modSeq = found.integer(place);
        row.keys = unpackKeys(found.text(place + 1));
        return row;
    });
}

template <class T> Result<std::optional<T>> Reader::one(const QString &column, const QString &value) const
{
    // An empty value is what rows have that lack one: it identifies nothing.
    if (value.isEmpty()) return std::optional<T>();
    return typedList<T>(rows(typeInfo<T>(), column, value)).map([](QList<T> found) {
        return found.isEmpty() ? std::optional<T>() : std::optional<T>(std::move(found.first()));
    });
}

Result<std::optional<Agent>> Reader::agentByEmail(const QString &email) const
{
    return one<Agent>(u"email"_s, email.trimmed().toLower());
}

Result<std::optional<Customer>> Reader::customerByAddress(const QString &address) const
{
    Statement select(m_database, u"SELECT customer FROM customer_addresses WHERE address = :address"_s);
    const auto id = select.bind(u":address"_s, address.trimmed().toLower()).first([](const Statement &row) {
        return CustomerId{row.text(0)};
    });
    if (!id) return tl::unexpected(id.error());
    if (!*id) return std::optional<Customer>();
    return find<Customer>(**id);
}

Result<std::optional<Team>> Reader::teamByAddress(const QString &address) const
{
    const QString wanted = address.trimmed();
    if (wanted.isEmpty()) return std::optional<Team>(); // many teams have none
    return all<Team>().map([&wanted](const QList<Team> &teams) {
        for (const Team &team : teams) {
            if (team.active && team.email.address.compare(wanted, Qt::CaseInsensitive) == 0)
                return std::optional<Team>(team);
        }
        return std::optional<Team>();
    });
}

Result<std::optional<Team>> Reader::teamByName(const QString &name) const
{
    return all<Team>().map([&name](const QList<Team> &teams) {
        for (const Team &team : teams) {
            if (team.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0) return std::optional<Team>(team);
        }
        return std::optional<Team>();
    });
}

Result<std::optional<Ticket>> Reader::ticketByNumber(const QString &number) const
{
    return one<Ticket>(u"number"_s, number);
}

Result<std::optional<Order>> Reader::orderByNumber(const QString &number) const
{
    return one<Order>(u"number"_s, number);
}

Result<std::optional<Product>> Reader::productByReference(const QString &reference) const
{
    return one<Product>(u"reference"_s, reference);
}

Result<std::optional<Message>> Reader::messageByEmailId(const QString &emailMessageId) const
{
    return one<Message>(u"email_message_id"_s, emailMessageId);
}

Result<QList<Message>> Reader::messagesOf(const TicketId &ticket) const
{
    auto messages = typedList<Message>(rows(typeInfo<Message>(), u"ticket"_s, ticket.value));
    if (messages) std::ranges::stable_sort(*messages, {}, [](const Message &message) { return message.at; });
    return messages;
}

Result<QList<Ticket>> Reader::ticketsOf(const CustomerId &customer) const
{
    return typedList<Ticket>(rows(typeInfo<Ticket>(), u"customer"_s, customer.value));
}

Result<QList<Order>> Reader::ordersOf(const CustomerId &customer) const
{
    return typedList<Order>(rows(typeInfo<Order>(), u"customer"_s, customer.value));
}

Result<QList<Attachment>> Reader::attachmentsOf(const TicketId &ticket) const
{
    return typedList<Attachment>(rows(typeInfo<Attachment>(), u"ticket"_s, ticket.value));
}

Result<QList<Draft>> Reader::draftsOf(const TicketId &ticket) const
{
    return typedList<Draft>(rows(typeInfo<Draft>(), u"ticket"_s, ticket.value));
}

Result<QList<Attachment>> Reader::attachmentsWith(const BlobId &blob) const
{
    return typedList<Attachment>(rows(typeInfo<Attachment>(), u"blob"_s, blob.value));
}

Result<QString> Reader::setting(const QString &name) const
{
    Statement select(m_database, u"SELECT value FROM settings WHERE name = :name"_s);
    return select.bind(u":name"_s, name)
        .first([](const Statement &row) { return row.text(0); })
        .map([](const std::optional<QString> &value) { return value.value_or(QString()); });
}

} // namespace akwaba::store

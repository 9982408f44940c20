// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/agent.h"
#include "core/domain/customer.h"
#include "core/domain/message.h"
#include "core/domain/schema.h"
#include "core/domain/ticket.h"
#include "core/protocol/codec.h"

#include <QJsonObject>

#include <optional>

namespace akwaba {
class Database;
class Statement;
} // namespace akwaba

namespace akwaba::store {

/// A row with what the server keeps beside the fields.
struct StoredRow {
    QJsonObject record; // empty: there is none
    qint64 modSeq = 0;
    QStringList keys;

    [[nodiscard]] bool exists() const { return !record.isEmpty(); }
    [[nodiscard]] qint64 rev() const;
};

/// From a SELECT of all columns of a type, mod_seq and scope_keys.
[[nodiscard]] StoredRow storedRow(const Statement &row, const TypeInfo &type);

/// What can be looked up, in whatever transaction its owner has open; no permission is asked here. One thread.
class Reader {
public:
    explicit Reader(Database &database) : m_database(database) { }
    virtual ~Reader() = default;

    /// Rows of a type whose column has one of the values, in the order of their ids, with these of their fields and the
    /// id; with all where none is named.
    [[nodiscard]] Result<QList<StoredRow>> rowsOfAny(const TypeInfo &type, const QString &column,
                                                     const QStringList &values, const QStringList &fields = {}) const;

    /// For the other tables of the server, which are read and written by functions of this folder.
    [[nodiscard]] virtual Database &database() const { return m_database; }

    [[nodiscard]] virtual Result<StoredRow> row(const TypeInfo &type, const QString &id) const;
    /// Nothing where there is no such row.
    template <class T, class I> [[nodiscard]] Result<std::optional<T>> find(const I &id) const
    {
        return typed<T>(row(typeInfo<T>(), id.value));
    }
    template <class T> [[nodiscard]] Result<QList<T>> all() const { return typedList<T>(rows(typeInfo<T>(), {}, {})); }

    [[nodiscard]] Result<std::optional<Agent>> agentByEmail(const QString &email) const;
    [[nodiscard]] Result<std::optional<Customer>> customerByAddress(const QString &address) const;
    [[nodiscard]] Result<std::optional<Team>> teamByAddress(const QString &address) const;
    /// In any case of letters.
    [[nodiscard]] Result<std::optional<Team>> teamByName(const QString &name) const;
    [[nodiscard]] Result<std::optional<Ticket>> ticketByNumber(const QString &number) const;
    [[nodiscard]] Result<std::optional<Order>> orderByNumber(const QString &number) const;
    [[nodiscard]] Result<std::optional<Product>> productByReference(const QString &reference) const;
    /// By the Message-ID of the mail, without angle brackets.
    [[nodiscard]] Result<std::optional<Message>> messageByEmailId(const QString &emailMessageId) const;
    /// In the order of the time line.
    [[nodiscard]] Result<QList<Message>> messagesOf(const TicketId &ticket) const;
    [[nodiscard]] Result<QList<Ticket>> ticketsOf(const CustomerId &customer) const;
    [[nodiscard]] Result<QList<Order>> ordersOf(const CustomerId &customer) const;
    [[nodiscard]] Result<QList<Attachment>> attachmentsOf(const TicketId &ticket) const;
    [[nodiscard]] Result<QList<Draft>> draftsOf(const TicketId &ticket) const;
    /// Where the bytes of a blob are used: whoever may see one of these may see it.
    [[nodiscard]] Result<QList<Attachment>> attachmentsWith(const BlobId &blob) const;
    [[nodiscard]] Result<QString> setting(const QString &name) const;

protected:
    /// Rows of a type whose column has the value, in the order of their ids; every row where the column is empty.
    [[nodiscard]] virtual Result<QList<StoredRow>> rows(const TypeInfo &type, const QString &column,
                                                        const QString &value) const;
    Database &m_database;

private:
    template <class T> [[nodiscard]] static Result<std::optional<T>> typed(const Result<StoredRow> &row)
    {
        if (!row) return tl::unexpected(row.error());
        if (!row->exists()) return std::optional<T>();
        return fromJson<T>(row->record).map([](T value) { return std::optional<T>(std::move(value)); });
    }
    template <class T> [[nodiscard]] static Result<QList<T>> typedList(const Result<QList<StoredRow>> &rows)
    {
        if (!rows) return tl::unexpected(rows.error());
        QList<T> result;
        for (const StoredRow &row : *rows) {
            Result<T> value = fromJson<T>(row.record);
            if (!value) return tl::unexpected(value.error());
            result.append(std::move(*value));
        }
        return result;
    }
    template <class T> [[nodiscard]] Result<std::optional<T>> one(const QString &column, const QString &value) const;
};

} // namespace akwaba::store

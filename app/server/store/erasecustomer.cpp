// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/erasecustomer.h"

#include "app/server/store/alarmtables.h"
#include "app/server/store/anonymise.h"
#include "app/server/store/erasuretables.h"
#include "app/server/store/manyrows.h"
#include "app/server/store/scopes.h"
#include "app/server/store/writer.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/domain/escalation.h"
#include "core/domain/notice.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

QString idOf(const StoredRow &row) { return row.record.value(u"id"_s).toString(); }

QStringList idsOf(const QList<StoredRow> &rows)
{
    QStringList ids;
    for (const StoredRow &row : rows)
        ids += idOf(row);
    return ids;
}

/// Everything that is about the person.
struct Findings {
    QList<StoredRow> customers;
    QList<StoredRow> tickets;
    QList<StoredRow> orders;
    QList<StoredRow> messages;
    QList<StoredRow> attachments;
    QList<StoredRow> escalations;
    QList<StoredRow> drafts;
    QList<StoredRow> notices;
};

class Eraser {
public:
    Eraser(Writer &writer, const QString &erasure) : m_writer(writer), m_erasure(erasure) { }

    Result<void> find(const CustomerId &customer)
    {
        return findPersons(customer.value).and_then([this] { return findRows(); });
    }

    Result<void> empty()
    {
        return makeSuccessor()
            .and_then([this] { return eraseChildren(); })
            .and_then([this] { return keepAll(typeInfo<Message>(), m_found.messages); })
            .and_then([this] { return keepAll(typeInfo<Escalation>(), m_found.escalations); })
            .and_then([this] { return keepAll(typeInfo<Ticket>(), m_found.tickets); })
            .and_then([this] { return keepAll(typeInfo<Order>(), m_found.orders); })
            .and_then([this] { return eraseAll(typeInfo<Customer>(), m_found.customers); })
            .and_then([this] { return emptySideTables(); });
    }

    Result<void> announce(const QString &digest)
    {
        const NewErasure erasure{m_erasure,
                                 ErasureCause::Erasure,
                                 digest,
                                 {{&typeInfo<Customer>(), idsOf(m_found.customers)},
                                  {&typeInfo<Ticket>(), idsOf(m_found.tickets)},
                                  {&typeInfo<Order>(), idsOf(m_found.orders)},
                                  {&typeInfo<Message>(), idsOf(m_found.messages)},
                                  {&typeInfo<Attachment>(), idsOf(m_found.attachments)},
                                  {&typeInfo<Escalation>(), idsOf(m_found.escalations)},
                                  {&typeInfo<Draft>(), idsOf(m_found.drafts)},
                                  {&typeInfo<Notice>(), idsOf(m_found.notices)}}};
        if (auto done = addErasure(m_writer, erasure); !done) return done;
        const auto devices = devicesThatHeldAny();
        return devices ? expectDevices(m_writer, m_erasure, *devices) : tl::unexpected(devices.error());
    }

private:
    /// Duplicates that were merged into him are he.
    Result<void> findPersons(const QString &customer)
    {
        QStringList wanted{customer};
        QString column = u"id"_s;
        while (!wanted.isEmpty()) {
            const auto found = m_writer.rowsOfAny(typeInfo<Customer>(), column, wanted);
            if (!found) return tl::unexpected(found.error());
            wanted.clear();
            for (const StoredRow &row : *found) {
                if (m_erased.persons.contains(idOf(row))) continue;
                m_erased.persons.insert(idOf(row));
                m_found.customers.append(row);
                wanted += idOf(row);
            }
            column = u"merged_into"_s;
        }
        return m_found.customers.isEmpty() ? fail(Code::NotFound, u"customer"_s) : Result<void>();
    }

    Result<void> findRows()
    {
        const QStringList persons = idsOf(m_found.customers);
        return add(m_found.tickets, typeInfo<Ticket>(), u"customer"_s, persons)
            .and_then([&] { return add(m_found.orders, typeInfo<Order>(), u"customer"_s, persons); })
            .and_then([&] { return add(m_found.orders, typeInfo<Order>(), u"payer"_s, persons); })
            .and_then([&]() -> Result<void> {
                const QStringList tickets = idsOf(m_found.tickets);
                return add(m_found.messages, typeInfo<Message>(), u"ticket"_s, tickets)
                    .and_then([&] { return add(m_found.attachments, typeInfo<Attachment>(), u"ticket"_s, tickets); })
                    .and_then([&] { return add(m_found.escalations, typeInfo<Escalation>(), u"ticket"_s, tickets); })
                    .and_then([&] { return add(m_found.drafts, typeInfo<Draft>(), u"ticket"_s, tickets); })
                    .and_then([&] { return noticesThatName(m_writer, tickets); })
                    .and_then(
                        [&](const QStringList &ids) { return add(m_found.notices, typeInfo<Notice>(), u"id"_s, ids); });
            });
    }

    Result<void> add(QList<StoredRow> &rows, const TypeInfo &type, const QString &column, const QStringList &values)
    {
        const auto found = m_writer.rowsOfAny(type, column, values);
        if (!found) return tl::unexpected(found.error());
        const QStringList known = idsOf(rows);
        for (const StoredRow &row : *found) {
            if (!known.contains(idOf(row))) rows.append(row);
        }
        return {};
    }

    /// Nobody in particular, to whom the tickets and orders belong from now on, so that they still count as one
    /// customer's.
    Result<void> makeSuccessor()
    {
        if (m_found.tickets.isEmpty() && m_found.orders.isEmpty()) return {};
        QJsonObject record = anonymised(typeInfo<Customer>(), m_found.customers.constFirst().record, m_erased);
        const CustomerId id = newId<CustomerId>(m_writer.clock(), m_writer.random());
        record.insert(u"id"_s, id.value);
        record.insert(u"mergedInto"_s, QString());
        const QString mark = QString::fromLatin1(m_writer.random().bytes(2).toHex().toUpper());
        record.insert(u"name"_s, QString(neutralText() + u' ' + mark));
        const auto successor = fromJson<Customer>(record);
        if (!successor) return tl::unexpected(successor.error());
        m_erased.successor = id.value;
        return m_writer.put(*successor).map([](const Customer &) { });
    }

    Result<void> eraseChildren()
    {
        return noteBlobs(u"attachments"_s, u"ticket"_s, idsOf(m_found.tickets))
            .and_then([this] { return noteBlobs(u"received_mails"_s, u"message"_s, idsOf(m_found.messages)); })
            .and_then([this] { return eraseAll(typeInfo<Attachment>(), m_found.attachments); })
            .and_then([this] { return eraseAll(typeInfo<Draft>(), m_found.drafts); })
            .and_then([this] { return eraseAll(typeInfo<Notice>(), m_found.notices); });
    }

    Result<void> eraseAll(const TypeInfo &type, const QList<StoredRow> &rows)
    {
        for (const StoredRow &row : rows) {
            if (auto done = m_writer.eraseRow(type, idOf(row)); !done) return done;
        }
        return {};
    }

    Result<void> keepAll(const TypeInfo &type, const QList<StoredRow> &rows)
    {
        for (const StoredRow &row : rows) {
            QJsonObject left = anonymised(type, row.record, m_erased);
            if (&type == &typeInfo<Message>()) leaveNothingToSend(left);
            if (auto done = m_writer.keepErased(type, left); !done) return done;
        }
        return {};
    }

    static void leaveNothingToSend(QJsonObject &message)
    {
        message.insert(u"attachments"_s, QJsonArray());
        const QString delivery = message.value(u"delivery"_s).toString();
        if (delivery != wireName(Delivery::Queued) && delivery != wireName(Delivery::Sending)) return;
        message.insert(u"delivery"_s, wireName(Delivery::Cancelled));
        message.insert(u"sendAfter"_s, QJsonValue());
    }

    Result<void> noteBlobs(const QString &table, const QString &column, const QStringList &values)
    {
        return runForRows(m_writer.database(),
                          u"WITH gone (id) AS (%1) INSERT INTO erasure_blobs (blob) SELECT DISTINCT t.blob FROM gone "
                          "JOIN %2 t ON t.%3 = gone.id WHERE t.blob <> '' ON CONFLICT (blob) DO NOTHING"_s.arg(
                              u"%1"_s, table, column),
                          "t", rowsOf(values));
    }

    /// What is kept of a mail that came in is that it came: it is not taken a second time.
    Result<void> emptySideTables()
    {
        const QList<QVariantList> messages = rowsOf(idsOf(m_found.messages));
        const QList<QVariantList> tickets = rowsOf(idsOf(m_found.tickets));
        Database &tables = m_writer.database();
        const auto run = [&tables](const QString &sql, const QList<QVariantList> &rows) {
            return runForRows(tables, u"WITH gone (id) AS (%1) "_s + sql, "t", rows);
        };
        return run(u"UPDATE received_mails SET email_message_id = '', blob = '' WHERE message IN (SELECT id FROM gone)"_s,
                   messages)
            .and_then([&] {
                return run(u"UPDATE mail_jobs SET state = 'cancelled' WHERE message IN (SELECT id FROM gone) "
                           "AND state IN ('queued', 'unknown', 'sending')"_s,
                           messages);
            })
            .and_then([&] { return run(u"DELETE FROM mail_turns WHERE ticket IN (SELECT id FROM gone)"_s, tickets); })
            .and_then([&] {
                return run(u"DELETE FROM customer_makers WHERE customer IN (SELECT id FROM gone)"_s,
                           rowsOf(idsOf(m_found.customers)));
            })
            .and_then([&] {
                // The same content may belong to somebody else, who keeps it.
                return tables.execute(u"DELETE FROM erasure_blobs WHERE blob IN (SELECT blob FROM attachments) "
                                      "OR blob IN (SELECT blob FROM received_mails)"_s);
            })
            .and_then(
                [&] { return tables.execute(u"DELETE FROM blobs WHERE id IN (SELECT blob FROM erasure_blobs)"_s); });
    }

    /// Whoever could ever see one of the rows, whatever he may see today (sync.md 3.2).
    Result<QSet<DeviceId>> devicesThatHeldAny()
    {
        QStringList scopes;
        for (const QList<StoredRow> &rows :
             {m_found.customers, m_found.tickets, m_found.orders, m_found.drafts, m_found.notices}) {
            for (const StoredRow &row : rows)
                scopes = united(scopes, row.keys); // as they were before all this
        }
        Statement before(m_writer.sideTables(),
                         u"SELECT DISTINCT scope FROM change_scope WHERE id IN "
                         "(SELECT id FROM erasure_ids WHERE erasure = ?)"_s);
        const auto read = before.bind(0, m_erasure).forEach([&scopes](const Statement &row) { scopes += row.text(0); });
        if (!read) return tl::unexpected(read.error());
        QSet<DeviceId> devices;
        return selectForRows(m_writer.database(),
                             u"WITH held (scope) AS (%1) SELECT DISTINCT d.id FROM held JOIN scope_member m "
                             "ON m.scope = held.scope JOIN devices d ON d.agent = m.agent"_s,
                             "t", rowsOf(normalised(std::move(scopes))),
                             [&devices](const Statement &row) { devices.insert({row.text(0)}); })
            .map([&devices] { return std::move(devices); });
    }

    Writer &m_writer;
    const QString m_erasure;
    Findings m_found;
    Erased m_erased;
};

} // namespace

Result<void> eraseCustomer(Writer &writer, const QString &erasure, const QString &digest, const CustomerId &customer)
{
    Eraser eraser(writer, erasure);
    if (auto done = eraser.find(customer); !done) return done;
    return eraser.empty().and_then([&] { return eraser.announce(digest); });
}

} // namespace akwaba::store

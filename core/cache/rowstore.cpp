// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/rowstore.h"

#include "core/cache/blobtable.h"
#include "core/cache/needles.h"
#include "core/cache/ticketclocks.h"
#include "core/database/database.h"
#include "core/database/table.h"
#include "core/domain/customer.h"
#include "core/domain/message.h"
#include "core/domain/ticket.h"
#include "core/text/extract.h"

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

template <class T> bool is(const TypeInfo &type) { return &type == &typeInfo<T>(); }

struct RowTexts {
    QString find;
    QString age;
    QString put;
    QString remove;
};

RowTexts makeTexts(const TypeInfo &type)
{
    const QString table = quoted(type.table);
    return {u"SELECT \"row\", gen, %1 FROM %2 WHERE id = ?"_s.arg(columns(type), table),
            u"SELECT gen, rev FROM %1 WHERE id = ?"_s.arg(table), upsert(type, {u"gen"_s}),
            u"DELETE FROM %1 WHERE id = ?"_s.arg(table)};
}

/// Made once: a short transaction would spend more on them than on its rows.
const RowTexts &textsOf(const TypeInfo &type)
{
    static const std::map<int, RowTexts> all = [] {
        std::map<int, RowTexts> made;
        for (const TypeInfo *each : syncedTypes())
            made.emplace(each->number, makeTexts(*each));
        return made;
    }();
    return all.at(type.number);
}

} // namespace

QString idOf(const QJsonObject &record) { return record.value(u"id"_s).toString(); }

RowStore::RowStore(Database &database, TicketClocks &clocks)
    : m_database(database), m_texts(database),
      // What is ours and not accepted has no `at` yet, and is the newest.
      m_newestText(
          database,
          u"SELECT text FROM messages WHERE ticket = ? AND kind <> 'event' "
          "ORDER BY kind = 'public' AND NOT (direction = 'outgoing' AND author = '') DESC, at IS NULL DESC, at DESC, written_at DESC LIMIT 1"_s),
      m_setExtract(database, u"UPDATE tickets SET extract = ? WHERE id = ?"_s), m_clocks(clocks)
{
}

RowStore::Statements &RowStore::statements(const TypeInfo &type)
{
    const auto found = m_statements.find(type.number);
    if (found != m_statements.end()) return found->second;
    const RowTexts &texts = textsOf(type);
    Statements made{
        Statement(m_database, texts.find),
        Statement(m_database, texts.age),
        Statement(m_database, texts.put),
        Statement(m_database, texts.remove),
    };
    return m_statements.emplace(type.number, std::move(made)).first->second;
}

Result<std::optional<StoredRow>> RowStore::find(const TypeInfo &type, const QString &id)
{
    return statements(type).find.bind(0, id).first(
        [&type](const Statement &row) { return StoredRow{row.integer(0), row.integer(1), readRecord(row, type, 2)}; });
}

Result<std::optional<RowAge>> RowStore::age(const TypeInfo &type, const QString &id)
{
    return statements(type).age.bind(0, id).first(
        [](const Statement &row) { return RowAge{row.integer(0), row.integer(1)}; });
}

Result<void> RowStore::put(const TypeInfo &type, const QJsonObject &record, qint64 generation,
                           const std::optional<StoredRow> &before)
{
    Statement &statement = statements(type).put;
    statement.bind(bindRecord(statement, type, record), generation);
    if (const auto done = statement.run(); !done) return done;
    if (before && before->record == record) return {};
    if (before) noteBlob(type, before->record);
    const qint64 row = before ? before->row : statement.insertedRow();
    return m_texts.replace(type, row, before ? before->record : QJsonObject(), record).and_then([&] {
        return note(type, record, before.has_value());
    });
}

Result<void> RowStore::note(const TypeInfo &type, const QJsonObject &record, bool existed)
{
    m_changed.types.insert(type.name);
    if (is<Ticket>(type)) {
        m_changed.tickets.insert(TicketId{idOf(record)});
        m_changed.lists = true;
        if (!existed) m_extracts.insert(idOf(record)); // its messages may have come before it
        refreshClock(idOf(record));
    }
    if (is<Message>(type)) {
        m_extracts.insert(record.value(u"ticket"_s).toString());
        refreshClock(record.value(u"ticket"_s).toString());
    }
    if (goesWithTicket(type) || is<Draft>(type))
        m_changed.tickets.insert(TicketId{record.value(u"ticket"_s).toString()});
    if (is<Customer>(type) && existed) {
        Statement tickets(m_database, u"SELECT id FROM tickets WHERE customer = ?"_s);
        return tickets.bind(0, idOf(record)).forEach([this](const Statement &row) {
            m_changed.tickets.insert(TicketId{row.text(0)});
        });
    }
    return {};
}

Result<QList<std::pair<const TypeInfo *, QString>>> RowStore::children(const TypeInfo &type, const QString &id,
                                                                       GoneKind kind)
{
    QList<std::pair<const TypeInfo *, QString>> all;
    const auto add = [&](const TypeInfo &child, const QString &column) {
        Statement ids(m_database, u"SELECT id FROM %1 WHERE %2 = ?"_s.arg(quoted(child.table), quoted(column)));
        return ids.bind(0, id).forEach([&](const Statement &row) { all.append({&child, row.text(0)}); });
    };
    Result<void> done;
    if (is<Ticket>(type)) {
        for (const TypeInfo *part : ticketParts())
            done = done.and_then([&] { return add(*part, u"ticket"_s); });
        if (done && kind == GoneKind::Erased) done = add(typeInfo<Draft>(), u"ticket"_s);
    }
    if (is<Message>(type)) done = add(typeInfo<Attachment>(), u"message"_s);
    if (!done) return tl::unexpected(done.error());
    return all;
}

Result<void> RowStore::removeAlone(const TypeInfo &type, const QString &id)
{
    const auto stored = find(type, id);
    if (!stored) return tl::unexpected(stored.error());
    return *stored ? removeAlone(type, **stored) : Result<void>{};
}

Result<void> RowStore::removeAlone(const TypeInfo &type, const StoredRow &found)
{
    if (m_needles != nullptr) m_needles->addRecord(type, found.record);
    noteBlob(type, found.record);
    return m_texts.replace(type, found.row, found.record, {})
        .and_then([&] { return note(type, found.record, true); })
        .and_then([&] { return statements(type).remove.bind(0, idOf(found.record)).run(); });
}

Result<void> RowStore::finish()
{
    for (const QString &ticket : std::as_const(m_extracts)) {
        if (const auto done = refreshExtract(ticket); !done) return done;
    }
    m_extracts.clear();
    if (const auto done = refreshClocks(); !done) return done;
    for (const BlobId &blob : std::as_const(m_blobs)) {
        if (const auto done = dropKey(blob); !done) return done;
    }
    m_blobs.clear();
    return {};
}

Result<void> RowStore::refreshClocks()
{
    const auto isOther = [this](const TypeInfo &type) { return m_changed.types.contains(type.name); };
    if (isOther(typeInfo<Calendar>()) || isOther(typeInfo<Holiday>()) || isOther(typeInfo<SlaPolicy>())) {
        if (const auto done = m_clocks.refreshAll(); !done) return done;
    }
    const qint64 now = m_asOf.isValid() ? m_asOf.toMSecsSinceEpoch() : 0;
    const QSet<QString> tickets = std::exchange(m_clockless, {});
    for (const QString &ticket : tickets) {
        if (const auto done = m_clocks.refresh(ticket, now); !done) return done;
    }
    return {};
}

void RowStore::noteBlob(const TypeInfo &type, const QJsonObject &before)
{
    if (is<Attachment>(type)) m_blobs.insert(BlobId{before.value(u"blob"_s).toString()});
}

Result<void> RowStore::dropKey(const BlobId &blob)
{
    return BlobTable(m_database).removeUnnamed(blob).map([this](const std::optional<KeptBlob> &gone) {
        if (!gone) return;
        m_looseFiles += gone->name;
        if (m_needles != nullptr) m_needles->addBytes(gone->key);
    });
}

Result<void> RowStore::refreshExtract(const QString &ticket)
{
    const auto text = m_newestText.bind(0, ticket).first([](const Statement &row) { return row.text(0); });
    if (!text) return tl::unexpected(text.error());
    return m_setExtract.bind(0, extractOf(text->value_or(QString()))).bind(1, ticket).run();
}

} // namespace akwaba

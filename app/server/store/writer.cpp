// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/writer.h"

#include "app/server/store/blobfiles.h"
#include "app/server/store/erasuretables.h"
#include "app/server/store/membership.h"
#include "app/server/store/scopes.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

constexpr qint64 firstTicketNumber = 10001;
constexpr char unmade = 'x'; // made and destroyed within one job: nobody ever saw it

/// Addresses are looked up folded; of an agent's there is but one spelling.
void normalise(const TypeInfo &type, QJsonObject &record)
{
    if (&type == &typeInfo<Agent>()) record.insert(u"email"_s, record.value(u"email"_s).toString().trimmed().toLower());
}

} // namespace

Result<QList<StoredRow>> Writer::rows(const TypeInfo &type, const QString &column, const QString &value) const
{
    const Relation relation{&type, column, value};
    const auto stored = BatchReader::isForRelated(type, column) ? m_behind.reader().related(relation)
                                                                : Reader::rows(type, column, value);
    return stored.map([&](const QList<StoredRow> &rows) { return m_behind.withPuts(relation, rows); });
}

/// One entry for all that a job does to a row. Ids of different types differ in their letter.
void Writer::note(RowChange change)
{
    const auto known = m_changeOf.constFind(change.id);
    if (known == m_changeOf.cend()) {
        m_changeOf.insert(change.id, m_changes.size());
        m_changes.append(std::move(change));
        return;
    }
    RowChange &earlier = m_changes[*known];
    const bool isGone = change.kind == destroyed || (change.kind == erased && change.after.isEmpty());
    if (earlier.kind == 'c' && isGone)
        earlier.kind = unmade;
    else if (earlier.kind != 'c' && earlier.kind != erased)
        earlier.kind = change.kind;
    earlier.rev = change.rev;
    earlier.after = std::move(change.after);
}

Result<void> Writer::store(const TypeInfo &type, const QJsonObject &record, const StoredRow &old,
                           const QStringList &keys)
{
    m_behind.keepRow(type, record.value(u"id"_s).toString(), {record, old.modSeq, keys});
    // A conflict there has to be the job's own, so that it is found at once.
    return hasUniqueColumn(type) ? m_behind.writeNow() : Result<void>();
}

Result<qint64> Writer::revAfter(const StoredRow &old) const
{
    return m_behind.revsBehind().map([&old](qint64 behind) { return std::max(old.rev(), behind) + 1; });
}

Result<qint64> Writer::putRecord(const TypeInfo &type, QJsonObject record)
{
    normalise(type, record);
    const QString id = record.value(u"id"_s).toString();
    if (!isWellFormedId(id) || id.at(0) != QLatin1Char(type.letter)) return fail(Code::BadInput, u"id"_s);
    const auto old = row(type, id);
    if (!old) return tl::unexpected(old.error());
    record.insert(u"rev"_s, old->rev());
    if (old->exists() && old->record == record) return old->rev();
    if (!old->exists()) {
        const auto dead = isDead(id);
        if (!dead) return tl::unexpected(dead.error());
        if (*dead) return fail(Code::Conflict, u"the id was destroyed"_s);
    }
    const auto next = revAfter(*old);
    if (!next) return next;
    const qint64 rev = *next;
    record.insert(u"rev"_s, rev);
    const auto keys = keysFor(type, record);
    if (!keys) return tl::unexpected(keys.error());
    if (const auto done = store(type, record, *old, *keys); !done) return tl::unexpected(done.error());
    note({&type, id, old->exists() ? 'u' : 'c', rev, old->keys, *keys});
    return afterPut(type, *old, record, *keys).map([rev] { return rev; });
}

Result<void> Writer::touchRecord(const TypeInfo &type, const QString &id)
{
    const auto old = row(type, id);
    if (!old) return tl::unexpected(old.error());
    if (!old->exists()) return {};
    QJsonObject record = old->record;
    const auto rev = revAfter(*old);
    if (!rev) return tl::unexpected(rev.error());
    record.insert(u"rev"_s, *rev);
    if (auto done = store(type, record, *old, old->keys); !done) return done;
    note({&type, id, 'u', *rev, old->keys, old->keys});
    return {};
}

Result<void> Writer::keepErased(const TypeInfo &type, const QJsonObject &record)
{
    const QString id = record.value(u"id"_s).toString();
    const auto before = row(type, id);
    if (!before) return tl::unexpected(before.error());
    const auto rev = putRecord(type, record);
    if (!rev) return tl::unexpected(rev.error());
    if (*rev == before->rev()) {
        if (auto done = touchRecord(type, id); !done) return done;
    }
    RowChange &change = m_changes[m_changeOf.value(id)];
    if (change.kind != 'c') change.kind = erased;
    return {};
}

Result<void> Writer::destroyRecord(const TypeInfo &type, const QString &id, char kind)
{
    const auto old = row(type, id);
    if (!old) return tl::unexpected(old.error());
    if (!old->exists()) return fail(Code::NotFound, type.name);
    if (&type == &typeInfo<Ticket>()) {
        if (auto done = destroyChildren(id); !done) return done;
    }
    Statement remove(database(), u"DELETE FROM %1 WHERE id = :id"_s.arg(quoted(type.table)));
    m_behind.reader().forgetRow(id);
    if (auto done = remove.bind(u":id"_s, id).run(); !done) return done;
    Statement bury(sideTables(), u"INSERT INTO dead_id (hash) VALUES (:hash) ON CONFLICT (hash) DO NOTHING"_s);
    if (auto done = bury.bind(u":hash"_s, deadHash(id)).run(); !done) return done;
    const auto rev = revAfter(*old);
    if (!rev) return tl::unexpected(rev.error());
    note({&type, id, kind, *rev, old->keys, {}});
    return afterPut(type, *old, {}, {});
}

Result<void> Writer::setMaker(const CustomerId &customer, const AgentId &agent)
{
    Statement insert(sideTables(),
                     u"INSERT INTO customer_makers (customer, agent) VALUES (?, ?) "
                     "ON CONFLICT (customer) DO UPDATE SET agent = excluded.agent"_s);
    return insert.bind(0, customer.value).bind(1, agent.value).run().and_then([&] {
        return rescopeCustomer(customer.value);
    });
}

Result<Message> Writer::addEvent(const TicketId &ticket, const ActorId &actor, const QList<FieldChange> &changes)
{
    Message event;
    event.id = newId<MessageId>(m_clock, m_random);
    m_behind.reader().noteNew(event.id.value);
    event.ticket = ticket;
    event.kind = MessageKind::Event;
    event.direction = Direction::Outgoing;
    event.channel = Channel::Other;
    event.author = actor;
    event.at = m_clock.now();
    event.writtenAt = event.at;
    event.changes = changes;
    return put(event);
}

Result<QString> Writer::nextTicketNumber()
{
    Statement next(sideTables(),
                   u"INSERT INTO counters (name, value) VALUES ('ticket', :first) "
                   "ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value"_s);
    return next.bind(u":first"_s, firstTicketNumber)
        .first([](const Statement &row) { return row.integer(0); })
        .map([](const std::optional<qint64> &value) { return u"A-%1"_s.arg(value.value_or(0)); });
}

Result<BlobId> Writer::addBlob(const QByteArray &content, const QString &type)
{
    const auto id = m_blobs.put(content);
    if (!id) return id;
    Statement insert(sideTables(),
                     u"INSERT INTO blobs (id, size, type, created_at) VALUES (?, ?, ?, ?) "
                     "ON CONFLICT (id) DO NOTHING"_s);
    insert.bind(0, id->value).bind(1, content.size()).bind(2, type).bind(3, m_clock.now());
    return insert.run().map([&id] { return *id; });
}

Result<void> Writer::setSetting(const QString &name, const QString &value)
{
    Statement insert(sideTables(),
                     u"INSERT INTO settings (name, value) VALUES (?, ?) "
                     "ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s);
    return insert.bind(0, name).bind(1, value).run();
}

void Writer::keepOutcome(const LedgerEntry &entry)
{
    m_behind.keepEntry(entry);
    m_hasOutcome = true;
}

Result<void> Writer::finish()
{
    if (m_membersChanged) {
        m_behind.reader().forgetScopes();
        const auto losers = refreshMemberships(*this);
        if (!losers) return tl::unexpected(losers.error());
        if (auto done = addScopeErasures(*this, *losers); !done) return done;
    }
    m_changes.removeIf([](const RowChange &change) { return change.kind == unmade; });
    return {};
}

Result<void> Writer::numbered(qint64 seq) { return m_whenNumbered ? m_whenNumbered(seq) : Result<void>(); }

} // namespace akwaba::store

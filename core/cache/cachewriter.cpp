// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cachewriter.h"

#include "core/cache/needles.h"
#include "core/database/database.h"
#include "core/database/table.h"
#include "core/domain/agent.h"
#include "core/domain/customer.h"
#include "core/domain/ticket.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// Who may see a ticket, as the server decides it: its team (without one, everybody), and the agents it names.
QStringList scopeKeys(const QJsonObject &ticket)
{
    const QString team = ticket.value(u"team"_s).toString();
    QStringList keys{team.isEmpty() ? u"org"_s : QString(u"team:"_s + team)};
    keys += u"agent:"_s + ticket.value(u"assignee"_s).toString();
    keys += u"agent:"_s + ticket.value(u"customerOwner"_s).toString();
    for (const QJsonValue &follower : ticket.value(u"followers"_s).toArray())
        keys += u"agent:"_s + follower.toString();
    return keys;
}

bool isVisible(const QJsonObject &ticket, const QSet<QString> &scopes)
{
    const QStringList keys = scopeKeys(ticket);
    return std::any_of(keys.begin(), keys.end(), [&scopes](const QString &key) { return scopes.contains(key); });
}

} // namespace

CacheWriter::CacheWriter(Database &database, TicketClocks &clocks, const QList<Intent> &pending,
                         const ApplyContext &context, qint64 generation)
    : m_database(database), m_rows(database, clocks), m_overlay(database, m_rows, pending, context),
      m_generation(generation), m_me(context.me)
{
}

Result<void> CacheWriter::take(const TypedRecords &records)
{
    for (const QJsonObject &record : records.records) {
        if (idOf(record).isEmpty()) return fail(Code::Protocol, u"%1 without an id"_s.arg(records.type->name));
        const auto leftOut = isLeftOut(*records.type, record);
        if (!leftOut) return tl::unexpected(leftOut.error());
        if (*leftOut) continue;
        if (const auto done = takeRecord(*records.type, record); !done) return done;
    }
    return {};
}

Result<void> CacheWriter::takeRecord(const TypeInfo &type, const QJsonObject &record)
{
    const RowKey key{type.number, idOf(record)};
    if (m_dropsStrays && goesWithTicket(type) && !m_tickets.contains(record.value(u"ticket"_s).toString()))
        m_hanging.insert(key);
    const qint64 rev = record.value(u"rev"_s).toInteger();
    // A filling starts from what the server says now: its revs may be lower than ours after a restore.
    if (isShownOtherwise(key)) {
        const auto base = m_overlay.base(type, key.second);
        if (!base) return tl::unexpected(base.error());
        const QJsonObject &ours = base->record;
        if (!ours.isEmpty() && base->generation == m_generation && rev < ours.value(u"rev"_s).toInteger()) return {};
        m_toFold.insert(key);
        if (&type == &typeInfo<Ticket>()) m_rows.refreshClock(key.second);
        return m_overlay.setBase(type, key.second, {record, m_generation});
    }
    const auto age = m_rows.age(type, key.second);
    if (!age) return tl::unexpected(age.error());
    if (!*age) return m_rows.put(type, record, m_generation, {});
    if ((*age)->generation == m_generation && rev < (*age)->rev) return {};
    return m_rows.find(type, key.second).and_then([&](const std::optional<StoredRow> &before) {
        return m_rows.put(type, record, m_generation, before);
    });
}

Result<void> CacheWriter::purge(const Gone &gone)
{
    for (const QString &id : gone.ids) {
        if (const auto done = purgeRow(*gone.type, id, gone.kind); !done) return done;
    }
    return {};
}

Result<void> CacheWriter::purgeRow(const TypeInfo &type, const QString &id, GoneKind kind)
{
    const auto children = m_rows.children(type, id, kind);
    if (!children) return tl::unexpected(children.error());
    for (const auto &[child, childId] : *children) {
        if (const auto done = purgeBase(*child, childId); !done) return done;
    }
    return purgeBase(type, id);
}

Result<void> CacheWriter::purgeBase(const TypeInfo &type, const QString &id)
{
    const RowKey key{type.number, id};
    if (!isShownOtherwise(key)) return m_rows.removeAlone(type, id);
    m_toFold.insert(key);
    if (Needles *needles = m_rows.collected()) {
        const auto base = m_overlay.base(type, id);
        if (!base) return tl::unexpected(base.error());
        needles->addRecord(type, base->record);
    }
    return m_overlay.setBase(type, id, {});
}

Result<void> CacheWriter::purgeAll(const TypeInfo &type, const QString &where)
{
    Statement ids(m_database, u"SELECT id FROM %1 WHERE %2"_s.arg(quoted(type.table), where));
    const auto all = ids.rows([](const Statement &row) { return row.text(0); });
    if (!all) return tl::unexpected(all.error());
    return purge({&type, *all, GoneKind::Removed});
}

Result<void> CacheWriter::sweepStale()
{
    // Folded first: a row that a page has brought has its generation only then.
    if (const auto done = finish(); !done) return done;
    for (const TypeInfo *type : syncedTypes()) {
        // Not those of ours that the server has not got yet (their shadow has no base).
        const QString stale = u"gen < %1 AND NOT EXISTS (SELECT 1 FROM shadow WHERE type = %2 "
                              "AND shadow.id = %3.id AND base IS NULL)"_s.arg(m_generation)
                                  .arg(type->number)
                                  .arg(quoted(type->table));
        if (const auto done = purgeAll(*type, stale); !done) return done;
    }
    return sweepHidden();
}

/// What a pending intent has taken from sight has a shadow and no row.
Result<void> CacheWriter::sweepHidden()
{
    Statement stale(m_database, u"SELECT type, id FROM shadow WHERE gen < ? AND base IS NOT NULL"_s);
    const auto keys = stale.bind(0, m_generation).rows([](const Statement &row) {
        return RowKey{static_cast<int>(row.integer(0)), row.text(1)};
    });
    if (!keys) return tl::unexpected(keys.error());
    for (const RowKey &key : *keys) {
        const TypeInfo *type = typeByNumber(key.first);
        if (type == nullptr) return fail(Code::Corrupt, u"a shadow of no type"_s);
        if (const auto done = purgeBase(*type, key.second); !done) return done;
    }
    return {};
}

Result<void> CacheWriter::purgeOutside(const QStringList &scopes)
{
    const QSet<QString> visible(scopes.begin(), scopes.end());
    Gone tickets{&typeInfo<Ticket>(), {}, GoneKind::Removed};
    QStringList candidates;
    Statement all(m_database, u"SELECT id, team, assignee, customer_owner, followers FROM tickets"_s);
    if (const auto done = all.forEach([&](const Statement &row) { candidates += row.text(0); }); !done) return done;
    for (const QString &id : std::as_const(candidates)) {
        const auto base = m_overlay.base(*tickets.type, id);
        if (!base) return tl::unexpected(base.error());
        if (!base->record.isEmpty() && !isVisible(base->record, visible)) tickets.ids += id;
    }
    return purge(tickets)
        .and_then([&] { return finish(); }) // folded first: what follows asks which tickets are left
        .and_then([&] { return purgeAll(typeInfo<Order>(), u"customer NOT IN (SELECT customer FROM tickets)"_s); })
        .and_then([&] { return purgeAll(typeInfo<Customer>(), u"id NOT IN (SELECT customer FROM tickets)"_s); })
        .and_then([&] { return purgeOfTeams(typeInfo<View>(), visible); })
        .and_then([&] { return purgeOfTeams(typeInfo<TextModule>(), visible); })
        .and_then([&] { return purgeOfTeams(typeInfo<Macro>(), visible); });
}

Result<void> CacheWriter::purgeOfTeams(const TypeInfo &type, const QSet<QString> &visible)
{
    QStringList hidden;
    Statement rows(m_database, u"SELECT id, team FROM %1 WHERE team <> ''"_s.arg(type.table));
    return rows
        .forEach([&](const Statement &row) {
            if (!visible.contains(u"team:"_s + row.text(1))) hidden += row.text(0);
        })
        .and_then([&] { return purge({&type, hidden, GoneKind::Removed}); });
}

Result<void> CacheWriter::settle(const QString &iid)
{
    const auto rows = m_overlay.takeDirty(iid);
    if (!rows) return tl::unexpected(rows.error());
    for (const RowKey &key : *rows)
        m_toFold.insert(key);
    return {};
}

Result<void> CacheWriter::refoldAll()
{
    for (const RowKey &key : m_overlay.shadowedRows())
        m_toFold.insert(key);
    for (const RowKey &key : m_overlay.pendingRows())
        m_toFold.insert(key);
    return {};
}

Result<void> CacheWriter::finish()
{
    const QSet<RowKey> rows = std::exchange(m_toFold, {});
    for (const RowKey &key : rows) {
        if (const auto done = m_overlay.refold(key); !done) return done;
        if (m_dropsStrays && goesWithTicket(*typeByNumber(key.first))) m_hanging.insert(key);
    }
    return removeStrays().and_then([this] { return m_rows.finish(); });
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cache.h"
#include "core/cache/cachewriter.h"
#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/table.h"
#include "core/domain/message.h"
#include "core/protocol/codec.h"

using namespace Qt::StringLiterals;

// What the window (window.h) leaves out of the cache, and what it takes out.
namespace akwaba {

namespace {

constexpr int ticketsAtOnce = 50; // most of those that are looked at may stay

/// Everything that keeps a ticket but what is pending on its rows.
Result<bool> isKept(Database &database, const QJsonObject &record, const Window &window, const AgentId &me)
{
    const auto ticket = fromJson<Ticket>(record);
    if (!ticket) return true; // of a newer server: nothing here can tell
    if (isInside(*ticket, window.from, me) || window.kept.contains(ticket->id.value)) return true;
    Statement ownDraft(database, u"SELECT 1 FROM drafts WHERE ticket = ? AND agent = ?"_s);
    return ownDraft.bind(0, ticket->id.value)
        .bind(1, me.value)
        .first([](const Statement &) { return true; })
        .map([](const std::optional<bool> &found) { return found.has_value(); });
}

struct OldTicket {
    QJsonObject record;
    Cache::Place place;
};

/// Those after `place`, the oldest first. What their column knows of happened last; isInside() knows more.
Result<QList<OldTicket>> oldTickets(Database &database, const QDateTime &from, const Cache::Place &place)
{
    const TypeInfo &type = typeInfo<Ticket>();
    Statement old(
        database,
        u"SELECT last_at, \"row\", %1 FROM tickets WHERE active = 0 AND last_at < ? "
        "AND last_at >= ? AND (last_at > ? OR \"row\" > ?) ORDER BY last_at, \"row\" LIMIT ?"_s.arg(columns(type)));
    old.bind(0, instantColumn(from)).bind(1, place.lastAt).bind(2, place.lastAt);
    return old.bind(3, place.row).bind(4, ticketsAtOnce).rows([&type](const Statement &row) {
        return OldTicket{readRecord(row, type, 2), {row.integer(0), row.integer(1), false}};
    });
}

} // namespace

// ------------------------------------------------------------------------------------------------ leaving out

void CacheWriter::leaveOut(const Window &window)
{
    m_window = window;
    if (window.from.isValid()) dropStrays();
}

Result<bool> CacheWriter::isLeftOut(const TypeInfo &type, const QJsonObject &record)
{
    if (!m_window.from.isValid()) return false;
    if (&type != &typeInfo<Ticket>())
        return goesWithTicket(type) && m_leftOut.contains(record.value(u"ticket"_s).toString());
    const QString id = idOf(record);
    // What is here is kept up to date; evict() decides when it goes.
    const auto age = m_rows.age(type, id);
    if (!age) return tl::unexpected(age.error());
    const auto kept =
        *age || isShownOtherwise({type.number, id}) ? Result<bool>(true) : isKept(m_database, record, m_window, m_me);
    if (!kept) return kept;
    (*kept ? m_tickets : m_leftOut).insert(id);
    if (!*kept) m_leftOutBefore = m_window.from;
    return !*kept;
}

Result<void> CacheWriter::removeStrays()
{
    const QSet<RowKey> hanging = std::exchange(m_hanging, {});
    for (const RowKey &key : hanging) {
        if (isShownOtherwise(key)) continue; // until what is pending on it is settled
        const TypeInfo &type = *typeByNumber(key.first);
        Statement stray(m_database,
                        u"SELECT 1 FROM %1 one WHERE id = ? "
                        "AND NOT EXISTS (SELECT 1 FROM tickets WHERE tickets.id = one.ticket)"_s.arg(type.table));
        const auto found = stray.bind(0, key.second).first([](const Statement &) { return true; });
        if (!found) return tl::unexpected(found.error());
        if (!*found) continue;
        if (const auto done = m_rows.removeAlone(type, key.second); !done) return done;
    }
    return {};
}

// ------------------------------------------------------------------------------------------------ taking out

Result<int> CacheWriter::evict(const QString &ticket, const QDateTime &from)
{
    const TypeInfo &type = typeInfo<Ticket>();
    const auto children = m_rows.children(type, ticket, GoneKind::Removed);
    if (!children) return tl::unexpected(children.error());
    const bool isBusy =
        isShownOtherwise({type.number, ticket}) || std::ranges::any_of(*children, [this](const auto &child) {
            return isShownOtherwise({child.first->number, child.second});
        });
    if (isBusy) return 0;
    m_leftOutBefore = from;
    return purgeRow(type, ticket, GoneKind::Removed).map([&] { return int(children->size()) + 1; });
}

Result<Changed> Cache::evictSome(const Window &window, Place &place, int rows, const QList<Intent> &pending,
                                 const ApplyContext &context)
{
    // Looked at before the transaction: mostly there is nothing to do.
    const auto old = oldTickets(*m_database, window.from, place);
    if (!old) return tl::unexpected(old.error());
    QList<OldTicket> outside;
    for (const OldTicket &ticket : *old) {
        const auto kept = isKept(*m_database, ticket.record, window, context.me);
        if (!kept) return tl::unexpected(kept.error());
        if (!*kept) outside += ticket;
    }
    Place reached = old->isEmpty() ? place : old->constLast().place;
    reached.isAtEnd = old->size() < ticketsAtOnce;
    const auto evict = [&](CacheWriter &writer) -> Result<void> {
        int gone = 0;
        for (const OldTicket &ticket : std::as_const(outside)) {
            const auto went = writer.evict(idOf(ticket.record), window.from);
            if (!went) return tl::unexpected(went.error());
            gone += *went;
            if (gone < rows) continue;
            reached = ticket.place; // the others next time
            break;
        }
        return {};
    };
    auto changed = outside.isEmpty() ? Result<Changed>() : change(m_state, pending, context, evict);
    if (changed) place = reached;
    return changed;
}

Result<QStringList> Cache::missingOfDrafts(const AgentId &me)
{
    Statement missing(*m_database,
                      u"SELECT DISTINCT ticket FROM drafts WHERE agent = ? AND ticket <> '' "
                      "AND NOT EXISTS (SELECT 1 FROM tickets WHERE tickets.id = drafts.ticket)"_s);
    return missing.bind(0, me.value).rows([](const Statement &row) { return row.text(0); }).map([](QList<QString> all) {
        return QStringList(std::move(all));
    });
}

} // namespace akwaba

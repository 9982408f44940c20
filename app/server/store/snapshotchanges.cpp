// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/changewindow.h"
#include "app/server/store/membership.h"
#include "app/server/store/readconnection.h"
#include "app/server/store/scopes.h"
#include "app/server/store/snapshot.h"
#include "app/server/store/unwritten.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// The part of Snapshot that reads the change log: Sync/changes and Foo/changes.

namespace akwaba::store {

namespace {

constexpr int largestWindow = 2000;

/// Those of the rows that one of the scopes may see.
Result<QSet<QString>> visibleOf(const Reader &reader, const TypeInfo &type, const QStringList &ids,
                                const QStringList &scopes)
{
    const auto found = reader.rowsOfAny(type, u"id"_s, ids, {u"id"_s});
    if (!found) return tl::unexpected(found.error());
    QSet<QString> visible;
    for (const StoredRow &row : *found) {
        if (intersects(row.keys, scopes)) visible.insert(row.record.value(u"id"_s).toString());
    }
    return visible;
}

/// Sorts a window into the lists of the answer.
class PageBuilder {
public:
    PageBuilder(const Reader &reader, const QStringList &scopes) : m_reader(reader), m_scopes(scopes) { }

    Result<void> add(const QList<ObjectHistory> &objects)
    {
        QMap<int, QStringList> ids;
        for (const ObjectHistory &object : objects)
            ids[object.type] += object.id;
        QHash<int, QSet<QString>> visible;
        for (auto it = ids.cbegin(); it != ids.cend(); ++it) {
            const TypeInfo *type = typeByNumber(it.key());
            if (type == nullptr) return fail(Code::Corrupt, u"type %1 in the log"_s.arg(it.key()));
            auto found = visibleOf(m_reader, *type, *it, m_scopes);
            if (!found) return tl::unexpected(found.error());
            visible.insert(it.key(), *found);
        }
        for (const ObjectHistory &object : objects) {
            if (auto done = add(object, visible.value(object.type).contains(object.id)); !done) return done;
        }
        return {};
    }

    Result<void> add(const ObjectHistory &object, bool isVisible)
    {
        const TypeInfo *type = typeByNumber(object.type);
        TypeChanges &changes = of(*type);
        if (!isVisible) {
            addGone(changes, object);
            return {};
        }
        // What left and came back in between may have changed unseen: it is new to the client.
        const bool isNew = !object.visibleBefore || object.left;
        (isNew ? changes.created : changes.updated).append(object.id);
        // A ticket that comes into sight brings what hangs on it: that was logged for those who saw it then, and is not
        // logged again when the ticket moves.
        const bool cameIntoSight = isNew && (!object.made || object.left);
        if (cameIntoSight && type == &typeInfo<Ticket>()) return addChildren(TicketId{object.id});
        return {};
    }

    QList<TypeChanges> take()
    {
        QList<TypeChanges> result;
        for (const TypeInfo *type : syncedTypes()) {
            const auto found = m_changes.find(type->number);
            if (found == m_changes.end()) continue;
            found->created.removeDuplicates();
            const auto isCreated = [&](const QString &id) { return found->created.contains(id); };
            found->updated.removeIf(isCreated);
            result.append(std::move(*found));
        }
        return result;
    }

private:
    TypeChanges &of(const TypeInfo &type)
    {
        TypeChanges &changes = m_changes[type.number];
        changes.type = &type;
        return changes;
    }

    static void addGone(TypeChanges &changes, const ObjectHistory &object)
    {
        // Whoever could not see it is not told that it was ever there.
        if (!object.everVisible) return;
        if (object.kind == 'e')
            changes.erased.append(object.id);
        else if (object.kind == 'd')
            changes.destroyed.append(object.id);
        else
            changes.removed.append(object.id);
    }

    Result<void> addChildren(const TicketId &ticket)
    {
        const auto messages = m_reader.messagesOf(ticket);
        const auto attachments = m_reader.attachmentsOf(ticket);
        if (!messages) return tl::unexpected(messages.error());
        if (!attachments) return tl::unexpected(attachments.error());
        for (const Message &message : *messages)
            of(typeInfo<Message>()).created.append(message.id.value);
        for (const Attachment &attachment : *attachments)
            of(typeInfo<Attachment>()).created.append(attachment.id.value);
        return {};
    }

    const Reader &m_reader;
    const QStringList &m_scopes;
    QHash<int, TypeChanges> m_changes;
};

/// Messages move with their ticket without a word in the log of their own type.
Result<bool> someTicketMoved(Database &database, const QStringList &scopes, qint64 since)
{
    const auto tickets =
        ChangeWindow::collect(database, scopes, typeInfo<Ticket>().number, since, largestWindow, false);
    if (!tickets) return tl::unexpected(tickets.error());
    return tickets->hasMore() || std::ranges::any_of(tickets->objects(), [](const ObjectHistory &ticket) {
               return ticket.left || (!ticket.visibleBefore && !ticket.made);
           });
}

} // namespace

std::optional<CannotCalculate> Snapshot::refusal(const StateParts &since) const
{
    const ClockRow &log = m_connection->log();
    if (since.seq < 0 || since.lineage != log.lineage) return CannotCalculate{u"lineage"_s};
    if (since.seq > log.seq) {
        if (since.genuine && m_connection->rollbackProved) m_connection->rollbackProved();
        return CannotCalculate{u"future"_s};
    }
    if (!since.genuine) return CannotCalculate{u"lineage"_s};
    if (since.seq < log.floor || since.schemaGen != log.schemaGen) return CannotCalculate{u"tooOld"_s};
    return std::nullopt;
}

/// A commit is told to many at a time: whoever asks as the second looks for all that come after him.
Result<QSet<int>> Snapshot::typesChanged(const Membership &member, qint64 since) const
{
    auto known = m_changedSince.find(since);
    const bool isFirst = known == m_changedSince.end();
    if (isFirst) m_changedSince.insert(since, {});
    if (isFirst || seq() - since > largestWindow) return store::typesChanged(m_database, member.scopes, since);
    if (known->isEmpty()) {
        auto all = typesChangedByScope(m_database, since);
        if (!all) return tl::unexpected(all.error());
        *known = std::move(*all);
    }
    QSet<int> types;
    for (const QString &scope : member.scopes)
        types.unite(known->value(scope));
    return types;
}

Result<QMap<QString, QString>> Snapshot::statesSince(const QString &state, const Caller &caller) const
{
    const auto member = memberOf(caller);
    if (!member) return tl::unexpected(member.error());
    const StateParts since = m_connection->key().read(state);
    const bool isKnown = !refusal(since) && since.seq >= member->firstSeq();
    const Result<QSet<int>> changed = isKnown ? typesChanged(*member, since.seq) : QSet<int>();
    if (!changed) return tl::unexpected(changed.error());
    QMap<QString, QString> states;
    for (const TypeInfo *type : syncedTypes()) {
        // With a ticket the state of what may have moved with it changes too.
        const bool follows = goesWithTicket(*type) && changed->contains(typeInfo<Ticket>().number);
        if (isKnown && !follows && !changed->contains(type->number)) continue;
        const auto last = lastChangeOf(*type, *member);
        if (!last) return tl::unexpected(last.error());
        states.insert(type->name, stateAt(*last));
    }
    return states;
}

Result<SyncAnswer> Snapshot::syncChanges(const QString &sinceState, const QString &scopeState, int maxChanges,
                                         const Caller &caller) const
{
    const auto member = memberOf(caller);
    if (!member) return tl::unexpected(member.error());
    if (scopeState != member->state()) return SyncAnswer(ScopeChanged{member->scopes, member->state()});
    const StateParts since = m_connection->key().read(sinceState);
    if (auto refused = refusal(since)) return SyncAnswer(*refused);
    const auto window =
        ChangeWindow::collect(m_database, member->scopes, 0, since.seq, std::clamp(maxChanges, 1, largestWindow), true);
    if (!window) return tl::unexpected(window.error());
    PageBuilder builder(*this, member->scopes);
    if (const auto done = builder.add(window->objects()); !done) return tl::unexpected(done.error());
    SyncPage page;
    page.oldState = sinceState;
    page.newState = window->hasMore() ? stateAt(window->lastSeq()) : state();
    page.hasMoreChanges = window->hasMore();
    page.changes = builder.take();
    page.scopeState = member->state();
    page.serverTime = m_connection->clock().now();
    return SyncAnswer(std::move(page));
}

Result<ChangesAnswer> Snapshot::changes(const TypeInfo &type, const QString &sinceState, int maxChanges,
                                        const Caller &caller) const
{
    const auto member = memberOf(caller);
    if (!member) return tl::unexpected(member.error());
    const auto newest = lastChangeOf(type, *member);
    if (!newest) return tl::unexpected(newest.error());
    const StateParts since = m_connection->key().read(sinceState);
    if (auto refused = refusal(since)) return ChangesAnswer(*refused);
    // Such a client doesn't know of scopes: he would keep what he may no longer see.
    if (since.seq < member->firstSeq()) return ChangesAnswer(CannotCalculate{u"scopeChanged"_s});
    if (goesWithTicket(type)) {
        const auto moved = someTicketMoved(m_database, member->scopes, since.seq);
        if (!moved) return tl::unexpected(moved.error());
        if (*moved) return ChangesAnswer(CannotCalculate{u"moved"_s});
    }
    const auto window = ChangeWindow::collect(m_database, member->scopes, type.number, since.seq,
                                              std::clamp(maxChanges, 1, largestWindow), false);
    if (!window) return tl::unexpected(window.error());
    const qint64 end = window->hasMore() ? window->lastSeq() : std::max(*newest, since.seq);
    ChangesPage page{sinceState, stateAt(end), window->hasMore(), {}, {}, {}};
    QStringList ids;
    for (const ObjectHistory &object : window->objects())
        ids += object.id;
    const auto visible = visibleOf(*this, type, ids, member->scopes);
    if (!visible) return tl::unexpected(visible.error());
    for (const ObjectHistory &object : window->objects()) {
        const bool isVisible = visible->contains(object.id);
        // It will come back on a later page, and nothing may be created that was updated or destroyed before.
        if (isVisible && object.left && window->hasMore()) return ChangesAnswer(CannotCalculate{u"moved"_s});
        if (isVisible)
            (object.visibleBefore ? page.updated : page.created).append(object.id);
        else if (object.everVisible)
            page.destroyed.append(object.id);
    }
    return ChangesAnswer(std::move(page));
}

} // namespace akwaba::store

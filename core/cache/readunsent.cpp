// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CacheReader that reads what this agent wrote and no server has confirmed: intents, drafts, forms.
#include "core/cache/cachereader.h"
#include "core/cache/outboxrows.h"
#include "core/cache/readall.h"
#include "core/database/database.h"
#include "core/protocol/codec.h"

#include <QJsonObject>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

Result<QList<OutboxItem>> CacheReader::notYetSent() { return outboxItems(undecided()); }

Result<QList<OutboxItem>> CacheReader::notSent() { return outboxItems(refused()); }

Result<QList<OutboxItem>> CacheReader::bareItems(const QString &condition, const QVariant &value)
{
    Statement rows(
        *m_outbox,
        u"SELECT %1, state, reason, attempts, coalesce(dseq, old_dseq) IS NOT NULL, ticket, coalesce(patch, '{}') "
        "FROM intent WHERE %2 ORDER BY oseq"_s.arg(intentColumns(), condition));
    if (value.isValid()) rows.bind(0, value);
    return rows.rows([](const Statement &row) {
        constexpr int more = intentColumnCount;
        OutboxItem item{.intent = readIntent(row)};
        item.state = fromWireName<IntentState>(row.text(more)).value_or(IntentState::Ready);
        item.reason = fromWireName<Reason>(row.text(more + 1)).value_or(Reason::None);
        item.attempts = static_cast<int>(row.integer(more + 2));
        item.sent = row.flag(more + 3);
        item.ticket.value = row.text(more + 4);
        item.patch = jsonObject(row.text(more + 5));
        return item;
    });
}

Result<void> CacheReader::nameColleague(OutboxItem &item)
{
    const QString id = item.patch.value(u"assignee"_s).toString();
    if (id.isEmpty()) return {};
    Statement colleague(*m_cache, u"SELECT name FROM agents WHERE id = ?"_s);
    return colleague.bind(0, id).forEach([&item](const Statement &row) { item.colleague = row.text(0); });
}

Result<QList<OutboxItem>> CacheReader::outboxItems(const QString &condition)
{
    auto items = bareItems(condition);
    if (!items) return items;
    for (OutboxItem &item : *items) {
        const auto title = titleOf(item.ticket);
        if (!title) return tl::unexpected(title.error());
        item.number = title->number;
        item.subject = title->subject;
        item.customerName = title->customerName;
        if (const auto named = nameColleague(item); !named) return tl::unexpected(named.error());
        // A ticket that was refused is in no list any more; its own words tell which it was.
        if (item.subject.isEmpty()) item.subject = item.intent.args.value(u"ticket"_s)[u"subject"_s].toString();
    }
    return items;
}

Result<QHash<QString, OutboxItem>> CacheReader::outcomesOf(const QStringList &iids)
{
    auto items = bareItems(u"iid IN (SELECT value FROM json_each(?))"_s, jsonText(iids));
    if (!items) return tl::unexpected(items.error());
    QHash<QString, OutboxItem> byIid;
    for (OutboxItem &item : *items) {
        if (const auto named = nameColleague(item); !named) return tl::unexpected(named.error());
        byIid.insert(item.intent.iid, item);
    }
    return byIid;
}

Result<QList<DraftItem>> CacheReader::drafts() { return draftItems(QString(), u"WHERE agent = ?"_s, m_me.value); }

Result<QList<DraftItem>> CacheReader::draftsFor(const TicketId &ticket)
{
    return draftItems(u"WHERE ticket = ?"_s, u"WHERE ticket = ?"_s, ticket.value);
}

Result<QList<Command>> CacheReader::begunOn(const TicketId &ticket)
{
    Statement rows(*m_outbox,
                   u"SELECT %1 FROM form WHERE ticket = ? ORDER BY written_at DESC, key"_s.arg(formColumns()));
    QList<Command> begun;
    const auto read = rows.bind(0, ticket.value).forEach([&begun](const Statement &row) {
        if (auto command = commandOf(readIntent(row))) begun.append(std::move(*command));
    });
    return read.map([&] { return std::move(begun); });
}

Result<QList<DraftItem>> CacheReader::draftItems(const QString &local, const QString &synced, const QVariant &value)
{
    QMap<QString, DraftItem> byId;
    // The journal first: what leaves it is in the cache before.
    Statement journal(*m_outbox, u"SELECT record FROM draft "_s + local);
    if (local.contains(u'?')) journal.bind(0, value);
    const auto own = journal.forEach([&byId](const Statement &row) {
        if (auto draft = fromJson<Draft>(jsonObject(row.text(0))))
            byId.insert(draft->id.value, {.draft = *draft, .local = true});
    });
    if (!own) return tl::unexpected(own.error());
    auto known = readAll<Draft>(*m_cache, synced, value);
    if (!known) return tl::unexpected(known.error());
    for (const Draft &draft : *known)
        if (!byId.contains(draft.id.value)) byId.insert(draft.id.value, {.draft = draft});
    QList<DraftItem> items = byId.values();
    for (DraftItem &item : items) {
        const auto title = titleOf(item.draft.ticket);
        if (!title) return tl::unexpected(title.error());
        item.number = title->number;
        item.subject = title->subject;
        item.customerName = title->customerName;
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const DraftItem &a, const DraftItem &b) { return a.draft.writtenAt > b.draft.writtenAt; });
    return items;
}

} // namespace akwaba
